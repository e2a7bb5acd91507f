"""Approved units in a memory file: found, searched, put in, forgotten."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from translate.memory.file import MemoryFile
from translate.memory.unit import MemoryUnit, key_of

__all__ = [
    "COLUMNS",
    "Stored",
    "Summary",
    "all_units",
    "approved",
    "delete",
    "fingerprint",
    "forget",
    "forget_drafts",
    "get",
    "insert",
    "of_pair",
    "search",
    "store",
    "summary",
    "unit_of",
]

COLUMNS = "source_lang, target_lang, source, target, author, made, waived, note"
_BY_KEY = "source_lang = ? AND target_lang = ? AND key = ?"


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of units that were put in: how many are new, changed, or there already.

    `kept` pairs the units that stayed with those that wanted their place.
    """

    added: int = 0
    changed: int = 0
    same: int = 0
    kept: tuple[tuple[MemoryUnit, MemoryUnit], ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a memory holds; `pairs` counts the units of each language pair, as in ``id→en``."""

    pairs: dict[str, int]
    drafts: int
    reviews: int

    @property
    def units(self) -> int:
        """The units of all pairs."""
        return sum(self.pairs.values())


def approved(
    memory: MemoryFile, source_lang: str, target_lang: str, texts: Iterable[str]
) -> dict[str, MemoryUnit]:
    """The units for those of `texts` that have one; a text is met exactly, save white space."""
    found = {}
    with memory.reading() as connection:
        if connection.execute("SELECT 1 FROM unit LIMIT 1").fetchone() is None:
            return {}
        for text in dict.fromkeys(texts):
            unit = get(connection, source_lang, target_lang, key_of(text))
            if unit is not None:
                found[text] = unit
    return found


def fingerprint(units: Iterable[MemoryUnit]) -> str:
    """Twelve hex digits that depend on which units were used, not on who made them."""
    lines = sorted(json.dumps([u.key, u.target, *u.waived]) for u in units)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:12]


def all_units(memory: MemoryFile) -> list[MemoryUnit]:
    """Every unit, by language pair and source."""
    with memory.reading() as connection:
        rows = connection.execute(
            f"SELECT {COLUMNS} FROM unit ORDER BY source_lang, target_lang, key"
        )
        return [unit_of(row) for row in rows]


def of_pair(memory: MemoryFile, source_lang: str, target_lang: str) -> list[MemoryUnit]:
    """Every unit of one language pair, by source."""
    with memory.reading() as connection:
        rows = connection.execute(
            f"SELECT {COLUMNS} FROM unit WHERE source_lang = ? AND target_lang = ? ORDER BY key",
            (source_lang, target_lang),
        )
        return [unit_of(row) for row in rows]


def search(memory: MemoryFile, words: str, limit: int) -> list[MemoryUnit]:
    """At most `limit` units with `words` in source or target, in whatever case."""
    wanted = key_of(words).casefold()
    found = []
    for unit in all_units(memory):
        if wanted in unit.key.casefold() or wanted in key_of(unit.target).casefold():
            found.append(unit)
        if len(found) == limit:
            break
    return found


def summary(memory: MemoryFile) -> Summary:
    """Counts of what is in the file."""
    with memory.reading() as connection:
        pairs = connection.execute(
            "SELECT source_lang || '→' || target_lang, count(*) FROM unit GROUP BY 1 ORDER BY 1"
        ).fetchall()
        (drafts,) = connection.execute("SELECT count(*) FROM draft").fetchone()
        (reviews,) = connection.execute("SELECT count(*) FROM review WHERE undone = ''").fetchone()
    return Summary(dict(pairs), drafts, reviews)


def store(memory: MemoryFile, units: Sequence[MemoryUnit], *, replace_: bool) -> Stored:
    """Put units in, all in one transaction; a different target stays unless `replace_`."""
    result = Stored()
    with memory.writing() as connection:
        for unit in units:
            before = get(connection, unit.source_lang, unit.target_lang, unit.key)
            if before is None:
                result = replace(result, added=result.added + 1)
            elif before.target == unit.target:
                result = replace(result, same=result.same + 1)
                continue
            elif not replace_:
                result = replace(result, kept=(*result.kept, (before, unit)))
                continue
            else:
                result = replace(result, changed=result.changed + 1)
            insert(connection, unit)
    return result


def forget(memory: MemoryFile, source: str | None) -> int:
    """Delete the units of one sentence, or all of them; the number that were there.

    What reviews did to them is forgotten as well, and can no longer be undone; with all units go
    the reviews with their remarks and proposals.
    """
    with memory.writing() as connection:
        if source is None:
            connection.execute("DELETE FROM review")
            count = connection.execute("DELETE FROM unit").rowcount
        else:
            connection.execute("DELETE FROM change WHERE key = ?", (key_of(source),))
            count = connection.execute("DELETE FROM unit WHERE key = ?", (key_of(source),)).rowcount
    memory.compact()
    return count


def forget_drafts(memory: MemoryFile) -> int:
    """Delete all drafts; the number that were there."""
    with memory.writing() as connection:
        count = connection.execute("DELETE FROM draft").rowcount
    memory.compact()
    return count


def get(
    connection: sqlite3.Connection, source_lang: str, target_lang: str, key: str
) -> MemoryUnit | None:
    """The unit for a key."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM unit WHERE {_BY_KEY}", (source_lang, target_lang, key)
    ).fetchone()
    return None if row is None else unit_of(row)


def insert(connection: sqlite3.Connection, unit: MemoryUnit) -> None:
    """Write a unit in the place of the one that has its key, if there is one."""
    connection.execute(
        f"INSERT INTO unit (key, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (source_lang, target_lang, key) DO UPDATE SET source = excluded.source, "
        "target = excluded.target, author = excluded.author, made = excluded.made, "
        "waived = excluded.waived, note = excluded.note",
        (unit.key, *_row(unit)),
    )


def delete(connection: sqlite3.Connection, unit: MemoryUnit) -> None:
    """Delete the unit that has the key of `unit`."""
    connection.execute(
        f"DELETE FROM unit WHERE {_BY_KEY}", (unit.source_lang, unit.target_lang, unit.key)
    )


def unit_of(row: Sequence[str]) -> MemoryUnit:
    """A unit from its columns."""
    source_lang, target_lang, source, target, author, made, waived, note = row
    return MemoryUnit(
        source_lang, target_lang, source, target, author, made, tuple(_names(waived)), note
    )


def _names(text: str) -> Iterator[str]:
    yield from (str(name) for name in json.loads(text))


def _row(unit: MemoryUnit) -> tuple[str, ...]:
    texts = (
        unit.source_lang,
        unit.target_lang,
        unit.source,
        unit.target,
        unit.author,
        unit.made,
        json.dumps(unit.waived),
        unit.note,
    )
    # JSON can write halves of a character, UTF-8 cannot.
    return tuple(text.encode("utf-8", "replace").decode("utf-8") for text in texts)
