"""The metrics of the terminology tasks, on texts where the figures can be worked out by hand."""

from __future__ import annotations

import pytest

from benchmarks.terms import scores
from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Term

HITS = Matcher(Glossary((Term("kudeta", "coup"),))).hits("Ada kudeta di sana.")
REFERENCE = "there was a coup in the city"


@pytest.mark.parametrize(
    ("target", "share"),
    [
        (REFERENCE, 1.0),
        ("there was one coup in some city", 0.5),  # was, in
        ("coup", 0.0),
        ("there was a putsch in the city", 0.0),
    ],
)
def test_window(target: str, share: float) -> None:
    assert scores.window(target, REFERENCE, HITS, 2) == [share]


@pytest.mark.parametrize(
    ("target", "edits"),
    [
        (REFERENCE, 0.0),
        ("there was a putsch in the city", 2.0),  # a word of a term counts twice
        ("there was a coup in the town", 1.0),
        ("there was a coup in the old city", 1.0),
        ("there was a in the city", 2.0),
        ("", 8.0),
    ],
)
def test_term_edits(target: str, edits: float) -> None:
    assert scores.term_edits(target, REFERENCE, HITS) == (edits, 8.0)


def test_consistency_is_the_share_of_the_most_frequent_rendering_of_what_comes_again() -> None:
    said = [("a", "coup", word) for word in ("coup", "coup", "putsch")]
    assert scores.consistency([*said, ("a", "truce", "peace"), ("b", "coup", "plot")]) == (
        pytest.approx(200 / 3)
    )
