"""Tables of fixed widths and their cells, as Word and LibreOffice both keep them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from exports.docx.wml import Element, add

__all__ = ["Edge", "cell", "table"]

_WITHIN: dict[str, str | int] = {"val": "dotted", "sz": 4, "space": 0}


def table(
    parent: Element, widths: Sequence[int], title: str, description: str, *, pad: int = 100
) -> Element:
    """An empty table of fixed column widths, without borders; `pad` is the room beside a text."""
    element = add(parent, "tbl")
    properties = add(element, "tblPr")
    add(properties, "tblW", {"w": sum(widths), "type": "dxa"})
    add(properties, "tblInd", {"w": 0, "type": "dxa"})
    add(properties, "tblLayout", {"type": "fixed"})
    margins = add(properties, "tblCellMar")
    for side, width in (("top", 55), ("left", pad), ("bottom", 55), ("right", 100)):
        add(margins, side, {"w": width, "type": "dxa"})
    add(properties, "tblLook", {"val": "0020", "firstRow": 1})
    add(properties, "tblCaption", title)
    add(properties, "tblDescription", description)
    grid = add(element, "tblGrid")
    for width in widths:
        add(grid, "gridCol", {"w": width})
    return element


class Edge(NamedTuple):
    """The colour of the dotted line between a cell and the one above, or below, as one whole.

    "" stands for the line that the table has.
    """

    above: str = ""
    below: str = ""


_APART = Edge()


def cell(
    row: Element, width: int, *, ground: str = "", rule: str = "", edge: Edge = _APART
) -> Element:
    """An empty cell; `ground` is its shade, `rule` the colour of a thick left rule."""
    element = add(row, "tc")
    properties = add(element, "tcPr")
    add(properties, "tcW", {"w": width, "type": "dxa"})
    if rule or any(edge):
        borders = add(properties, "tcBorders")
        if edge.above:
            add(borders, "top", _WITHIN | {"color": edge.above})
        if rule:
            add(borders, "left", {"val": "single", "sz": 24, "space": 0, "color": rule})
        if edge.below:
            add(borders, "bottom", _WITHIN | {"color": edge.below})
    if ground:
        add(properties, "shd", {"val": "clear", "color": "auto", "fill": ground})
    return element
