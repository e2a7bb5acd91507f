"""Each check finds what it is for, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate import checks
from translate.model import Finding, Severity


def find(source: str, target: str) -> tuple[Finding, ...]:
    return checks.find(source, target, "id", "en")


CLEAN = [
    ("Presiden tiba pada 12 Maret 2024.", "The president arrived on March 12, 2024."),
    ("Kerugian mencapai Rp1,5 triliun.", "Losses reached Rp 1.5 trillion."),
    ("Rapat mulai pukul 14.30 WIB.", "The meeting starts at 14:30 WIB."),
    ("Sebanyak 3 orang tewas.", "Three people died."),
    ("Sebanyak 21.500 orang hadir.", "Some 21,500 people attended."),
    ("Dua orang tewas.", "2 people died."),
    ("Abad ke-19 berakhir.", "The 19th century ended."),
    ('"Kami siap," katanya.', "“We are ready,” he said."),
    ("Anak-anak itu bermain.", "The children played."),
    ("Ia bilang bahwa itu benar.", "He said that that was true."),
    ("Jakarta", "Jakarta"),
    ("Kassym-Jomart Tokayev dan Erlan Karin", "Kassym-Jomart Tokayev and Erlan Karin"),
    ("Ia tiba pada Selasa (12/3/2024).", "He arrived on Tuesday (March 12, 2024)."),
    ("Rapat mulai pukul 14.30 WIB.", "The meeting starts at 2:30 p.m. WIB."),
    ("Puluhan ribu warga mengungsi.", "Tens of thousands of residents fled."),
    ("Gerbang tertutup bagi “tingkat merah”.", "The gate is closed to “red level”."),
    ("Kartu merah untuk Brandt.", "A red card for Brandt."),
    ("Mereka memakai batik dan sarung.", "They wear batik and sarung."),
    (
        "Ia memukul bedug (genderang) di surau.",
        "He beats the bedug (a large drum) in the prayer house.",
    ),
    ("Apakah ia datang?", "Is he coming?"),
    ("Ia bertanya: apakah kita siap?", "He asked whether we are ready?"),
    ("Naik ke Puncak", "Up to the Summit"),
    ("Perusahaan Listrik (PLN) tutup.", "Electricity company PLN is closed."),
    ("Pelan, pelan, pelan, ia naik.", "Slowly, slowly, slowly, he climbed."),
]

WRONG = [
    ("empty", "Presiden tiba.", "  "),
    ("echo", "Presiden tiba di istana pagi ini.", "Presiden tiba di istana pagi ini."),
    ("echo", "Presiden tiba di istana pagi ini.", "The presiden tiba di istana pagi."),
    ("repetition", "Ia menyesal.", "I'm sorry, sorry, sorry, sorry."),
    ("doubled", "Dewan Keamanan bersidang.", "The Security Security Council met."),
    ("repetition", "Ia pergi ke pasar.", "He went to the market, he went to the market, he went."),
    ("quotes", '"Kami siap," katanya.', "We are ready, he said."),
    ("quotes", "Kami siap.", '"We are ready.'),
    ("brackets", "Ia pergi (lagi).", "He left (again."),
    ("brackets", "Ia pergi (lagi).", "He left again."),
    ("garbled", "Harganya €11 juta.", "It costs \ufffd\ufffd11 million."),
    ("number", "Sebanyak 21.500 orang hadir.", "Some 2,150 people attended."),
    ("number", "Sebanyak 14 orang hadir.", "Many people attended."),
    ("number", "Banyak orang hadir.", "Some 250 people attended."),
    ("number", "Empat orang tewas.", "Seven people died."),
    ("number", "Rp1,5 triliun hilang.", "Rp 1.5 billion was lost."),
    ("date", "Rapat pada 17 Mei 2024.", "A meeting on June 17, 2024."),
    ("date", "Rapat pada hari Selasa.", "A meeting on Wednesday."),
    ("time", "Rapat pukul 14.30.", "A meeting at 2:30 a.m."),
    ("measure", "Jaraknya 5 km.", "It is 5 meters away."),
    ("measure", "Harganya Rp5 juta.", "It costs $5 million."),
    ("untranslated", "Ancaman tingkat merah dicabut.", "The threat of the merah level was lifted."),
    ("ending", "Apakah ia datang?", "He is coming."),
    ("ending", "Ia datang.", "He is coming"),
    ("ending", "Menteri mengatakan:", "The minister said."),
    (
        "dropped",
        "Presiden tiba di istana, sedangkan Menteri Wulandari bertemu Sutopo di Wonosobo.",
        "The president arrived at the palace.",
    ),
    ("length", "Presiden menyampaikan pidato panjang tentang anggaran.", "The president."),
    (
        "length",
        "Presiden menyampaikan pidatonya.",
        "The president gave his " + "very long speech " * 5,
    ),
]


@pytest.mark.parametrize(("source", "target"), CLEAN)
def test_a_good_translation_has_no_finding(source: str, target: str) -> None:
    assert find(source, target) == ()


@pytest.mark.parametrize(("check", "source", "target"), WRONG)
def test_a_fault_is_found_by_its_check(check: str, source: str, target: str) -> None:
    assert check in {f.check for f in find(source, target)}


def test_an_empty_target_is_reported_alone() -> None:
    assert [f.check for f in find('"Sebanyak 14 orang."', "")] == ["empty"]


def test_a_wrong_number_is_shown_where_it_stands() -> None:
    (finding,) = find("Ada 500 kapal.", "There are 5,000 ships.")
    assert finding.span is not None
    assert finding.source_span is not None
    assert finding.span.of("There are 5,000 ships.") == "5,000"
    assert finding.source_span.of("Ada 500 kapal.") == "500"


def test_each_occurrence_of_a_number_counts() -> None:
    assert [f.check for f in find("Dari 20 ke 20 lagi.", "From 20 on.")] == ["number"]


@given(st.text(max_size=80), st.text(max_size=80))
def test_spans_lie_in_the_target_whatever_the_text(source: str, target: str) -> None:
    for finding in find(source, target):
        for span, text in ((finding.span, target), (finding.source_span, source)):
            assert span is None or 0 <= span.start < span.end <= len(text)


@given(st.lists(st.sampled_from(list(Severity)), max_size=6))
def test_one_error_outweighs_any_few_warnings(severities: list[Severity]) -> None:
    findings = tuple(Finding("x", s, "") for s in severities)
    expected = sum({"info": 1, "warning": 10, "error": 100}[s.value] for s in severities)
    assert checks.weight(findings) == expected
