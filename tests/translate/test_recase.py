"""Headlines and capitals are made ordinary for the model, and restored in the target."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.term import Span
from translate.languages import load_language
from translate.recase import Case, Recased, begun, case_of, recase

PAIR = ("id", "en")


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Premi Asuransi Kapal Naik Dua Kali dalam Setahun", Case.HEADLINE),
        ("Baca juga: Premi Asuransi Kapal Naik Dua Kali dalam Setahun", Case.HEADLINE),
        ("GEMPA BUMI GUNCANG KOTA", Case.CAPITALS),
        ("Harga beras naik lagi di Jawa Timur", Case.SENTENCE),
        ("Presiden Joko Widodo Bertemu Perdana Menteri Anwar Ibrahim.", Case.SENTENCE),
        ("Anggaran dan kapal baru", Case.SENTENCE),
        ("Jakarta", Case.SENTENCE),
        ("PBB", Case.SENTENCE),
        ("", Case.SENTENCE),
    ],
)
def test_the_case_of_a_text_is_told(text: str, case: Case) -> None:
    assert case_of(text) is case


@pytest.mark.parametrize(
    ("text", "ordinary"),
    [
        ("Harga Beras Naik Lagi di Cianjur", "Harga beras naik lagi di Cianjur"),
        ("“Harga Beras Naik Lagi”", "“Harga beras naik lagi”"),
        ("HARGA BBM NAIK DI CIANJUR", "Harga BBM naik di Cianjur"),
        ("Harga beras naik lagi.", "Harga beras naik lagi."),
        (
            "Banjir Melanda Kuala Lumpur dan Jawa Timur",
            "Banjir melanda Kuala Lumpur dan Jawa Timur",
        ),
        ("Menlu AS Tiba di Korea Selatan Hari Senin", "Menlu AS tiba di Korea Selatan hari Senin"),
        ("BANJIR MELANDA JAWA TIMUR, IRAN DAN PBB", "Banjir melanda Jawa Timur, Iran dan PBB"),
        ("BOSNIA DAN HERZEGOVINA SERAHKAN DATA", "Bosnia dan Herzegovina serahkan data"),
    ],
)
def test_ordinary_words_become_small_and_names_stay(text: str, ordinary: str) -> None:
    assert recase(text, [], PAIR).text == ordinary


def test_what_is_to_be_kept_is_kept() -> None:
    text = "Komite Keamanan Gelar Rapat Tertutup"
    assert recase(text, [Span(0, 15)], PAIR).text == "Komite Keamanan gelar rapat tertutup"


def test_a_language_without_a_word_list_is_left_alone() -> None:
    assert recase("Der Große Tag Beginnt", [], ("de", "en")) == Recased(
        "Der Große Tag Beginnt", Case.SENTENCE
    )


@pytest.mark.parametrize(
    ("case", "target", "restored"),
    [
        (
            Case.HEADLINE,
            "Ship insurance rises twice in a year",
            "Ship Insurance Rises Twice in a Year",
        ),
        (Case.HEADLINE, "Russia's troops don't leave", "Russia's Troops Don't Leave"),
        (Case.HEADLINE, "Held for the 20th time", "Held for the 20th Time"),
        (Case.CAPITALS, "Fuel prices rise", "FUEL PRICES RISE"),
        (Case.CAPITALS, "straße", "straße"),  # would change its length, and spans with it
        (Case.SENTENCE, "Fuel prices rise", "Fuel prices rise"),
    ],
)
def test_the_target_gets_the_case_of_the_source(case: Case, target: str, restored: str) -> None:
    small = load_language("en").headline_small
    assert Recased("", case).restored(target, (), small) == restored


def test_renderings_with_capitals_of_their_own_stay_as_typed() -> None:
    assert Recased("", Case.HEADLINE).restored("Also read: rice rises", [Span(0, 9)]) == (
        "Also read: Rice Rises"
    )


@given(st.text(max_size=60))
def test_lengths_never_change(text: str) -> None:
    recased = recase(text, [], PAIR)
    assert len(recased.text) == len(text)
    for case in Case:
        assert len(Recased("", case).restored(text)) == len(text)


@pytest.mark.parametrize(
    ("source", "target", "begins"),
    [
        ("Gudang pendingin", "cooling warehouse", "Cooling warehouse"),
        ("“Gudang itu", "“the warehouse", "“The warehouse"),
        ("Gudang itu", "The warehouse", "The warehouse"),
        ("gudang itu", "the warehouse", "the warehouse"),
        ("Dua gudang", "2 warehouses", "2 warehouses"),
        ("", "", ""),
    ],
)
def test_a_target_begins_with_a_capital_where_its_source_does(
    source: str, target: str, begins: str
) -> None:
    assert begun(source, target) == begins


def test_a_kept_rendering_begins_as_its_list_writes_it() -> None:
    assert begun("Telepon itu", "iPhone sales", [Span(0, 6)]) == "iPhone sales"
