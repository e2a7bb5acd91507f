"""Long texts cut for places that have room for one line."""

from __future__ import annotations

__all__ = ["shortened"]


def shortened(text: str, limit: int) -> str:
    """The text on one line, at most `limit` characters; cut at a word if there is one nearby."""
    if len(text) > 4 * limit:
        text = text[: 4 * limit]  # a whole article on one line need not be split into words
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    at_word = line.rfind(" ", limit // 2, limit)
    return line[: at_word if at_word >= 0 else limit - 1] + "…"
