"""Quarters, semesters and centuries in the words that the model knows: kuartal keempat, abad ke-19.

A Roman number is nothing to it: "kuartal IV" came out as the first quarter, "abad XIX" as the XIX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.casing import raised
from glossary.term import Span, TermHit
from translate.checks.quantities import Value, read
from translate.checks.quantities.lexicon import Lexicon, load_lexicon
from translate.pin import Pinned
from translate.recase import Case, case_of
from translate.retold import placed, retold

__all__ = ["Counted", "counted"]

_PERIOD = re.compile(r"([^\W\d_]{2,})[\s-]+(?=\w)")
_FIGURES = re.compile(r"\d+\Z")
_SHORT = re.compile(r"[^\W\d_]\d+|\d+[^\W\d_]")
_BEHIND = re.compile(r"\s*(?:(?P<end>[^\w\s]|\Z)|(?P<year>[12]\d{3})\b|(?P<word>[^\W\d_]+))")


@dataclass(frozen=True, slots=True)
class Counted:
    """A sentence as the model is told it; `places` are those that its terms had before."""

    text: str
    hits: tuple[TermHit, ...]
    places: tuple[Span, ...]

    def restored(self, made: Pinned) -> Pinned:
        """What was made of the sentence, its terms where they stand in it."""
        return placed(made, self.places)


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
    return Counted(*retold(text, hits, edits), tuple(hit.span for hit in hits))


def _edits(text: str, lang: str, words: Lexicon) -> Iterator[tuple[Span, str]]:
    word = ""
    for value in read(text, lang):
        right = _right(value, text, words) if value.kind == "period" else ""
        if not right:
            continue
        period = _PERIOD.match(text, value.span.start, value.span.end)
        own = period is not None and period[1].lower() in words.periods.kinds
        if period is not None and own:
            word = _small(period[1], text, value.span)
        if period is None or not own:  # kuartal I dan II: each has its own word
            yield value.span, f"{word.lower()} {_cased(right, text)}"
        elif text[period.end() : value.span.end].lower() != right:
            yield value.span, f"{word} {_cased(right, text)}"


def _right(value: Value, text: str, words: Lexicon) -> str:
    """The number of a period as it should be told; empty for what is told so, or is no period for
    sure: "tiap kuartal 4 toko ditutup"."""
    kind, number = next(reading for reading in value.readings if len(reading[0]) > 1)
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


def _small(period: str, text: str, place: Span) -> str:
    """A period without a capital that only its number gave it."""
    first = not text[: place.start].strip("\"'“‘«([ ")
    return period if first or case_of(text) is not Case.SENTENCE else period.lower()


def _cased(words: str, text: str) -> str:
    case = case_of(text)
    if case is Case.CAPITALS:
        return words.upper()
    return raised(words) if case is Case.HEADLINE else words
