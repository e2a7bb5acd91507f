"""Files that two reviewers edited in LibreOffice with changes tracked: what import makes of them.

The files are committed; tests/fixtures/make_office.py makes them anew.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from review_home import brought_home

from exports.review import read_review
from translate.memory.file import MemoryFile
from translate.review.decide import Decision, Reading, decide

FIXTURES = Path(__file__).parent.parent / "fixtures"
FOLDER = FIXTURES / "office"
SCENES = ("words", "paragraphs", "margins", "rows", "structure", "sources")

APPROVED = {
    "words": {
        "P1.1": ("Coastal Alliance Concludes Its Exercise", "Rina Sari, Budi Hartono"),
        "P4.2": ("14 ships took part.", "Budi Hartono"),
        "P7.1": ("The ship of the fleet leaves.", "Budi Hartono, Rina Sari"),
    },
    "paragraphs": {},
    "margins": {"P5.1": ("The next step", "Rina Sari")},
    "rows": {},
    "structure": {},
    "sources": {
        "P4.2": ("15 ships took part.", "Rina Sari"),
        "P7.1": ("The first ship leaves.", "Rina Sari"),
    },
}
OTHERS = {
    "words": {},
    "paragraphs": {"P6.1": Decision.QUERY},
    "margins": {"P1.1": Decision.IGNORED, "P7.1": Decision.QUERY},
    "rows": {},
    "structure": {},
    "sources": {},
}
PROBLEMS = {
    "words": [],
    "paragraphs": [],
    "margins": [],
    "rows": [("P5", "deleted"), ("P9", "moved"), ("", "foreign")],
    "structure": [
        ("P5", "repeated"),
        ("", "foreign"),
        ("", "foreign"),
        ("P4", "divided"),
        ("P7", "merged"),
        ("P8", "merged"),
    ],
    "sources": [("P4", "source"), ("P5", "source"), ("P7", "source")],
}


def reading(file: Path) -> Reading:
    return decide(read_review(file.read_bytes()), approve_unchanged=False)


def said(file: Path) -> object:
    """All that import reads of a file, save the times of the edits."""
    review, found = read_review(file.read_bytes()), reading(file)
    return (
        [(v.translation.segment.id, v.decision, v.after, v.how, v.author) for v in found.verdicts],
        [(row.id, row.status, row.target, row.note, row.authors) for row in review.rows],
        found.problems,
        found.proposals,
        review.remarks,
        review.revisions,
    )


@pytest.mark.parametrize("scene", SCENES)
def test_every_edit_is_recovered_with_its_author_or_reported(scene: str) -> None:
    found = reading(FOLDER / f"{scene}.docx")
    assert {
        v.translation.segment.id: (v.after, v.author) for v in found.of(Decision.APPROVED)
    } == APPROVED[scene]
    assert {
        v.translation.segment.id: v.decision
        for v in found.verdicts
        if v.decision in (Decision.QUERY, Decision.IGNORED)
    } == OTHERS[scene]
    assert [(problem.row, problem.kind) for problem in found.problems] == PROBLEMS[scene]


def test_sources_that_were_edited_count_when_asked() -> None:
    review = read_review((FOLDER / "sources.docx").read_bytes())
    found = decide(review, approve_unchanged=False, accept_sources=True)
    assert {v.source: v.after for v in found.of(Decision.APPROVED)} == {
        "Sebanyak 15 kapal ikut serta.": "15 ships took part.",
        "Kapal kesatu berangkat.": "The first ship leaves.",
    }


def test_a_paragraph_that_was_split_in_two_still_holds_its_sentences() -> None:
    review = read_review((FOLDER / "paragraphs.docx").read_bytes())
    row = next(row for row in review.rows if row.id == "P4")
    assert "\n" in row.target
    assert [sentence.id for sentence in row.sentences] == ["P4.1", "P4.2"]


def test_comments_and_notes_come_with_author_time_and_words() -> None:
    review = read_review((FOLDER / "margins.docx").read_bytes())
    assert [(r.row, r.author, r.made, r.anchor, r.text) for r in review.remarks] == [
        ("P5", "Rina Sari", "2025-03-04T09:30:00Z", "step", "Which step?"),
        ("P7", "Budi Hartono", "2025-03-04T09:30:00Z", "first ship", "The Tulip?"),
    ]
    (proposal,) = reading(FOLDER / "margins.docx").proposals
    assert (proposal.source, proposal.target) == ("Pelabuhan Merah", "Red Port")


@pytest.mark.parametrize("scene", SCENES)
def test_the_next_translation_uses_just_what_was_approved(scene: str, tmp_path: Path) -> None:
    with MemoryFile(tmp_path / "memory.sqlite3") as memory:
        found = brought_home((FOLDER / f"{scene}.docx").read_bytes(), memory)
    assert found == {id: text for id, (text, _) in APPROVED[scene].items()}


@pytest.mark.office
def test_the_files_can_be_made_anew(tmp_path: Path) -> None:
    system = shutil.which("python3", path="/usr/bin")
    ready = system and shutil.which("soffice")
    if not ready or subprocess.run([system, "-c", "import uno"], capture_output=True).returncode:
        pytest.skip("LibreOffice or its UNO API (python3-uno) is not installed")
    subprocess.run(
        [system, str(FIXTURES / "make_office.py"), str(FOLDER / "sent.docx"), str(tmp_path)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    for scene in SCENES:
        assert said(tmp_path / f"{scene}.docx") == said(FOLDER / f"{scene}.docx")
