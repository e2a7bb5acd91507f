"""What a reviewer waives stays silent, is counted, and silences nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from word_edits import Review, edited

from exports.bitext import as_json, load
from exports.docx import DocxExporter
from exports.review import read_review
from glossary.store import Glossary
from glossary.term import Term
from translate import pipeline
from translate.cli.check.run import Request, run_checks
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.memory.file import MemoryFile
from translate.model import Bitext, Block, Document, Kind
from translate.review.accept import accept
from translate.review.decide import decide

SENTENCE = "Rapat Dewan Kota dihadiri 14 orang."
AFTER = "The council met, 15 people came."


def translated(memory: MemoryFile, glossary: Glossary) -> Bitext:
    (bitext,) = pipeline.translate(
        [Document("d" * 20, "", "id", (Block(0, Kind.PARAGRAPH, SENTENCE),))],
        engine=EchoEngine("id", "en"),
        glossary=glossary,
        language=load_language("id"),
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
        memory=memory,
    )
    return bitext


def reviewed(memory: MemoryFile, glossary: Glossary, *notes: str) -> bytes:
    """The file that comes back: one sentence corrected, a note beside it; and it is imported."""
    draft = translated(memory, glossary)
    before = draft.translations[0].target

    def edit(review: Review) -> None:
        review.replace("P1", before, AFTER)
        review.status("P1", "OK")
        review.note("P1", *notes)

    data = edited(DocxExporter().render(draft), edit)
    review = read_review(data)
    decided = decide(review, approve_unchanged=False)
    accept(memory, review, decided, name="a", digest="a", replace=False)
    return data


TERM = Glossary((Term("Dewan Kota", "City Council"),))


@pytest.mark.parametrize(
    ("notes", "told", "waived"),
    [
        ((), {"term", "number"}, set()),
        (("waive: N",), {"term"}, {"number"}),
        (("waive: term",), {"number"}, {"term"}),
        (("waive: Dewan Kota",), {"number"}, {"term"}),
        (("waive: Dewan Kota, N",), set(), {"term", "number"}),
        (("waive: Rukun Warga",), {"term", "number"}, set()),
    ],
)
def test_the_next_translation_keeps_what_was_waived_apart(
    tmp_path: Path, notes: tuple[str, ...], told: set[str], waived: set[str]
) -> None:
    with MemoryFile(tmp_path / "memory.sqlite3") as memory:
        reviewed(memory, TERM, *notes)
        bitext = translated(memory, TERM)
    (translation,) = bitext.translations
    assert translation.target == AFTER
    assert {finding.check for finding in translation.findings} == told
    assert {finding.check for finding in translation.waived} == waived
    assert bool(translation.hits) == ("term" in told)
    assert load(json.dumps(as_json(bitext)).encode()) == bitext
    assert (b"Findings waived" in _document(bitext)) == bool(waived)


def _document(bitext: Bitext) -> bytes:
    return Review(DocxExporter().render(bitext)).parts["word/document.xml"]


@pytest.mark.parametrize(
    ("with_memory", "expected"), [(False, {"term", "number"}), (True, {"term"})]
)
def test_the_check_of_a_reviewed_file_honours_waivers_if_the_memory_is_given(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    with_memory: bool,
    expected: set[str],
) -> None:
    place = tmp_path / "memory.sqlite3"
    with MemoryFile(place) as memory:
        data = reviewed(memory, TERM, "waive: N")
    (tmp_path / "a.docx").write_bytes(data)
    request = Request(
        files=(str(tmp_path / "a.docx"),),
        glossaries=(),
        only=(),
        skip=(),
        original=False,
        builtin=True,
        memory=str(place) if with_memory else None,
        fail_on="error",
        as_json=True,
    )
    assert run_checks(request) == 3
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert {f["check"] for f in file["findings"] if not f["waived"]} == expected
    assert [f["check"] for f in file["findings"] if f["waived"]] == ["number"] * with_memory
