"""Lines and drafts: what a reader holds between the bytes of a file and its blocks."""

from __future__ import annotations

from dataclasses import dataclass

from translate.model import Kind, Run


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source file, `number` counted from 1, without white space at its end."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A block to be; `kind` None means that nobody has said yet what it is."""

    text: str
    lines: tuple[int, int]
    kind: Kind | None = None
    level: int = 0
    cell: tuple[int, int, int] | None = None
    runs: tuple[Run, ...] = ()
    anchor: str = ""


Group = tuple[Line, ...]
"""Lines that stand together, without a blank line between them; never empty."""


def groups_of(text: str, first: int = 1) -> list[Group]:
    """The groups of a text whose first line has the number `first`."""
    groups: list[Group] = []
    together: list[Line] = []
    for number, line in enumerate(text.split("\n"), first):
        stripped = line.rstrip()
        if stripped:
            together.append(Line(number, stripped))
        elif together:
            groups.append(tuple(together))
            together = []
    if together:
        groups.append(tuple(together))
    return groups
