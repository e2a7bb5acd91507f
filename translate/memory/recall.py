"""An approved unit in its document: which terms its words hold now."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.renderings import find_renderings
from glossary.term import Span, TermHit
from translate.model import HitResult, Outcome, Rung

__all__ = ["recalled"]


def recalled(target: str, hits: Sequence[TermHit]) -> tuple[HitResult, ...]:
    """The fate of each hit in an approved target.

    A glossary may have changed since it was approved: a term that it lacks is flagged, the words
    stay.
    """
    spans = find_renderings(target, [hit.wanted for hit in hits])
    return tuple(
        _result(hit, span or _accepted(target, hit)) for hit, span in zip(hits, spans, strict=True)
    )


def _result(hit: TermHit, span: Span | None) -> HitResult:
    if span is None:
        return HitResult(hit, Outcome.FLAGGED, Rung.NONE)
    return HitResult(hit, Outcome.PINNED, Rung.MEMORY, span)


def _accepted(target: str, hit: TermHit) -> Span | None:
    found = (find_renderings(target, [text])[0] for text in hit.accepted)
    return next((span for span in found if span), None)
