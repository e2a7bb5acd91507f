"""Quantities agree by value, however they are written; what differs is told once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.checks.numbers import numbers
from translate.checks.sentence import Sentence


def told(source: str, target: str, source_lang: str = "id", target_lang: str = "en") -> list[str]:
    found = numbers(Sentence(source, target, source_lang, target_lang))
    return [finding.check for finding in found]


SAME = [
    ("Rp1,5 triliun", "Rp 1.5 trillion"),
    ("Rp1,5 triliun", "IDR 1,500 billion"),
    ("Rp 3,5 T", "Rp 3.5 trillion"),
    ("Rp 500 ribu", "Rp 500,000"),
    ("US$ 2,3 miliar", "$2.3 billion"),
    ("2,3 miliar dolar AS", "$2.3bn"),
    ("3,5 persen", "3.5%"),
    ("3.5 persen", "3.5 percent"),
    ("1,500 ton", "1,500 tons"),
    ("1.000.000,50 ton", "1,000,000.50 tons"),
    ("2.345 rumah", "2,345 houses"),
    ("abad ke-19", "the 19th century"),
    ("abad ke-19", "the nineteenth century"),
    ("abad XIX", "the 19th century"),
    ("tahun 1980-an", "the 1980s"),
    ("tahun 80-an", "the 1980s"),
    ("puluhan ribu warga", "tens of thousands of residents"),
    ("puluhan pohon", "dozens of trees"),
    ("ratusan orang", "several hundred people"),
    ("beberapa ribu orang", "thousands of people"),
    ("setengah juta orang", "half a million people"),
    ("dua setengah juta orang", "two and a half million people"),
    ("dua puluh tiga orang", "twenty-three people"),
    ("dua ratus lima belas orang", "two hundred and fifteen people"),
    ("seratus orang", "a hundred people"),
    ("sejuta orang", "one million people"),
    ("dua pertiga suara", "two-thirds of the votes"),
    ("tiga perempat warga", "three quarters of residents"),
    ("kuartal IV 2025", "the fourth quarter of 2025"),
    ("kuartal IV 2025", "Q4 2025"),
    ("kuartal I/2025", "the first quarter of 2025"),
    ("kuartal ke-4", "4Q"),
    ("kuartal ke-4", "the 4th quarter"),
    ("triwulan IV", "fourth-quarter exports"),
    ("kuartal keempat", "the last quarter"),
    ("kuartal I dan II", "the first and second quarters"),
    ("kuartal I, II, dan III", "the first, second and third quarters"),
    ("kuartal pertama hingga ketiga", "the first to third quarters"),
    ("abad ke-17 hingga ke-12", "the 17th to the 12th century"),
    ("dari kuartal I ke kuartal II", "from the first to the second quarter"),
    ("kuartal II dan 3 bulan", "the second quarter and 3 months"),
    ("kuartal IV 2024 dan kuartal IV 2025", "the fourth quarters of 2024 and 2025"),
    ("semester II", "the second half"),
    ("semester I", "the first semester"),
    ("paruh kedua", "H2"),
    ("perempat final", "the quarter-finals"),
    ("kuartal pertama, setengah jam", "the first quarter, half an hour"),
    ("kuartal ketiga", "the third quarter"),
    ("ketiga terdakwa", "all three defendants"),
    ("10-15 juta orang", "10 million to 15 million people"),
    ("3 atau 4 km", "3 or 4 kilometers"),
    ("jembatan 120 meter", "a 120-meter bridge"),
    ("berusia 3,2 juta tahun", "3.2-million-year-old"),
    ("Selasa (12/3/2024)", "Tuesday (March 12, 2024)"),
    ("Selasa (12/3)", "Tuesday, March 12"),
    ("12/3/24", "12 March 2024"),
    ("pukul 10.30 WIB", "at 10:30 a.m."),
    ("pukul 10.30 malam WIB", "at 10:30 p.m."),
    ("pukul 10.00 WIB", "at 10 a.m. Western Indonesia Time"),
    ("13.3.2024", "13.3.2024"),
    ("17 Agustus 1945", "August 17, 1945"),
    ("17 Agustus 1945", "the 17th of August 1945"),
    ("pada hari Minggu", "on Sunday"),
    ("minggu lalu", "last week"),
    ("Minggu lalu ia pergi", "Last week he left"),
    ("pukul 14.30 WIB", "2:30 p.m. WIB"),
    ("pukul 14.30 WIB", "at 14:30"),
    ("pukul 9 pagi", "9 a.m."),
    ("pukul 19.00", "7 p.m."),
    ("pukul 12 siang", "noon"),
    ("kaki lima digusur", "street vendors were evicted"),
    ("di Kepulauan Seribu", "in the Thousand Islands"),
    ("skor 3-1", "a score of 3-1"),
    ("G20 dan F-16", "the G20 and F-16s"),
    ("lihat https://x.id/2024/7", "see the site"),
    ("dua kali lipat", "doubled"),
    ("seorang warga", "one resident"),
    ("Mei Ling pergi", "Mei Ling left"),
    ("ia mungkin pergi", "he may leave"),
]

DIFFERENT = [
    ("number", "Rp1,5 triliun", "Rp 15 trillion"),
    ("number", "Rp1,5 triliun", "Rp 1.5 billion"),
    ("measure", "Rp1,5 triliun", "$1.5 trillion"),
    ("number", "2.345 rumah", "2.345 houses"),
    ("number", "37,5 derajat", "37,5 degrees"),
    ("number", "puluhan ribu warga", "hundreds of thousands of residents"),
    ("number", "dua puluh tiga orang", "thirty-two people"),
    ("number", "setengah juta orang", "five million people"),
    ("number", "abad ke-19", "the 18th century"),
    ("date", "Selasa (12/3/2024)", "Tuesday (April 12, 2024)"),
    ("date", "12/3/2024", "December 3, 2024"),
    ("date", "17 Agustus 1945", "August 17, 1954"),
    ("date", "pada bulan Mei", "in June"),
    ("date", "pada hari Selasa", "on Wednesday"),
    ("time", "pukul 14.30", "2:30 a.m."),
    ("time", "pukul 14.30", "at 13:30"),
    ("time", "pukul 10.30 WIB", "at 10:30 p.m."),
    ("time", "pukul 10.00 WIB", "at 10 p.m. Western Indonesia Time"),
    ("number", "kuartal IV 2025", "the first quarter of 2025"),
    ("number", "kuartal I 2025", "the second quarter of 2025"),
    ("number", "kuartal IV naik 4 persen", "the first quarter rose 4 percent"),
    ("number", "triwulan ke-4", "the 1st quarter"),
    ("number", "kuartal I dan II", "the first and third quarters"),
    ("number", "kuartal pertama", "Q2"),
    ("number", "semester II", "the first half"),
    ("number", "abad XIX", "the 18th century"),
    ("number", "abad X", "the ninth century"),
    ("number", "kuartal IV dibanding kuartal I", "the first quarter against the first quarter"),
    ("measure", "5 km", "5 meters"),
    ("measure", "3 hari", "3 weeks"),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_a_difference_in_writing_is_no_finding(source: str, target: str) -> None:
    assert told(source, target) == []


@pytest.mark.parametrize(("check", "source", "target"), DIFFERENT)
def test_a_difference_in_value_is_told_once(check: str, source: str, target: str) -> None:
    assert told(source, target) == [check]


def test_the_right_way_to_write_a_copied_number_is_named() -> None:
    (finding,) = numbers(Sentence("1.234,5 ton", "1.234,5 tons", "id", "en"))
    assert finding.message == "“1.234,5” is written as in the source; here it should be 1,234.5."


def test_without_number_words_of_a_language_only_digits_are_compared() -> None:
    assert told("2.345 Häuser, drei Tote", "2,345 houses, three dead", "de", "en") == []
    assert told("2.345 Häuser", "2,354 houses", "de", "en") == ["number"]
    assert told("12", "13", "xx", "en") == []


@given(st.integers(1000, 10**9))
def test_a_grouped_number_must_be_regrouped(value: int) -> None:
    english = f"{value:,}"
    indonesian = english.replace(",", ".")
    assert told(f"{indonesian} orang", f"{english} people") == []
    assert told(f"{indonesian} orang", f"{indonesian} people") == ["number"]


def test_a_pasted_table_is_not_compared_number_by_number() -> None:
    assert told("2.345 " * 20_000, "2.345 " * 20_000) == []


@pytest.mark.parametrize("sign", ["/", ".", ":", ".2."])
def test_numbers_of_thousands_of_digits_are_compared_like_others(sign: str) -> None:
    nines = "9" * 5_000
    assert told(f"kode 1{sign}{nines}", f"code 1{sign}{nines}") == []
    assert told(f"kode 1{sign}{nines}", f"code 3{sign}{nines}") == ["number"]
