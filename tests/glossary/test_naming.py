"""Names are recognised by what stands around them, and by what the article shows elsewhere."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.names.annotated import SETS
from benchmarks.names.recognition import measure
from glossary.naming.cues import Cues
from glossary.naming.recognise import recognise
from glossary.term import Span
from translate.languages.naming import cues_of


def called(*texts: str) -> list[tuple[str, str]]:
    """The names in the last of the texts of an article, with their kinds."""
    return [(m.name, str(m.kind)) for m in recognise(texts, cues_of("id"))[-1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Menurut Menteri Luar Negeri Aruna Wirasena, itu wajar.", [("Aruna Wirasena", "person")]),
        ("Ketua panitia, Zulaikho, tersenyum.", [("Zulaikho", "person")]),
        ("Rumah Sumiyatun (54) terbakar.", [("Sumiyatun", "person")]),
        ("Ia bertemu Halim bin Wardoyo kemarin.", [("Halim bin Wardoyo", "person")]),
        ("Ia bertemu Wiryo B. Sutanto kemarin.", [("Wiryo B. Sutanto", "person")]),
        ("Ia tinggal di Cikaracak.", [("Cikaracak", "place")]),
        ("Banjir merendam Desa Karangluhur.", [("Desa Karangluhur", "place")]),
        ("Ia bekerja pada PT Sumber Rejeki.", [("PT Sumber Rejeki", "organisation")]),
        ("Perusahaan Zentrafin bangkrut.", [("Zentrafin", "organisation")]),
        (
            "Direktur PT Karya Bersama Tommy Wiraguna hadir.",
            [("PT Karya Bersama", "organisation"), ("Tommy Wiraguna", "person")],
        ),
        (
            "Wali Kota Fransiska Tanate dan Gubernur Papua Daya hadir.",
            [("Fransiska Tanate", "person"), ("Papua Daya", "place")],
        ),
        ("Hari Senin pemerintah menolak.", []),
        ("Undang-Undang itu berlaku mulai Maret.", []),
        ("Pemerintah tidak menjawab.", []),
    ],
)
def test_a_name_and_its_kind_show_in_what_stands_around_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert called(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Penulis Intan Kusumadewi hadir.", "Intan pergi."), [("Intan", "person")]),
        (("Gubernur Melki Rumbewas hadir.", "Rumbewas pergi."), [("Rumbewas", "person")]),
        (
            ("Gubernur Melki Rumbewas hadir.", "Rumbewas Minta Warga Sabar"),
            [("Rumbewas", "person")],
        ),
        (
            ("Gubernur Melki Rumbewas hadir.", "RUMBEWAS MINTA WARGA SABAR"),
            [("Rumbewas", "person")],
        ),
        (("Warga Minta Jalan Baru Dibangun",), []),
    ],
)
def test_the_article_teaches_what_a_capital_alone_does_not_say(
    texts: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert called(*texts) == expected


def test_a_short_form_belongs_to_the_long_one() -> None:
    found = recognise(
        ["Gubernur Melki Rumbewas hadir.", "Kata Rumbewas, itu wajar."], cues_of("id")
    )
    assert [m.full for text in found for m in text] == ["Melki Rumbewas"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gubernur Melki Rumbewas hadir.", ["Melki Rumbewas"]),
        ("Banjir merendam Desa Karangluhur.", ["Karangluhur"]),
        ("Ia bekerja pada PT Sumber Rejeki.", ["PT Sumber Rejeki"]),
        ("Ia tinggal di Cikaracak.", []),  # another place may have an English name
        ("Paus Klemensius berdoa.", []),  # popes have English names
        ("Ia anggota Partai Fajar Rakyat.", []),
    ],
)
def test_only_what_is_surely_the_same_in_english_is_to_be_copied(
    text: str, expected: list[str]
) -> None:
    found = recognise([text], cues_of("id"))[0]
    assert [m.copied.of(text) for m in found if m.copied] == expected


def test_what_a_list_knows_bounds_a_name_and_is_none_itself() -> None:
    text = "Presiden Rusia Ivan Sokolnikov dan Presiden Rusia hadir."
    known = [Span(9, 14), Span(44, 49)]
    found = recognise([text], cues_of("id"), [known])[0]
    assert [(m.name, str(m.kind)) for m in found] == [("Ivan Sokolnikov", "person")]


def test_a_language_without_a_word_list_gets_no_names() -> None:
    assert recognise(["Frau Tokajewa spricht."], Cues()) == [()]


@given(st.lists(st.text("AaBb ’'-.,\"(Pak) Budi di PT 1é\n", max_size=60), max_size=4))
def test_names_stand_in_order_without_overlap_and_where_they_say(texts: list[str]) -> None:
    for text, found in zip(texts, recognise(texts, cues_of("id")), strict=True):
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))
        for mention in found:
            assert 0 <= mention.span.start < mention.span.end <= len(text)
            copied = mention.copied
            assert copied is None or mention.span.start <= copied.start < copied.end
            assert copied is None or copied.end <= mention.span.end


FLOORS = {
    "open": {"precision": 94, "recall": 96, "kind": 88, "copied precision": 99},
    "blind": {"precision": 92, "recall": 92, "kind": 75, "copied precision": 98},
}


@pytest.mark.parametrize("part", SETS)
def test_recognition_stays_above_its_floors(part: str) -> None:
    figures = measure(part)
    floors = FLOORS[part]
    assert {name: figures[name] for name in floors if figures[name] < floors[name]} == {}
