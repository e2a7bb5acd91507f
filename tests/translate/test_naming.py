"""Recognised names stand in the target as in the source, or the sentence is flagged."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glossary.match import Matcher, Matches
from glossary.store import Glossary
from glossary.term import Span, Term
from translate import naming
from translate.checks.names import recognised
from translate.engines import Candidate
from translate.model import HitResult, Kind, Outcome, Rung, Segment
from translate.pin import Draft, Pinned

PAIR = ("id", "en")
TEXT = "Gubernur Melki Rumbewas bertemu warga Rusia di kantornya."


def segment(text: str) -> Segment:
    return Segment("P1.1", 0, Kind.PARAGRAPH, Span(0, len(text)), text)


def found_in(texts: Sequence[str], terms: tuple[Term, ...] = ()) -> list[Matches]:
    matcher = Matcher(Glossary(terms))
    listed = [[matcher.search(text) for text in texts]]
    return naming.added([[segment(text) for text in texts]], listed, PAIR, lambda _: False)[0]


def hits_of(*texts: str, glossary: tuple[Term, ...] = ()) -> list[tuple[str, ...]]:
    return [
        tuple(hit.wanted for hit in found.hits if recognised(hit))
        for found in found_in(texts, glossary)
    ]


def test_a_sentence_without_terms_has_the_names_that_it_has_without_a_list() -> None:
    texts = ["Bupati Drajat Wicaksana Putra hadir.", "Ganda Putra Indonesia Juara di Kuala Tebing"]
    listed = (Term("Drajat Wicaksana Putra", ""),)
    assert hits_of(*texts)[1] == hits_of(*texts, glossary=listed)[1]
    assert hits_of(*texts, glossary=listed)[0] == ()
    address = "Surat ke bupati@periuk.example sudah dijawab."
    alone = hits_of(*texts, address)
    assert alone[1:] == hits_of(*texts, address, glossary=listed)[1:]


def draft(source: str, target: str) -> Draft:
    return Draft(source, found_in([source])[0].hits, Candidate(target, -0.5))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((TEXT, "Menurut Rumbewas, itu wajar."), [("Melki Rumbewas",), ("Rumbewas",)]),
        (("Gubernur Melki Rumbewas hadir, kata Rumbewas.",), [("Melki Rumbewas",)]),
        (("MENTERI ARUNA WIRASENA HADIR DI KANTOR",), [()]),
        (("Hari itu hujan.",), [()]),
    ],
)
def test_a_sentence_holds_each_name_once(
    texts: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    assert hits_of(*texts) == expected


def test_a_term_of_the_glossary_goes_before_a_name() -> None:
    assert hits_of(TEXT, glossary=(Term("Melki Rumbewas", "Melky R."),)) == [()]


@pytest.mark.parametrize(
    ("target", "mended"),
    [
        ("Governor Melki Rumbewaz met Russians.", "Governor Melki Rumbewas met Russians."),
        ("Governor Melky Rumbawas met Russians.", "Governor Melki Rumbewas met Russians."),
        ("Governor Melki Rumbewas met Russians.", "Governor Melki Rumbewas met Russians."),
        ("Melki Rumbewaz's guests are Russian.", "Melki Rumbewas's guests are Russian."),
        ("The governor met Russians.", "The governor met Russians."),
    ],
)
def test_a_respelled_name_is_put_right_in_its_place(target: str, mended: str) -> None:
    assert naming.held(draft(TEXT, target), PAIR).draft.free.text == mended


def test_a_name_that_begins_both_sentences_may_look_less_alike() -> None:
    source = "Rika menegaskan hal itu, kata Rika Andayasa."
    before = naming.held(draft(source, "Rica stressed this, Andayasa said."), PAIR)
    assert before.draft.free.text.startswith("Rika stressed")


def test_the_rendering_of_a_listed_name_is_no_respelling() -> None:
    source = "Menteri Rusidan Halim mengunjungi Rusia."
    before = naming.held(draft(source, "Minister Halim visited Russia."), PAIR)
    assert before.draft.free.text == "Minister Halim visited Russia."


def test_a_name_that_stands_twice_in_both_needs_no_ladder() -> None:
    source = "Kata Rumbewas, Gubernur Rumbewas hadir."
    target = "Rumbewas said Governor Rumbewas came."
    assert len(naming.held(draft(source, target), PAIR).draft.hits) == 2


def test_a_name_that_english_repeats_is_not_asked_for() -> None:
    before = naming.held(draft(TEXT, "Melki Rumbewas came. Melki Rumbewas met Russians."), PAIR)
    assert before.draft.hits == ()


@pytest.mark.parametrize(
    ("free", "final", "outcome", "rung"),
    [
        ("Melki Rumbewas came.", "Melki Rumbewas came.", Outcome.PINNED, Rung.FREE),
        ("Melki Rumbewaz came.", "Melki Rumbewas came.", Outcome.PINNED, Rung.REPLACED),
        ("He came.", "He came.", Outcome.FLAGGED, Rung.NONE),
    ],
)
def test_the_result_says_how_a_name_came_to_stand_there(
    free: str, final: str, outcome: Outcome, rung: Rung
) -> None:
    one = draft(TEXT, free)
    before = naming.held(one, PAIR)
    spans = [Span(0, 14) if outcome is Outcome.PINNED else None for _ in before.draft.hits]
    told = tuple(
        HitResult(h, outcome, Rung.FREE if s else Rung.NONE, s)
        for h, s in zip(before.draft.hits, spans, strict=True)
    )
    (result,) = naming.settled(one, before, Pinned(final, -0.5, told, False)).results
    assert (result.outcome, result.rung, result.hit) == (outcome, rung, one.hits[0])


@pytest.mark.parametrize(
    ("target", "whole"),
    [
        ("Aid came from Rum Rumbewas in time.", "Aid came from Rumbewas in time."),
        ("Aid came from Melki Rumbewas.", "Aid came from Melki Rumbewas."),
        ("Aid came from Mr Rumbewas.", "Aid came from Mr Rumbewas."),
    ],
)
def test_a_piece_of_a_name_does_not_stay_before_it(target: str, whole: str) -> None:
    one = draft("Bantuan datang, kata Rumbewas.", "Aid came.")
    before = naming.held(one, PAIR)
    at = target.index("Rumbewas")
    told = tuple(
        HitResult(hit, Outcome.PINNED, Rung.REPLACED, Span(at, at + 8)) for hit in before.draft.hits
    )
    done = naming.settled(one, before, Pinned(target, -0.5, told, False))
    assert done.target == whole
    assert [r.span.of(done.target) for r in done.results if r.span] == ["Rumbewas"]


def test_a_translated_head_is_accepted_and_its_first_form_asked_for() -> None:
    source = "Ia kuliah di Universitas Tunas Cendana."
    for fine in ("Universitas Tunas Cendana", "Tunas Cendana University", "the Tunas Cendana"):
        before = naming.held(draft(source, f"He studies at {fine}."), PAIR)
        assert before.draft.free.text == f"He studies at {fine}."
        assert [hit.wanted for hit in before.draft.hits] == ["Tunas Cendana University"]


def test_a_place_may_be_spelled_as_english_does() -> None:
    one = draft("Ia tinggal di Kalabria.", "He lives in Calabria.")
    before = naming.held(one, PAIR)
    assert before.draft.free.text == "He lives in Calabria."
    assert [hit.accepted for hit in before.draft.hits] == [("Calabria",)]
