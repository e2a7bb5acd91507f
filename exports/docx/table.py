"""The review table: a heading row that is repeated, then one row a paragraph."""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from exports.docx.cells import cell, table
from exports.docx.layout import Layout, Role
from exports.docx.marks import Marker
from exports.docx.rows import RowWriter
from exports.docx.wml import Element, Ink, W, add, paragraph, run
from exports.passage import Passage
from exports.wording import language_name
from translate.look.theme import Tint
from translate.model import Bitext

__all__ = ["HEADINGS", "ROWS", "review_table", "ruled"]

ROWS = b"<?rows here?>"  # the processing instruction that holds the place of the rows

_TITLE = "Article and translation side by side"
HEADINGS = {
    Role.KEY: "#",
    Role.FLAGS: "Flags",
    Role.STATUS: "Status",
    Role.NOTE: "Note",
}
_SAID = {
    Role.KEY: "number",
    Role.SOURCE: "source",
    Role.TARGET: "translation",
    Role.BOTH: "source with its translation below",
    Role.FLAGS: "flags",
    Role.STATUS: "status",
    Role.NOTE: "note",
}


def review_table(
    parent: Element, bitext: Bitext, rows: list[Passage], marker: Marker, layout: Layout
) -> list[bytes]:
    """Append the table, and return its rows as text: they belong in the place of ROWS.

    As text a row takes a tenth of the memory of its elements; a file may have ten thousand.
    """
    columns = layout.columns
    said = ", ".join(_SAID[column.role] for column in columns)
    description = f"One row a {layout.look.rows.value}: {said}."
    element = table(parent, [column.width for column in columns], _TITLE, description)
    ruled(element, layout)
    _head(element, bitext, layout)
    element.append(etree.ProcessingInstruction("rows", "here"))
    written = len(element)
    texts = []
    writer = RowWriter(bitext, marker, layout)
    links = [False, *(_one_whole(one, other) for one, other in pairwise(rows)), False]
    for passage, joined, joins in zip(rows, links, links[1:], strict=False):
        writer.write(element, passage, joined=joined, joins=joins)
        for row in list(element)[written:]:
            texts.append(_text(row))
            element.remove(row)
    return texts


def _text(row: Element) -> bytes:
    """A row as it stands inside of the document, where its name space is declared already."""
    return etree.tostring(row, encoding="UTF-8").replace(f' xmlns:w="{W}"'.encode(), b"", 1)


def _one_whole(one: Passage, other: Passage) -> bool:
    """True for sentences of one paragraph, and for cells of one row of a table."""
    if one.block is other.block:
        return True
    above, below = one.block.cell, other.block.cell
    return above is not None and below is not None and above[:2] == below[:2]


def ruled(element: Element, layout: Layout) -> None:
    """Give a table the thin lines of the review."""
    properties = element[0]
    borders = add(properties, "tblBorders")
    fixed = next(i for i, child in enumerate(properties) if child.tag.endswith("}tblLayout"))
    properties.insert(fixed, borders)
    rule, faint = layout.colour(Tint.RULE), layout.colour(Tint.BAND)
    for side in ("top", "bottom", "insideH"):
        add(borders, side, {"val": "single", "sz": 4, "space": 0, "color": rule})
    add(borders, "insideV", {"val": "single", "sz": 2, "space": 0, "color": faint})


def _head(element: Element, bitext: Bitext, layout: Layout) -> None:
    row = add(element, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    add(properties, "tblHeader")
    source, target = language_name(bitext.document.source_lang), language_name(bitext.target_lang)
    names = HEADINGS | {
        Role.SOURCE: f"{source} (source)",
        Role.TARGET: target,
        Role.BOTH: f"{source} (source), {target} below",
    }
    for column in layout.columns:
        text = paragraph(
            cell(row, column.width, ground=layout.colour(Tint.ACCENT)), "ColumnHead", "en-US"
        )
        run(text, names[column.role], Ink(lang="en-US"))
