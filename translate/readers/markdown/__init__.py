"""Reads Markdown: the marks give the kinds, and only their text reaches the translator.

The work is done by modules that are only loaded when such a file is read, for they are heavy.
"""

from __future__ import annotations

from importlib import import_module

from translate.languages import Language
from translate.model import Document

__all__ = ["MarkdownReader"]


class MarkdownReader:
    """CommonMark with tables and front matter."""

    name = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown")
    limit = "article"

    def read(self, raw: bytes, name: str, language: Language) -> Document:
        """The document in `raw`; raises InputError if it is no text, empty or too large."""
        found: Document = import_module(f"{__name__}.article").read(raw, name, language)
        return found
