"""Stand-ins: only what the model copied whole is taken, and nothing of them is ever left behind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Status, Term
from translate.engines import Candidate
from translate.model import Rung
from translate.pin import stand_ins
from translate.pin.judge import Case
from translate.pin.ladder import Sort
from translate.pin.stand_ins import (
    POOL,
    Disguise,
    disguised,
    disguises,
    remains,
    revealed,
    sort_of,
)

MATCHER = Matcher(
    Glossary(
        (
            Term("Pakta Selatan", "Southern Pact", "PS", "SPX"),
            Term("kudeta", "coup"),
            Term("Jambyl", "", status=Status.DNT),
        )
    )
)
SOURCE = "Pakta Selatan menolak kudeta di Jambyl."
FREE = Candidate("The alliance rejected the plot in Zambia.", -1.0)
CASE = Case(SOURCE, MATCHER.hits(SOURCE), FREE, None)


def mask(source: str = SOURCE, missing: tuple[int, ...] = (0, 1, 2)) -> Disguise | None:
    case = Case(source, MATCHER.hits(source), FREE, None)
    return disguised(case, missing, POOL)


@pytest.mark.parametrize(
    ("wanted", "sort"),
    [
        ("Southern Pact", Sort.NAME),
        ("Jambyl", Sort.NAME),
        ("SPX", Sort.ACRONYM),
        ("PPC-2", Sort.NAME),
        ("Minister of Foreign Affairs", Sort.NAME),
        ("Foreign reserves", Sort.NOUN),
        ("coup", Sort.NOUN),
    ],
)
def test_what_a_rendering_looks_like(wanted: str, sort: Sort) -> None:
    assert sort_of(wanted) is sort


def test_names_get_stand_ins_and_nouns_stay() -> None:
    found = mask()
    assert found
    assert found.text == "Veldoran menolak kudeta di Marbeko."
    assert found.made == (Rung.STAND_IN, Rung.FREE, Rung.STAND_IN)


def test_acronyms_get_acronyms_and_what_is_pinned_is_written_as_wanted() -> None:
    found = mask("PS menolak kudeta di Jambyl.", (0,))
    assert found
    assert (found.text, found.masks) == ("GKTV menolak kudeta di Jambyl.", ("GKTV", "", ""))


def test_a_stand_in_that_stands_in_the_sentence_is_not_used() -> None:
    found = mask("Veldoran memuji Pakta Selatan.", (0,))
    assert found
    assert found.text == "Veldoran memuji Marbeko."


def test_nouns_are_tried_as_names_beside() -> None:
    found = disguises(CASE, (0, 1, 2), POOL)
    assert [each.text for each in found] == [
        "Veldoran menolak kudeta di Marbeko.",
        "Veldoran menolak Marbeko di Tolvina.",
    ]
    assert found[1].made == (Rung.STAND_IN,) * 3
    said = Candidate("Veldoran rejected Marbeko in Tolvina.", -0.5)
    candidate = revealed(CASE, found[1], said)
    assert candidate
    assert candidate.text == "Southern Pact rejected coup in Jambyl."


def test_what_comes_to_the_same_is_tried_once() -> None:
    assert len(disguises(CASE, (0, 2), POOL)) == 1
    assert [each.masks for each in disguises(CASE, (1,), POOL)] == [("", "Veldoran", "")]
    assert disguises(CASE, (0, 1, 2), {}) == []


def test_without_a_fitting_stand_in_there_is_no_disguise() -> None:
    assert mask("Ada kudeta.", (0,)) is None
    assert disguised(CASE, (0,), {}) is None


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Veldoran rejected Marbeko.", "Southern Pact rejected Jambyl."),
        ("In Marbeko the Veldoran's coup.", "In Jambyl the Southern Pact's coup."),
        ("Veldoran rejected it.", None),
        ("Veldoran and Veldoran rejected Marbeko.", None),
        ("Veldoran rejected Marbeko and Marbekko.", None),
        ("VELDORAN rejected Marbeko.", None),
        ("Veldorans rejected Marbeko.", None),
        ("Veldoran, the Veldor, rejected Marbeko.", None),
    ],
)
def test_terms_take_the_places_of_stand_ins_that_were_copied(said: str, shown: str | None) -> None:
    found = mask()
    assert found
    candidate = revealed(CASE, found, Candidate(said, -0.5))
    assert (candidate and candidate.text) == shown


LETTERS = st.characters(categories=["Lu", "Ll"], include_characters=" '-.,")


@given(
    st.lists(
        st.sampled_from(["Veldoran", "Marbeko", "veldoran", "Veldo", "beko", "the", "coup"])
        | st.text(LETTERS, max_size=9)
    ),
    st.sampled_from([" ", "", "-", ", "]),
)
def test_nothing_of_a_stand_in_is_ever_left(words: list[str], joint: str) -> None:
    found = mask()
    assert found
    candidate = revealed(CASE, found, Candidate(joint.join(words), -0.5))
    if candidate is not None:
        assert "veldoran" not in candidate.text.casefold()
        assert "marbeko" not in candidate.text.casefold()
        assert not remains(candidate.text, found.masks[:1], (SOURCE, FREE.text, *CASE.wanted))


def test_stand_ins_are_letters_only_and_unlike_each_other() -> None:
    for pool in POOL.values():
        assert all(word.isalpha() for word in pool)
        for word in pool:
            assert not remains(word, [w for w in pool if w != word], ())
    assert stand_ins.ALIKE <= 0.5
