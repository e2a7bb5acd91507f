"""The work of `dwibahasa review`: read the file, decide, write the memory, tell what was done."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from translate.cli.chosen import memory_of
from translate.cli.review_report import Wanted
from translate.cli.reviewed import reviewed
from translate.memory.file import MemoryFile
from translate.memory.place import memory_path
from translate.review.accept import Accepted, accept, undo
from translate.review.decide import Decision, Reading, Verdict, decide
from translate.review.rows import ReviewFile, View

__all__ = ["Wanted", "import_review", "undo_review"]


def import_review(
    file: str,
    *,
    memory: str | None,
    revisions: str,
    approve_unchanged: bool,
    replace: bool,
    report: Wanted,
    as_json: bool,
) -> int:
    """Take a reviewed file in, print what was done, and return the exit code.

    `revisions` is final, original or refuse-if-any.
    """
    report.prepare()
    data, review = reviewed(file, revisions)
    reading = decide(review, approve_unchanged=approve_unchanged)
    report.write(file, review, reading)
    view = View.ORIGINAL if revisions == "original" else View.FINAL
    options = f"{view} {approve_unchanged} {replace}"
    digest = hashlib.sha256(data + options.encode()).hexdigest()
    with MemoryFile(memory_path(memory_of(memory, file))) as store:
        done = accept(store, review, reading, name=_name(file), digest=digest, replace=replace)
        path = str(store.path)
    if as_json:
        print(json.dumps(_data(file, review, reading, done), ensure_ascii=False, indent=2))
    else:
        _tell(file, review, reading, done, path)
    return 3 if done.conflicts else 0


def undo_review(*, memory: str | None, as_json: bool) -> None:
    """Take the last import back and print what was done."""
    with MemoryFile(memory_path(memory_of(memory))) as store:
        done = undo(store)
    if as_json:
        print(json.dumps({"undone": done and asdict(done)}, ensure_ascii=False, indent=2))
    elif done is None:
        print("There is no import to take back.")
    else:
        print(f"{done.file}, imported {done.imported}, was taken back:")
        print(f"  {done.removed} units removed, {done.restored} put back as they were")
        for source in done.kept:
            print(f"  changed since, and kept: {source}")


def _name(file: str) -> str:
    """The name of a file without its folder, whatever bytes are in it."""
    return Path(file).name.encode("utf-8", "replace").decode("utf-8")


def _counts(reading: Reading) -> dict[str, int]:
    times = Counter(verdict.decision for verdict in reading.verdicts)
    return {decision.value: times[decision] for decision in Decision}


def _tell(file: str, review: ReviewFile, reading: Reading, done: Accepted, path: str) -> None:
    counts = _counts(reading)
    edited = sum(verdict.changed for verdict in reading.of(Decision.APPROVED))
    print(f"{file}: {len(review.rows)} rows, {len(reading.verdicts)} sentences")
    told = ", ".join(f"{counts[kind]} {kind}" for kind in ("query", "ignored", "undecided"))
    print(f"  {counts['approved']} approved ({edited} of them edited), {told}")
    if done.before:
        print(f"  imported before, at {done.before}: nothing was changed")
    else:
        print(f"  {done.added} added, {done.changed} changed, {done.same} there already → {path}")
    for verdict in reading.of(Decision.QUERY):
        print(f"  query    {verdict.translation.segment.id}: {verdict.translation.segment.text}")
        if verdict.changed and verdict.after:
            print(f"           proposed: {verdict.after}")
    for problem in reading.problems:
        print(f"  {problem.kind:<8} {f'{problem.row} ' if problem.row else ''}{problem.message}")
    for remark in review.remarks:
        about = f" on “{remark.anchor}”" if remark.anchor else ""
        print(f"  comment  {remark.row} {remark.author}{about}: {remark.text}")
    for row in review.rows:
        if row.note:
            print(f"  note     {row.id}: {row.note}")
    for proposal in reading.proposals:
        print(f"  term     {proposal.row}: {proposal.source} = {proposal.target}")
    for conflict in done.conflicts:
        print(f"  conflict {conflict.row}: {conflict.source}")
        print(f"           {conflict.where}: {conflict.theirs}")
        print(f"           {conflict.row}: {conflict.ours}")


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
        "before": verdict.translation.target,
        "after": verdict.after,
        "assigned": verdict.how,
        "author": verdict.author,
        "made": verdict.made,
        "waived": list(verdict.waived),
    }
