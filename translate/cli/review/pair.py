"""One reviewed file, or two of the same run put together, for `dwibahasa review import`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from translate import output, registry
from translate.cli import say
from translate.cli.review.reviewed import reviewed
from translate.errors import UsageError
from translate.review.decide import Reading, decide
from translate.review.merge import Clash, merge
from translate.review.rows import ReviewFile, ReviewRow

__all__ = ["Taken", "clash_data", "take", "tell_clashes", "write_clashes"]


_HINT = "Give one reviewed file, or two of the same run by two reviewers."


@dataclass(frozen=True, slots=True)
class Taken:
    """What there is to import: `digest` stands for the bytes of the files."""

    name: str
    digest: str
    review: ReviewFile
    reading: Reading
    clashes: tuple[Clash, ...] = ()


def take(
    files: Sequence[str],
    revisions: str,
    *,
    approve_unchanged: bool,
    accept_sources: bool = False,
    run: str | None = None,
) -> Taken:
    """Read one reviewed file, or two of one run.

    Raises UsageError ``review-too-many`` for more, ``review-twice`` for one that was given twice,
    ``review-other-run`` for two that do not belong together, and what the reading of each raises.
    """
    if len(files) > 2:
        raise UsageError(
            f"{len(files)} reviews cannot be put together.", hint=_HINT, slug="review-too-many"
        )
    read = [reviewed(file, revisions, run) for file in files]
    if len({data for data, _ in read}) < len(read):
        raise UsageError(_told_as_one(*map(Path, files)), hint=_HINT, slug="review-twice")
    readings = [
        decide(review, approve_unchanged=approve_unchanged, accept_sources=accept_sources)
        for _, review in read
    ]
    digest = hashlib.sha256(b"".join(sorted(hashlib.sha256(d).digest() for d, _ in read)))
    names = [_name(file) for file in files]
    one = read[0][1]
    if len(files) == 1:
        return Taken(names[0], digest.hexdigest(), one, readings[0])
    other = read[1][1]
    if (one.run, one.document_id) != (other.run, other.document_id):
        raise UsageError(
            f"{files[0]} and {files[1]} are not reviews of the same run.",
            hint="Import them one after the other; each says on its front page of which run it is.",
            slug="review-other-run",
        )
    merged = merge(readings[0], readings[1], (names[0], names[1]))
    return Taken(
        " + ".join(names), digest.hexdigest(), _both(one, other), merged.reading, merged.clashes
    )


def write_clashes(taken: Taken, path: str, *, force: bool) -> None:
    """Write the file in which somebody decides between two reviewers; nothing without clashes."""
    if taken.clashes:
        form = registry.load(registry.CONFLICTS, "docx")()
        output.prepare(Path(path), force=force)
        output.write(Path(path), form.render(taken.review.manifest, taken.clashes))


def tell_clashes(taken: Taken, path: str) -> None:
    """Print what two reviewers disagree about."""
    for clash in taken.clashes:
        segment = clash.one.translation.segment
        say.line(f"  disagree {segment.id}: {segment.text}")
        for letter, verdict in zip("AB", (clash.one, clash.other), strict=True):
            said = (verdict.shown or "?") if verdict.after is None else verdict.after
            who = ", ".join(filter(None, (letter, verdict.author, verdict.decision.value)))
            say.line(f"           {who}: {said}")
    if taken.clashes:
        say.line(f"  {len(taken.clashes)} to decide → {path}")


def clash_data(taken: Taken) -> list[dict[str, Any]]:
    """The same for machines."""
    return [
        {
            "id": clash.one.translation.segment.id,
            "source": clash.one.translation.segment.text,
            "draft": clash.one.translation.target,
            "choices": [
                {
                    "author": v.author,
                    "decision": v.decision.value,
                    "text": v.after,
                    "shown": v.shown,
                }
                for v in (clash.one, clash.other)
            ],
        }
        for clash in taken.clashes
    ]


def _told_as_one(one: Path, other: Path) -> str:
    if one.resolve() == other.resolve():
        return f"{one} was given twice."
    return f"{one} and {other} are the same file."


def _name(file: str) -> str:
    """The name of a file without its folder, whatever bytes are in it."""
    return Path(file).name.encode("utf-8", "replace").decode("utf-8")


def _both(one: ReviewFile, other: ReviewFile) -> ReviewFile:
    """The first file with the remarks and notes of both."""
    notes = {row.id: row.note for row in other.rows}
    return replace(
        one,
        rows=tuple(_noted(row, notes.get(row.id, "")) for row in one.rows),
        remarks=(*one.remarks, *other.remarks),
        revisions=one.revisions + other.revisions,
    )


def _noted(row: ReviewRow, note: str) -> ReviewRow:
    notes = dict.fromkeys(filter(None, (row.note, note)))
    return replace(row, note="\n".join(notes))
