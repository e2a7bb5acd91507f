"""What `dwibahasa glossary add --from-review` does: terms of a review, one by one into a list."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import typer

from glossary.errors import GlossaryError
from glossary.formats.rows import Pair
from translate.cli import say
from translate.cli.glossary.edit import append
from translate.cli.review.reviewed import reviewed
from translate.errors import UsageError
from translate.review.decide import decide
from translate.review.proposals import TermProposal, propose

__all__ = ["Asked", "add_from_review"]

_CONTEXTS = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """How the terms are to be confirmed, and for whom the result is printed."""

    yes: bool
    dry_run: bool
    as_json: bool

    @property
    def by_person(self) -> bool:
        """True if somebody sits at a terminal and should be asked."""
        return not (self.yes or self.dry_run or self.as_json) and sys.stdin.isatty()


@dataclass(frozen=True, slots=True)
class _Done:
    """A proposal and what became of it."""

    proposal: TermProposal
    outcome: str
    reason: str = ""


def add_from_review(path: str, file: str, asked: Asked, also: str = "") -> int:
    """Add the terms of a reviewed file to a list; 3 if some contradict the list and were left out.

    Without ``--yes``, and where nobody can be asked, nothing is written. Raises UsageError if
    there is a term on the command line, `also`.
    """
    if also:
        raise UsageError(
            f"'{also}' and --from-review are two things to add.",
            hint="Add them one after the other, in two commands.",
            slug="glossary-add-two",
        )
    _, review = reviewed(file, "final")
    pair = Pair(review.manifest.document.source_lang, review.manifest.target_lang)
    found = propose(decide(review, approve_unchanged=False), pair.source)
    done = [_settle(path, proposal, pair, asked) for proposal in found]
    if asked.as_json:
        rows = [asdict(d.proposal) | {"outcome": d.outcome, "reason": d.reason} for d in done]
        say.data({"list": path, "proposals": rows})
    else:
        _tell(path, file, done)
    return 3 if any(d.outcome == "conflict" for d in done) else 0


def _settle(path: str, proposal: TermProposal, pair: Pair, asked: Asked) -> _Done:
    if not proposal.source:
        return _Done(proposal, "uncertain", "its source words cannot be told; add it by hand")
    if asked.by_person:
        _show(proposal)
        if not typer.confirm(f"Add it to {path}?", default=True):
            return _Done(proposal, "declined")
    elif asked.dry_run or not asked.yes:
        return _Done(proposal, "proposed")
    try:
        added = _append(path, proposal, pair)
    except GlossaryError as error:
        if error.slug != "glossary-conflict":
            raise
        return _Done(proposal, "conflict", error.message)
    return _Done(proposal, "added" if added else "known")


def _append(path: str, proposal: TermProposal, pair: Pair) -> bool:
    term = proposal.as_term()
    try:
        return append(path, term, pair)
    except GlossaryError as error:
        if error.slug != "glossary-entry":
            raise
        return append(path, replace(term, note=""), pair)  # the list has no column for notes


def _show(proposal: TermProposal) -> None:
    say.line("", _entry(proposal))
    for context in proposal.contexts[:_CONTEXTS]:
        blank = " " * len(context.id)
        say.line(f"  {context.id}  {context.source}", f"  {blank}  {context.after}")


def _entry(proposal: TermProposal) -> str:
    instead = f", for “{proposal.instead}”" if proposal.instead else ""
    return f"{proposal.source or '?'} → {proposal.target}  ({proposal.count}×{instead})"


def _tell(path: str, file: str, done: Sequence[_Done]) -> None:
    for each in done:
        reason = f": {each.reason}" if each.reason else ""
        say.line(f"  {each.outcome:<9} {_entry(each.proposal)}{reason}")
    added = sum(d.outcome == "added" for d in done)
    say.line(
        f"{file}: {len(done)} proposal{'' if len(done) == 1 else 's'}, {added} added to {path}"
    )
    if any(d.outcome == "proposed" for d in done):
        say.line("--yes adds them; on a terminal you are asked one by one.")
