"""Reads a file of conflicts back: the decisions, as rows of a review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exports.conflicts.choice import Decided, decided
from exports.conflicts.record import TAG, Record, unpacked
from exports.docx.wml import Element, w
from exports.identity import bookmark, check
from exports.review.cells import read_cell
from exports.review.comments import anchors, read_comments, remarks
from exports.review.package import damaged
from translate.office.package import Package
from translate.review.rows import Fault, ReviewFile, ReviewRow, View

__all__ = ["read_conflicts", "record_of"]

_CELLS = 6
_SPARE_ROWS = 2_000
_REVISIONS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


def record_of(package: Package) -> Record | None:
    """The record of a file of conflicts; None for a file of another kind."""
    for element in package.custom():
        if element.tag == TAG:
            try:
                return unpacked(element)
            except (ValueError, RecursionError):
                raise damaged("its hidden record of the run cannot be read") from None
    return None


def read_conflicts(
    package: Package, record: Record, view: View, saved: tuple[str, str]
) -> ReviewFile:
    """The decisions; a row that chooses nothing is a query. `saved` says by whom, and when.

    Rows are known by their bookmark, else by id and check. Raises InputError ``review-damaged``.
    """
    text = package.main()
    if sum(1 for _ in text.iter(w("tr"))) > 2 * len(record.choices) + _SPARE_ROWS:
        raise damaged("it has far more table rows than were sent")
    found = list(_rows(text, record, view))
    comments = read_comments(package, view)
    times = Counter(row.id for row, _ in found)
    return ReviewFile(
        document_id=record.bitext.document.id,
        run=record.run,
        manifest=record.bitext,
        rows=tuple(row for row, _ in found),
        missing=tuple(id for id in record.choices if not times[id]),
        repeated=tuple(id for id in record.choices if times[id] > 1),
        remarks=remarks(
            package, comments, [(row.id, anchors(e, view, comments)) for row, e in found]
        ),
        revisions=sum(1 for _ in text.iter(*_REVISIONS)),
        author=saved[0],
        made=saved[1],
        drafts=dict.fromkeys(record.choices, ""),
    )


def _rows(text: Element, record: Record, view: View) -> Iterator[tuple[ReviewRow, Element]]:
    marks = {bookmark(id): id for id in record.choices}
    sources = {t.segment.id: t.segment.text for t in record.bitext.translations}
    for element in text.iter(w("tr")):
        cells = element.findall(w("tc"))
        names = (e.get(w("name")) or "" for e in element.iter(w("bookmarkStart")))
        found = {marks[name] for name in names if name in marks}
        key = read_cell(cells[0], {}, view).text if cells else ""
        printed = {id for id, s in sources.items() if _prints(key, id, s)} if not found else set()
        for id in sorted(found or printed):
            faults = _faults(cells, len(found or printed))
            cell = "" if faults else read_cell(cells[-1], {}, view).text
            yield _row(id, decided(cell, record.choices[id]), cells, faults), element


def _prints(key: str, id: str, source: str) -> bool:
    return key.split() == [id, f"·{check(source)[:6]}"]


def _faults(cells: list[Element], rows: int) -> tuple[Fault, ...]:
    if rows > 1:
        return (Fault.MERGED,)
    if len(cells) != _CELLS:
        return (Fault.CELLS,)
    return (Fault.TABLE,) if next(cells[-1].iter(w("tbl")), None) is not None else ()


def _row(id: str, decision: Decided, cells: list[Element], faults: tuple[Fault, ...]) -> ReviewRow:
    changes = [] if faults else list(cells[-1].iter(*_REVISIONS))
    authors = (change.get(w("author")) or "" for change in changes)
    return ReviewRow(
        id=id,
        status="" if decision.text else "Query",
        target=decision.text,
        sentences=(),
        note="",
        check="",
        matched="bookmark",
        authors=tuple(dict.fromkeys(filter(None, authors))),
        made=max((change.get(w("date")) or "" for change in changes), default=""),
        faults=faults,
        unclear=decision.unclear,
    )
