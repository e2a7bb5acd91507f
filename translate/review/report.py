"""What a review says about a run: effort, and which findings and terms it was spent on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from translate.memory.recall import recalled
from translate.model import Finding, Origin, Outcome
from translate.review.decide import Decision, Reading, Verdict
from translate.review.difference import Piece, difference
from translate.review.effort import Effort, effort, total
from translate.review.merge import Clash
from translate.review.problems import Problem
from translate.review.proposals import TermProposal, corrected, propose
from translate.review.rows import Remark, ReviewFile

__all__ = ["ByFinding", "ByTerm", "Edit", "Report", "report"]


@dataclass(frozen=True)
class Edit:
    """A sentence that was changed: the words that went and came, and what it took."""

    verdict: Verdict
    effort: Effort

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The text before and after, word by word."""
        return difference(self.verdict.translation.target, self.verdict.after or "")


@dataclass(frozen=True, slots=True)
class ByFinding:
    """The sentences with findings of one check; `check` is empty for those without any finding.

    `edited` of them were changed, at the cost of `words` edited words.
    """

    check: str
    sentences: int
    edited: int
    words: int


@dataclass(frozen=True, slots=True)
class ByTerm:
    """A term in the sentences that were read.

    Of its `times`, the rendering was `corrected` away, or `missing` in the draft; `instead` counts
    what reviewers put in its place. `where` is the entry's file and line.
    """

    source: str
    wanted: str
    where: str
    times: int
    corrected: int
    missing: int
    instead: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A review in numbers, and all that was edited, the most edited first.

    `counts` are the sentences by decision, `total` is over the `sentences` that were read.
    """

    title: str
    file: str
    run: str
    langs: tuple[str, str]
    reviewers: tuple[str, ...]
    made: str
    counts: Mapping[Decision, int]
    sentences: int
    total: Effort
    edits: tuple[Edit, ...]
    findings: tuple[ByFinding, ...]
    terms: tuple[ByTerm, ...]
    proposals: tuple[TermProposal, ...]
    queries: tuple[Verdict, ...]
    remarks: tuple[Remark, ...]
    notes: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    clashes: tuple[Clash, ...] = ()


def report(
    file: str, review: ReviewFile, reading: Reading, clashes: tuple[Clash, ...] = ()
) -> Report:
    """All about one review, or two put together; `file` is its name.

    What was only copied, left out by the reviewer, or cannot be told from its neighbours counts
    in no total.
    """
    document = review.manifest.document
    read = [v for v in reading.verdicts if _counts(v)]
    costs = [effort(v.translation.target, v.after or "") for v in read]
    edits = [Edit(v, cost) for v, cost in zip(read, costs, strict=True) if v.changed]
    names = (name for verdict in reading.verdicts for name in verdict.author.split(", "))
    times = Counter(verdict.decision for verdict in reading.verdicts)
    return Report(
        title=document.title,
        file=file,
        run=review.run,
        langs=(document.source_lang, review.manifest.target_lang),
        reviewers=tuple(dict.fromkeys(filter(None, names))),
        made=max((v.made for v in reading.verdicts), default=review.made),
        counts={decision: times[decision] for decision in Decision},
        sentences=len(read),
        total=total(costs),
        edits=tuple(sorted(edits, key=lambda e: (-e.effort.words, -e.effort.characters))),
        findings=_by_finding(read, costs),
        terms=_by_term(read),
        proposals=propose(reading, document.source_lang),
        queries=reading.of(Decision.QUERY),
        remarks=review.remarks,
        notes=tuple((row.id, row.note) for row in review.rows if row.note),
        problems=reading.problems,
        clashes=clashes,
    )


def _counts(verdict: Verdict) -> bool:
    if verdict.decision is Decision.IGNORED or verdict.after is None:
        return False
    return verdict.translation.origin is not Origin.COPIED or verdict.changed


def _by_finding(read: Sequence[Verdict], costs: Sequence[Effort]) -> tuple[ByFinding, ...]:
    """The check with the most edited words first; sentences without findings last."""
    rows: dict[str, list[tuple[bool, int]]] = {}
    for verdict, cost in zip(read, costs, strict=True):
        for check in sorted(_checks(verdict.translation.findings)) or [""]:
            rows.setdefault(check, []).append((verdict.changed, cost.words))
    found = [
        ByFinding(check, len(row), sum(edited for edited, _ in row), sum(n for _, n in row))
        for check, row in rows.items()
    ]
    return tuple(sorted(found, key=lambda f: (not f.check, -f.words, -f.edited, f.check)))


def _checks(findings: Iterable[Finding]) -> set[str]:
    return {finding.check for finding in findings}


def _by_term(read: Sequence[Verdict]) -> tuple[ByTerm, ...]:
    """The term with the most corrections first."""
    fates: dict[tuple[str, str, str], list[tuple[Outcome, bool, str]]] = {}
    for verdict in read:
        hits = [result.hit for result in verdict.translation.hits]
        kept = recalled(verdict.after or "", hits)
        for before, after in zip(verdict.translation.hits, kept, strict=True):
            lost = verdict.changed and after.outcome is Outcome.FLAGGED
            key = (before.hit.term.source, before.hit.wanted, before.hit.term.where)
            change = corrected(verdict, before) if lost else None
            instead = change.after if change else ""
            fates.setdefault(key, []).append((before.outcome, lost, instead))
    found = [_term(key, fate) for key, fate in fates.items()]
    return tuple(sorted(found, key=lambda t: (-t.corrected, -t.missing, -t.times, t.source)))


def _term(key: tuple[str, str, str], fates: Sequence[tuple[Outcome, bool, str]]) -> ByTerm:
    pinned = [lost for outcome, lost, _ in fates if outcome is Outcome.PINNED]
    instead = Counter(words for _, _, words in fates if words)
    return ByTerm(
        *key,
        times=len(fates),
        corrected=sum(pinned),
        missing=len(fates) - len(pinned),
        instead=tuple(sorted(instead.items(), key=lambda i: (-i[1], i[0]))),
    )
