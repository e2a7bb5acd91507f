"""A number told in figures and in words, "7 (tujuh) hari": the model sees it in figures alone.

Words in brackets throw it off its course. They are written anew behind the figures in the target,
where these stand; where they do not, the check of numbers misses the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from glossary.term import Span, TermHit
from translate.checks.quantities import Value, read, spelled, unit_of
from translate.pin import Pinned
from translate.told.retold import placed, retold

__all__ = ["ToldTwice", "told_once"]

_BRACKET = re.compile(r"\s?\(([^\W\d_]+(?: [^\W\d_]+)*)\)")


class Told(NamedTuple):
    """A value that was told in words, and the word for its unit behind these, if there was one."""

    value: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ToldTwice:
    """A sentence and its terms, without the words that were `told`; `places` are those that the
    terms had before, `lang` is the language of the target."""

    text: str
    hits: tuple[TermHit, ...]
    told: tuple[Told, ...]
    places: tuple[Span, ...]
    lang: str

    def restored(self, made: Pinned) -> Pinned:
        """What was made of the sentence, with the words behind the figures."""
        if not self.told:
            return made
        at = 0
        for value, unit in self.told:
            there = (
                v for v in read(made.target, self.lang) if not v.spelled and value in v.of("n")
            )
            ends = (v.span.end for v in there)
            end = next((end for end in ends if end > at), None)
            if end is None or any(r.span and r.span.start < end < r.span.end for r in made.results):
                continue
            words = f" ({spelled(value, self.lang)} {unit}".rstrip() + ")"
            made, at = made.changed(Span(end, end), words), end + len(words)
        return placed(made, self.places)


def told_once(text: str, hits: Sequence[TermHit], pair: tuple[str, str]) -> ToldTwice:
    """The sentence without the words for what is told in figures right before them; as it is if the
    target language does not spell numbers. `pair` are the codes of source and target."""
    cuts: list[Span] = []
    told: list[Told] = []
    for found in _BRACKET.finditer(text) if "(" in text else ():
        cut = Span(*found.span())
        one = _told(text, cut, Span(*found.span(1)), pair)
        if one and spelled(one.value, pair[1]) and not any(h.span.overlaps(cut) for h in hits):
            cuts.append(cut)
            told.append(one)
    places = tuple(hit.span for hit in hits)
    if not cuts:
        return ToldTwice(text, tuple(hits), (), places, pair[1])
    once, moved = retold(text, hits, [(cut, "") for cut in cuts])
    return ToldTwice(once, moved, tuple(told), places, pair[1])


def _told(text: str, cut: Span, inside: Span, pair: tuple[str, str]) -> Told | None:
    """What a bracket tells, if it is the value of the figures right before it, alone or with a word
    for their unit that both languages have: rupiah, yen."""
    values = read(text, pair[0])
    figures = next((v for v in values if v.span.end == cut.start and not v.spelled), None)
    words = next((v for v in values if v.span.start == inside.start and v.spelled), None)
    value = _same(figures, words)
    if not value or words is None or words.span.end > inside.end:
        return None
    unit = text[words.span.end : inside.end].strip().lower()
    if unit and not (words.unit == unit_of(unit, pair[0]) == unit_of(unit, pair[1]) != ""):
        return None
    return Told(value, unit)


def _same(one: Value | None, other: Value | None) -> int:
    """The whole number that two values with the same unit may both mean; 0 if there is none."""
    same = one.of("n") & other.of("n") if one and other and one.unit == other.unit else set()
    return next((int(value) for value in same if value.denominator == 1), 0)
