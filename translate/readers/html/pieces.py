"""The paragraphs of a text that is divided by line breaks instead of elements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["BREAK", "Part", "Piece", "divided"]

BREAK = "\n"
"""The text of a line break."""

Part = tuple[str, bool, bool]
"""Text, whether it is bold, and whether it is a link."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a block that is divided by line breaks."""

    text: str
    bold: bool
    linked: bool

    @staticmethod
    def of(parts: Sequence[Part]) -> Piece:
        """The parts as one text; bold or linked if all of them are."""
        said = [(bold, linked) for part, bold, linked in parts if part.strip()]
        bold, linked = (all(flags) for flags in zip(*said, strict=True)) if said else (False, False)
        return Piece("".join(part for part, _, _ in parts), bold, linked)


def divided(parts: Sequence[Part]) -> list[Piece]:
    """The paragraphs of a text with line breaks: two breaks divide, one does behind a full line."""
    lines: list[list[Part]] = [[]]
    for part in parts:
        if part[0] == BREAK:
            lines.append([])
        else:
            lines[-1].append(part)
    found: list[Piece] = []
    gap = True
    for line in map(Piece.of, lines):
        text = line.text.strip()
        if text and not gap and not _new(found[-1].text.strip(), text):
            before = found.pop()
            both = (before.bold and line.bold, before.linked and line.linked)
            line = Piece(f"{before.text} {text}", *both)
        if text:
            found.append(line)
        gap = not text
    return found


def _new(line: str, following: str) -> bool:
    """True if a new paragraph begins behind a single line break."""
    ends = line.rstrip("\"'”’»)]")[-1:] in (".", "!", "?", ":", "")
    return ends or following[:1] in "-–•*[" or not following[:1].islower()
