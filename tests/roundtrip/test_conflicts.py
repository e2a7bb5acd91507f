"""Two reviewers disagree, somebody decides in a Word file, and the decisions come home."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from sample_bitext import bitext
from word_edits import Review, saved_by_office

from exports.conflicts.choice import Choices, decided
from exports.docx import DocxExporter
from exports.review import read_review
from translate.cli.review.home import import_review
from translate.cli.review.report import Wanted
from translate.errors import InputError, OutputError, UsageError
from translate.memory.file import MemoryFile
from translate.memory.units import all_units
from translate.review.decide import Decision, decide


def _edited(author: str, *edits: tuple[str, str, str]) -> bytes:
    review = Review(DocxExporter().render(bitext()), author=author)
    for block, old, new in edits:
        review.track(block, old, new)
    return review.saved()


def _imported(folder: Path, *names: str) -> int:
    return import_review(
        [str(folder / name) for name in names],
        memory=str(folder / "m"),
        revisions="final",
        approve_unchanged=False,
        replace=False,
        wanted=Wanted(None, False),
        conflicts=None,
        as_json=False,
    )


def _remembered(folder: Path) -> dict[str, tuple[str, str]]:
    with MemoryFile(folder / "m") as memory:
        return {unit.source: (unit.target, unit.author) for unit in all_units(memory)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Both reviews: one edit alike, one of Budi's alone, two that differ."""
    alike = ("P5", "The next step", "What comes next")
    rina = (
        alike,
        ("P7", "first ship leaves", "first ship departs"),
        ("P4", "Some ships", "14 ships"),
    )
    budi = (
        alike,
        ("P7", "first ship leaves", "first vessel leaves"),
        ("P4", "Some ships", "Fourteen ships"),
        ("P9", "The Red Port", "Pelabuhan Merah"),
    )
    (tmp_path / "a.docx").write_bytes(_edited("Rina", *rina))
    (tmp_path / "b.docx").write_bytes(_edited("Budi", *budi))
    return tmp_path


def _decided(data: bytes, *decisions: str) -> bytes:
    word = docx.Document(BytesIO(data))
    for row, decision in zip(word.tables[0].rows[1:], decisions, strict=True):
        row.cells[5].paragraphs[0].add_run(decision)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def test_only_what_both_agree_on_is_approved_at_first(folder: Path) -> None:
    assert _imported(folder, "a.docx", "b.docx") == 3
    assert _remembered(folder) == {
        "Langkah berikutnya": ("What comes next", "Rina, Budi"),
        "Baca juga: Pelabuhan Merah Sepi": ("Also read: Pelabuhan Merah Is Quiet", "Budi"),
    }


def test_the_file_of_conflicts_shows_both_and_decides_nothing(folder: Path) -> None:
    _imported(folder, "a.docx", "b.docx")
    table = docx.Document(str(folder / "a.conflicts.docx")).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][3:] == ["A: Rina", "B: Budi", "Decision"]
    assert rows[2][2] == "The first ship leaves."
    assert rows[2][5] == ""
    review = read_review((folder / "a.conflicts.docx").read_bytes())
    reading = decide(review, approve_unchanged=True)
    assert {v.decision for v in reading.verdicts} == {Decision.QUERY}
    assert _imported(folder, "a.conflicts.docx") == 0
    assert len(_remembered(folder)) == 2


@pytest.mark.parametrize("office", [False, pytest.param(True, marks=pytest.mark.office)])
def test_decisions_come_home(folder: Path, office: bool) -> None:
    _imported(folder, "a.docx", "b.docx")
    data = _decided((folder / "a.conflicts.docx").read_bytes(), "b", "The first boat leaves.")
    (folder / "c.docx").write_bytes(saved_by_office(data, folder) if office else data)
    assert _imported(folder, "c.docx") == 0
    units = _remembered(folder)
    assert units["Sebanyak 14 kapal ikut serta."][0] == "Fourteen ships took part."
    assert units["Kapal pertama berangkat."][0] == "The first boat leaves."
    assert len(units) == 4


_DRAFT = "The port of Karang Biru was closed on Thursday."
_TEXTS = ("The Karang Biru port closed on Thursday.", "Karang Biru port was closed Thursday.")
_BUDI = "Budi Santoso, Sari"


