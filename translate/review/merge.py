"""Two reviews of one run put together: compared with the draft sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate.review.assign import same
from translate.review.decide import Decision, Reading, Verdict
from translate.review.problems import Problem

__all__ = ["Clash", "Merged", "merge"]


@dataclass(frozen=True, slots=True)
class Clash:
    """A sentence for which two reviewers want different things."""

    one: Verdict
    other: Verdict


@dataclass(frozen=True, slots=True)
class Merged:
    """What two reviews say together; sentences in `clashes` are queries in `reading`."""

    reading: Reading
    clashes: tuple[Clash, ...] = ()


def merge(one: Reading, other: Reading, names: tuple[str, str]) -> Merged:
    """Put two readings of the same run together; `names` are those of the files.

    Equal texts for equal sources agree. Where one reviewer edited a sentence, and the other left it
    as it was or found it right, the edit is taken. Different edits clash, and so does an approval
    with a query or a skip. A query beside an undecided sentence stays a query.
    """
    theirs = {v.translation.segment.id: v for v in other.verdicts}
    ours = {v.translation.segment.id for v in one.verdicts}
    verdicts: list[Verdict] = []
    clashes: list[Clash] = []
    for verdict in one.verdicts:
        second = theirs.get(verdict.translation.segment.id)
        found = verdict if second is None else _together(verdict, second)
        if found is None and second is not None:
            clashes.append(Clash(verdict, second))
            found = replace(verdict, decision=Decision.QUERY, after=None, waived=())
        verdicts += [found] if found else []
    verdicts += [v for id, v in theirs.items() if id not in ours]
    problems = [*_named(one.problems, names[0]), *_named(other.problems, names[1])]
    proposals = tuple(dict.fromkeys((*one.proposals, *other.proposals)))
    return Merged(Reading(tuple(verdicts), tuple(problems), proposals), tuple(clashes))


def _together(one: Verdict, other: Verdict) -> Verdict | None:
    """What two verdicts come to; None if they clash."""
    decisions = {one.decision, other.decision}
    if decisions == {Decision.APPROVED}:
        return _approved(one, other)
    if len(decisions) == 1:
        return _equal(one, other)
    if Decision.UNDECIDED in decisions:
        return other if one.decision is Decision.UNDECIDED else one
    if decisions == {Decision.QUERY, Decision.IGNORED}:
        return one if one.decision is Decision.QUERY else other
    return None


def _approved(one: Verdict, other: Verdict) -> Verdict | None:
    if one.source != other.source:
        return None
    if same(one.after or "", other.after or ""):
        names = dict.fromkeys([*one.author.split(", "), *other.author.split(", ")])
        return replace(
            one,
            author=", ".join(filter(None, names)),
            made=max(one.made, other.made),
            waived=tuple(dict.fromkeys((*one.waived, *other.waived))),
        )
    if one.changed and other.changed:
        return None
    return one if one.changed else other


def _equal(one: Verdict, other: Verdict) -> Verdict | None:
    """Two queries, or two skips: a proposal in one of them is kept, two different ones clash."""
    if one.decision is not Decision.QUERY or not other.changed:
        return one
    if not one.changed:
        return other
    return one if same(one.after or "", other.after or "") else None


def _named(problems: Sequence[Problem], name: str) -> Iterator[Problem]:
    yield from (replace(p, message=f"{p.message} ({name})") for p in problems)
