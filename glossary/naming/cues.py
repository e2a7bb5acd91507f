"""What tells a name, and its kind, in one language: titles, heads, particles, given names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum

from glossary.naming.words import Words


class NameKind(StrEnum):
    """What bears a name."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cues:
    """Words in lower case that betray names.

    `titles` stand before people (presiden, petani, suaminya); the bearers of `renamed` ones have
    English names of their own (nabi, paus), `governing` ones stand before places, too (gubernur),
    `pairs` are titles of two words. `particles` join parts of a name (bin, van), `given` are common
    given names. `organisations` and `places` begin such names (partai, rumah sakit, desa), those of
    `firms` (PT) are the same in any language; `ends` close names of organisations (Tbk), `sides` of
    places (timur), `events` begin other names (piala). `towns` read like ordinary words.
    `firm_nouns` and `thing_nouns` in small letters stand before organisations and products,
    `locatives` (di, ke) before places, `origins` (dari) before places or people, `links` (dan)
    before anything, `joins` (dan) go on with an office, `speech` (kata, menurut) before people,
    `says` (mengatakan) behind them. `never` are no names though capitalised: months, days.
    """

    words: Words = field(default_factory=Words)
    titles: frozenset[str] = frozenset()
    renamed: frozenset[str] = frozenset()
    governing: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    firms: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    firm_nouns: frozenset[str] = frozenset()
    thing_nouns: frozenset[str] = frozenset()
    locatives: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    says: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()

    def bars(self, word: str) -> bool:
        """True for a word that is never a name, digits aside: Senin, Rp12."""
        low = word.lower()
        return low in self.never or low.rstrip("0123456789.,") in self.never

    def head(self, words: Sequence[str]) -> int:
        """How many words at the beginning of a name are the head of an organisation or a place."""
        for size in (2, 1):
            phrase = " ".join(words[:size]).lower()
            if len(words) >= size and (phrase in self.organisations or phrase in self.places):
                return size
        return 0

    @classmethod
    def of(cls, table: Mapping[str, Sequence[str] | str], ordinary: Words) -> Cues:
        """The cues in a table of words, each row a list or a text with blanks;
        rumah_sakit is one cue of two words."""
        told = {}
        for one in fields(cls):
            row = table.get(one.name, ())
            words = row.split() if isinstance(row, str) else row
            told[one.name] = frozenset(word.replace("_", " ") for word in words)
        return cls(ordinary, **{name: row for name, row in told.items() if name != "words"})
