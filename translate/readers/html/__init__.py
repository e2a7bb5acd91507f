"""Reads saved web pages: the article without the page around it, its parts told apart.

The work is done by modules that are only loaded when a page is read, for they are heavy.
"""

from __future__ import annotations

from importlib import import_module

from translate.languages import Language
from translate.model import Document


class HtmlReader:
    """HTML and XHTML pages as a browser saves them, and MHTML archives of one page."""

    name = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
    limit = "article"

    def read(self, raw: bytes, name: str, language: Language) -> Document:
        """The article in `raw`.

        Raises InputError if it is empty, no text, too large, or a page without an article.
        """
        found: Document = import_module("translate.readers.html.article").read(raw, name, language)
        return found
