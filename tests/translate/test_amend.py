"""What the model wrote wrong and what can only mean one thing is put right, and nothing else."""

from __future__ import annotations

import pytest

from glossary.match import Matches
from glossary.term import Span
from translate.amend import amended
from translate.languages import load_language
from translate.model import Kind, Origin, Segment
from translate.settled import Known

PAIR = ("id", "en")

RIGHT = [
    ("kata dia, Sabtu (14/3/2026).", "he said, Saturday (Nov. 14, 2026).", "March 14, 2026"),
    ("sampai Senin (16/3).", "until Monday (Oct. 16).", "March 16"),
    ("Senin (21/08/2023)", "Monday (June 21, 2023)", "August 21, 2023"),
    ("pada 1.2.2024", "on Feb. 11, 2024", "February 1, 2024"),
    ("kata dia, Senin (18/12).", "he said on Monday (Nov. 18, 12).", "Monday (December 18)."),
    ("kata dia, Senin (1/12).", "he said on Monday (Nov. 12).", "(December 1)"),
    ("kata dia, Kamis (1/11).", "he said on Thursday (Nov. 11).", "(November 1)"),
    ("Senin (1/12)", "Monday (Nov. 12), Tuesday (Nov. 13)", "(December 1), Tuesday (Nov. 13)"),
    ("pada pukul 10.45 WITA.", "at 10:45 p.m. Central Indonesia Time.", "10:45 a.m. C"),
    ("3.450", "3.450", "3,450"),
    ("sebanyak 3.450 rumah rusak", "3.450 houses were damaged", "3,450"),
    ("denda Rp5.000.000,00", "a fine of Rp 5,000,000,000", "Rp 5,000,000.00"),
    ("pada kuartal IV 2025.", "in the first quarter of 2025.", "in the fourth quarter of 2025."),
    ("Triwulan III naik 1 persen", "First-quarter up 1 percent", "Third-quarter up 1 percent"),
    ("pada kuartal ke-4", "in Q1", "in Q4"),
    ("semester II 2025", "the first half of 2025", "the second half of 2025"),
    ("12.500 orang dan 300 mobil", "125,000 people and 30 cars", "12,500 people and 300 cars"),
]

LEFT = [
    ("kata dia, Sabtu (14/3/2026).", "he said, Saturday (March 14, 2026)."),
    ("tanggal 31/2/2026", "on March 3, 2026"),  # no such day
    ("kata dia, Sabtu (14/3/2026).", "he said on Saturday."),  # no place for it
    ("14 Maret 2026", "May 14, 2026"),  # in words: the finding alone tells
    ("pada 2 orang", "to 3 people"),
    ("Rp1.500 juta", "Rp 15 million"),  # in words: there may be other noughts in these
    ("12.500 orang", "13,500 people"),
    ("pukul 10.45 malam", "at 10:45 p.m."),
    ("pukul 10.45 WITA", "at 9:45 p.m."),
    ("kuartal IV 2025", "the fourth quarter of 2025"),
    ("kuartal IV 2025", "the last quarter of 2025"),
    ("kuartal IV 2025", "the second half of 2025"),
    ("abad XIX", "the 18th century"),  # another number may want another ending
    ("kuartal III dan kuartal IV", "the first quarter and the second quarter"),  # which is which?
    ("kuartal IV dibanding kuartal III", "the first quarter"),
    ("kuartal III", "the first quarter and the second quarter"),
    ("Senin (18/12) dan (5/12)", "Monday (Dec. 18), (Dec. 5) and Nov. 3"),  # one too many
]


@pytest.mark.parametrize(("source", "target", "wanted"), RIGHT)
def test_a_certain_value_takes_the_place_of_the_wrong_one(
    source: str, target: str, wanted: str
) -> None:
    made = amended(source, target, (), PAIR).text
    assert wanted in made
    assert amended(source, made, (), PAIR).text == made


@pytest.mark.parametrize(("source", "target"), LEFT)
def test_what_is_right_or_uncertain_stays_as_it_is(source: str, target: str) -> None:
    assert amended(source, target, (), PAIR).text == target


def place(target: str, words: str) -> Span:
    start = target.index(words)
    return Span(start, start + len(words))


def test_the_spans_of_terms_go_along_with_the_text() -> None:
    target = "The sea wall was opened (Nov. 4, 2026) by the Ambassador."
    terms = (place(target, "sea wall"), None, place(target, "Ambassador"))
    made = amended("Tanggul dibuka (4/3/2026) oleh Duta Besar.", target, terms, PAIR)
    assert made.text == "The sea wall was opened (March 4, 2026) by the Ambassador."
    assert [span and span.of(made.text) for span in made.kept] == ["sea wall", None, "Ambassador"]


def test_the_rendering_of_a_term_is_never_touched() -> None:
    target = "It is called Plan 3.450 here."
    terms = (place(target, "Plan 3.450"),)
    assert amended("Namanya Plan 3.450 di sini.", target, terms, PAIR).text == target


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
