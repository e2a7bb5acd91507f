"""The clean target text: paragraphs separated by blank lines, nothing else."""

from __future__ import annotations

from exports.passage import Passage, numbered, passages
from translate.model import Bitext, Kind

__all__ = ["TextExporter"]


class TextExporter:
    """Plain UTF-8 text of the translation, for reading or pasting elsewhere."""

    name = "text"
    extension = "txt"

    def render(self, bitext: Bitext) -> bytes:
        """The text, ending in a line break; empty for a bitext without any text.

        A block whose translation is empty keeps its source text: a reader sees at once that it
        was not translated, while a missing paragraph goes unnoticed.
        """
        text = ""
        previous: Kind | None = None
        for passage in passages(bitext):
            written = _written(passage)
            if not written:
                continue
            in_list = previous is Kind.LIST_ITEM and passage.block.kind is Kind.LIST_ITEM
            text += ("" if previous is None else "\n" if in_list else "\n\n") + written
            previous = passage.block.kind
        return (text + "\n").encode("utf-8", "replace") if text else b""


def _written(passage: Passage) -> str:
    text = passage.target or passage.block.text.strip()
    if passage.block.kind is not Kind.LIST_ITEM or not text:
        return text
    indent = "  " * max(passage.block.level - 1, 0)
    mark = "" if numbered(passage.block) else "- "
    return f"{indent}{mark}" + text.replace("\n", f"\n{indent}  ")
