"""A folded text remembers exactly where each of its characters stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.folding import fold, key

PIECES = st.sampled_from(
    ["Kata", " ", "  ", "\n", "\u00a0", "-", "‑", "’", "\u00ad", "\u200b", "é", "e\u0301", "İ", "ß"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Pakta  Selatan", "pakta selatan"),
        ("Pakta\u00a0Selatan", "pakta selatan"),
        ("Al‑Qur’an", "al-qur'an"),
        ("ku\u00adDETA", "kudeta"),
        ("", ""),
    ],
)
def test_what_means_nothing_is_folded_away(text: str, low: str) -> None:
    assert fold(text).low == low
    assert key(text) == low


@given(TEXTS, st.integers(0, 40), st.integers(1, 20))
def test_a_part_of_the_folded_text_is_that_part_of_the_original(
    text: str, start: int, size: int
) -> None:
    folded = fold(text)
    end = min(start + size, len(folded.low))
    part = folded.low[start:end]
    if part.strip() != part or not part or {start, end} & folded.torn:
        return
    first, last = folded.original(start, end)
    assert 0 <= first < last <= len(text)
    assert key(text[first:last]) == part


@given(st.text(max_size=40))
def test_offsets_never_go_back(text: str) -> None:
    folded = fold(text)
    places = [folded.original(i, i + 1) for i in range(len(folded.low))]
    assert places == sorted(places)
    assert all(0 <= start <= end <= len(text) for start, end in places)
