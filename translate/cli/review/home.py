"""The work of `dwibahasa review`: read the file, decide, write the memory, tell what was done."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from translate.cli import say
from translate.cli.chosen import limits_for, memory_of
from translate.cli.review.pair import Taken, clash_data, take, tell_clashes, write_clashes
from translate.cli.review.report import Wanted
from translate.memory.file import MemoryFile
from translate.memory.place import memory_path
from translate.review.accept import Accepted, accept, undo
from translate.review.decide import Decision, Reading, Verdict
from translate.review.report import report
from translate.review.rows import ReviewFile

__all__ = ["Wanted", "import_review", "undo_review"]


def import_review(
    files: Sequence[str],
    *,
    memory: str | None,
    revisions: str,
    approve_unchanged: bool,
    accept_sources: bool = False,
    run: str | None = None,
    replace: bool,
    wanted: Wanted,
    conflicts: str | None,
    as_json: bool,
) -> int:
    """Take one reviewed file in, or two of one run, print what was done; the exit code.

    `revisions` is final, original or refuse-if-any, `conflicts` the file for what two reviewers
    disagree about, `run` the file as it was sent.
    """
    wanted.prepare()
    limits_for(files)
    taken = take(
        files,
        revisions,
        approve_unchanged=approve_unchanged,
        accept_sources=accept_sources,
        run=run,
    )
    review, reading = taken.review, taken.reading
    path = conflicts or str(Path(files[0]).with_suffix(".conflicts.docx"))
    write_clashes(taken, path, force=wanted.force)
    wanted.write(lambda: report(taken.name, review, reading, taken.clashes))
    options = f"{revisions} {approve_unchanged} {replace}" + " sources" * accept_sources
    digest = hashlib.sha256((taken.digest + options).encode()).hexdigest()
    with MemoryFile(memory_path(memory_of(memory, files[0]))) as store:
        done = accept(store, review, reading, name=taken.name, digest=digest, replace=replace)
        where = str(store.path)
    file = " + ".join(files)
    if as_json:
        told = _data(file, review, reading, done)
        told |= {"disagreements": clash_data(taken)} if len(files) > 1 else {}
        say.data(told)
    else:
        _tell(file, taken, done, where)
        tell_clashes(taken, path)
    return 3 if done.conflicts or taken.clashes else 0


def undo_review(*, memory: str | None, as_json: bool) -> None:
    """Take the last import back and print what was done."""
    with MemoryFile(memory_path(memory_of(memory))) as store:
        done = undo(store)
    if as_json:
        say.data({"undone": done and asdict(done)})
    elif done is None:
        say.line("There is no import to take back.")
    else:
        say.line(f"{done.file}, imported {done.imported}, was taken back:")
        say.line(f"  {done.removed} units removed, {done.restored} put back as they were")
        for source in done.kept:
            say.line(f"  changed since, and kept: {source}")


def _counts(reading: Reading) -> dict[str, int]:
    times = Counter(verdict.decision for verdict in reading.verdicts)
    return {decision.value: times[decision] for decision in Decision}


def _tell(file: str, taken: Taken, done: Accepted, path: str) -> None:
    review, reading = taken.review, taken.reading
    clashed = {clash.one.translation.segment.id for clash in taken.clashes}
    counts = _counts(reading)
    edited = sum(verdict.changed for verdict in reading.of(Decision.APPROVED))
    say.line(f"{file}: {len(review.rows)} rows, {len(reading.verdicts)} sentences")
    told = ", ".join(f"{counts[kind]} {kind}" for kind in ("query", "ignored", "undecided"))
    say.line(f"  {counts['approved']} approved ({edited} of them edited), {told}")
    if done.before:
        say.line(f"  imported before, at {done.before}: nothing was changed")
    else:
        say.line(
            f"  {done.added} added, {done.changed} changed, {done.same} there already → {path}"
        )
    for verdict in reading.of(Decision.QUERY):
        if verdict.translation.segment.id in clashed:
            continue
        say.line(f"  query    {verdict.translation.segment.id}: {verdict.translation.segment.text}")
        if verdict.changed and verdict.after:
            say.line(f"           proposed: {verdict.after}")
        elif verdict.after is None and verdict.shown:
            say.line(f"           proposed, with its neighbours: {verdict.shown}")
    for problem in reading.problems:
        say.line(f"  {problem.kind:<8} {f'{problem.row} ' if problem.row else ''}{problem.message}")
    for remark in review.remarks:
        about = f" on “{remark.anchor}”" if remark.anchor else ""
        say.line(f"  comment  {remark.row} {remark.author}{about}: {' '.join(remark.text.split())}")
    for row in review.rows:
        if row.note:
            say.line(f"  note     {row.id}: {' '.join(row.note.split())}")
    for proposal in reading.proposals:
        say.line(f"  term     {proposal.row}: {proposal.source} = {proposal.target}")
    for conflict in done.conflicts:
        say.line(f"  conflict {conflict.row}: {conflict.source}")
        say.line(f"           {conflict.where}: {conflict.theirs}")
        say.line(f"           {conflict.row}: {conflict.ours}")


def _data(file: str, review: ReviewFile, reading: Reading, done: Accepted) -> dict[str, Any]:
    memory = asdict(done) | {"backup": str(done.backup) if done.backup else None}
    return {
        "file": file,
        "run": review.run,
        "document": review.document_id,
        "counts": _counts(reading),
        "memory": memory,
        "sentences": [_verdict(verdict) for verdict in reading.verdicts],
        "problems": [asdict(problem) for problem in reading.problems],
        "comments": [asdict(remark) for remark in review.remarks],
        "notes": [{"row": row.id, "text": row.note} for row in review.rows if row.note],
        "terms": [asdict(proposal) for proposal in reading.proposals],
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    segment = verdict.translation.segment
    return {
        "id": segment.id,
        "row": verdict.row,
        "decision": verdict.decision.value,
        "changed": verdict.changed,
        "source": segment.text,
        "new_source": verdict.source,
        "before": verdict.translation.target,
        "after": verdict.after,
        "shown": verdict.shown,
        "assigned": verdict.how,
        "author": verdict.author,
        "made": verdict.made,
        "waived": list(verdict.waived),
    }
