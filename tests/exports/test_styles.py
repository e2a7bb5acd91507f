"""Colours that can be read, letters that can be told apart, languages that have names."""

from __future__ import annotations

import pytest

from exports.docx.shorten import shortened
from exports.docx.styles import CHARACTERS, PARAGRAPHS
from exports.flags import FLAGS, UNKNOWN, flag_of, raised
from exports.wording import ENGLISH, language_name, locale, wording
from translate.look.theme import COLOURS, Tint, contrast
from translate.model import Kind

GROUNDS = (Tint.PAPER, Tint.BAND, Tint.MARGIN, Tint.ERROR_GROUND)


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    "name", [name for name, letters in CHARACTERS.items() if letters.color or letters.ground]
)
def test_marked_words_keep_their_contrast(name: str) -> None:
    letters = CHARACTERS[name]
    grounds = (letters.ground,) if letters.ground else GROUNDS
    assert min(contrast(COLOURS[letters.color], COLOURS[ground]) for ground in grounds) >= 4.5


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_paragraphs_keep_their_contrast(name: str) -> None:
    color = PARAGRAPHS[name].letters.color or Tint.INK
    grounds = (Tint.ACCENT,) if color == Tint.PAPER else GROUNDS
    assert min(contrast(COLOURS[color], COLOURS[ground]) for ground in grounds) >= 4.5


def test_each_letter_stands_for_one_flag() -> None:
    letters = [flag.letter for flag in (*FLAGS, UNKNOWN)]
    assert len(set(letters)) == len(letters)
    assert "".join(letters) == "TNULRQASC!"


@pytest.mark.parametrize(
    ("check", "letter"),
    [
        ("term", "T"),
        ("number", "N"),
        ("echo", "U"),
        ("untranslated", "U"),
        ("length", "L"),
        ("empty", "L"),
        ("cut", "L"),
        ("divided", "L"),
        ("repetition", "R"),
        ("quotes", "Q"),
        ("name", "A"),
        ("confidence", "C"),
        ("something-new", "!"),
    ],
)
def test_a_check_raises_its_letter(check: str, letter: str) -> None:
    assert flag_of(check).letter == letter


def test_no_findings_raise_no_flags() -> None:
    assert raised([]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one  two\nthree", "one two three"),
        ("one two three four", "one two three…"),
        ("one two threes four", "one two…"),
        ("a" * 30, "a" * 13 + "…"),
        ("", ""),
    ],
)
def test_long_texts_are_cut_at_a_word(text: str, expected: str) -> None:
    assert shortened(text, 14) == expected


def test_an_unknown_language_is_instructed_in_english_and_named_by_its_code() -> None:
    assert wording("xx") is ENGLISH
    assert (language_name("xx"), locale("xx")) == ("xx", "xx")


@pytest.mark.parametrize(
    ("lang", "name", "tag"),
    [("id", "Indonesian", "id-ID"), ("en-GB", "English", "en-GB"), ("ms", "Malay", "ms-MY")],
)
def test_languages_have_names_and_proofing_tags(lang: str, name: str, tag: str) -> None:
    assert (language_name(lang), locale(lang)) == (name, tag)


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_language_of_instruction_labels_the_same_kinds(lang: str) -> None:
    assert wording(lang).lang == lang
    assert set(wording(lang).labels) == set(ENGLISH.labels) < set(Kind)
