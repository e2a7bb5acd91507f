"""The column contract of the review table: paper, widths, colours, choices of a status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["COLUMNS", "PAGE", "STATUSES", "Column", "Page", "Palette", "Role"]


class Role(StrEnum):
    """What a column holds."""

    KEY = "key"
    SOURCE = "source"
    TARGET = "target"
    FLAGS = "flags"
    STATUS = "status"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Page:
    """Paper in twips (1/1440 inch), landscape."""

    width: int
    height: int
    margin: int

    @property
    def usable(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin


@dataclass(frozen=True, slots=True)
class Column:
    """A column, its width in twips, its heading and whether reviewers write into it."""

    role: Role
    width: int
    heading: str
    edited: bool


PAGE = Page(width=16838, height=11906, margin=850)  # A4, 15 mm

# The order is part of the file format: a review is read back by it.
COLUMNS = (
    Column(Role.KEY, 850, "#", edited=False),
    Column(Role.SOURCE, 5443, "Source", edited=False),
    Column(Role.TARGET, 5443, "Target", edited=True),
    Column(Role.FLAGS, 800, "Flags", edited=False),
    Column(Role.STATUS, 1001, "Status", edited=True),
    Column(Role.NOTE, 1601, "Note", edited=True),
)

STATUSES = ("MT", "OK", "Edited", "Query", "Skip")
"""The choices of the Status drop-down; a fresh row has the first."""


class Palette:
    """Colours as RRGGBB. Text keeps a contrast of at least 4.5:1 on every ground it stands on."""

    INK = "1F2933"
    MUTED = "566270"
    ACCENT = "1D4E6B"
    TERM = "1D6FA5"
    ERROR = "9B1C1C"
    WARNING = "7A4B00"
    PAPER = "FFFFFF"
    BAND = "E9EFF4"
    MARGIN = "F6F8FA"
    WARNING_GROUND = "FCEFD2"
    ERROR_GROUND = "FBE3E1"
    RULE = "C3CCD5"
