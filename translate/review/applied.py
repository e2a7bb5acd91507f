"""A run as it stands after its review: the reviewer's words in place of the draft's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from translate.checks.shared import SHARED
from translate.memory.recall import recalled
from translate.memory.unit import MemoryUnit
from translate.model import Bitext, Origin, Shared, Translation
from translate.review.decide import Decision, Verdict, decide
from translate.review.formatting import formatted
from translate.review.problems import Problem, as_sent, unread
from translate.review.rows import ReviewFile

__all__ = ["Applied", "applied", "settled", "unapproved", "with_units"]

SETTLED = (Origin.MEMORY, Origin.COPIED, Origin.RULE)


@dataclass(frozen=True, slots=True)
class Applied:
    """The bitext with the reviewer's words.

    `unread` tells of rows that stand as they were sent though words may have been written there,
    `remarks` of what else a reader of the result would not expect.
    """

    bitext: Bitext
    unread: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def applied(review: ReviewFile, *, approve_unchanged: bool = False) -> Applied:
    """Put what a review file says now into the bitext that it was made from.

    What the reviewer approved has the origin memory, as if it had been imported before; words that
    cannot be told apart by sentence are `shared`, and right in their paragraph.
    """
    reading = decide(review, approve_unchanged=approve_unchanged)
    verdicts = {verdict.translation.segment.id: verdict for verdict in reading.verdicts}
    draft = review.manifest.translations
    made = formatted(draft, [_after(t, verdicts.get(t.segment.id)) for t in draft])
    bitext = replace(review.manifest, translations=made)
    return Applied(bitext, tuple(unread(review)), tuple(as_sent(review, bitext)))


def _after(translation: Translation, verdict: Verdict | None) -> Translation:
    if verdict is None:
        return translation
    if verdict.shared:
        return _sharing(translation, verdict.shown, verdict.shared)
    after = verdict.after or ""
    approved = verdict.decision is Decision.APPROVED
    if after == translation.target:
        return replace(translation, origin=Origin.MEMORY) if approved else translation
    return _reworded(translation, after, Origin.MEMORY if approved else Origin.MACHINE)


def _sharing(translation: Translation, target: str, shared: Shared) -> Translation:
    """Words of several sentences: the terms that are not among them stand with a neighbour."""
    made = _reworded(translation, target, Origin.MACHINE)
    hits, names = (
        tuple(result for result in results if result.span) for results in (made.hits, made.names)
    )
    return replace(made, hits=hits, names=names, findings=(SHARED,), shared=shared)


def _reworded(translation: Translation, target: str, origin: Origin) -> Translation:
    """Other words: terms and names are looked for anew, findings lay in the old ones."""
    hits, names = (
        recalled(target, [result.hit for result in results])
        for results in (translation.hits, translation.names)
    )
    return replace(
        translation,
        target=target,
        origin=origin,
        hits=hits,
        names=names,
        findings=(),
        waived=(),
        shared=None,
    )


def with_units(bitext: Bitext, units: Mapping[str, MemoryUnit]) -> Bitext:
    """The bitext with approved units (by their source) in place of drafts.

    What a reviewer wrote for a paragraph as a whole stays.
    """

    def done(translation: Translation) -> Translation:
        unit = units.get(translation.segment.text)
        if unit is None or translation.shared or translation.origin is Origin.MEMORY:
            return translation
        if unit.target == translation.target:
            return replace(translation, origin=Origin.MEMORY)
        return _reworded(translation, unit.target, Origin.MEMORY)

    made = [done(translation) for translation in bitext.translations]
    return replace(bitext, translations=formatted(bitext.translations, made))


def settled(translation: Translation) -> bool:
    """True for what a person approved and for what needs no approval."""
    return translation.origin in SETTLED or translation.shared is Shared.APPROVED


def unapproved(bitext: Bitext) -> tuple[str, ...]:
    """The ids of the sentences that are still a machine's."""
    return tuple(t.segment.id for t in bitext.translations if not settled(t))
