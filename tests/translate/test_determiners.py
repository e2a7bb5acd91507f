"""An article is put before a term only where English can have one."""

from __future__ import annotations

import pytest

from glossary.term import Span
from translate.languages.determiners import NONE, determiners_of

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
        ("eight Pact envoys", "eight Pact envoys"),
        ("on 14 Pact ships", "on 14 Pact ships"),
        ("the new RUU Pact", "the new RUU Pact"),
        ("“RUU Pact” is", "“RUU Pact” is"),
        ("In Pact circles", "In the Pact circles"),
    ],
)
def test_put(text: str, result: str) -> None:
    start = text.index("Pact")
    assert ENGLISH.put(text, Span(start, start + 4)) == result


@pytest.mark.parametrize(
    ("text", "noun", "found"),
    [
        ("Uprising failed.", "Uprising", ["The uprising failed.", "An uprising failed."]),
        ("“putsch failed.”", "putsch", ["“The putsch failed.”", "“A putsch failed.”"]),
        ("Kickbacks rose.", "Kickbacks", []),
        ("A year ago it failed.", "A year ago", []),
        ("two years ago it failed.", "two years ago", []),
        ("The putsch failed.", "putsch", []),
    ],
)
def test_a_noun_that_opens_a_sentence_may_have_either_article(
    text: str, noun: str, found: list[str]
) -> None:
    start = text.index(noun)
    place = Span(start, start + len(noun))
    assert ENGLISH.openings(text, place) == found
    assert NONE.openings(text, place) == []


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
        ("(a ", "uprising", "(an "),
        ("Seen. A ", "kickbacks", "Seen. A "),
        ("in a ", "crisis", "in a "),
        ("in an ", "series", "in a "),
        ("to the ", "The Hague", "to "),
        ("(the ", "the House", "("),
        ("to the ", "Hague", "to the "),
    ],
)
def test_the_article_agrees_with_the_term(before: str, term: str, result: str) -> None:
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


VOWEL = """uprising EU NGO MP MPs FBI ASEAN F-16 X-ray 8% 80 18 11,000 18th hour honest onerous
unidentified unanswered urgent usher e-mail umbrella IAEA MPR AS S.E."""
CONSONANT = """putsch UN U.S. UAE KPK Xinhua 1 2024 one one-off once university unanimous Ukrainian
useful European"""
UNSURE = "NATO SAR UNESCO HIV 180 1,100 historic hotel Uzbek ‘ (x) Ångström"


@pytest.mark.parametrize(
    ("word", "vowel"),
    [
        *((word, True) for word in VOWEL.split()),
        *((word, False) for word in CONSONANT.split()),
        *((word, None) for word in UNSURE.split()),
    ],
)
def test_a_word_begins_with_a_vowel_to_the_ear(word: str, vowel: bool | None) -> None:
    assert ENGLISH.sounds.vowel(word) is vowel


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("has a archive", {"a": "an"}),
        ("A investigation of an plan", {"A": "An", "an": "a"}),
        ('a "old" and an (university)', {"a": "an", "an": "a"}),
        ("He said: “A accord", {"A": "An"}),
        ("letter a of the law, and vitamin A is", {}),
        ("a historic, an historic, a one-off, an hour", {}),
        ("a 7 a.m. start", {}),
    ],
)
def test_wrong_forms_are_found_where_they_are_certain(text: str, right: dict[str, str]) -> None:
    assert {place.of(text): form for place, form in ENGLISH.forms(text)} == right
    assert NONE.forms(text) == []
