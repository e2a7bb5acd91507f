"""Quarters, semesters and centuries in the words that the model knows: kuartal keempat, abad ke-19.

A Roman number is nothing to it: "kuartal IV" came out as the first quarter, "abad XIX" as the XIX.
Nor are the words in large letters, which look like names: "The fourth Triwulan".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from glossary.casing import raised
from glossary.term import Span, TermHit
from translate.checks.quantities import Value, read
from translate.checks.quantities.lexicon import Lexicon, load_lexicon
from translate.pin import Pinned
from translate.recase import Case, begun, case_of
from translate.told.retold import placed, retold

__all__ = ["Counted", "counted"]

_PERIOD = re.compile(r"([^\W\d_]{2,})[\s-]+(?=\w)")
_FIGURES = re.compile(r"\d+\Z")
_SHORT = re.compile(r"[^\W\d_]\d+|\d+[^\W\d_]")
_BEHIND = re.compile(r"\s*(?:(?P<end>[^\w\s]|\Z)|(?P<year>[12]\d{3})\b|(?P<word>[^\W\d_]+))")


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence as the model is told it; `places` are those that its terms had before, `source`
    is how it was written."""

    text: str
    hits: tuple[TermHit, ...]
    places: tuple[Span, ...]
    source: str

    def restored(self, made: Pinned) -> Pinned:
        """What was made of the sentence, its terms where they stand in it, and its first letter as
        large as that of the source."""
        if self.text == self.source:
            return made
        rows = [(r.span, r.hit.wanted.partition(" ")[0]) for r in made.results if r.span]
        typed = [span for span, first in rows if not first.islower()]
        return placed(replace(made, target=begun(self.source, made.target, typed)), self.places)


def counted(text: str, hits: Sequence[TermHit], lang: str) -> Counted:
    """The sentence with the numbers of its periods as the model knows them; no term is touched."""
    words = load_lexicon(lang)
    edits: list[tuple[Span, str]] = []
    if words is not None and words.periods.first:
        edits = [
            (place, right)
            for place, right in _edits(text, lang, words)
            if not any(hit.span.overlaps(place) for hit in hits)
        ]
    return Counted(*retold(text, hits, edits), tuple(hit.span for hit in hits), text)


def _edits(text: str, lang: str, words: Lexicon) -> Iterator[tuple[Span, str]]:
    word = ""
    for value in read(text, lang):
        right = _right(value, text, words) if value.kind == "period" else ""
        if not right:
            continue
        period = _PERIOD.match(text, value.span.start, value.span.end)
        own = period is not None and period[1].lower() in words.periods.kinds
        if period is not None and own:
            word = period[1] if case_of(text) is not Case.SENTENCE else period[1].lower()
        told = f"{word} {_cased(right, text)}"  # kuartal I dan II: each has its own word
        if told != value.span.of(text):
            yield value.span, told


def _right(value: Value, text: str, words: Lexicon) -> str:
    """The number of a period as it should be told; empty for what is told so, or is no period for
    sure: "tiap kuartal 4 toko ditutup"."""
    kind, number = value.period
    written = value.span.of(text).lower()
    behind = _BEHIND.match(text, value.span.end)
    if _SHORT.fullmatch(written):
        return ""  # Q4 is Q4
    bare = _FIGURES.search(written) and not any(f"{p}-" in written for p in words.periods.prefixes)
    if bare and not (behind and (behind["word"] is None or _is_year(behind["word"], words))):
        return ""
    if kind in words.periods.figures:
        return f"{min(words.periods.prefixes)}-{number}"
    return {n: word for word, n in words.ordinals.items()}.get(int(number), "")


def _is_year(word: str, words: Lexicon) -> bool:
    return words.units.get(word.lower()) == "year"


def _cased(words: str, text: str) -> str:
    case = case_of(text)
    if case is Case.CAPITALS:
        return words.upper()
    return raised(words) if case is Case.HEADLINE else words
