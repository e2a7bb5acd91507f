"""The review table: a heading row that is repeated, then one row a paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from exports.docx.cells import TABLE_END, cell, lines, row, table_start
from exports.docx.layout import Layout, Role
from exports.docx.marks import Marker
from exports.docx.rows import RowWriter
from exports.docx.wml import Ink, paragraph, run
from exports.passage import Passage
from exports.wording import language_name
from translate.look.theme import Tint
from translate.model import Bitext

__all__ = ["HEADINGS", "heading_row", "review_table", "ruled"]

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
    bitext: Bitext, rows: list[Passage], marker: Marker, layout: Layout
) -> Iterator[str]:
    """The table, piece by piece: a file may have ten thousand rows."""
    columns = layout.columns
    said = ", ".join(_SAID[column.role] for column in columns)
    description = f"One row a {layout.look.rows.value}: {said}."
    widths = [column.width for column in columns]
    yield table_start(widths, _TITLE, description, ruled=ruled(layout))
    yield _head(bitext, layout)
    writer = RowWriter(bitext, marker, layout)
    links = [False, *(_one_whole(one, other) for one, other in pairwise(rows)), False]
    for passage, joined, joins in zip(rows, links, links[1:], strict=False):
        yield writer.row(passage, joined=joined, joins=joins)
    yield TABLE_END


def _one_whole(one: Passage, other: Passage) -> bool:
    """True for sentences of one paragraph, and for cells of one row of a table."""
    if one.block is other.block:
        return True
    above, below = one.block.cell, other.block.cell
    return above is not None and below is not None and above[:2] == below[:2]


def ruled(layout: Layout) -> str:
    """The thin lines of the review."""
    return lines(layout.colour(Tint.RULE), layout.colour(Tint.BAND))


def heading_row(names: Iterable[str], widths: Iterable[int], ground: str) -> str:
    """The names of columns on a ground, again on each page."""
    cells = (
        cell(width, paragraph("ColumnHead", run(name, Ink(lang="en-US")), "en-US"), ground=ground)
        for name, width in zip(names, widths, strict=True)
    )
    return row("".join(cells), head=True)


def _head(bitext: Bitext, layout: Layout) -> str:
    source, target = language_name(bitext.document.source_lang), language_name(bitext.target_lang)
    names = HEADINGS | {
        Role.SOURCE: f"{source} (source)",
        Role.TARGET: target,
        Role.BOTH: f"{source} (source), {target} below",
    }
    told = [names[column.role] for column in layout.columns]
    widths = [column.width for column in layout.columns]
    return heading_row(told, widths, layout.colour(Tint.ACCENT))
