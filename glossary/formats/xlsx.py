"""XLSX: the first sheet of a workbook as rows, its formulas as the values last shown."""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from glossary.formats.rows import Pair, Row, Sheet, content, damaged, too_large
from glossary.limits import limit
from glossary.packed import DAMAGE

_MOST_COLUMNS = 50
MOST_ROWS = 1_048_576  # of any spreadsheet program; a row may claim to be the 10^20th
BROKEN = (
    *DAMAGE,
    InvalidFileException,
    SyntaxError,  # what both XML parsers derive their errors from
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,  # a style with a number that is too large
)


def read(file: Path, pair: Pair) -> Sheet:
    """All rows of the first sheet that hold anything.

    Raises GlossaryError if the file cannot be read or is no workbook.
    """
    data, told = content(file)
    try:
        _look(file.name, data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of openpyxl, on decoration that it cannot read
            return Sheet(_rows(data), told)
    except BROKEN as error:
        raise damaged(file.name, "XLSX", str(error).partition("\n")[0][:80] or "damaged") from None


def _look(name: str, data: bytes) -> None:
    """Refuse archives that unpack to far more than they are, and XML that declares entities."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(member.file_size for member in archive.infolist()) > limit("list"):
            raise too_large(name)
        for member in archive.infolist():
            if member.filename.endswith((".xml", ".rels")):
                with archive.open(member) as part:
                    if b"<!DOCTYPE" in part.read(4096).replace(b"\0", b""):
                        raise ValueError("it declares a document type")


def _rows(data: bytes) -> tuple[Row, ...]:
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    rows: list[Row] = []
    try:
        sheet = book.worksheets[0]
        found = sheet.iter_rows(values_only=True, max_col=_MOST_COLUMNS, max_row=MOST_ROWS)
        for number, values in enumerate(found, 1):
            if values.count(None) == len(values):  # a million such rows may lie before the last
                continue
            cells = ["" if value is None else str(value) for value in values]
            if any(map(str.strip, cells)):
                rows.append(Row(number, tuple(cells)))
    finally:
        book.close()
    # Rows end where their last value stands; the header, or the longest row, says how wide all are.
    while rows and all(not row.cells[-1].strip() for row in rows if row.cells):
        rows = [Row(row.line, row.cells[:-1]) for row in rows]
    wide = max((len(row.cells) for row in rows), default=0)
    return tuple(Row(r.line, (*r.cells, *[""] * (wide - len(r.cells)))) for r in rows)
