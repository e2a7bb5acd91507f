"""Approved sentences go into the memory: a backup first, then one transaction, or undone again."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from translate.memory.file import MemoryFile, now
from translate.memory.unit import MemoryUnit, key_of
from translate.memory.units import delete, get, insert
from translate.review.decide import Decision, Reading, Verdict
from translate.review.notes import Proposal
from translate.review.rows import Remark, ReviewFile

__all__ = ["Accepted", "Conflict", "Undone", "accept", "undo"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A sentence for which two people approved different texts; neither replaced the other."""

    row: str
    source: str
    theirs: str
    ours: str
    where: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """What an import did to the memory; `before` is the time of an earlier import of the file."""

    added: int = 0
    changed: int = 0
    same: int = 0
    conflicts: tuple[Conflict, ...] = ()
    before: str = ""
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: whose import it took back, and which sentences had changed since."""

    file: str
    imported: str
    removed: int
    restored: int
    kept: tuple[str, ...]


def accept(
    memory: MemoryFile,
    review: ReviewFile,
    reading: Reading,
    *,
    name: str,
    digest: str,
    replace: bool,
) -> Accepted:
    """Write what was approved; the same file (`digest`) is imported once.

    A unit stays if somebody approved another text for its sentence since the draft was made, and
    becomes a conflict, unless `replace`. Raises MemoryFileError; the memory is then as it was.
    """
    with memory.reading() as connection:
        before = _imported(connection, digest)
    if before:
        return Accepted(before=before)
    memory.check()
    backup = memory.path.with_name(memory.path.name + ".backup")
    memory.copy(backup)
    units, conflicts = _agreed(reading.of(Decision.APPROVED), review)
    with memory.writing() as connection:
        before = _imported(connection, digest)
        if before:
            return Accepted(before=before)
        number = connection.execute(
            "INSERT INTO review (digest, file, run, imported, undone) VALUES (?, ?, ?, ?, '')",
            (digest, name, review.run, now()),
        ).lastrowid
        counts = Counter[str]()
        for row, unit, draft in units:
            there = get(connection, unit.source_lang, unit.target_lang, unit.key)
            if there is not None and not replace and there.target not in (unit.target, draft):
                conflicts.append(Conflict(row, unit.source, there.target, unit.target, "memory"))
            else:
                counts[_written(connection, number, there, unit)] += 1
        _noted(connection, number, review.remarks, reading.proposals)
    return Accepted(
        counts["added"], counts["changed"], counts["same"], tuple(conflicts), backup=backup
    )


def undo(memory: MemoryFile) -> Undone | None:
    """Take the last import back that was not taken back yet; None if there is none.

    A unit that was changed since is kept.
    """
    with memory.writing() as connection:
        last = connection.execute(
            "SELECT id, file, imported FROM review WHERE undone = '' ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if last is None:
            return None
        number, file, imported = last
        removed = restored = 0
        kept = []
        for before, after in connection.execute(
            "SELECT before, after FROM change WHERE review = ?", (number,)
        ).fetchall():
            unit = _read(after)
            if get(connection, unit.source_lang, unit.target_lang, unit.key) != unit:
                kept.append(unit.source)
            elif before is None:
                delete(connection, unit)
                removed += 1
            else:
                insert(connection, _read(before))
                restored += 1
        connection.execute("UPDATE review SET undone = ? WHERE id = ?", (now(), number))
    return Undone(file, imported, removed, restored, tuple(kept))


def _imported(connection: sqlite3.Connection, digest: str) -> str:
    row = connection.execute(
        "SELECT imported FROM review WHERE digest = ? AND undone = ''", (digest,)
    ).fetchone()
    return "" if row is None else str(row[0])


def _agreed(
    verdicts: Sequence[Verdict], review: ReviewFile
) -> tuple[list[tuple[str, MemoryUnit, str]], list[Conflict]]:
    """One unit a sentence, with its row and its draft; different texts for one are conflicts."""
    pair = (review.manifest.document.source_lang, review.manifest.target_lang)
    found: dict[str, tuple[str, MemoryUnit, str]] = {}
    split: set[str] = set()
    conflicts = []
    for verdict in verdicts:
        source = verdict.source or verdict.translation.segment.text
        draft = verdict.translation.target
        unit = MemoryUnit(
            *pair,
            source,
            verdict.after or "",
            verdict.author,
            verdict.made or now(),
            verdict.waived,
        )
        first = found.setdefault(key_of(source), (verdict.row, unit, draft))
        if first[1].target != unit.target:
            split.add(unit.key)
            where = first[0]
            conflicts.append(
                Conflict(verdict.row, unit.source, first[1].target, unit.target, where)
            )
    return [entry for key, entry in found.items() if key not in split], conflicts


def _written(
    connection: sqlite3.Connection, number: int | None, there: MemoryUnit | None, unit: MemoryUnit
) -> str:
    """Write a unit and remember what it replaced; says what was done."""
    if there is not None and (there.target, there.waived) == (unit.target, unit.waived):
        return "same"
    insert(connection, unit)
    kept = get(connection, unit.source_lang, unit.target_lang, unit.key) or unit
    connection.execute(
        "INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)",
        (
            number,
            unit.source_lang,
            unit.target_lang,
            unit.key,
            None if there is None else json.dumps(asdict(there)),
            json.dumps(asdict(kept)),
        ),
    )
    return "added" if there is None else "changed"


def _noted(
    connection: sqlite3.Connection,
    number: int | None,
    remarks: Sequence[Remark],
    proposals: Sequence[Proposal],
) -> None:
    connection.executemany(
        "INSERT INTO remark VALUES (?, ?, ?, ?, ?, ?)",
        [(number, r.row, r.author, r.made, r.anchor, r.text) for r in remarks],
    )
    connection.executemany(
        "INSERT INTO proposal VALUES (?, ?, ?, ?)",
        [(number, p.row, p.source, p.target) for p in proposals],
    )


def _read(text: str) -> MemoryUnit:
    data = json.loads(text)
    return MemoryUnit(**(data | {"waived": tuple(data["waived"])}))
