"""Languages as data: loading, falling back, and what counts as language-neutral."""

from __future__ import annotations

import pytest

from translate.languages import load_language


def test_a_region_does_not_change_the_language() -> None:
    assert load_language("id-ID") is not None
    assert load_language("id_ID").never == load_language("id").never


@pytest.mark.parametrize("code", ["xx", "default", "../id", ""])
def test_an_unknown_code_gets_the_default_lists(code: str) -> None:
    language = load_language(code)
    assert "dr" in language.never
    assert "kombes" not in language.never


def test_a_language_adds_to_the_default_lists() -> None:
    assert {"dr", "kombes"} <= load_language("id").never


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("Jan 16, 2022 08:40 Asia/Jakarta", True),
        ("(last modified Sun, 16 Jan 2022 01:40:22 GMT )", True),
        ("JAKARTA, KABARKITA.com –", True),
        ("12/03/2024, 14:30 WIB", True),
        ("12 April 2024", True),
        ("Editor: Siti Rahma", True),
        ("Selasa, 12 Maret 2024 14:30 WIB", False),
        ("12 Agustus 2024", False),
        ("Penulis: Siti Rahma", False),
        ("AMERIKA SERIKAT –", False),
        ("pukul 14:30", False),
        ("Jum'at, 12/3/2024", False),
    ],
)
def test_a_line_is_neutral_without_words_of_the_language_itself(text: str, neutral: bool) -> None:
    assert load_language("id").is_neutral(text) is neutral


def test_what_is_neutral_depends_on_the_source_language() -> None:
    assert not load_language("en").is_neutral("March 3, 2024")
    assert load_language("id").is_neutral("March 3, 2024")
