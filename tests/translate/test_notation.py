"""Numbers in the notation of the source are told, those in the target's are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks import notation


def told(source: str, target: str) -> list[str]:
    found = list(notation.find(source, target, "id", "en"))
    return [f.span.of(target) for f in found if f.span is not None]


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("2.345 rumah rusak", "2.345 houses were damaged", ["2.345"]),
        ("1.234.567 orang", "1.234.567 people", ["1.234.567"]),
        ("suhu 37,5 derajat", "a temperature of 37,5 degrees", ["37,5"]),
        ("pukul 14.30 WIB", "at 14,30 WIB", ["14,30"]),
        ("12.500", "12.500", ["12.500"]),
        ("2.345 rumah", "2,345 houses", []),
        ("Rp1,5 triliun", "Rp 1.5 trillion", []),
        ("pukul 14.30 WIB", "at 14.30 WIB", []),
        ("pukul 14.30 WIB", "at 14:30 WIB", []),
        ("tanggal 13.3.2024", "on 13.3.2024", []),
        ("versi 2.0", "version 2.0", []),
        ("lihat 10.1.2.3", "see 10.1.2.3", []),
        ("sebanyak 500 orang", "some 500 people", []),
    ],
)
def test_a_number_is_told_only_if_it_would_be_misread(
    source: str, target: str, wrong: list[str]
) -> None:
    assert told(source, target) == wrong


def test_the_right_way_to_write_it_is_named() -> None:
    (finding,) = notation.find("1.234,5 ton", "1.234,5 tons", "id", "en")
    assert finding.message == "“1.234,5” is written as in the source; here it should be 1,234.5."


def test_languages_of_one_notation_and_unknown_ones_have_no_findings() -> None:
    assert list(notation.find("2.345", "2.345", "id", "de")) == []
    assert list(notation.find("2.345", "2.345", "xx", "en")) == []


@given(st.integers(1000, 10**9))
def test_a_grouped_number_must_be_regrouped(value: int) -> None:
    english = f"{value:,}"
    indonesian = english.replace(",", ".")
    assert told(indonesian, english) == []
    assert told(indonesian, indonesian) == [indonesian]
