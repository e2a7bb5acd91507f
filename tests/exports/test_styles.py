"""Colours that can be read, letters that can be told apart, languages that have names."""

from __future__ import annotations

import pytest

from exports.docx.flags import FLAGS, UNKNOWN, flag_of, raised
from exports.docx.layout import Palette
from exports.docx.shorten import shortened
from exports.docx.styles import CHARACTERS, FONTS, PARAGRAPHS
from exports.docx.wording import ENGLISH, language_name, locale, wording
from translate.model import Kind

GROUNDS = (Palette.PAPER, Palette.BAND, Palette.ERROR_GROUND)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, between 1 and 21."""

    def luminance(color: str) -> float:
        channels = [int(color[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    "name", [name for name, letters in CHARACTERS.items() if letters.color or letters.ground]
)
def test_marked_words_keep_their_contrast(name: str) -> None:
    letters = CHARACTERS[name]
    grounds = (letters.ground,) if letters.ground else GROUNDS
    assert min(contrast(letters.color, ground) for ground in grounds) >= 4.5


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_paragraphs_keep_their_contrast(name: str) -> None:
    color = PARAGRAPHS[name].letters.color or Palette.INK
    grounds = (Palette.ACCENT,) if color == Palette.PAPER else GROUNDS
    assert min(contrast(color, ground) for ground in grounds) >= 4.5


def test_every_slot_of_word_has_a_font() -> None:
    assert set(FONTS) == {"ascii", "hAnsi", "eastAsia", "cs"}


def test_each_letter_stands_for_one_flag() -> None:
    letters = [flag.letter for flag in (*FLAGS, UNKNOWN)]
    assert len(set(letters)) == len(letters)
    assert "".join(letters) == "TNULRQAC!"


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
