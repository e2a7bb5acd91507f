"""The review table: a heading row that is repeated, then one row a paragraph."""

from __future__ import annotations

from exports.docx.cells import cell, table
from exports.docx.layout import COLUMNS, Palette, Role
from exports.docx.marks import Marker
from exports.docx.rows import RowWriter
from exports.docx.wml import Element, Ink, add, paragraph, run
from exports.docx.wording import language_name
from exports.passage import Passage
from translate.model import Bitext

__all__ = ["review_table"]

_TITLE = "Article and translation side by side"
_DESCRIPTION = (
    "One row a paragraph: number, source, translation, flags, status and note. "
    "Reviewers write into translation, status and note."
)


def review_table(parent: Element, bitext: Bitext, rows: list[Passage], marker: Marker) -> None:
    """Append the whole table; the time it takes grows linearly with the rows."""
    element = table(parent, [column.width for column in COLUMNS], _TITLE, _DESCRIPTION)
    _borders(element)
    _head(element, bitext)
    writer = RowWriter(bitext, marker)
    for passage in rows:
        writer.write(element, passage)


def _borders(element: Element) -> None:
    properties = element[0]
    borders = add(properties, "tblBorders")
    layout = next(i for i, child in enumerate(properties) if child.tag.endswith("}tblLayout"))
    properties.insert(layout, borders)
    for side in ("top", "bottom", "insideH"):
        add(borders, side, {"val": "single", "sz": 4, "space": 0, "color": Palette.RULE})
    add(borders, "insideV", {"val": "single", "sz": 2, "space": 0, "color": Palette.BAND})


def _head(element: Element, bitext: Bitext) -> None:
    row = add(element, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    add(properties, "tblHeader")
    names = {
        Role.SOURCE: f"{language_name(bitext.document.source_lang)} (source)",
        Role.TARGET: language_name(bitext.target_lang),
    }
    for column in COLUMNS:
        text = paragraph(cell(row, column.width, ground=Palette.ACCENT), "ColumnHead", "en-US")
        run(text, names.get(column.role, column.heading), Ink(lang="en-US"))
