"""How the pages of a result look: a choice for an exporter, made on the command line."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from translate.look.theme import Theme

__all__ = ["Arrangement", "Columns", "Dressable", "Look", "Paper", "Rows"]


class Columns(StrEnum):
    """Which columns the review table has beside the texts."""

    FULL = "full"  # flags, status, note
    SIMPLE = "simple"  # none


class Rows(StrEnum):
    """What a row of the review table holds."""

    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


class Arrangement(StrEnum):
    """Where the translation stands."""

    SIDE = "side"  # beside the source
    STACKED = "stacked"  # under the source


class Paper(StrEnum):
    """The size of a page; its orientation follows from the columns."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Look:
    """One choice of each, and whether names are listed; the defaults are those of the command
    line."""

    columns: Columns = Columns.FULL
    rows: Rows = Rows.PARAGRAPH
    arrangement: Arrangement = Arrangement.SIDE
    paper: Paper = Paper.A4
    theme: Theme = field(default_factory=Theme)
    names: bool = True


@runtime_checkable
class Dressable(Protocol):
    """An exporter whose pages can look in several ways."""

    def dressed(self, look: Look) -> Dressable:
        """The same exporter with this look; what a format cannot show of it is left out."""
        ...
