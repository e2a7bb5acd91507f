"""Tells which table rows of a Word document are rows of the review, and reads their cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from exports.docx.layout import Layout, Role
from exports.docx.names import NAME_HEADINGS
from exports.docx.table import HEADINGS
from exports.docx.wml import Element, w
from exports.review.cells import EMPTY, CellText, read_cell
from exports.review.comments import anchors
from exports.review.identity import Owners
from exports.review.stacked import read_stacked
from translate.review.rows import Fault, View

__all__ = ["FoundRow", "find_rows"]

_REVISIONS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A table row; `id` is None if it is not ours, `sentences` go by the name of their bookmark.

    `authors` and `made` tell of the tracked changes in the target, `anchors` gives the words that
    each comment in the row is about, by the comment's number.
    """

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
    anchors: Mapping[str, str]


def find_rows(
    rows: Iterable[Element], owners: Owners, view: View, comments: Collection[str]
) -> Iterator[FoundRow]:
    """The rows of the first table that has a row of ours and of all after it, headings left out.

    `rows` are those of all tables that stand in no other, in the order of the document; nothing of
    one is needed after the next was asked for. `comments` are the numbers of those of reviewers.
    """
    layout = Layout(owners.look)
    table: Element | None = None
    begun = False
    before: list[FoundRow] = []
    names = False
    for row in rows:
        first, table = _table_of(row) is not table, _table_of(row)
        if first:
            before = []  # the table before it is the front page
            names = _lists_names(row)
        if first and _is_head(row):
            begun = True
        elif _counts(row, view):
            found = _read(row, owners, layout, view, comments)
            before += [found] if found.id is not None or not names else []
            begun = begun or found.id is not None
        if begun:
            yield from before
            before = []


def _table_of(element: Element) -> Element | None:
    return next(element.iterancestors(w("tbl")), None)


def _is_head(row: Element) -> bool:
    """True for the row of headings, also after a program that does not mark it as one."""
    first = next(row.iter(w("tc")), None)
    return first is not None and read_cell(first, {}).text == HEADINGS[Role.KEY]


def _lists_names(row: Element) -> bool:
    """True for the headings of the table of names: of its rows only those moved there are ours."""
    cells = [read_cell(each, {}).text for each in row.iter(w("tc"))]
    return tuple(cells) == NAME_HEADINGS


def _counts(row: Element, view: View) -> bool:
    properties = row.find(w("trPr"))
    if properties is None:
        return True
    missing = w("del") if view is View.FINAL else w("ins")
    return properties.find(w("tblHeader")) is None and properties.find(missing) is None


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of a row; `places` are those of the columns, if there are just as many."""

    cells: list[Element]
    places: Mapping[Role, int]
    owners: Owners
    view: View

    def text(self, place: int | None) -> CellText:
        """What a cell says, save small labels."""
        if place is None:
            return EMPTY
        return read_cell(self.cells[place], self.owners.sentences, self.view)

    def written(self, place: int | None) -> CellText:
        """The same of a cell that may have a label.

        Whoever selects all of it and types writes in the style of its first line.
        """
        found = self.text(place)
        if place is None or found.text:
            return found
        return read_cell(self.cells[place], self.owners.sentences, self.view, labels=True)

    def first(self, role: Role, fits: Callable[[Element], bool]) -> int | None:
        """The first cell that fits, else the one in the column of this role."""
        found = (place for place, cell in enumerate(self.cells) if fits(cell))
        return next(found, self.places.get(role))


def _read(
    row: Element, owners: Owners, layout: Layout, view: View, comments: Collection[str]
) -> FoundRow:
    cells = [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr"))) is row]
    whole = len(cells) == len(layout.columns)
    read = _Cells(cells, layout.places if whole else {}, owners, view)
    target = read.first(Role.BOTH if layout.stacked else Role.TARGET, owners.has_sentences)
    source, run_on = read.written(read.places.get(Role.SOURCE)).text, False
    if layout.stacked and target is not None:
        parts = read_stacked(cells[target], owners, view)
        source, words, run_on = parts.source.text, parts.target, parts.joined
    else:
        words = read.written(target)
    id, matched, check = owners.identify(row, read.text(0 if cells else None).text, source)
    changes = [] if target is None else list(cells[target].iter(*_REVISIONS))
    authors = (change.get(w("author")) or "" for change in changes)
    return FoundRow(
        id=id,
        matched=matched,
        source=source if whole else None,
        target=words.text,
        sentences=words.sentences,
        status=read.text(read.first(Role.STATUS, _has_choices)).text,
        note=read.text(read.places.get(Role.NOTE)).text,
        check=check,
        authors=tuple(dict.fromkeys(filter(None, authors))),
        made=max((change.get(w("date")) or "" for change in changes), default=""),
        faults=tuple(_faults(cells, target, len(owners.claims(row)), whole, run_on)),
        anchors=anchors(row, view, comments),
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


def _has_choices(cell: Element) -> bool:
    return next(cell.iter(w("dropDownList")), None) is not None
