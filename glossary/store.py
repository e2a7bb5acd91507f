"""Reads term lists from CSV and TSV files and puts several of them together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.table import Row, read
from glossary.term import CaseRule, Status, Term
from glossary.tokens import identity

MOST_ENTRIES = 200_000
LONGEST_CELL = 1024  # bytes; DeepL's limit, so that a list stays portable

_COLUMNS = ("source", "target", "acr_source", "acr_target", "status", "note", "case", "priority")
_INSERTING = frozenset({Status.PREFERRED, Status.DNT})


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms in the order in which they prevail, and what was odd about the files they stood in."""

    terms: tuple[Term, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A hash of all that steers a translation; notes and file names do not."""
        digest = hashlib.sha256()
        for term in self.terms:
            digest.update(repr(_essence(term)).encode())
        return digest.hexdigest()[:16]


EMPTY = Glossary()


def load(path: str) -> Glossary:
    """Read a term list.

    The header names the columns source and target, and any of acr_source, acr_target, status,
    note, case, priority, in any order and case. Without a header, two columns are source and
    target, three are source, target and note. Raises GlossaryError naming file and line for
    everything that makes no sense; what can be passed over is listed in `warnings`.
    """
    found, warnings = read(path)
    name = Path(path).name
    columns, rows = _header(name, found)
    unknown = [c for c in columns if c not in _COLUMNS]
    if unknown:
        warnings.append(f"{name}: unknown column(s) ignored: {', '.join(unknown)}.")
    if len(rows) > MOST_ENTRIES:
        raise GlossaryError(
            f"{name} has {len(rows):,} entries; {MOST_ENTRIES:,} is the most.",
            hint="Divide it, and give only the part that this article needs.",
            slug="glossary-too-large",
        )
    terms = []
    for row in rows:
        term = _term(name, row, columns)
        terms.append(term)
        warnings += _oddities(term, row)
    if not terms:
        warnings.append(f"{name} holds no entries.")
    kept, clashes = _unique(terms)
    for older, newer in clashes:
        raise _conflict(older, newer)
    return Glossary(tuple(kept), tuple(warnings))


def merge(glossaries: Iterable[Glossary]) -> Glossary:
    """One glossary out of several; of two that disagree the earlier wins, and a warning says so.

    An entry of higher priority wins over both place and order.
    """
    everything = list(glossaries)
    kept, clashes = _unique([term for g in everything for term in g.terms])
    warnings = [w for g in everything for w in g.warnings]
    for older, newer in clashes:
        told = f"“{newer.source}” is “{_shown(newer)}” in {newer.where}"
        warnings.append(f"{told}, but “{_shown(older)}” in {older.where}, which is used.")
    return Glossary(tuple(kept), tuple(warnings))


def _header(name: str, rows: Sequence[Row]) -> tuple[tuple[str, ...], Sequence[Row]]:
    if not rows:
        return _COLUMNS[:2], rows
    first = tuple(cell.strip().casefold() for cell in rows[0].cells)
    if "source" in first:
        if "target" not in first:
            raise _line(name, rows[0], "has a column 'source' but none named 'target'")
        if len(set(first)) < len(first):
            raise _line(name, rows[0], "names a column twice")
        return first, rows[1:]
    if len(first) == 2:
        return _COLUMNS[:2], rows
    if len(first) == 3:
        return ("source", "target", "note"), rows
    raise _line(name, rows[0], f"has {len(first)} cell(s) and no column is named 'source'")


def _term(name: str, row: Row, columns: Sequence[str]) -> Term:
    cells = list(row.cells)
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()  # spreadsheets like to add empty cells
    if len(cells) != len(columns):
        raise _line(name, row, f"has {len(cells)} cell(s) where {len(columns)} are expected")
    given = dict(zip(columns, map(str.strip, cells), strict=True))
    if not identity(given["source"]):
        raise _line(name, row, "has no source; a word or phrase is expected")
    return Term(
        source=given["source"],
        target=given["target"],
        acr_source=given.get("acr_source", ""),
        acr_target=given.get("acr_target", ""),
        status=Status(_one_of(name, row, "status", given, tuple(Status), Status.PREFERRED)),
        case=CaseRule(_one_of(name, row, "case", given, tuple(CaseRule), CaseRule.AUTO)),
        priority=_priority(name, row, given.get("priority", "")),
        note=given.get("note", ""),
        where=f"{name}:{row.line}",
    )


def _one_of(
    name: str, row: Row, column: str, given: dict[str, str], known: Sequence[str], default: str
) -> str:
    value = given.get(column, "").casefold() or default
    if value not in known:
        wrong = f"has the {column} “{given[column]}”; {', '.join(known)} are known"
        raise _line(name, row, wrong)
    return value


def _priority(name: str, row: Row, value: str) -> int:
    if not value:
        return 50
    if not (value.isascii() and value.isdigit() and int(value) <= 100):
        raise _line(name, row, f"has the priority “{value}”; a number from 0 to 100 is expected")
    return int(value)


def _oddities(term: Term, row: Row) -> Iterator[str]:
    for cell in row.cells:
        if len(cell.encode()) > LONGEST_CELL:
            yield f"{term.where}: a cell is longer than {LONGEST_CELL:,} bytes: “{cell[:40]}…”."
    if term.acr_target and not term.acr_source:
        yield f"{term.where}: acr_target without acr_source has no effect."


def _unique(terms: Sequence[Term]) -> tuple[list[Term], list[tuple[Term, Term]]]:
    """The terms without repetitions, and pairs that want different things for one source."""
    kept: dict[tuple[object, ...], Term] = {}
    first: dict[tuple[object, ...], Term] = {}
    clashes = []
    for term in terms:
        if _essence(term) in kept:
            continue
        clash = None
        for phrase in _phrases(term):
            older = first.setdefault((identity(phrase), term.priority), term)
            if older is not term and _rendering(older) != _rendering(term):
                clash = older
        if clash is not None:
            clashes.append((clash, term))
        else:
            kept[_essence(term)] = term
    return list(kept.values()), clashes


def _phrases(term: Term) -> list[str]:
    return [p for p in term.source.split("|") if p.strip()] if term.status in _INSERTING else []


def _essence(term: Term) -> tuple[object, ...]:
    bare = replace(term, note="", where="")
    return (*(getattr(bare, name) for name in _COLUMNS),)


def _rendering(term: Term) -> tuple[str, ...]:
    return ("copied",) if term.copies else identity(term.target)


def _shown(term: Term) -> str:
    return term.source if term.copies else term.target


def _line(name: str, row: Row, wrong: str) -> GlossaryError:
    return GlossaryError(
        f"{name}, line {row.line} {wrong}.",
        hint="Each line is one entry: source,target[,…] as the header names them.",
        slug="glossary-line",
    )


def _conflict(older: Term, newer: Term) -> GlossaryError:
    return GlossaryError(
        f"{newer.where} wants “{_shown(newer)}” for “{newer.source}”, "
        f"but {older.where} wants “{_shown(older)}”.",
        hint="Remove one of the two, give one the status 'admitted', or a higher priority.",
        slug="glossary-conflict",
    )
