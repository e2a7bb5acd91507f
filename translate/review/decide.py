"""The decision on each sentence of a reviewed file, and a list of all that was odd about it.

text        MT                      OK        Edited                 Query    Skip
changed     approved                approved  approved               query    ignored
unchanged   undecided, or approved  approved  undecided, a warning   query    ignored
emptied     query                   query     query                  query    ignored
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from translate.model import Origin, Shared, Translation
from translate.review.assign import Assigned, assign, plain, same
from translate.review.notes import Commands, Proposal, commands
from translate.review.problems import Problem, oddities, out_of_place
from translate.review.rows import ReviewFile, ReviewRow
from translate.review.sources import new_sources

__all__ = ["Decision", "Reading", "Status", "Verdict", "decide"]


UNTRANSLATED = (Origin.COPIED, Origin.RULE)


class Status(StrEnum):
    """What a reviewer chose for a row, in lower case."""

    MT = "mt"
    OK = "ok"
    EDITED = "edited"
    QUERY = "query"
    SKIP = "skip"


class Decision(StrEnum):
    """What becomes of a sentence."""

    APPROVED = "approved"
    QUERY = "query"
    UNDECIDED = "undecided"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision on one sentence: its text before and after, and how the latter was found.

    `after` is what the reviewer left, None where it cannot be told from its neighbours: then
    `shared` says what the reviewer thinks of the row, and `shown` are the words that stand there,
    the first of several sentences having those of all. `source` is the sentence as the reviewer
    edited it, if that counts, empty otherwise.
    """

    translation: Translation
    row: str
    decision: Decision
    after: str | None
    how: str
    author: str
    made: str
    waived: tuple[str, ...] = ()
    source: str = ""
    shown: str = ""
    shared: Shared | None = None

    @property
    def changed(self) -> bool:
        """True if the reviewer's text is another one than the draft."""
        return self.after is not None and not same(self.after, self.translation.target)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reviewed file says."""

    verdicts: tuple[Verdict, ...] = ()
    problems: tuple[Problem, ...] = ()
    proposals: tuple[Proposal, ...] = field(default=())

    def of(self, decision: Decision) -> tuple[Verdict, ...]:
        """The verdicts with this decision."""
        return tuple(verdict for verdict in self.verdicts if verdict.decision is decision)


def decide(review: ReviewFile, *, approve_unchanged: bool, accept_sources: bool = False) -> Reading:
    """Decide on every sentence whose row is there once and whole; list everything else.

    With `accept_sources` a sentence whose source was edited is approved with its new source.
    """
    asked = _Asked(approve_unchanged, accept_sources)
    verdicts: list[Verdict] = []
    problems = list(out_of_place(review))
    proposals: list[Proposal] = []
    owners: dict[str, list[Translation]] = {}
    for translation in review.manifest.translations:
        block = review.manifest.document.blocks[translation.segment.block]
        owners.setdefault(block.id, []).append(translation)
        owners[translation.segment.id] = [translation]  # where a row holds one sentence
    remarks: dict[str, list[str]] = {}
    for remark in review.remarks:
        remarks.setdefault(remark.row, []).append(remark.text)
    for row in review.rows:
        terms = _terms(owners.get(row.id, []))
        told = commands(
            "\n".join([row.note, *remarks.get(row.id, ())]), row.id, review.letters, terms
        )
        proposals += told.proposals
        problems += [Problem(row.id, "note", f"“{line}” was not understood") for line in told.wrong]
        problems += oddities(row)
        if row.id not in review.repeated and not row.faults:
            known = _Row(row, owners.get(row.id, []), told, review)
            found = known.verdicts(asked)
            verdicts += found
            problems += known.remarks(found, asked)
    return Reading(tuple(verdicts), tuple(problems), tuple(dict.fromkeys(proposals)))


def _terms(translations: Sequence[Translation]) -> dict[str, str]:
    """The terms of a row by all their words, in lower case: what a finding calls them."""
    found = {}
    for translation in translations:
        for hit in (result.hit for result in translation.hits):
            here = hit.span.of(translation.segment.text)
            for words in (here, hit.term.source, hit.wanted):
                found[words.casefold()] = hit.wanted
    return found


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the user wants beyond the ordinary."""

    approve_unchanged: bool
    accept_sources: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """One row with the sentences that stand in it."""

    row: ReviewRow
    translations: Sequence[Translation]
    told: Commands
    review: ReviewFile

    def verdicts(self, asked: _Asked) -> list[Verdict]:
        """The decision on each sentence."""
        drafts = {t.segment.id: self.review.drafts[t.segment.id] for t in self.translations}
        if not drafts:
            return []
        assigned = assign(self.row, drafts)
        found = [self._verdict(t, assigned, asked.approve_unchanged) for t in self.translations]
        if self.row.source is None or not asked.accept_sources:
            return found
        lang = self.review.manifest.document.source_lang
        segments = [t.segment for t in self.translations]
        return _with_sources(found, new_sources(self.row.source, segments, lang))

    def remarks(self, verdicts: Sequence[Verdict], asked: _Asked) -> Iterator[Problem]:
        """What is odd about the row as a whole."""
        status, id = _status(self.row), self.row.id
        if status is None:
            yield Problem(id, "status", f"has an unknown status “{self.row.status[:40]}”")
        if any(v.after is None or (v.translation.shared and v.changed) for v in verdicts):
            message = "its edits could not be told apart by sentence; those became queries"
            yield Problem(id, "split", message)
        elif any(v.how == "alignment" and v.changed for v in verdicts):
            message = "its edits were given to sentences by alignment, not by bookmarks"
            yield Problem(id, "aligned", message)
        if self.row.source is not None:
            yield Problem(id, "source", _told_of_source(verdicts, asked))
        if status is Status.EDITED and not any(v.changed for v in verdicts):
            yield Problem(id, "unchanged", "is marked as Edited, but nothing was changed")

    def _verdict(
        self, translation: Translation, assigned: Assigned, approve_unchanged: bool
    ) -> Verdict:
        after = assigned.texts[translation.segment.id]
        shown = assigned.shown[translation.segment.id]
        draft = self.review.drafts[translation.segment.id]
        apart = after is not None and same(after, shown) and translation.shared is None
        decision = _decision(_status(self.row), after, draft, approve_unchanged)
        kept = after is not None and same(after, draft)
        if decision is Decision.APPROVED and translation.shared:
            decision = Decision.QUERY  # right in its paragraph, but no translation of its source
        if decision is Decision.APPROVED and translation.origin in UNTRANSLATED and kept:
            decision = Decision.UNDECIDED  # nothing was translated, nothing is to be remembered
        if kept:
            after = translation.target  # as it was made, white space and all
        if same(shown, draft):
            shown = translation.target
        return Verdict(
            translation,
            self.row.id,
            decision,
            after if after is None or kept else plain(after),
            assigned.how,
            ", ".join(self.row.authors) or self.review.author,
            self.row.made or self.review.made,
            self.told.waived if decision is Decision.APPROVED else (),
            shown=shown,
            shared=None if apart else self._thought_of(translation, approve_unchanged),
        )

    def _thought_of(self, translation: Translation, approve_unchanged: bool) -> Shared:
        """What the reviewer thinks of a row whose sentences cannot be told apart."""
        drafts = (self.review.drafts[t.segment.id] for t in self.translations)
        draft, text = " ".join(filter(None, drafts)), plain(self.row.target)
        if translation.shared and not draft and not text:
            draft = text = translation.segment.text  # its words stand in the row of a neighbour
        match _decision(_status(self.row), text, draft, approve_unchanged):
            case Decision.APPROVED:
                return Shared.APPROVED
            case Decision.UNDECIDED if translation.shared:
                return translation.shared
        return Shared.OPEN


