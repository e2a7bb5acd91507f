"""Plurals of nouns: doubled words in a source, regular endings in a target."""

from __future__ import annotations

import re
from collections.abc import Collection

_HISSING = re.compile(r"(?:s|x|z|ch|sh)\Z")
_Y = re.compile(r"([^aeiou])y\Z")


def doubled(phrase: str) -> str:
    """The phrase with its first word doubled: negara-negara anggota for negara anggota.

    Only for a first word in lower case; names are not doubled. "" if there is none.
    """
    head, blank, rest = phrase.partition(" ")
    return f"{head}-{head}{blank}{rest}" if head.isalpha() and head.islower() else ""


def plural(phrase: str) -> str:
    """The regular English plural of a phrase: countries for country."""
    if _HISSING.search(phrase):
        return phrase + "es"
    return _Y.sub(r"\1ies", phrase) if _Y.search(phrase) else phrase + "s"


def inflected(words: Collection[str], others: Collection[str]) -> bool:
    """True if one of the words is one of the others, or the plural of one, or has it as plural."""
    return any(
        word in (other, plural(other)) or other == plural(word)
        for word in words
        for other in others
    )


def counted(number: int, thing: str) -> str:
    """A number and what it counts: "1 entry", "2,000 entries"."""
    return f"{number:,} {thing if number == 1 else plural(thing)}"
