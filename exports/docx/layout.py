"""The column contract of the review table, for each look: paper, widths, choices of a status."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from translate.look import Arrangement, Columns, Look, Paper, Rows
from translate.look.theme import Tint

__all__ = ["STATUSES", "Column", "Layout", "Page", "Role"]


class Role(StrEnum):
    """What a column holds."""

    KEY = "key"
    SOURCE = "source"
    TARGET = "target"
    BOTH = "both"  # the target under the source
    FLAGS = "flags"
    STATUS = "status"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Page:
    """Paper in twips (1/1440 inch); `margin` is that of the sides."""

    width: int
    height: int
    margin: int

    @property
    def usable(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def landscape(self) -> bool:
        """True for a page that is wider than high."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Column:
    """A column, its width in twips and whether reviewers write into it."""

    role: Role
    width: int
    edited: bool


STATUSES = ("MT", "OK", "Edited", "Query", "Skip")
"""The choices of the Status drop-down; a fresh row has the first."""

_SHEETS = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}  # upright
_MARGIN = 850  # 15 mm
_READING_MARGIN = 1500  # one column of text alone: lines of some 80 letters
_WIDTHS = {Role.FLAGS: 900, Role.STATUS: 1001, Role.NOTE: 1501}
_KEY_WIDTHS = {Rows.PARAGRAPH: 850, Rows.SENTENCE: 950}
_EDITED = frozenset({Role.TARGET, Role.BOTH, Role.STATUS, Role.NOTE})


@dataclass(frozen=True)
class Layout:
    """Page and columns of one look.

    Six columns want a page across; with fewer, an upright page gives lines of a good length.
    """

    look: Look = field(default_factory=Look)

    @property
    def stacked(self) -> bool:
        """True if the target stands under the source."""
        return self.look.arrangement is Arrangement.STACKED

    @property
    def full(self) -> bool:
        """True if there are columns for flags, status and note."""
        return self.look.columns is Columns.FULL

    def colour(self, tint: Tint) -> str:
        """A colour of the theme, as RRGGBB."""
        return self.look.theme.colours[tint]

    @cached_property
    def page(self) -> Page:
        """The paper, turned as the columns want it."""
        short, long = _SHEETS[self.look.paper]
        if self.full and not self.stacked:
            return Page(long, short, _MARGIN)
        return Page(short, long, _MARGIN if self.full or not self.stacked else _READING_MARGIN)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns from left to right. Their order is part of the file format."""
        texts = (Role.BOTH,) if self.stacked else (Role.SOURCE, Role.TARGET)
        others = (Role.FLAGS, Role.STATUS, Role.NOTE) if self.full else ()
        key = _KEY_WIDTHS[self.look.rows]
        free = self.page.usable - key - sum(_WIDTHS[role] for role in others)
        widths = _WIDTHS | {Role.KEY: key} | dict.fromkeys(texts, free // len(texts))
        roles = (Role.KEY, *texts, *others)
        return tuple(Column(role, widths[role], role in _EDITED) for role in roles)

    @property
    def places(self) -> dict[Role, int]:
        """The number of each column, counted from 0."""
        return {column.role: place for place, column in enumerate(self.columns)}
