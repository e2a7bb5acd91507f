"""Finds the rows of a review in the XML of a Word document, and reads their cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exports.docx.layout import Layout, Role
from exports.docx.table import HEADINGS
from exports.docx.wml import Element, w
from exports.review.cells import CellText, read_cell
from exports.review.identity import Owners
from exports.review.stacked import read_stacked
from translate.review.rows import Fault, View

__all__ = ["FoundRow", "find_rows"]

_REVISIONS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A table row; `id` is None if it is not ours, `sentences` go by the name of their bookmark.

    `authors` and `made` tell of the tracked changes in the target.
    """

    element: Element
    id: str | None
    matched: str
    source: str | None
    target: str
    sentences: Mapping[str, str]
    status: str
    note: str
    check: str
    authors: tuple[str, ...]
    made: str
    faults: tuple[Fault, ...]


def find_rows(document: Element, owners: Owners, view: View) -> Iterator[FoundRow]:
    """The rows of the first table that has a row of ours and of all after it, headings left out."""
    layout, begun = Layout(owners.look), False
    for table in document.iter(w("tbl")):
        if _table_of(table) is not None:
            continue  # pasted into a cell, and read as part of its text
        rows = [r for r in table.iter(w("tr")) if _table_of(r) is table]
        headed = bool(rows) and _is_head(rows[0])
        found = [_read(r, owners, layout, view) for r in rows[headed:] if _counts(r, view)]
        begun = begun or headed or any(row.id for row in found)
        if begun:  # the table before it is the front page
            yield from found


def _table_of(element: Element) -> Element | None:
    return next(element.iterancestors(w("tbl")), None)


def _is_head(row: Element) -> bool:
    """True for the row of headings, also after a program that does not mark it as one."""
    first = next(row.iter(w("tc")), None)
    return first is not None and read_cell(first, {}).text == HEADINGS[Role.KEY]


def _counts(row: Element, view: View) -> bool:
    properties = row.find(w("trPr"))
    if properties is None:
        return True
    missing = w("del") if view is View.FINAL else w("ins")
    return properties.find(w("tblHeader")) is None and properties.find(missing) is None


def _read(row: Element, owners: Owners, layout: Layout, view: View) -> FoundRow:
    cells = [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr"))) is row]
    texts = [read_cell(cell, owners.sentences, view) for cell in cells]
    whole = len(cells) == len(layout.columns)
    columns = layout.places if whole else {}

    def place(role: Role, found: int | None) -> int | None:
        return found if found is not None else columns.get(role)

    def text(place: int | None) -> CellText:
        return CellText("", {}) if place is None else texts[place]

    role = Role.BOTH if layout.stacked else Role.TARGET
    target = place(role, _first(bool(t.sentences) for t in texts))
    status = place(Role.STATUS, _first(_has_choices(cell) for cell in cells))
    source = text(columns.get(Role.SOURCE)).text
    run_on = False
    if layout.stacked and target is not None:
        parts = read_stacked(cells[target], owners, view)
        source, texts[target], run_on = parts.source.text, parts.target, parts.joined
    id, matched, check = owners.identify(row, texts[0].text if texts else "", source)
    changes = [] if target is None else list(cells[target].iter(*_REVISIONS))
    authors = (change.get(w("author")) or "" for change in changes)
    return FoundRow(
        element=row,
        id=id,
        matched=matched,
        source=source if whole else None,
        target=text(target).text,
        sentences=text(target).sentences,
        status=text(status).text,
        note=text(place(Role.NOTE, None)).text,
        check=check,
        authors=tuple(dict.fromkeys(filter(None, authors))),
        made=max((change.get(w("date")) or "" for change in changes), default=""),
        faults=tuple(_faults(cells, target, len(owners.claims(row)), whole, run_on)),
    )


def _faults(
    cells: list[Element], target: int | None, claims: int, whole: bool, run_on: bool
) -> Iterator[Fault]:
    if claims > 1 or any(next(cell.iter(w("vMerge")), None) is not None for cell in cells):
        yield Fault.MERGED
    if not whole:
        yield Fault.CELLS
    if run_on:
        yield Fault.JOINED
    if target is not None and next(cells[target].iter(w("tbl")), None) is not None:
        yield Fault.TABLE
    if target is not None and next(cells[target].iter(w("object")), None) is not None:
        yield Fault.OBJECT


def _first(flags: Iterator[bool]) -> int | None:
    return next((i for i, flag in enumerate(flags) if flag), None)


def _has_choices(cell: Element) -> bool:
    return next(cell.iter(w("dropDownList")), None) is not None
