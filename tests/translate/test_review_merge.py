"""Two reviews against their draft: what agrees, what is taken from one, what clashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.term import Span
from translate.model import Kind, Origin, Segment, Translation
from translate.review.decide import Decision, Reading, Verdict
from translate.review.merge import Merged, merge
from translate.review.problems import Problem

SOURCE, DRAFT = "Harga naik.", "Price up."
TRANSLATION = Translation(
    Segment("P1.1", 0, Kind.PARAGRAPH, Span(0, len(SOURCE)), SOURCE), DRAFT, Origin.MACHINE
)
OK, QUERY, OPEN, SKIP = (
    Decision.APPROVED,
    Decision.QUERY,
    Decision.UNDECIDED,
    Decision.IGNORED,
)


def reading(decision: Decision, after: str | None, author: str) -> Reading:
    verdict = Verdict(TRANSLATION, "P1", decision, after, "row", author, "2025-03-03T09:15:00Z")
    return Reading((verdict,), (Problem("P1", "moved", "stands elsewhere"),))


def together(one: tuple[Decision, str | None], other: tuple[Decision, str | None]) -> Merged:
    return merge(reading(*one, "Rina"), reading(*other, "Budi"), ("a.docx", "b.docx"))


@pytest.mark.parametrize(
    ("one", "other", "decision", "after", "author"),
    [
        ((OK, "Up."), (OK, "Up."), OK, "Up.", "Rina, Budi"),
        ((OK, DRAFT), (OK, DRAFT), OK, DRAFT, "Rina, Budi"),
        ((OK, "Up."), (OPEN, DRAFT), OK, "Up.", "Rina"),
        ((OPEN, DRAFT), (OK, "Up."), OK, "Up.", "Budi"),
        ((OK, DRAFT), (OK, "Up."), OK, "Up.", "Budi"),
        ((OPEN, DRAFT), (OPEN, DRAFT), OPEN, DRAFT, "Rina"),
        ((QUERY, DRAFT), (OPEN, DRAFT), QUERY, DRAFT, "Rina"),
        ((QUERY, DRAFT), (QUERY, "Up?"), QUERY, "Up?", "Budi"),
        ((SKIP, DRAFT), (OPEN, DRAFT), SKIP, DRAFT, "Rina"),
        ((SKIP, DRAFT), (QUERY, "Up?"), QUERY, "Up?", "Budi"),
    ],
)
def test_what_does_not_contradict_is_taken(
    one: tuple[Decision, str],
    other: tuple[Decision, str],
    decision: Decision,
    after: str,
    author: str,
) -> None:
    merged = together(one, other)
    (verdict,) = merged.reading.verdicts
    assert merged.clashes == ()
    assert (verdict.decision, verdict.after, verdict.author) == (decision, after, author)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((OK, "Up."), (OK, "It rose.")),
        ((OK, "Up."), (QUERY, DRAFT)),
        ((OK, DRAFT), (QUERY, None)),
        ((OK, "Up."), (SKIP, DRAFT)),
        ((QUERY, "Up?"), (QUERY, "It rose?")),
    ],
)
def test_what_contradicts_is_approved_by_nobody(
    one: tuple[Decision, str | None], other: tuple[Decision, str | None]
) -> None:
    for merged in (together(one, other), together(other, one)):
        assert len(merged.clashes) == 1
        assert merged.reading.of(OK) == ()
        assert len(merged.reading.verdicts) == 1


CHOICES = st.tuples(st.sampled_from(Decision), st.sampled_from([DRAFT, "Up.", "It rose."]))


@given(CHOICES, CHOICES)
def test_the_order_of_the_reviewers_decides_nothing(
    one: tuple[Decision, str], other: tuple[Decision, str]
) -> None:
    first, second = together(one, other), together(other, one)
    assert len(first.clashes) == len(second.clashes)
    assert first.reading.verdicts[0].decision is second.reading.verdicts[0].decision


def test_a_sentence_that_one_review_lost_is_that_of_the_other() -> None:
    merged = merge(Reading(), reading(OK, "Up.", "Budi"), ("a", "b"))
    assert [v.after for v in merged.reading.verdicts] == ["Up."]


def test_what_was_odd_names_its_file() -> None:
    messages = [p.message for p in together((OK, "Up."), (OK, "Up.")).reading.problems]
    assert messages == ["stands elsewhere (a.docx)", "stands elsewhere (b.docx)"]
