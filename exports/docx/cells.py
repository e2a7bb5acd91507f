"""Tables of fixed widths and their cells, as Word and LibreOffice both keep them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from exports.docx.wml import Attributes, tag

__all__ = ["Edge", "cell", "lines", "row", "table", "table_start"]

_WITHIN: Attributes = {"val": "dotted", "sz": 4, "space": 0}
_KINDS = 1_024  # of cells that are kept; a file has some twenty
TABLE_END = "</w:tbl>"


def table(
    widths: Sequence[int],
    rows: Iterable[str],
    title: str,
    description: str,
    *,
    pad: int = 100,
    ruled: str = "",
) -> str:
    """A table of fixed column widths; `pad` is the room beside a text, `ruled` its `lines`."""
    begun = table_start(widths, title, description, pad=pad, ruled=ruled)
    return f"{begun}{''.join(rows)}{TABLE_END}"


def table_start(
    widths: Sequence[int], title: str, description: str, *, pad: int = 100, ruled: str = ""
) -> str:
    """The same up to its first row; its end is `TABLE_END`."""
    sides = (("top", 55), ("left", pad), ("bottom", 55), ("right", 100))
    margins = (tag(side, {"w": width, "type": "dxa"}) for side, width in sides)
    properties = (
        tag("tblW", {"w": sum(widths), "type": "dxa"}),
        tag("tblInd", {"w": 0, "type": "dxa"}),
        ruled,
        tag("tblLayout", {"type": "fixed"}),
        tag("tblCellMar", inner="".join(margins)),
        tag("tblLook", {"val": "0020", "firstRow": 1}),
        tag("tblCaption", title),
        tag("tblDescription", description),
    )
    grid = "".join(tag("gridCol", {"w": width}) for width in widths)
    return f"<w:tbl>{tag('tblPr', inner=''.join(properties))}{tag('tblGrid', inner=grid)}"


def lines(color: str, between: str = "") -> str:
    """Thin lines between the rows of a table, and fainter ones `between` its columns."""
    rule: Attributes = {"val": "single", "sz": 4, "space": 0, "color": color}
    drawn = "".join(tag(side, rule) for side in ("top", "bottom", "insideH"))
    if between:
        drawn += tag("insideV", rule | {"sz": 2, "color": between})
    return tag("tblBorders", inner=drawn)


def row(cells: str, *, head: bool = False, whole: bool = True) -> str:
    """A row; a `head` is repeated on each page, what is `whole` is not divided between two."""
    properties = (tag("cantSplit") if whole else "") + (tag("tblHeader") if head else "")
    return f"<w:tr>{tag('trPr', inner=properties) if properties else ''}{cells}</w:tr>"


class Edge(NamedTuple):
    """The colour of the dotted line between a cell and the one above, or below, as one whole.

    "" stands for the line that the table has.
    """

    above: str = ""
    below: str = ""


_APART = Edge()


def cell(width: int, inner: str, *, ground: str = "", rule: str = "", edge: Edge = _APART) -> str:
    """A cell; `ground` is its shade, `rule` the colour of a thick left rule."""
    return f"<w:tc>{_properties(width, ground, rule, edge)}{inner}</w:tc>"


@lru_cache(maxsize=_KINDS)
def _properties(width: int, ground: str, rule: str, edge: Edge) -> str:
    told = tag("tcW", {"w": width, "type": "dxa"})
    if rule or any(edge):
        borders = tag("top", _WITHIN | {"color": edge.above}) if edge.above else ""
        if rule:
            borders += tag("left", {"val": "single", "sz": 24, "space": 0, "color": rule})
        if edge.below:
            borders += tag("bottom", _WITHIN | {"color": edge.below})
        told += tag("tcBorders", inner=borders)
    if ground:
        told += tag("shd", {"val": "clear", "color": "auto", "fill": ground})
    return tag("tcPr", inner=told)
