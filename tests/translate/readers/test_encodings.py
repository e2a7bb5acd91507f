"""From bytes to text: every encoding is read, and what was assumed is said."""

from __future__ import annotations

import codecs

import pytest

from translate.languages import load_language
from translate.readers.clean import clean
from translate.readers.decode import decode

ID = load_language("id")
TEXT = (
    "Warga berkata: “Kami menolak rencana itu.” Rapat di Café Élan pun bubar – begitu saja.\n" * 5
)


@pytest.mark.parametrize(
    ("raw", "encoding", "noted"),
    [
        (TEXT.encode(), "utf-8", False),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", False),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", False),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", False),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le", False),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be", False),
        (TEXT.encode("cp1252"), "windows-1252", True),
    ],
)
def test_the_text_comes_back_whatever_it_was_written_in(
    raw: bytes, encoding: str, noted: bool
) -> None:
    found = decode(raw, ID)
    assert (found.text, found.encoding) == (TEXT, encoding)
    assert bool(found.notes) is noted


def test_utf_16_without_a_mark_is_recognised_and_noted() -> None:
    text = "Warga menolak rencana jalan baru itu. " * 9
    found = decode(text.encode("utf-16-le"), ID)
    assert found.text == text
    assert "no byte order mark" in found.notes[0]


def test_a_guess_is_named_and_asks_for_a_look() -> None:
    note = decode("Café itu ramai sekali sejak pagi.".encode("cp1252"), ID).notes[0]
    assert "windows-1252" in note
    assert "check accents" in note


def test_a_few_broken_bytes_do_not_make_utf_8_something_else() -> None:
    raw = TEXT.encode() + b"\xff rusak"
    found = decode(raw, ID)
    assert found.text == TEXT + "\ufffd rusak"
    assert found.notes == ("1 damaged character shown as \ufffd (read as utf-8)",)


def test_cyrillic_in_an_old_encoding_is_detected() -> None:
    text = "Жители деревни отвергли план новой дороги и разошлись по домам. " * 8
    found = decode(text.encode("cp1251"), load_language("ru"))
    assert "Жители деревни" in found.text
    assert found.notes


def test_a_text_cut_in_the_middle_of_a_utf_16_character_is_read() -> None:
    found = decode(codecs.BOM_UTF16_LE + "Warga".encode("utf-16-le") + b"\x41", ID)
    assert found.text.startswith("Warga")
    assert "damaged" in found.notes[0]


@pytest.mark.parametrize(
    ("text", "cleaned", "notes"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n", 0),
        ("a\x00b\x07c", "abc", 1),
        ("a\ud800b", "ab", 1),
        ("a\ufffeb", "ab", 1),
        ("a\u00adb\u200bc\ufeffd", "abcd", 0),
        ("a\u202eb", "ab", 0),
        ("a\u2028b\x0cc", "a b c", 0),
        ("cafe\u0301", "café", 0),
        ("a  b", "a  b", 0),
    ],
)
def test_cleaning_removes_only_what_cannot_stay(text: str, cleaned: str, notes: int) -> None:
    found, said = clean(text)
    assert found == cleaned
    assert len(said) == notes


def test_endless_accents_on_one_letter_are_shortened() -> None:
    found, _ = clean("a" + "\u0301\u0323" * 100_000 + "b")
    assert len(found) < 50
    assert found.endswith("b")
