"""A run as it stands after its review: the reviewer's words in place of the draft's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from translate.memory.recall import recalled
from translate.memory.unit import MemoryUnit
from translate.model import Bitext, Origin, Translation
from translate.review.decide import Decision, Verdict, decide
from translate.review.rows import ReviewFile

__all__ = ["Applied", "applied", "settled", "unapproved", "with_units"]

SETTLED = (Origin.MEMORY, Origin.COPIED, Origin.RULE)


@dataclass(frozen=True, slots=True)
class Applied:
    """The bitext with the reviewer's words; `unread` are sentences whose words could not be told
    from their neighbours', so that they stand as they were sent."""

    bitext: Bitext
    unread: tuple[str, ...]


def applied(review: ReviewFile, *, approve_unchanged: bool = False) -> Applied:
    """Put what a review file says now into the bitext that it was made from.

    What the reviewer approved has the origin memory, as if it had been imported before.
    """
    reading = decide(review, approve_unchanged=approve_unchanged)
    verdicts = {verdict.translation.segment.id: verdict for verdict in reading.verdicts}
    draft = review.manifest
    made = tuple(_after(t, verdicts.get(t.segment.id)) for t in draft.translations)
    unread = tuple(
        t.segment.id
        for t in draft.translations
        if (verdict := verdicts.get(t.segment.id)) is None or verdict.after is None
    )
    return Applied(replace(draft, translations=made), unread)


def _after(translation: Translation, verdict: Verdict | None) -> Translation:
    if verdict is None or verdict.after is None:
        return translation
    approved = verdict.decision is Decision.APPROVED
    origin = Origin.MEMORY if approved else translation.origin
    if verdict.after == translation.target:
        return replace(translation, origin=origin)
    return _reworded(translation, verdict.after, origin)


def _reworded(translation: Translation, target: str, origin: Origin) -> Translation:
    """Other words: terms are looked for anew, findings and formatting lay in the old ones."""
    hits = recalled(target, [result.hit for result in translation.hits])
    return replace(
        translation, target=target, origin=origin, hits=hits, findings=(), waived=(), runs=()
    )


def with_units(bitext: Bitext, units: Mapping[str, MemoryUnit]) -> Bitext:
    """The bitext with approved units (by their source) in place of drafts."""

    def done(translation: Translation) -> Translation:
        unit = units.get(translation.segment.text)
        if unit is None or translation.origin is Origin.MEMORY:
            return translation
        if unit.target == translation.target:
            return replace(translation, origin=Origin.MEMORY)
        return _reworded(translation, unit.target, Origin.MEMORY)

    return replace(bitext, translations=tuple(map(done, bitext.translations)))


def settled(translation: Translation) -> bool:
    """True for what a person approved and for what needs no approval."""
    return translation.origin in SETTLED


def unapproved(bitext: Bitext) -> tuple[str, ...]:
    """The ids of the sentences that are still a machine's."""
    return tuple(t.segment.id for t in bitext.translations if not settled(t))
