"""Plurals of nouns: doubled words in a source, regular endings in a target."""

from __future__ import annotations

import re

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


def counted(number: int, thing: str) -> str:
    """A number and what it counts: "1 entry", "2,000 entries"."""
    return f"{number:,} {thing if number == 1 else plural(thing)}"
