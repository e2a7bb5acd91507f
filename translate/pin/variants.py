"""A source sentence rewritten so that the model sees the terms it must use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glossary.term import TermHit
from translate.model import Rung

_STAND_INS = ("[", "]")


@dataclass(frozen=True, slots=True)
class Variant:
    """A rewritten source; `rungs` says for each hit how it was written, FREE = left as it was."""

    text: str
    rungs: tuple[Rung, ...]


def plain(source: str, markup: tuple[str, str] | None) -> str:
    """The source with the brackets of inline terms replaced, so that they mean nothing else."""
    for bracket, stand_in in zip(markup or (), _STAND_INS, strict=False):
        source = source.replace(bracket, stand_in)
    return source


def write(
    source: str, hits: Sequence[TermHit], rungs: Sequence[Rung], markup: tuple[str, str] | None
) -> Variant:
    """Write each hit as its rung says: INLINE behind the phrase, IN_SOURCE in its place."""
    parts = []
    last = 0
    for hit, rung in zip(hits, rungs, strict=True):
        parts.append(plain(source[last : hit.span.start], markup))
        phrase = plain(hit.span.of(source), markup)
        if rung is Rung.INLINE and markup:
            phrase = f"{phrase} {markup[0]}{hit.wanted}{markup[1]}"
        elif rung is Rung.IN_SOURCE:
            phrase = hit.wanted
        parts.append(phrase)
        last = hit.span.end
    parts.append(plain(source[last:], markup))
    return Variant("".join(parts), tuple(rungs))
