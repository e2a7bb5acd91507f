"""Offices and institutions behind what they belong to, where the target language wants them.

"Menteri Luar Negeri Kazakhstan" has its attribute behind it; a term that was put in place of the
first three words leaves "Foreign Minister Kazakhstan". English says "Kazakhstan Foreign Minister".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from glossary.casing import is_acronym
from glossary.term import Span, TermHit
from translate.checks.names import listed
from translate.languages.determiners import determiners_of
from translate.languages.naming import cues_of
from translate.pin import Pinned

__all__ = ["in_order"]


def in_order(source: str, pinned: Pinned, pair: tuple[str, str]) -> Pinned:
    """The target with an office or institution behind its country or the acronym it belongs to.

    Both must stand side by side in the source and, in the same order, in the target.
    """
    if not determiners_of(pair[1]).attribute_first:
        return pinned
    for number in range(len(pinned.results)):
        result = pinned.results[number]  # where it stands now
        if result.span is not None and _is_head(source, result.hit, pair[0]):
            behind = next(_behind(source, pinned, result.hit, result.span, pair), None)
            pinned = _swapped(pinned, result.span, behind) if behind else pinned
    return pinned


def _is_head(source: str, hit: TermHit, lang: str) -> bool:
    """True for an office or an institution that is rendered, and written out."""
    if hit.term.copies or is_acronym(hit.wanted) or "(" in hit.wanted:
        return False
    cues = cues_of(lang)
    return hit.span.of(source).split()[0].lower() in cues.titles | cues.organisations


def _behind(
    source: str, pinned: Pinned, head: TermHit, place: Span, pair: tuple[str, str]
) -> Iterator[Span]:
    """What stands right behind a head in both languages: an acronym of the lists, or one of the
    names that come along."""
    start = head.span.end + 1
    for result in pinned.results:
        acronym = is_acronym(result.hit.wanted) and result.hit.span.start == start
        if acronym and result.span and result.span.start == place.end + 1:
            yield result.span
    for hit in listed(source, [head.span], *pair):
        for rendering in hit.accepted if hit.span.start == start else ():
            span = Span(place.end + 1, place.end + 1 + len(rendering))
            whole = not pinned.target[span.end : span.end + 1].isalnum()
            if whole and span.of(pinned.target) == rendering:
                yield span


def _swapped(pinned: Pinned, first: Span, second: Span) -> Pinned:
    """Two places of the target in the other order; as it was if they do not stand side by side,
    or if a term stands across their borders."""
    text = pinned.target
    spans = [result.span for result in pinned.results if result.span]
    across = any(
        span.overlaps(place) and not (place.start <= span.start and span.end <= place.end)
        for span in spans
        for place in (first, second)
    )
    if across or text[first.end : second.start] != " ":
        return pinned
    target = f"{text[: first.start]}{second.of(text)} {first.of(text)}{text[second.end :]}"
    moved = tuple(
        replace(r, span=_moved(r.span, first, second)) if r.span else r for r in pinned.results
    )
    return replace(pinned, target=target, results=moved)


def _moved(span: Span, first: Span, second: Span) -> Span:
    if span.overlaps(first):
        return span.shifted(len(second) + 1)
    if span.overlaps(second):
        return Span(span.start - len(first) - 1, span.end - len(first) - 1)
    return span
