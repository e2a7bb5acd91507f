"""A reviewed file that LibreOffice saved again says the same as before."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_bitext import bitext
from word_edits import Review, edited, saved_by_office

from exports.docx import DocxExporter
from exports.review import read_review
from translate.review.decide import decide

pytestmark = pytest.mark.office


def reviewed(review: Review) -> None:
    review.split_runs()
    review.track("P1", "Closes Its", "Ends Its")
    review.track("P4", "closed its", "ended an")
    review.track("P4", "Some ships", "14 ships")
    review.replace("P5", "next", "second")
    review.track("P6", "We return tomorrow.", "“We return tomorrow,” the speaker said.")
    review.track("P7", "first ", "")
    review.status("P9", "OK")
    review.note("P9", "waive: T", "term: Pelabuhan Merah = Red Port")
    review.status("P8", "Query")
    review.comment("P5", "step", "Which step?")
    review.row("P2").addprevious(review.row("P9"))


def test_every_edit_comment_note_and_status_is_still_there(tmp_path: Path) -> None:
    before = edited(DocxExporter().render(bitext()), reviewed)
    after = saved_by_office(before, tmp_path)
    first, second = read_review(before), read_review(after)
    ours, theirs = (decide(r, approve_unchanged=False) for r in (first, second))
    assert len(ours.verdicts) == 10
    assert [(v.row, v.decision, v.after, v.how, v.waived) for v in theirs.verdicts] == [
        (v.row, v.decision, v.after, v.how, v.waived) for v in ours.verdicts
    ]
    assert (theirs.problems, theirs.proposals) == (ours.problems, ours.proposals)
    assert [(r.row, r.author, r.anchor, r.text) for r in second.remarks] == [
        ("P5", "Rina", "step", "Which step?")
    ]
    tracked = [v for v in theirs.verdicts if v.changed and v.row != "P5"]
    assert {v.author for v in tracked} == {"Rina"}
