"""Edits inside a paragraph go to the sentences they were made in, or to none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.review.assign import align, assign
from translate.review.rows import ReviewRow, ReviewSentence

DRAFTS = ["The ship left.", "Ten men were aboard.", "Rain fell."]


def joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    "sentences",
    [
        ["The ship left.", "Ten men were aboard.", "Rain fell."],
        ["The vessel left.", "Ten men were aboard.", "Rain fell."],
        ["The ship departed.", "Ten men were aboard.", "Rain fell."],
        ["The ship left late.", "Eleven men were aboard.", "Rain fell."],
        ["The ship left early today.", "Ten men were there.", "It rained."],
        ["A vessel sailed.", "Crew was there.", "Rain fell."],
        ["A vessel sailed.", "Its crew was ten strong.", "It poured."],
        ["The ship left.", "", "Rain fell."],
        ["", "Ten men were aboard.", "Rain fell."],
        ["The ship left.", "On board, ten men were aboard.", "Rain fell."],
        ["The ship left.", "Ten men were aboard. So was a dog.", "Rain fell."],
        ["The ship left.", "Ten men were aboard.", "Rain fell. Snow followed."],
    ],
)
def test_borders_are_carried_over(sentences: list[str]) -> None:
    assert align(DRAFTS, joined(*sentences)) == sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ship left with ten men. Rain fell.", [None, None, "Rain fell."]),
        ("Something else.", [None, None, None]),
        ("", [None, None, None]),
        ("The ship left. Ten men. Were aboard. Some. Rain fell.", ["The ship left.", ..., ...]),
    ],
)
def test_what_cannot_be_told_is_not_guessed(text: str, expected: list[str | None]) -> None:
    found = align(DRAFTS, text)
    assert [want for want, _ in zip(expected, found, strict=True) if want is not ...] == [
        got for want, got in zip(expected, found, strict=True) if want is not ...
    ]


WORDS = st.lists(st.sampled_from(["a", "b.", "c", "d.", "e"]), max_size=12).map(" ".join)


@given(st.lists(WORDS, min_size=2, max_size=4), WORDS)
def test_no_word_is_lost_or_doubled(drafts: list[str], text: str) -> None:
    found = align(drafts, text)
    assert len(found) == len(drafts)
    if None not in found:
        assert " ".join(part for part in found if part) == text


def row(target: str, *sentences: str) -> ReviewRow:
    marked = tuple(ReviewSentence(f"P1.{n}", text) for n, text in enumerate(sentences, start=1))
    return ReviewRow("P1", "MT", target, marked, "", "", "control")


def given_to(found: ReviewRow) -> tuple[str, list[str | None]]:
    drafts = {f"P1.{n}": text for n, text in enumerate(DRAFTS, start=1)}
    assigned = assign(found, drafts)
    return assigned.how, list(assigned.texts.values())


def test_bookmarks_are_believed() -> None:
    texts = ["Gone!", "Are they all?", "No full stops"]
    assert given_to(row(" ".join(texts), *texts)) == ("bookmarks", texts)


def test_a_sentence_that_was_only_emptied_is_empty() -> None:
    texts = ["The ship left.", "", "Rain fell."]
    assert given_to(row(joined(*texts), *texts)) == ("bookmarks", texts)


def test_words_that_ran_into_the_next_bookmark_are_brought_back() -> None:
    text = "A ship left. Ten women were aboard. Rain fell."
    expected = ["A ship left.", "Ten women were aboard.", "Rain fell."]
    assert given_to(row(text, "", text, "Rain fell.")) == ("alignment", expected)


def test_sentences_that_were_made_one_are_left_open_with_their_neighbour() -> None:
    text = "The ship left with ten men."
    how, texts = given_to(row(f"{text} Rain fell.", text, "", "Rain fell."))
    assert (how, texts[2]) == ("bookmarks", "Rain fell.")
    assert texts[:2] == [None, None]


def test_a_full_stop_that_was_lost_between_two_changes_leaves_both_open() -> None:
    texts = ["The ship left", "with ten men.", "Rain fell."]
    assert given_to(row(joined(*texts), *texts)) == ("bookmarks", [None, None, "Rain fell."])


def test_without_bookmarks_the_row_is_aligned() -> None:
    text = "The ship left at noon. Ten men were aboard. Rain fell."
    how, texts = given_to(row(text))
    assert how == "alignment"
    assert texts == ["The ship left at noon.", "Ten men were aboard.", "Rain fell."]


def test_a_row_of_one_sentence_is_that_sentence() -> None:
    assigned = assign(row("All of\n it. Even this."), {"P1.1": "x"})
    assert (assigned.how, assigned.texts) == ("row", {"P1.1": "All of it. Even this."})


def test_a_huge_cell_is_not_compared_word_by_word() -> None:
    assert align(["a b. " * 2000, "c."], "x. " * 5000) == [None, None]
