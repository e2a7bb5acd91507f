"""Files that are no honest review: one clear line each, and the memory is as it was."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from sample_bitext import bitext
from word_edits import MAIN, Review, edited

from exports.docx import DocxExporter
from exports.docx.elements import add, root
from exports.docx.wml import w
from exports.review import read_review
from translate.cli.app import run
from translate.memory import units
from translate.memory.file import MemoryFile
from translate.memory.unit import MemoryUnit
from translate.review.decide import Decision, decide

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1024)
ENTITY = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
KNOWN = MemoryUnit("id", "en", "Satu.", "One.")


@pytest.fixture(scope="module")
def original() -> bytes:
    return edited(DocxExporter().render(bitext()), lambda r: r.status("P5", "OK"))


def parts(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The file with other parts."""
    with ZipFile(BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    change(found)
    result = BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    return result.getvalue()


def declared(data: bytes, kind: bytes) -> bytes:
    def change(found: dict[str, bytes]) -> None:
        start = found[MAIN].index(b"<w:document")
        found[MAIN] = found[MAIN][:start] + kind + found[MAIN][start:]

    return parts(data, change)


def without_record(data: bytes) -> bytes:
    return parts(
        data, lambda found: [found.pop(n) for n in list(found) if n.startswith("customXml/")]
    )


def another(data: bytes) -> bytes:
    word = docx.Document()
    word.add_table(3, 6).cell(0, 0).text = "#"
    result = BytesIO()
    word.save(result)
    return result.getvalue()


def many_rows(data: bytes) -> bytes:
    def edit(review: Review) -> None:
        table = review.table
        for _ in range(100_000):
            add(table, "tr")

    return edited(data, edit)


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a zip bomb": (
        lambda d: parts(d, lambda f: f.update({"word/media/a.bin": bytes(300 * 1024**2)})),
        "would unpack to",
    ),
    "ten thousand parts": (
        lambda d: parts(d, lambda f: f.update({f"x/{n}": b"" for n in range(10_000)})),
        "parts",
    ),
    "an external entity": (lambda d: declared(d, ENTITY), "not plain XML"),
    "entities in entities": (lambda d: declared(d, LAUGHS), "not plain XML"),
    "a hundred thousand rows": (many_rows, "more than 2,018 table rows"),
    "macros": (lambda d: parts(d, lambda f: f.update({"word/vbaProject.bin": OLE})), "macros"),
    "a password, or the old format": (lambda d: OLE, "protected by a password"),
    "another program's document": (another, "not made by dwibahasa"),
    "no record, and no file beside": (without_record, "lost its hidden record"),
    "half a file": (lambda d: d[: len(d) // 2], "no ZIP archive"),
    "text": (lambda d: b"Hello.", "no ZIP archive"),
    "XML cut short": (lambda d: parts(d, lambda f: f.update({MAIN: f[MAIN][:900]})), "is not XML"),
    "nothing": (lambda d: b"", "no ZIP archive"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_clear_line_and_nothing_is_written(
    original: bytes,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spoil, told = BAD[name]
    file, path = tmp_path / "artikel.review.docx", tmp_path / "memory.sqlite3"
    file.write_bytes(spoil(original))
    with MemoryFile(path) as memory:
        units.store(memory, [KNOWN], replace_=False)
    before = sorted(p.name for p in tmp_path.iterdir())
    monkeypatch.setattr(
        sys, "argv", ["dwibahasa", "review", "import", str(file), "--memory", str(path)]
    )
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 1
    error = " ".join(capsys.readouterr().err.split())
    assert error.startswith("Error: ")
    assert told in error
    assert "Traceback" not in error
    assert sorted(p.name for p in tmp_path.iterdir()) == before
    with MemoryFile(path) as memory:
        assert units.all_units(memory) == [KNOWN]


def foreign_table(review: Review) -> None:
    other = root("tbl")
    for words in ("Prices", "Rice"):
        cell = add(add(other, "tr"), "tc")
        add(add(add(cell, "p"), "r"), "t").text = words
    review.table.addnext(other)


def embedded_object(review: Review) -> None:
    add(add(review.target("P7").findall(w("p"))[-1], "r"), "object")


ODD: dict[str, tuple[Callable[[Review], None], list[tuple[str, str]]]] = {
    "a table that is not ours": (foreign_table, [("", "foreign"), ("", "foreign")]),
    "an embedded object": (embedded_object, [("P7", "object")]),
}


@pytest.mark.parametrize("name", ODD)
def test_what_was_pasted_in_is_told_and_decides_nothing(original: bytes, name: str) -> None:
    edit, told = ODD[name]
    found = decide(read_review(edited(original, edit)), approve_unchanged=True)
    assert [(problem.row, problem.kind) for problem in found.problems] == told
    assert not {v.row for v in found.of(Decision.APPROVED)} & {row for row, _ in told}
