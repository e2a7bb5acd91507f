"""Reads files of word processors and e-books: Word, OpenDocument, EPUB, and RTF by LibreOffice.

The work is done by modules that are only loaded when such a file is read, for they are heavy.
"""

from __future__ import annotations

from importlib import import_module

from translate.languages import Language
from translate.model import Document

_HERE = "translate.readers.office"


class WordReader:
    """Word documents since 2007, with or without macros, which are never run."""

    name = "docx"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx")
    limit = "office"

    def read(self, raw: bytes, name: str, language: Language) -> Document:
        """The document in `raw`. Raises InputError if it is damaged, protected, empty, or a
        review document."""
        found: Document = import_module(f"{_HERE}.word").read(raw, name, language)
        return found


class OdtReader:
    """OpenDocument texts, as LibreOffice writes them."""

    name = "odt"
    suffixes: tuple[str, ...] = (".odt", ".ott")
    limit = "office"

    def read(self, raw: bytes, name: str, language: Language) -> Document:
        """The document in `raw`. Raises InputError if it is damaged, protected or empty."""
        found: Document = import_module(f"{_HERE}.odt").read(raw, name, language)
        return found


class EpubReader:
    """E-books (EPUB 2 and 3) without copy protection."""

    name = "epub"
    suffixes: tuple[str, ...] = (".epub",)
    limit = "office"

    def read(self, raw: bytes, name: str, language: Language) -> Document:
        """The chapters in reading order. Raises InputError if `raw` is damaged or empty."""
        found: Document = import_module(f"{_HERE}.epub").read(raw, name, language)
        return found


class ConvertedReader:
    """RTF and Word files of before 2007, through the LibreOffice of the user."""

    name = "rtf"
    suffixes: tuple[str, ...] = (".rtf", ".doc")
    limit = "office"

    def read(self, raw: bytes, name: str, language: Language) -> Document:
        """The document in `raw`. Raises InputError if it is damaged or protected, or LibreOffice
        is not there."""
        found: Document = import_module(f"{_HERE}.converted").read(raw, name, language)
        return found
