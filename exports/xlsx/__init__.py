"""A workbook for review: the columns of the Word file, a sentence a row, and the way home."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

from exports.bitext import as_json
from exports.docx.wml import clean
from exports.flags import raised
from exports.identity import check, run_id
from exports.manifest import pieces
from exports.scripts import right_to_left
from exports.sent import MARK
from exports.wording import language_name
from translate.look import Look, Rows
from translate.model import Bitext, Kind, Outcome, Translation

__all__ = ["HEADS", "LOOK", "RECORD", "STATUSES", "XlsxExporter", "fitted"]

RECORD = "dwibahasa"
"""The hidden sheet with the record of the run, a piece a row."""
HEADS = ("#", "", "", "Flags", "Status", "Note", "Check")
STATUSES = ("MT", "OK", "Edited", "Query", "Skip")
LOOK = Look(rows=Rows.SENTENCE)
MOST = 32_000  # characters; Excel refuses a cell with more than 32,767
_WIDTHS = (9, 58, 58, 26, 10, 30, 10)  # in figures of the ordinary font
_STRONG = (Kind.TITLE, Kind.HEADING)
_FONT, _LINE_HEIGHT = "Calibri", 15
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MADE = datetime(1980, 1, 1)
# openpyxl writes the present time into the properties, whatever it is told.
_TIME = re.compile(rb"(?<=W3CDTF\">)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_LINE = Border(bottom=Side("thin", "D5DDE5"))
_HEAD = PatternFill("solid", "1F4E6B")
_LOST = PatternFill("solid", "FDECEB")
_TOP = Alignment(vertical="top", wrap_text=True)
_RIGHT = Alignment(vertical="top", wrap_text=True, readingOrder=2)


class XlsxExporter:
    """Source, target, flags, status and note; findings stand in the note of the flags' cell.

    No text can run as a formula: each is stored as text, with the mark that keeps it text when
    somebody edits it. Sorting and filtering do no harm; the hidden column holds the check.
    """

    name = "xlsx"
    extension = "review.xlsx"

    def render(self, bitext: Bitext) -> bytes:
        """The workbook; equal bitexts give equal bytes."""
        book = Workbook(write_only=True)
        book.properties.creator = book.properties.lastModifiedBy = RECORD
        told = as_json(bitext)
        run = run_id(told)
        book.properties.identifier = f"{MARK}{run}"
        book.properties.created = book.properties.modified = _MADE
        sheet = book.create_sheet("Review")
        names = (language_name(bitext.document.source_lang), language_name(bitext.target_lang))
        sheet.freeze_panes = "B2"
        for letter, width in zip("ABCDEFG", _WIDTHS, strict=True):
            sheet.column_dimensions[letter].width = width
        sheet.column_dimensions["G"].hidden = True
        sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "1:1"
        count = len(bitext.translations) + 1
        sheet.auto_filter.ref = f"A1:G{count}"
        choice = DataValidation("list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
        choice.add(f"E2:E{max(count, 2)}")
        sheet.data_validations.append(choice)
        sheet.append(
            [_head(sheet, h or n) for h, n in zip(HEADS, ("", *names, *[""] * 4), strict=True)]
        )
        for number, translation in enumerate(bitext.translations, start=2):
            cells = list(_row(sheet, translation, bitext))
            sheet.row_dimensions[number].height = _LINE_HEIGHT * _lines(cells) + 3
            sheet.append(cells)
        record = book.create_sheet(RECORD)
        record.sheet_state = "veryHidden"
        record.append([run])
        for piece in pieces(told, MOST):
            record.append([_cell(record, piece)])
        return _fixed(book)


def fitted(text: str) -> str:
    """The text as a cell can hold it."""
    text = clean(text)
    return text if len(text) <= MOST else text[: MOST - 1] + "…"


def _head(sheet: Any, text: str) -> Any:
    cell = _cell(sheet, text)
    cell.font, cell.fill = Font(_FONT, 11, bold=True, color="FFFFFF"), _HEAD
    return cell


def _row(sheet: Any, translation: Translation, bitext: Bitext) -> Iterator[Any]:
    segment = translation.segment
    flags = " ".join(
        f"{r.flag.letter}×{r.times}" if r.times > 1 else r.flag.letter
        for r in raised([translation])
    )
    said = "; ".join(finding.message for finding in translation.findings)
    lost = any(result.outcome is Outcome.FLAGGED for result in translation.hits)
    texts = (
        segment.id,
        segment.text,
        translation.target,
        f"{flags}: {said}" if said else "",
        STATUSES[0],
        "",
        check(segment.text)[:6],
    )
    langs = (bitext.document.source_lang, bitext.target_lang)
    for column, text in enumerate(texts):
        cell = _cell(sheet, fitted(text))
        cell.border = _LINE
        rtl = column in (1, 2) and right_to_left(langs[column - 1])
        cell.alignment = _RIGHT if rtl else _TOP
        if column in (1, 2) and segment.kind in _STRONG:
            cell.font = Font(_FONT, 11, bold=True)
        if column == 2 and lost:
            cell.fill = _LOST
        yield cell


def _lines(cells: list[Any]) -> int:
    """How many lines the longest of some cells takes, about; LibreOffice does not work it out."""
    return max(
        sum(max(1, ceil(_length(line) / width)) for line in cell.value.split("\n"))
        for cell, width in zip(cells, _WIDTHS, strict=True)
    )


def _length(text: str) -> int:
    """The letters of a text; those of East Asia are twice as wide."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _cell(sheet: Any, text: str) -> Any:
    """A cell that holds text, whatever it begins with."""
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in ("=", "+", "-", "@")
    return cell


def _fixed(book: Any) -> bytes:
    """The workbook with the times in it and of its archive taken out.

    Its rows have heights, but not fixed ones: they grow when somebody writes into them.
    """
    made, out = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = _TIME.sub(_MADE.isoformat().encode() + b"Z", source.read(name))
            if name.startswith("xl/worksheets/"):
                data = data.replace(b' customHeight="1"', b"")
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return out.getvalue()
