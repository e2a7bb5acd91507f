"""What is known of the names of a language: its word list and what tells a name."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from glossary.naming.cues import Cues
from glossary.naming.rendered import Heads
from glossary.naming.words import Words
from translate.languages.lists import lines_of


@cache
def words_of(lang: str) -> Words:
    """The ordinary words of a language code; none if it has no word list."""
    if not files("translate.languages").joinpath(f"{lang}.words.txt").is_file():
        return Words()
    table = _table(lang)
    affixes, more = table.get("affixes", {}), table.get("words", {}).get("ordinary", "")
    return Words(
        frozenset(lines_of(f"{lang}.words.txt")),
        tuple(affixes.get("prefixes", ())),
        tuple(affixes.get("suffixes", ())),
        tuple(affixes.get("clitics", ())),
        frozenset((*lines_of(f"{lang}.rare.txt"), *more.split())),
    )


@cache
def cues_of(lang: str) -> Cues:
    """What tells a name in a language; without a word list nothing does."""
    return Cues.of(_table(lang).get("cues", {}), words_of(lang))


@cache
def heads_of(source_lang: str, target_lang: str) -> Heads:
    """How the target language writes the heads of names; nothing is known without a table."""
    table = _table(f"{source_lang}-{target_lang}")
    words = {
        name: frozenset(w.replace("_", " ") for w in row.split())
        for name, row in table.get("words", {}).items()
    }
    forms, sides = (
        {name: tuple(row) for name, row in table.get(part, {}).items()}
        for part in ("heads", "sides")
    )
    return Heads(forms, sides, **words)


@cache
def articled(source_lang: str, target_lang: str) -> frozenset[str]:
    """Last words of names that the target language puts an article before: Sea, Nations."""
    words = _table(f"{source_lang}-{target_lang}").get("names", {}).get("articled", "")
    return frozenset(words.split())


@cache
def capitals_of(source_lang: str, target_lang: str) -> frozenset[str]:
    """Words that have a capital in the target language only, in lower case: Minister, Muslim."""
    words = _table(f"{source_lang}-{target_lang}").get("names", {}).get("capitals", "")
    return frozenset(words.split())


@cache
def spelling_of(source_lang: str, target_lang: str) -> tuple[tuple[str, str], ...]:
    """What the source language writes for letters of foreign names in the target language."""
    return tuple(_table(f"{source_lang}-{target_lang}").get("spelling", {}).items())


def _table(lang: str) -> dict[str, Any]:
    path = files("translate.languages").joinpath(f"{lang}.names.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
