"""Time zones that the model took for their neighbours, put right: WITA is no Western Time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.term import Span
from translate.checks.names import listed
from translate.languages import load_language

__all__ = ["in_zone"]

_CAPITALS = re.compile(r"\b[A-Z]{2,5}\b")


def in_zone(
    source: str, target: str, taken: Sequence[Span], pair: tuple[str, str]
) -> Iterator[tuple[Span, str]]:
    """Where the target names another zone than the only one of the source, and what should stand
    there; nothing where that is not certain. What overlaps a `taken` place stays."""
    zones = load_language(pair[0]).zones
    told = {word for word in _CAPITALS.findall(source) if word.casefold() in zones}
    if len(told) != 1:
        return
    zone = told.pop()
    ours = _renderings(zone, pair)
    others = {r for other in zones - {zone.casefold()} for r in _renderings(other.upper(), pair)}
    found = [Span(*m.span()) for r in others - set(ours) for m in _whole(r).finditer(target)]
    if not ours or len(found) != 1 or any(_whole(r).search(target) for r in ours):
        return
    place = found[0]
    if not any(place.overlaps(other) for other in taken):
        long = " " in place.of(target)
        yield place, next((r for r in ours if (" " in r) == long), ours[0])


def _renderings(zone: str, pair: tuple[str, str]) -> tuple[str, ...]:
    """What the names that come along have for a zone."""
    return tuple(text for hit in listed(zone, (), *pair) for text in hit.accepted)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
