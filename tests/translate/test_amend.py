"""What the model wrote wrong and what can only mean one thing is put right, and nothing else."""

from __future__ import annotations

import pytest

from glossary.match import Matches
from glossary.term import Form, Span, Term, TermHit
from translate.amend import amended
from translate.languages import load_language
from translate.model import HitResult, Kind, Origin, Outcome, Rung, Segment
from translate.pin import Pinned
from translate.settled import Known

PAIR = ("id", "en")

RIGHT = [
    ("kata dia, Sabtu (14/3/2026).", "he said, Saturday (Nov. 14, 2026).", "March 14, 2026"),
    ("sampai Senin (16/3).", "until Monday (Oct. 16).", "March 16"),
    ("Senin (21/08/2023)", "Monday (June 21, 2023)", "August 21, 2023"),
    ("pada 1.2.2024", "on Feb. 11, 2024", "February 1, 2024"),
    ("3.450", "3.450", "3,450"),
    ("sebanyak 3.450 rumah rusak", "3.450 houses were damaged", "3,450"),
]

LEFT = [
    ("kata dia, Sabtu (14/3/2026).", "he said, Saturday (March 14, 2026)."),
    ("tanggal 31/2/2026", "on March 3, 2026"),  # no such day
    ("kata dia, Sabtu (14/3/2026).", "he said on Saturday."),  # no place for it
    ("14 Maret 2026", "May 14, 2026"),  # in words: the finding alone tells
    ("pada 2 orang", "to 3 people"),
]


@pytest.mark.parametrize(("source", "target", "wanted"), RIGHT)
def test_a_certain_value_takes_the_place_of_the_wrong_one(
    source: str, target: str, wanted: str
) -> None:
    made = amended(source, Pinned(target, 0.0, (), False), PAIR).target
    assert wanted in made
    assert amended(source, Pinned(made, 0.0, (), False), PAIR).target == made


@pytest.mark.parametrize(("source", "target"), LEFT)
def test_what_is_right_or_uncertain_stays_as_it_is(source: str, target: str) -> None:
    assert amended(source, Pinned(target, 0.0, (), False), PAIR).target == target


def result(target: str, words: str) -> HitResult:
    start = target.index(words)
    hit = TermHit(Term("x", words), Span(0, 1), Form.LONG, words)
    return HitResult(hit, Outcome.PINNED, Rung.FREE, Span(start, start + len(words)))


def test_the_spans_of_terms_go_along_with_the_text() -> None:
    target = "The sea wall was opened (Nov. 4, 2026) by the Ambassador."
    terms = (result(target, "sea wall"), result(target, "Ambassador"))
    source = "Tanggul dibuka (4/3/2026) oleh Duta Besar."
    made = amended(source, Pinned(target, 0, terms, False), PAIR)
    assert made.target == "The sea wall was opened (March 4, 2026) by the Ambassador."
    spans = [each.span.of(made.target) for each in made.results if each.span]
    assert spans == ["sea wall", "Ambassador"]


def test_the_rendering_of_a_term_is_never_touched() -> None:
    target = "It is called Plan 3.450 here."
    terms = (result(target, "Plan 3.450"),)
    made = amended("Namanya Plan 3.450 di sini.", Pinned(target, 0, terms, False), PAIR)
    assert made.target == target


@pytest.mark.parametrize(
    ("cell", "target", "origin"),
    [
        ("3.450", "3,450", Origin.RULE),
        ("12,5%", "12.5%", Origin.RULE),
        ("2024", "2024", Origin.COPIED),
        ("1.1.", "1.1.", Origin.COPIED),
    ],
)
def test_bare_figures_are_written_as_the_target_writes_them(
    cell: str, target: str, origin: Origin
) -> None:
    segment = Segment("P1.1", 0, Kind.CELL, Span(0, len(cell)), cell)
    made = Known({}, load_language("id"), "en", True).settle(segment, Matches())
    assert made is not None
    assert (made.target, made.origin, made.findings) == (target, origin, ())
