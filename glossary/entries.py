"""Rows of cells as terms: the header names the columns, and every bad line is named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from glossary.errors import GlossaryError
from glossary.formats.rows import Pair, Row, Sheet, is_code
from glossary.headers import header_of
from glossary.plural import counted
from glossary.term import COLUMNS, CaseRule, MatchRule, Mention, Status, Term, parts
from glossary.tokens import identity

LONGEST_CELL = 1024  # bytes; DeepL's limit, so that a list stays portable

V = TypeVar("V")

_LANGUAGES = ("src_lang", "tgt_lang")
_ALIASES = MappingProxyType({"tgt_lng": "tgt_lang", "src_lng": "src_lang", "comment": "note"})
_STATUSES = MappingProxyType({s.value: s for s in Status})
_MATCHES = MappingProxyType({m.value: m for m in MatchRule})
_MENTIONS = MappingProxyType({m.value: m for m in Mention})
_CASES = MappingProxyType({c.value: c for c in CaseRule})
_AS_SOURCE = Mention.AS_SOURCE
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Entries:
    """The terms of a list, the lines that make no sense, and what can be passed over."""

    terms: tuple[Term, ...]
    problems: tuple[GlossaryError, ...] = ()
    warnings: tuple[str, ...] = ()


def entries(name: str, sheet: Sheet, pair: Pair) -> Entries:
    """The terms of `sheet` that serve `pair`; `name` is the file's, for messages.

    Raises GlossaryError if the header makes no sense.
    """
    columns, rows = _header(name, sheet.rows, pair)
    unknown = tuple(c for c in columns if c not in COLUMNS and c not in _LANGUAGES)
    warnings = list(sheet.warnings)
    if odd := [c for c in unknown if not c.startswith("tbx:")]:
        warnings.append(f"{name}: unknown column(s) without effect: {', '.join(odd)}.")
    terms: list[Term] = []
    problems = []
    foreign = 0
    for row in rows:
        try:
            given = _given(name, row, columns)
            if not pair.serves(given.get("src_lang", ""), given.get("tgt_lang", "")):
                foreign += 1
                continue
            terms.append(_term(name, row, given, unknown))
        except GlossaryError as problem:
            problems.append(problem)
        else:
            _warn(terms[-1], row, warnings)
    if foreign:
        told = f"{counted(foreign, 'entry')} of other languages than {pair.source} → {pair.target}"
        warnings.append(f"{name}: {told} passed over.")
    return Entries(tuple(terms), tuple(problems), tuple(warnings))


def columns_of(name: str, sheet: Sheet, pair: Pair) -> tuple[str, ...]:
    """The columns of a list, whether named by a header or known by their number."""
    return _header(name, sheet.rows, pair)[0]


def _header(name: str, rows: Sequence[Row], pair: Pair) -> tuple[tuple[str, ...], Sequence[Row]]:
    if not rows:
        return COLUMNS[:2], rows
    cells = tuple(_clean(cell).casefold() for cell in rows[0].cells)
    first = tuple(_ALIASES.get(cell, cell) for cell in cells)
    if "source" in first:
        if "target" not in first:
            raise wrong_line(name, rows[0], "has a column 'source' but none named 'target'")
        if len(set(filter(None, first))) < len([c for c in first if c]):
            raise wrong_line(name, rows[0], "names a column twice")
        return first, rows[1:]
    if len(first) in (2, 3):
        named = header_of(first, pair)
        found = (*(named or COLUMNS[:2]), "note")[: len(first)]
        return found, rows[1:] if named else rows
    if len(first) == 4 and is_code(first[2]) and is_code(first[3]):
        return ("source", "target", *_LANGUAGES), rows  # as DeepL exports
    told = f"has {len(first)} cell(s) and no column is named 'source'"
    raise wrong_line(name, rows[0], told)


def _given(name: str, row: Row, columns: Sequence[str]) -> Mapping[str, str]:
    cells = list(row.cells)
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()  # spreadsheets like to add empty cells
    if len(cells) != len(columns):
        told = f"has {len(cells)} cell(s) where {len(columns)} are expected"
        raise wrong_line(name, row, told)
    return dict(zip(columns, map(_clean, cells), strict=True))


def _clean(cell: str) -> str:
    """A cell without blanks at its ends and without what no text may hold."""
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return (cell if cell.isprintable() else _CONTROL.sub("", cell)).strip()


def _term(name: str, row: Row, given: Mapping[str, str], unknown: Sequence[str]) -> Term:
    source = given["source"]
    if "|" in source:
        source = "|".join(filter(None, map(str.strip, source.split("|"))))
    if not identity(source):
        raise wrong_line(name, row, "has no source; a word or phrase is expected")
    status, case = given.get("status", ""), given.get("case", "")
    match, mention = given.get("match", ""), given.get("first_mention", "")
    return Term(
        source=source,
        target=given["target"],
        acr_source=given.get("acr_source", ""),
        acr_target=given.get("acr_target", ""),
        status=_one_of(name, row, "status", status, _STATUSES) if status else Status.PREFERRED,
        case=_one_of(name, row, "case", case, _CASES) if case else CaseRule.AUTO,
        priority=_priority(name, row, given.get("priority", "")),
        note=given.get("note", ""),
        where=f"{name}:{row.line}",
        pos=given.get("pos", "").casefold(),
        id=given.get("id", ""),
        match=_one_of(name, row, "match", match, _MATCHES) if match else MatchRule.LANGUAGE,
        variants=_bars(given, "variants"),
        forbidden=_bars(given, "forbidden"),
        first_mention=(
            _one_of(name, row, "first_mention", mention, _MENTIONS) if mention else _AS_SOURCE
        ),
        context_any=_bars(given, "context_any"),
        context_not=_bars(given, "context_not"),
        domain=given.get("domain", ""),
        foreign=tuple((c, given[c]) for c in unknown if c and given[c]) if unknown else (),
    )


def _bars(given: Mapping[str, str], column: str) -> str:
    """A cell of alternatives, without blanks around its bars."""
    value = given.get(column, "")
    return "|".join(parts(value)) if "|" in value else value


def _one_of(name: str, row: Row, column: str, value: str, known: Mapping[str, V]) -> V:
    found = known.get(value.casefold())
    if found is None:
        told = f"has the {column} “{value}”; {', '.join(known)} are known"
        raise wrong_line(name, row, told)
    return found


def _priority(name: str, row: Row, value: str) -> int:
    if not value:
        return 50
    if not (value.isascii() and value.isdigit() and len(value) < 9 and int(value) <= 100):
        told = f"has the priority “{value[:40]}”; a number from 0 to 100 is expected"
        raise wrong_line(name, row, told)
    return int(value)


def _warn(term: Term, row: Row, warnings: list[str]) -> None:
    for cell in row.cells:
        # A character has four bytes at most.
        if len(cell) * 4 > LONGEST_CELL and len(cell.encode("utf-8", "replace")) > LONGEST_CELL:
            told = f"a cell is longer than {LONGEST_CELL:,} bytes: “{cell[:40]}…”"
            warnings.append(f"{term.where}: {told} passed over.")
    if term.acr_target and not term.acr_source:
        warnings.append(f"{term.where}: acr_target without acr_source has no effect.")


def wrong_line(name: str, row: Row, wrong: str) -> GlossaryError:
    """The error for a line that makes no sense."""
    return GlossaryError(
        f"{name}, line {row.line} {wrong}.",
        hint="Each line is one entry: source,target[,…] as the header names them.",
        slug="glossary-line",
    )
