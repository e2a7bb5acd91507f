"""Word-level differences between two texts."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate.review.difference import Change, difference, marked


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Prices rose.", "Prices rose.", "Prices rose."),
        ("Prices rose.", "Prices fell.", "Prices [-rose-] {+fell+}."),
        ("It rose 5 percent.", "It rose 1,5 percent.", "It rose [-5-] {+1,5+} percent."),
        ("He's in Kyiv.", "He's in Kyiv, Ukraine.", "He's in Kyiv{+, Ukraine+}."),
        ("The price", "The price of rice", "The price {+of rice+}"),
        ("The rice price", "The price", "The [-rice-] price"),
        ("one", "two", "[-one-] {+two+}"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("米価が上昇。", "米価が下落。", "米価が[-上昇-]{+下落+}。"),
    ],
)
def test_what_was_deleted_stands_before_what_was_inserted(
    before: str, after: str, told: str
) -> None:
    assert marked(before, after) == told


@given(st.text(max_size=30), st.text(alphabet="ab .,\n", max_size=30))
@example("a b", "b a")
def test_both_texts_can_be_read_out_of_the_difference(before: str, after: str) -> None:
    pieces = difference(before, after)
    new = "".join(p.text for p in pieces if p.change is not Change.DELETED)
    old = "".join(p.text for p in pieces if p.change is not Change.INSERTED)
    assert new == (after if after.strip() else "")
    assert "".join(old.split()) == "".join(before.split())


@pytest.mark.parametrize(("before", "after"), [("a b " * 900, "b a a " * 600), ("x " * 4000, "y ")])
def test_long_texts_of_repeated_words_take_no_longer_than_others(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(p.text for p in pieces if p.change is not Change.DELETED) == after
    assert len(pieces) > 1


def test_a_long_text_shows_its_one_edit() -> None:
    words = [f"w{n}" for n in range(400)]
    edited = [*words[:200], "new", *words[201:]]
    assert "w199 [-w200-] {+new+} w201" in marked(" ".join(words), " ".join(edited))
