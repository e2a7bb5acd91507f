"""A sentence told to the model in other words than it has, and its terms where they stand then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from glossary.term import Span, TermHit
from translate.pin import Pinned

__all__ = ["placed", "retold"]


def retold(
    text: str, hits: Sequence[TermHit], edits: Sequence[tuple[Span, str]]
) -> tuple[str, tuple[TermHit, ...]]:
    """The text with other words in some places, in their order, none of which a term overlaps; the
    terms move along."""
    if not edits:
        return text, tuple(hits)
    parts, last = [], 0
    for place, words in edits:
        parts += [text[last : place.start], words]
        last = place.end
    moved = (replace(h, span=h.span.shifted(_by(h.span.start, edits))) for h in hits)
    return "".join((*parts, text[last:])), tuple(moved)


def placed(made: Pinned, places: Sequence[Span]) -> Pinned:
    """What was made of a sentence, its terms in the places that they have in the source."""
    if all(r.hit.span == place for r, place in zip(made.results, places, strict=True)):
        return made
    rows = zip(made.results, places, strict=True)
    return replace(
        made, results=tuple(replace(r, hit=replace(r.hit, span=place)) for r, place in rows)
    )


def _by(at: int, edits: Sequence[tuple[Span, str]]) -> int:
    """How far a place moves along."""
    return sum(len(words) - len(place) for place, words in edits if place.end <= at)
