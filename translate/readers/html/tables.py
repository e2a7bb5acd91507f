"""Tables of a page: which of them hold data, and where each cell stands."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

_LONGEST_CELL = 400  # characters; more is running text that was put into a table for its looks
_MOST_SPAN = 50


@dataclass(slots=True)
class Grid:
    """An open table; `number` 0 is one that only arranges a page. `place` is of the open cell."""

    number: int
    row: int = 0
    column: int = 0
    next_column: int = 1
    inside: bool = False

    @property
    def place(self) -> tuple[int, int, int] | None:
        """Table, row and column of the open cell, counted from 1, or None."""
        return (self.number, self.row, self.column) if self.number and self.inside else None

    def row_begins(self) -> None:
        """A ``tr`` opened."""
        self.row += 1
        self.next_column = 1

    def cell_begins(self, element: HtmlElement) -> None:
        """A ``td`` or ``th`` opened."""
        span = element.get("colspan") or "1"
        self.row = max(self.row, 1)
        self.column = self.next_column
        self.next_column += min(int(span), _MOST_SPAN) if span.isdecimal() else 1
        self.inside = True

    def cell_ends(self) -> None:
        """A ``td`` or ``th`` closed."""
        self.inside = False


def data_table(table: HtmlElement) -> bool:
    """True for two rows and columns or more of short cells, without a table inside."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    if len(rows) < 2 or max(map(len, rows), default=0) < 2:
        return False
    return all(len(cell.text_content()) <= _LONGEST_CELL for cell in cells)
