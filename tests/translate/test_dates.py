"""Dates stand in one style, that of the calendar, where it is certain that they are dates."""

from __future__ import annotations

import pytest

from glossary.term import Span
from translate.dates import in_style, on_one_clock, written

PAIR = ("id", "en")


def styled(source: str, target: str, *taken: Span, pair: tuple[str, str] = PAIR) -> str:
    for place, text in in_style(source, target, taken, pair):
        target = target[: place.start] + text + target[place.end :]
    return target


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ((2, 5, 2024), "May 2, 2024"),
        ((14, 3, None), "March 14"),
        ((29, 2, None), "February 29"),
        ((29, 2, 2023), ""),
        ((31, 4, 2024), ""),
        ((1, 13, None), ""),
    ],
)
def test_a_date_is_written_by_the_calendar(date: tuple[int, int, int | None], line: str) -> None:
    assert written(*date, "en") == line


def test_the_calendar_is_that_of_the_language() -> None:
    assert written(2, 5, 2024, "en-GB") == "2 May 2024"
    assert written(2, 5, None, "de") == "2. Mai"


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("pada 14 Maret 2026 dia", "On 14 March 2026 he", "On March 14, 2026 he"),
        ("Kamis (22/11)", "Thursday (Nov. 22)", "Thursday (November 22)"),
        ("Kamis (22/11)", "Thursday (22 Nov)", "Thursday (November 22)"),
        ("5 Mei 2020", "May 5 2020", "May 5, 2020"),
        ("3 Mei, 4 Juni 2020", "3 May, Jun. 4, 2020", "May 3, June 4, 2020"),
        ("3/3 sampai 4/4", "on 3 March until Apr. 4.", "on March 3 until April 4."),
    ],
)
def test_a_plain_date_gets_the_one_style(source: str, target: str, right: str) -> None:
    assert styled(source, target) == right
    assert styled(source, right) == right


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("14 dan 16 Maret", "14 and 16 March"),
        ("14-16 Maret 2024", "14-16 March 2024"),
        ("antara 3 sampai 5 Mei", "3 to 5 May"),
        ("tanggal 5 Mei", "the 5th of May"),
        ("5 Mei", "5 may"),
        ("Gerakan 30 September", "the movement of 13 October"),
        ("bulan Maret 2024", "in March 2024"),
        ("1 April 2024", "1 April 2024"),
    ],
)
def test_what_is_no_single_date_of_both_stays(source: str, target: str) -> None:
    assert styled(source, target) == target


def test_the_rendering_of_a_term_stays() -> None:
    assert styled("G 30 September itu", "The 30 September Movement", Span(4, 16)) == (
        "The 30 September Movement"
    )


@pytest.mark.parametrize(
    ("target", "right"),
    [
        ("at 14:30 p.m. Western Time.", "at 14:30 Western Time."),
        ("at 14.30 pm on Monday, 23:05 PM", "at 14.30 on Monday, 23:05"),
        ("“It ended at 14:30 p.m.”", "“It ended at 14:30.”"),
        ("at 14:30 p.m.", "at 14:30."),
        ("at 2:30 p.m., 12:15 p.m. and 10:45 a.m. there", None),
        ("Psalm 14:30 pmx", None),
    ],
)
def test_no_half_of_the_day_is_told_twice(target: str, right: str | None) -> None:
    done = target
    for place, text in on_one_clock("", target, (), PAIR):
        done = done[: place.start] + text + done[place.end :]
    assert done == (right or target)


def test_a_time_in_the_rendering_of_a_term_stays() -> None:
    target = "The 14:30 p.m. Club"
    assert list(on_one_clock("", target, [Span(4, 19)], PAIR)) == []
