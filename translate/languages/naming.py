"""What is known of the names of a language: its word list and what tells a name."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from glossary.naming.cues import Cues
from glossary.naming.words import Words


@cache
def words_of(lang: str) -> Words:
    """The ordinary words of a language code; none if it has no word list."""
    path = files("translate.languages").joinpath(f"{lang}.words.txt")
    if not path.is_file():
        return Words()
    lines = path.read_text("utf-8").splitlines()
    affixes = _table(lang).get("affixes", {})
    return Words(
        frozenset(line for line in lines if not line.startswith("#")),
        tuple(affixes.get("prefixes", ())),
        tuple(affixes.get("suffixes", ())),
    )


@cache
def cues_of(lang: str) -> Cues:
    """What tells a name in a language; without a word list nothing does."""
    return Cues.of(_table(lang).get("cues", {}), words_of(lang))


def _table(lang: str) -> dict[str, Any]:
    path = files("translate.languages").joinpath(f"{lang}.names.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
