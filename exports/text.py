"""The clean target text: paragraphs separated by blank lines, nothing else."""

from __future__ import annotations

from exports.passage import Passage, numbered, passages
from translate.model import Bitext, Block, Kind

__all__ = ["TextExporter"]


class TextExporter:
    """Plain UTF-8 text of the translation, for reading or pasting elsewhere."""

    name = "text"
    extension = "txt"

    def render(self, bitext: Bitext) -> bytes:
        """The text, ending in a line break; empty for a bitext without any text.

        Page furniture is left out. A block whose translation is empty keeps its source text: a
        reader sees at once that it was not translated, while a missing paragraph goes unnoticed.
        """
        text = ""
        previous: Block | None = None
        for passage in passages(bitext):
            written = _written(passage)
            if not written:
                continue
            text += ("" if previous is None else _gap(previous, passage.block)) + written
            previous = passage.block
        return (text + "\n").encode("utf-8", "replace") if text else b""


def _gap(previous: Block, block: Block) -> str:
    """What stands between two blocks: list items and rows of a table are kept together."""
    if previous.kind is block.kind is Kind.LIST_ITEM:
        return "\n"
    if previous.cell and block.cell and previous.cell[0] == block.cell[0]:
        return "\t" if previous.cell[1] == block.cell[1] else "\n"
    return "\n\n"


def _written(passage: Passage) -> str:
    if passage.block.kind is Kind.FURNITURE:
        return ""
    text = passage.target or passage.block.text.strip()
    if passage.block.kind is not Kind.LIST_ITEM or not text:
        return text
    indent = "  " * max(passage.block.level - 1, 0)
    mark = "" if numbered(passage.block) else "- "
    return f"{indent}{mark}" + text.replace("\n", f"\n{indent}  ")
