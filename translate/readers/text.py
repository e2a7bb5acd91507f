"""Reads plain text: an article as saved from a browser, an editor or an e-mail."""

from __future__ import annotations

from translate.languages import Language
from translate.model import Document
from translate.readers.document import document, opened
from translate.readers.draft import groups_of
from translate.readers.layout import arranged
from translate.readers.worn import bare


class TextReader:
    """Plain text in any encoding, hard-wrapped or with one paragraph a line."""

    name = "text"
    suffixes: tuple[str, ...] = (".txt", ".text")
    limit = "article"

    def read(self, raw: bytes, name: str, language: Language) -> Document:
        """The document in `raw`; raises InputError if it is no text or empty."""
        source = opened(raw, name, language)
        return document(source, arranged(groups_of(bare(source.text)), language), language)
