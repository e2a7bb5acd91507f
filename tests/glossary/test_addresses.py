"""Addresses are found whole and without the punctuation around them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import addresses
from glossary.term import Form, Span, Term, TermHit


def found(text: str) -> list[str]:
    return [hit.span.of(text) for hit in addresses.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lihat https://contoh.go.id/vaksin.", ["https://contoh.go.id/vaksin"]),
        ("(www.contoh.id/a?b=1)", ["www.contoh.id/a?b=1"]),
        ("Kirim ke info@contoh.go.id, ya.", ["info@contoh.go.id"]),
        ("Cuitan @warga_kota dan #BeraniJujur ramai.", ["@warga_kota", "#BeraniJujur"]),
        ("Hubungi 0274-123456 atau +62 812-3456-7890!", ["0274-123456", "+62 812-3456-7890"]),
        ("Telepon 021 555 1234.", ["021 555 1234"]),
        ("Sebanyak 1.500.000 orang pada 2023-2024.", []),
        ("Pukul 08.30 sampai 09.15 WIB.", []),
        ("Skor 0-0 dan nomor #1.", []),
        ("Menang 3-1 @ Jakarta", []),
        ("a@b tanpa titik", []),
    ],
)
def test_addresses_are_found_whole(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_address_is_rendered_as_it_stands() -> None:
    (hit,) = addresses.find("Lihat https://Contoh.id/A_b")
    assert hit.wanted == hit.term.source == "https://Contoh.id/A_b"
    assert hit.term.copies


def test_no_term_is_looked_for_inside_an_address() -> None:
    text = "vaksin di https://contoh.id/vaksin"
    term = Term("vaksin", "vaccine")
    hits = [TermHit(term, Span(n, n + 6), Form.LONG, "vaccine") for n in (0, 28)]
    joined = addresses.joined(addresses.find(text), hits)
    assert [hit.span.of(text) for hit in joined] == ["vaksin", "https://contoh.id/vaksin"]


@given(st.text(alphabet="a0@#.:/+- hwtps", max_size=200))
def test_hits_never_overlap_whatever_the_text(text: str) -> None:
    spans = [hit.span for hit in addresses.find(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
