"""Terms that are not inserted are watched; renderings that are accepted or forbidden come along."""

from __future__ import annotations

import pytest

from glossary.match import Matcher
from glossary.renderings import find_renderings
from glossary.store import Glossary
from glossary.term import Form, Status, Term

MATCHER = Matcher(
    Glossary(
        (
            Term("kudeta", "coup"),
            Term("kudeta", "putsch", status=Status.ADMITTED),
            Term("kudeta", "coup d'etat|overthrow", status=Status.FORBIDDEN),
            Term("kudeta militer", "army takeover", status=Status.PROPOSED),
            Term("rapat", "meeting|session", status=Status.ADMITTED),
            Term("rapat umum", "rally", status=Status.FORBIDDEN),
            Term("Pakta Selatan", "Southern Pact", "PS", "SP", Status.ADMITTED),
            Term("kosong", "", status=Status.PROPOSED),
        )
    )
)


def test_other_renderings_of_a_phrase_come_with_its_hit() -> None:
    (hit,) = MATCHER.hits("Kudeta")
    assert (hit.wanted, hit.accepted, hit.forbidden) == (
        "coup", ("putsch",), ("coup d'etat", "overthrow"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "here", "status", "accepted"),
    [
        ("rapat itu", "rapat", Status.ADMITTED, ("meeting", "session")),
        ("RAPAT", "RAPAT", Status.ADMITTED, ("MEETING", "SESSION")),
        ("rapat umum", "rapat umum", Status.FORBIDDEN, ("rally",)),
        ("PS", "PS", Status.ADMITTED, ("SP",)),
        ("Pakta Selatan (PS)", "Pakta Selatan (PS)", Status.ADMITTED, ("Southern Pact (SP)",)),
    ],
)
def test_what_is_not_inserted_is_watched(
    text: str, here: str, status: Status, accepted: tuple[str, ...]
) -> None:
    (hit,) = MATCHER.search(text).watched
    assert (hit.span.of(text), hit.term.status, hit.accepted) == (here, status, accepted)
    assert MATCHER.hits(text) == ()


def test_a_term_to_insert_goes_before_a_longer_one_that_is_only_watched() -> None:
    found = MATCHER.search("kudeta militer")
    assert [hit.wanted for hit in found.hits] == ["coup"]
    assert found.watched == ()
    assert [hit.wanted for hit in found.shadowed] == ["army takeover"]


def test_a_proposal_without_a_target_says_nothing() -> None:
    assert MATCHER.search("kosong").watched == ()


def test_an_acronym_may_stand_for_its_term() -> None:
    assert [h.form for h in MATCHER.search("PS dan Pakta Selatan").watched] == [
        Form.ACRONYM, Form.LONG,
    ]  # fmt: skip


def test_accepted_renderings_are_taken_after_all_wanted_ones() -> None:
    spans = find_renderings("a putsch, a coup", ["coup", "coup"], [["putsch"], ["putsch"]])
    assert sorted(s.start for s in spans if s) == [2, 12]
    assert find_renderings("a putsch", ["coup"]) == [None]