def _with_sources(verdicts: Sequence[Verdict], sources: Mapping[str, str | None]) -> list[Verdict]:
    """The verdicts with new sources; an approval whose source cannot be told becomes a query."""

    def sourced(verdict: Verdict) -> Verdict:
        source = sources.get(verdict.translation.segment.id, "")
        if source is None and verdict.decision is Decision.APPROVED:
            return replace(verdict, decision=Decision.QUERY, waived=())
        return replace(verdict, source=source or "")

    return [sourced(verdict) for verdict in verdicts]


def _told_of_source(verdicts: Sequence[Verdict], asked: _Asked) -> str:
    if not asked.accept_sources:
        return "has an edited source, which was ignored"
    if any(v.source and v.decision is Decision.APPROVED for v in verdicts):
        return "has an edited source, which was taken"
    return "has an edited source, but nothing was approved for it"


def _status(row: ReviewRow) -> Status | None:
    """The status of a row; an empty one is a row nobody touched, None one that is unknown."""
    try:
        return Status(row.status.strip().casefold() or Status.MT)
    except ValueError:
        return None


def _decision(
    status: Status | None, after: str | None, draft: str, approve_unchanged: bool
) -> Decision:
    if status is Status.SKIP:
        return Decision.IGNORED
    if status in (Status.QUERY, None) or after is None:
        return Decision.QUERY
    if not after.strip():
        untouched = not draft.strip() and status is not Status.OK
        return Decision.UNDECIDED if untouched else Decision.QUERY
    if not same(after, draft) or status is Status.OK or approve_unchanged:
        return Decision.APPROVED
    return Decision.UNDECIDED