@pytest.mark.parametrize(
    ("cell", "chosen"),
    [
        *((cell, 0) for cell in ("A", "a", " A.", "a)", "(A)", "A!", "“A”", "Reviewer A", "Rina")),
        *((cell, 1) for cell in ("b.", "reviewer: B", "B: Budi Santoso, Sari", "budi  santoso")),
        ("Sari.", 1),
    ],
)
def test_what_is_plainly_one_of_two_reviewers_is_their_text(cell: str, chosen: int) -> None:
    choices = Choices(_TEXTS, ("Rina", _BUDI), _DRAFT)
    assert (decided(cell, choices).text, decided(cell, choices).unclear) == (_TEXTS[chosen], "")


@pytest.mark.parametrize(
    "cell",
    ["A / B", "A?", "A or B", "Pilih A", "setuju A", "A, please", "both", "OK", "?", "C", "Budi!"],
)
def test_what_may_be_meant_as_a_choice_decides_nothing(cell: str) -> None:
    found = decided(cell, Choices(_TEXTS, ("Rina", _BUDI), _DRAFT))
    assert (found.text, found.unclear) == ("", cell)


@pytest.mark.parametrize("cell", ["Pilih A", "A or B?", "b / a"])
def test_a_bare_letter_is_a_choice_beside_short_texts_too(cell: str) -> None:
    assert decided(cell, Choices(("Port Shut", "Port Closes"), draft="Port Closed")).unclear == cell


@pytest.mark.parametrize(
    ("cell", "draft"),
    [
        ("A Closed Port", "Port Shut"),
        ("Plan B", "Plan B begins"),
        ("Port shut", "Port Shut"),
        ("Rina says the port is shut.", "Rina says that the port was shut."),
        ("Karang Biru Port Shut", _DRAFT),
        ("", _DRAFT),
    ],
)
def test_a_text_is_taken_as_it_was_written(cell: str, draft: str) -> None:
    found = decided(cell, Choices((draft, f"{draft} (2)"), ("Rina", ""), draft))
    assert (found.text, found.unclear) == (cell, "")


def test_a_name_that_both_have_chooses_nobody() -> None:
    assert decided("Rina", Choices(_TEXTS, ("Rina", "Rina"), _DRAFT)).unclear == "Rina"


def test_names_choose_and_half_a_choice_is_told(folder: Path) -> None:
    _imported(folder, "a.docx", "b.docx")
    data = _decided((folder / "a.conflicts.docx").read_bytes(), "Budi", "Pilih A")
    (folder / "c.docx").write_bytes(data)
    reading = decide(read_review(data), approve_unchanged=True)
    assert [(p.row, p.kind) for p in reading.problems] == [("P7.1", "choice")]
    assert _imported(folder, "c.docx") == 0
    units = _remembered(folder)
    assert units["Sebanyak 14 kapal ikut serta."][0] == "Fourteen ships took part."
    assert "Kapal pertama berangkat." not in units


def test_a_row_that_is_gone_or_twice_decides_nothing(folder: Path) -> None:
    _imported(folder, "a.docx", "b.docx")
    word = docx.Document(BytesIO(_decided((folder / "a.conflicts.docx").read_bytes(), "A", "B")))
    first, second = word.tables[0].rows[1:]
    second._tr.addnext(deepcopy(second._tr))
    first._tr.getparent().remove(first._tr)
    word.save(str(folder / "c.docx"))
    review = read_review((folder / "c.docx").read_bytes())
    assert (review.missing, review.repeated) == (("P4.2",), ("P7.1",))
    assert decide(review, approve_unchanged=False).verdicts == ()


def test_a_file_of_conflicts_is_not_overwritten(folder: Path) -> None:
    (folder / "a.conflicts.docx").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match="exists already"):
        _imported(folder, "a.docx", "b.docx")
    assert not (folder / "m").exists()


def test_three_reviews_and_reviews_of_other_runs_are_refused(folder: Path) -> None:
    other = replace(bitext(), signature=replace(bitext().signature, model="another"))
    (folder / "c.docx").write_bytes(DocxExporter().render(other))
    with pytest.raises(UsageError, match="not reviews of the same run"):
        _imported(folder, "a.docx", "c.docx")
    with pytest.raises(UsageError, match="cannot be put together"):
        _imported(folder, "a.docx", "b.docx", "c.docx")


def test_a_damaged_record_is_told(folder: Path) -> None:
    _imported(folder, "a.docx", "b.docx")
    data = BytesIO()
    with ZipFile(folder / "a.conflicts.docx") as before, ZipFile(data, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(b"choices", b"nothing"))
    with pytest.raises(InputError, match="hidden record"):
        read_review(data.getvalue())
