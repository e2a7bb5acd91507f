"""Datelines, bylines and stamps are rendered by rule, or left to the model whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks.names import ordinary_words
from translate.header import rendered
from translate.languages import load_language

DATES = [
    ("12 Maret 2024 14.30 WIB", "March 12, 2024 14:30 WIB"),
    ("Kamis, 2 Mei 2024 08.00 WIT", "Thursday, May 2, 2024 08:00 WIT"),
    ("Selasa (12/3/2024)", "Tuesday (March 12, 2024)"),
    ("Senin, 5 Agt 2024 | 9.05 WITA", "Monday, August 5, 2024 | 09:05 WITA"),
    ("Jum'at, 17-08-2045", "Friday, August 17, 2045"),
    ("Rabu, 1 Januari 2025, pukul 07.15 WIB", "Wednesday, January 1, 2025, at 07:15 WIB"),
    ("JUMAT, 3 MEI 2024", "FRIDAY, MAY 3, 2024"),
    (
        "(terakhir diubah Rabu, 13 Maret 2024 09.15 WIB)",
        "(last changed Wednesday, March 13, 2024 09:15 WIB)",
    ),
    ("Terakhir diperbarui: 4 Juni 2024", "Last updated: June 4, 2024"),
    ("Bandung, Kamis (2/5/2024)", "Bandung, Thursday (May 2, 2024)"),
    ("Diterbitkan 1 Oktober 2023, 10:00", "Published October 1, 2023, 10:00"),
]
BYLINES = [
    ("Oleh Maria Letsoin dan Yohanis Rumra", "By Maria Letsoin and Yohanis Rumra"),
    (
        "Penulis: Sari Wulandari | Editor: Bagus Nugroho",
        "Author: Sari Wulandari | Editor: Bagus Nugroho",
    ),
    ("Reporter: Tim Liputan", None),
    ("Laporan Bagus A. Nugroho dan Siti", "Report by Bagus A. Nugroho and Siti"),
    ("Oleh Wartawan Kami di Moskow", None),
]
LEFT = [
    "12 Maret 2024 menjadi hari bersejarah",
    "Harga 12.500",
    "Jakarta, 31/13/2024",
    "Rapat Selasa",
    "2 Mei 2024 dini hari",
    "March 12, 2024",
    "",
]


def by_rule(text: str, *, names: bool = False) -> str | None:
    return rendered(text, load_language("id"), "en", ordinary_words("id"), names=names)


@pytest.mark.parametrize(("source", "target"), DATES)
def test_a_line_of_dates_is_rendered_by_the_calendar(source: str, target: str) -> None:
    assert by_rule(source) == target


@pytest.mark.parametrize(("source", "target"), BYLINES)
def test_a_byline_keeps_its_names_and_whatever_else_is_in_it_goes_to_the_model(
    source: str, target: str | None
) -> None:
    assert by_rule(source, names=True) == target


@pytest.mark.parametrize("source", LEFT)
def test_a_line_that_is_not_understood_whole_is_left_to_the_model(source: str) -> None:
    assert by_rule(source) is None


def test_a_pair_without_a_list_of_phrases_is_left_to_the_model() -> None:
    assert rendered("2 Mei 2024", load_language("ms"), "en", frozenset(), names=False) is None


@given(st.text(alphabet="Mei Rabu 0123./:,(-)|dan", max_size=60))
def test_any_line_has_the_same_digits_or_is_left(text: str) -> None:
    made = by_rule(text)
    if made is not None and "/" not in text and "-" not in text:
        assert sum(c.isdecimal() for c in made) - sum(c.isdecimal() for c in text) in (0, 1, 2, 3)
