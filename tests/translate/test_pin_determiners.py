"""An article is put before a term only where English can have one."""

from __future__ import annotations

import pytest

from glossary.term import Span
from translate.pin.determiners import NONE, determiners_of

ENGLISH = determiners_of("en")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("with Pact today", "with the Pact today"),
        ("Pact met", "The Pact met"),
        ("with the Pact", "with the Pact"),
        ("With The Pact", "With The Pact"),
        ("with our Pact", "with our Pact"),
        ("with Asia's Pact", "with Asia's Pact"),
        ("with members' Pact", "with members' Pact"),
        ("(the Pact)", "(the Pact)"),
        ("non-Pact", "non-Pact"),
        ("(Pact)", "(Pact)"),
    ],
)
def test_put(text: str, result: str) -> None:
    start = text.index("Pact")
    assert ENGLISH.put(text, Span(start, start + 4)) == result


def test_a_language_without_a_row_gets_no_article() -> None:
    assert determiners_of("id") is NONE
    assert NONE.put("with Pact", Span(5, 9)) == "with Pact"
    assert determiners_of("en-GB") is ENGLISH


@pytest.mark.parametrize(
    ("before", "term", "result"),
    [
        ("He saw a ", "uprising", "He saw an "),
        ("He saw an ", "putsch", "He saw a "),
        ("An ", "putsch", "A "),
        ("He saw a ", "UN envoy", "He saw a "),
        ("He saw an ", "European envoy", "He saw a "),
        ("He took a ", "kickbacks", "He took "),
        ("He saw the ", "uprising", "He saw the "),
        ("Vitamin A", "uprising", "Vitamin A"),
        ("", "uprising", ""),
    ],
)
def test_the_indefinite_article_agrees_with_the_term(before: str, term: str, result: str) -> None:
    assert ENGLISH.agreed(before, term) == result
    assert NONE.agreed(before, term) == before


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("coup", "putsch", True),
        ("bribes", "kickbacks", True),
        ("bribe", "kickbacks", False),
        ("Ceasefires", "truce", False),
        ("virus", "process", True),
        ("members", "Southern Pact", True),
    ],
)
def test_nouns_take_each_others_place_if_both_are_plural_or_neither(
    old: str, new: str, same: bool
) -> None:
    assert ENGLISH.alike(old, new) is same
    assert NONE.alike(old, new)
