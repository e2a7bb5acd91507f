"""A number told in figures and in words, "7 (tujuh) hari": the model sees it in figures alone.

Words in brackets throw it off its course. They are written anew behind the figures in the target,
where these stand; where they do not, the check of numbers misses the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from glossary.term import Span, TermHit
from translate.checks.quantities import read, spelled
from translate.pin import Pinned

__all__ = ["ToldTwice", "told_once"]

_BRACKET = re.compile(r"\s?\(([^\W\d_]+(?: [^\W\d_]+)*)\)")


@dataclass(frozen=True, slots=True)
class ToldTwice:
    """A sentence and its terms, without the words for the `values`; `places` are those that the
    terms had before."""

    text: str
    hits: tuple[TermHit, ...]
    values: tuple[int, ...]
    places: tuple[Span, ...]

    def restored(self, made: Pinned, lang: str) -> Pinned:
        """What was made of the sentence, with the words behind the figures; `lang` is that of the
        target."""
        if not self.values:
            return made
        at = 0
        for value in self.values:
            there = (v for v in read(made.target, lang) if not v.spelled and value in v.of("n"))
            ends = (v.span.end for v in there)
            end = next((end for end in ends if end > at), None)
            if end is None or any(r.span and r.span.start < end < r.span.end for r in made.results):
                continue
            words = f" ({spelled(value, lang)})"
            made, at = made.changed(Span(end, end), words), end + len(words)
        rows = zip(made.results, self.places, strict=True)
        results = tuple(replace(r, hit=replace(r.hit, span=place)) for r, place in rows)
        return replace(made, results=results)


def told_once(text: str, hits: Sequence[TermHit], pair: tuple[str, str]) -> ToldTwice:
    """The sentence without the words for what is told in figures right before them; as it is if the
    target language does not spell numbers. `pair` are the codes of source and target."""
    cuts: list[Span] = []
    values: list[int] = []
    for found in _BRACKET.finditer(text) if "(" in text else ():
        cut = Span(*found.span())
        value = _value(text, cut, Span(*found.span(1)), pair[0])
        if value and spelled(value, pair[1]) and not any(h.span.overlaps(cut) for h in hits):
            cuts.append(cut)
            values.append(value)
    places = tuple(hit.span for hit in hits)
    if not cuts:
        return ToldTwice(text, tuple(hits), (), places)
    moved = (replace(h, span=h.span.shifted(-_before(h.span.start, cuts))) for h in hits)
    kept = zip((0, *(c.end for c in cuts)), (*(c.start for c in cuts), len(text)), strict=True)
    return ToldTwice("".join(text[a:b] for a, b in kept), tuple(moved), tuple(values), places)


def _value(text: str, cut: Span, words: Span, lang: str) -> int:
    """The value of the words in a bracket, if they are a number alone and the figures right before
    it mean the same; else 0."""
    found = [v for v in read(text, lang) if v.span.end == cut.start or v.span == words]
    if len(found) != 2 or found[0].spelled or not found[1].spelled:
        return 0
    same = found[0].of("n") & found[1].of("n")
    return next((int(value) for value in same if value.denominator == 1), 0)


def _before(place: int, cuts: Sequence[Span]) -> int:
    """How much was cut out before a place."""
    return sum(len(cut) for cut in cuts if cut.end <= place)
