"""The number or letter of a list item is no part of its sentence: it is copied, and never decoded.

The model takes "1. 4 unit mobil" for 1.4, writes "A." for "a." or begins another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from glossary.term import TermHit
from translate.pin import Pinned

__all__ = ["Numbered", "without_number"]

# No capital with a full stop, which may be an initial; no "1. 500", which may be a thousand.
_ONE = r"\d{1,3}[.)]|[a-z][.)]|[A-Z]\)|[IVX]{2,5}[.)]|\((?:\d{1,3}|[a-z])\)"
_CHAPTER = r"\d{1,2}(?:\.\d){1,3}\.?(?=\s+[A-Z])"
_NUMBER = re.compile(rf"(?:{_ONE}|{_CHAPTER})\s+(?!\d{{3}}\b)(?=\S)")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence with its terms, and the `number` with the blank that went before it; mostly
    empty."""

    number: str
    text: str
    hits: tuple[TermHit, ...]

    def restored(self, made: Pinned) -> Pinned:
        """What was made of the sentence, with the number in front, in source and target alike."""
        by = len(self.number)
        if not by or not made.target:
            return made
        results = tuple(
            replace(r, hit=_shifted(r.hit, by), span=r.span.shifted(by) if r.span else None)
            for r in made.results
        )
        return replace(made, target=self.number + made.target, results=results)


def without_number(text: str, hits: Sequence[TermHit]) -> Numbered:
    """The sentence without the number in front of it, which stays where a term begins with it."""
    found = _NUMBER.match(text)
    by = found.end() if found else 0
    if any(hit.span.start < by for hit in hits):
        by = 0
    return Numbered(text[:by], text[by:], tuple(_shifted(hit, -by) for hit in hits))


def _shifted(hit: TermHit, by: int) -> TermHit:
    return replace(hit, span=hit.span.shifted(by)) if by else hit
