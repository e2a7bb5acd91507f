"""A workbook of ours as Excel or LibreOffice gave it back, read into rows."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from openpyxl import load_workbook

from exports.flags import FLAGS, UNKNOWN
from exports.manifest import joined
from exports.review.package import damaged, opened, saved
from exports.sent import Sent, marked_run, of_run
from exports.xlsx import HEADS, LOOK, RECORD, fitted
from glossary.formats.xlsx import BROKEN, MOST_ROWS
from translate.errors import InputError
from translate.model import Bitext
from translate.office.package import Package
from translate.review.rows import Fault, ReviewFile, ReviewRow, View

__all__ = ["read_xlsx"]

Sheets = dict[str, list[list[str]]]

_COLUMNS = 7
_NAMED = (0, 3, 4, 5, 6)  # columns whose headings are the same in every language
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_SPARE_ROWS = 2_000
_ID = re.compile(r"P\d{1,9}\.\d{1,9}")


def read_xlsx(data: bytes, view: View = View.FINAL, sent: Bitext | None = None) -> ReviewFile:
    """Read a workbook that `dwibahasa` wrote; its rows may have been sorted or filtered.

    A row belongs to the sentence of its first column; where that is gone, to the one with the same
    source. `view` changes nothing: workbooks have no tracked changes. `sent` is the run of a
    workbook whose hidden sheet is gone. Raises InputError as the reader of Word files does.
    """
    package = opened(data)
    for name in package.all_names():
        if name.endswith((".xml", ".rels")):
            package.xml(name)  # refuses document types, and XML that is none
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of openpyxl, on decoration that it cannot read
            sheets = _sheets(data)
    except BROKEN:
        raise damaged("its sheets cannot be read") from None
    came = _came_from(package, sheets, sent)
    known = came.bitext.translations
    rows = next(iter(sheets.values()), [])[1:]
    if len(rows) > 2 * len(known) + _SPARE_ROWS:
        raise damaged(f"it has {len(rows):,} rows, where {len(known):,} were sent")
    author, made = saved(package)
    review = _review(came, list(_rows(rows, came.bitext)))
    return review if author == RECORD else replace(review, author=author, made=made)


def _came_from(package: Package, sheets: Sheets, sent: Bitext | None) -> Sent:
    """The run of the workbook; its record is taken out of the sheets."""
    record = sheets.pop(RECORD, None)
    if record is None:
        core = package.core()
        run = "" if core is None else marked_run(core.findtext(_IDENTIFIER) or "")
        heads = next((rows[0] for rows in sheets.values() if rows), [])
        if not run and [heads[n] for n in _NAMED if n < len(heads)] != [HEADS[n] for n in _NAMED]:
            raise InputError(
                "This workbook was not made by dwibahasa.",
                hint="Give a .review.xlsx, edited and saved in Excel or LibreOffice.",
                slug="review-foreign",
            )
        return of_run(sent, run, LOOK, "workbook")
    if not record:
        raise damaged("its hidden record of the run is empty")
    (run, *_), *pieces = record
    if sent is not None:
        return of_run(sent, run, LOOK, "workbook")
    try:
        return Sent(run, LOOK, joined([piece for piece, *_ in pieces]))
    except (ValueError, RecursionError):
        raise damaged("its hidden record of the run cannot be read") from None


def _sheets(data: bytes) -> Sheets:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        return {sheet.title: [_texts(r) for r in _values(sheet)] for sheet in book.worksheets}
    finally:
        book.close()


def _values(sheet: Any) -> Iterator[tuple[Any, ...]]:
    rows = sheet.iter_rows(values_only=True, max_col=_COLUMNS, max_row=MOST_ROWS)
    return (row for row in rows if any(row))


def _texts(row: tuple[Any, ...]) -> list[str]:
    cells = ["" if value is None else str(value) for value in row]
    return cells + [""] * (_COLUMNS - len(cells))


def _rows(rows: list[list[str]], bitext: Bitext) -> Iterator[ReviewRow]:
    sources = {t.segment.id: fitted(t.segment.text) for t in bitext.translations}
    times = Counter(sources.values())
    by_source = {text: id for id, text in sources.items() if times[text] == 1}
    for key, source, target, _, status, note, mark in rows:
        id, how = key.strip(), "id"
        if not _ID.fullmatch(id):
            id, how = by_source.get(source, ""), "source"
        known = sources.get(id)
        other = known is not None and source != known
        yield ReviewRow(
            id=id if known is not None else "",
            status=status,
            target=target,
            sentences=(),
            note=note,
            check=mark,
            matched=how,
            # A column was sorted by itself.
            faults=(Fault.SWAPPED,) if other and source in times else (),
            source=source if other else None,
        )


def _review(came: Sent, rows: list[ReviewRow]) -> ReviewFile:
    bitext = came.bitext
    times = Counter(row.id for row in rows if row.id)
    known = [t.segment.id for t in bitext.translations]
    return ReviewFile(
        document_id=bitext.document.id,
        run=came.run,
        manifest=bitext,
        rows=tuple(row for row in rows if row.id),
        missing=tuple(id for id in known if not times[id]),
        repeated=tuple(id for id in known if times[id] > 1),
        foreign=tuple(row.target for row in rows if not row.id),
        letters={flag.letter: flag.checks for flag in (*FLAGS, UNKNOWN) if flag.checks},
        drafts={t.segment.id: fitted(t.target) for t in bitext.translations},
        assumed=came.assumed,
    )
