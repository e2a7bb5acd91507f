"""Whatever a word processor does to a file on the way, the reviewer's edits come home."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import word_noise
from review_home import brought_home
from sample_bitext import bitext
from word_edits import Review, edited

from exports.docx import DocxExporter
from exports.docx.elements import add, root
from exports.docx.wml import w
from exports.review import read_review
from translate.memory.file import MemoryFile
from translate.review.decide import Decision, decide

HOME = {
    "P1.1": "Coastal Alliance Ends Its Exercise",
    "P4.1": "The Coastal Alliance (CAL) ended an exercise at Pelabuhan Merah.",
    "P4.2": "14 ships took part.",
    "P5.1": "The next step",
    "P6.1": "“We return tomorrow,” the speaker said.",
    "P7.1": "The ship leaves.",
}

NOISE: dict[str, tuple[Callable[[Review], None], ...]] = {
    "content controls dropped": (word_noise.unwrap_controls,),
    "bookmarks renamed": (word_noise.rename_bookmarks,),
    "bookmarks dropped": (word_noise.drop_bookmarks,),
    "controls and bookmarks dropped": (word_noise.unwrap_controls, word_noise.drop_bookmarks),
    "controls dropped, bookmarks renamed": (
        word_noise.unwrap_controls,
        word_noise.rename_bookmarks,
    ),
    "Word's own bookmark": (word_noise.leave_cursor_mark,),
    "revision ids and cut runs": (word_noise.number_revisions,),
    "page breaks": (word_noise.put_page_breaks,),
    "links, smart tags and inner controls": (word_noise.wrap_in_links_and_tags,),
    "styles, fonts and languages": (word_noise.strip_styles,),
    "Word": (word_noise.word,),
    "Google Docs": (word_noise.google_docs,),
    "Word, then Google Docs": (word_noise.word, word_noise.google_docs),
}


@pytest.fixture(scope="module")
def original() -> bytes:
    return DocxExporter().render(bitext())


def reviewed(review: Review) -> None:
    review.track("P1", "Closes Its", "Ends Its")
    review.track("P4", "closed its", "ended an")
    review.track("P4", "Some ships", "14 ships")
    review.status("P5", "OK")
    review.replace("P6", "We return tomorrow.", "“We return tomorrow,” the speaker said.")
    review.track("P7", "first ", "")
    review.status("P9", "Query")
    review.note("P9", "term: Pelabuhan Merah = Red Port")
    review.comment("P5", "step", "Which step?")


@pytest.mark.parametrize("before", [False, True], ids=["after the edits", "before the edits"])
@pytest.mark.parametrize("name", NOISE)
def test_edits_come_home_and_nothing_else_does(
    original: bytes, name: str, before: bool, tmp_path: Path
) -> None:
    def edit(review: Review) -> None:
        for step in (*NOISE[name], reviewed) if before else (reviewed, *NOISE[name]):
            step(review)

    data = edited(original, edit)
    review = read_review(data)
    reading = decide(review, approve_unchanged=False)
    assert [v.translation.segment.id for v in reading.of(Decision.QUERY)] == ["P9.1"]
    assert [(p.source, p.target) for p in reading.proposals] == [("Pelabuhan Merah", "Red Port")]
    assert {problem.kind for problem in reading.problems} <= {"aligned"}
    assert [(r.row, r.author, r.anchor) for r in review.remarks] == [("P5", "Rina", "step")]
    with MemoryFile(tmp_path / "memory.sqlite3") as memory:
        assert brought_home(data, memory) == HOME


def test_a_row_that_word_moved_with_tracking_is_read_once(original: bytes, tmp_path: Path) -> None:
    def edit(review: Review) -> None:
        review.track("P7", "first ", "")
        word_noise.move_row_tracked(review, "P7", "P2")

    data = edited(original, edit)
    found = decide(read_review(data), approve_unchanged=False)
    assert [(p.row, p.kind) for p in found.problems] == [("P7", "moved")]
    with MemoryFile(tmp_path / "memory.sqlite3") as memory:
        assert brought_home(data, memory) == {"P7.1": "The ship leaves."}


@pytest.mark.parametrize("outer", ["hyperlink", "sdt", "smartTag", "fldSimple"])
def test_tracked_changes_inside_links_controls_and_fields_are_read(
    original: bytes, outer: str
) -> None:
    def edit(review: Review) -> None:
        review.track("P7", "first", "1st")
        changes = list(review.target("P7").iter(w("ins"), w("del")))
        box = root(outer)
        changes[0].addprevious(box)
        inner = add(box, "sdtContent") if outer == "sdt" else box
        for change in changes:
            inner.append(change)

    found = decide(read_review(edited(original, edit)), approve_unchanged=False)
    assert [v.after for v in found.of(Decision.APPROVED)] == ["The 1st ship leaves."]


def test_what_one_inserted_and_another_deleted_is_gone(original: bytes) -> None:
    def edit(review: Review) -> None:
        review.track("P7", "first", "very first")
        inserted = next(review.target("P7").iter(w("ins")))
        (run,) = inserted
        gone = root("del")
        gone.set(w("author"), "Budi")
        inserted.append(gone)
        gone.append(run)
        run.find(w("t")).tag = w("delText")

    (verdict,) = decide(read_review(edited(original, edit)), approve_unchanged=False).of(
        Decision.APPROVED
    )
    assert (verdict.after, verdict.author) == ("The ship leaves.", "Rina, Budi")


def test_a_reply_is_told_from_the_comment_that_it_answers(original: bytes) -> None:
    def edit(review: Review) -> None:
        asked = review.comment("P7", "first ship", "Which one?")
        review.author = "Budi"
        answer = review.comment("P7", "first ship", "The Tulip.")
        word_noise.link_replies(review, {answer: asked})

    remarks = read_review(edited(original, edit)).remarks
    assert [(r.author, r.text, r.reply) for r in remarks] == [
        ("Rina", "Which one?", False),
        ("Budi", "The Tulip.", True),
    ]
