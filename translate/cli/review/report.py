"""The work of `dwibahasa review report`: numbers and edits of a review, as a page or as JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from translate import output, registry
from translate.cli import say
from translate.cli.review.reviewed import reviewed
from translate.review.decide import decide
from translate.review.effort import Effort
from translate.review.report import Report, report

__all__ = ["Wanted", "report_review"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The report that a command should write, if any; its ending says in which format."""

    path: str | None
    force: bool

    def prepare(self) -> None:
        """See that it can be written, before any work. Raises UsageError or OutputError."""
        if self.path is not None:
            registry.load(registry.REPORTS, _ending(self.path))
            output.prepare(Path(self.path), force=self.force)

    def write(self, found: Callable[[], Report]) -> None:
        """Write what was `found`, if a report is wanted at all."""
        if self.path is not None:
            form = registry.load(registry.REPORTS, _ending(self.path))()
            output.write(Path(self.path), form.render(found()))


def report_review(
    file: str,
    *,
    out: str | None,
    revisions: str,
    force: bool,
    as_json: bool,
    run: str | None = None,
) -> None:
    """Write a report on a reviewed file, or print it for machines."""
    usual = None if as_json else str(Path(file).with_suffix(".report.html"))
    wanted = Wanted(out or usual, force)
    wanted.prepare()
    _, review = reviewed(file, revisions, run)
    found = report(Path(file).name, review, decide(review, approve_unchanged=False))
    wanted.write(lambda: found)
    if as_json:
        say.data(_data(found))
        return
    cost = found.total
    say.line(f"{file}: {len(found.edits)} of {found.sentences} sentences edited")
    say.line(
        f"  {cost.words:,} of {cost.of_words:,} words ({cost.share:.0f} %), chrF {cost.chrf:.1f}"
    )
    say.line(f"  {len(found.proposals)} proposals for the glossary")
    say.line(f"  → {wanted.path}")


def _data(found: Report) -> dict[str, Any]:
    return {
        "file": found.file,
        "run": found.run,
        "reviewers": list(found.reviewers),
        "made": found.made,
        "counts": {decision.value: n for decision, n in found.counts.items()},
        "sentences": found.sentences,
        "edited": len(found.edits),
        "effort": _effort(found.total),
        "edits": [
            {
                "id": edit.verdict.translation.segment.id,
                "source": edit.verdict.translation.segment.text,
                "before": edit.verdict.translation.target,
                "after": edit.verdict.after,
                "effort": _effort(edit.effort),
                "difference": [[piece.change.value, piece.text] for piece in edit.pieces],
            }
            for edit in found.edits
        ],
        "findings": [asdict(row) for row in found.findings],
        "terms": [asdict(row) | {"instead": dict(row.instead)} for row in found.terms],
        "proposals": [asdict(row) for row in found.proposals],
    }


def _effort(cost: Effort) -> dict[str, Any]:
    return {
        "characters": cost.characters,
        "of_characters": cost.of_characters,
        "words": cost.words,
        "of_words": cost.of_words,
        "chrf": round(cost.chrf, 2),
    }


def _ending(path: str) -> str:
    return Path(path).suffix.casefold().removeprefix(".")
