"""A text folded for search: no case, one kind of blank, quote and hyphen, offsets remembered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from glossary.tokens import SAME, identity, normal, tokens

_BLANKS = dict.fromkeys(
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " "
)
_FOLD = str.maketrans(_BLANKS | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")) | SAME
_ODD = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f]")
_GAPS = re.compile(r"\s{2,}")


@dataclass(frozen=True, slots=True)
class Folded:
    """`low` is the folded text; `starts` and `ends` are the places in the original where each of
    its characters begins and ends, None where they are the same. `torn` holds the places in `low`
    where no match may begin or end, because the characters there do not correspond to letters.
    """

    low: str
    starts: Sequence[int] | None = None
    ends: Sequence[int] | None = None
    torn: frozenset[int] = frozenset()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The borders in the original of ``low[start:end]``, which is not empty."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def is_torn(self, start: int, end: int) -> bool:
        """True if the letters of ``low[start:end]`` do not correspond to those of the original."""
        return bool(self.torn) and any(place in self.torn for place in range(start, end))


def key(phrase: str) -> str:
    """What a phrase is searched as."""
    return identity(phrase).casefold()


@cache
def _bare(letter: str) -> str:
    """A letter without its diacritics; one letter stays one letter."""
    apart = unicodedata.normalize("NFD", letter)
    return apart[0] if all(map(unicodedata.combining, apart[1:])) else letter


def bare(text: str) -> str:
    """A text without diacritics, letter by letter, so that its offsets stay."""
    return text if text.isascii() else "".join(map(_bare, text))


def fold(text: str) -> Folded:
    """Fold a text for search."""
    low = _even(text)
    return Folded(low) if low is not None and "  " not in low else _uneven(text)


def _even(text: str) -> str | None:
    """The folded text if each of its characters stands for one of the original, else None."""
    plain = text.translate(_FOLD)
    low = plain.casefold()
    if len(low) != len(text) or _ODD.search(plain):
        return None
    return low if text.isascii() or unicodedata.is_normalized("NFC", text) else None


def _uneven(text: str) -> Folded:
    """The long way, for texts in which characters come and go: part by part between wide gaps."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    torn: set[int] = set()
    done = 0
    for gap in (*_GAPS.finditer(text), None):
        edge = gap.start() if gap else len(text)
        low = _even(text[done:edge])
        if low is not None:
            parts.append(low)
            starts += range(done, edge)
            ends += range(done + 1, edge + 1)
        else:
            _odd(text[done:edge], done, (parts, starts, ends, torn))
        if gap:
            parts.append(" ")
            starts.append(edge)
            ends.append(edge)
            done = gap.end()
    return Folded("".join(parts), starts, ends, frozenset(torn))


def _odd(text: str, at: int, into: tuple[list[str], list[int], list[int], set[int]]) -> None:
    """Add a part token by token; `at` is where it begins in the whole text."""
    parts, starts, ends, torn = into
    for token in tokens(text):
        start, end = token.start + at, token.end + at
        if token.gap:
            parts.append(" ")
            starts.append(start)
            ends.append(start)
        raw = text[token.start : token.end]
        low = normal(raw).casefold()
        if len(low) == len(raw) == len(token.text):
            starts += range(start, end)
            ends += range(start + 1, end + 1)
        else:
            torn.update(range(len(starts) + 1, len(starts) + len(low)))
            starts += [start] * len(low)
            ends += [end] * len(low)
        parts.append(low)
