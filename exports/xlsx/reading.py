"""A workbook of ours as Excel or LibreOffice gave it back, read into rows."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook

from exports.flags import FLAGS, UNKNOWN
from exports.manifest import joined
from exports.review.package import damaged, opened
from exports.xlsx import RECORD, fitted
from glossary.formats.xlsx import BROKEN
from translate.errors import InputError
from translate.model import Bitext
from translate.review.rows import Fault, ReviewFile, ReviewRow, View

__all__ = ["read_xlsx"]

_COLUMNS = 7
_SPARE_ROWS = 2_000
_ID = re.compile(r"P\d{1,9}\.\d{1,9}")


def read_xlsx(data: bytes, view: View = View.FINAL) -> ReviewFile:
    """Read a workbook that `dwibahasa` wrote; its rows may have been sorted or filtered.

    A row belongs to the sentence of its first column; where that is gone, to the one with the same
    source. `view` changes nothing: workbooks have no tracked changes. Raises InputError:
    ``review-encrypted``, ``review-damaged``, or ``review-foreign`` for a file that is not ours.
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
    if RECORD not in sheets or len(sheets) < 2:
        raise InputError(
            "This workbook was not made by dwibahasa, or its hidden sheet was deleted.",
            hint="Give a .review.xlsx, edited and saved in Excel or LibreOffice.",
            slug="review-foreign",
        )
    (run, *_), *pieces = sheets.pop(RECORD)
    try:
        bitext = joined([piece for piece, *_ in pieces])
    except (ValueError, RecursionError):
        raise damaged("its hidden record of the run cannot be read") from None
    rows = next(iter(sheets.values()))[1:]
    if len(rows) > 2 * len(bitext.translations) + _SPARE_ROWS:
        raise damaged(f"it has {len(rows):,} rows, where {len(bitext.translations):,} were sent")
    return _review(run, bitext, list(_rows(rows, bitext)))


def _sheets(data: bytes) -> dict[str, list[list[str]]]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        return {sheet.title: [_texts(r) for r in _values(sheet)] for sheet in book.worksheets}
    finally:
        book.close()


def _values(sheet: Any) -> Iterator[tuple[Any, ...]]:
    return (row for row in sheet.iter_rows(values_only=True, max_col=_COLUMNS) if any(row))


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


def _review(run: str, bitext: Bitext, rows: list[ReviewRow]) -> ReviewFile:
    times = Counter(row.id for row in rows if row.id)
    known = [t.segment.id for t in bitext.translations]
    return ReviewFile(
        document_id=bitext.document.id,
        run=run,
        manifest=bitext,
        rows=tuple(row for row in rows if row.id),
        missing=tuple(id for id in known if not times[id]),
        repeated=tuple(id for id in known if times[id] > 1),
        foreign=tuple(row.target for row in rows if not row.id),
        letters={flag.letter: flag.checks for flag in (*FLAGS, UNKNOWN) if flag.checks},
        drafts={t.segment.id: fitted(t.target) for t in bitext.translations},
    )
