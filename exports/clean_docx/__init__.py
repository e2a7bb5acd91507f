"""The clean target text as a Word document: the original in its own style, or one well set."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from exports.clean_docx.original import rewritten
from exports.clean_docx.plain import plain
from translate.errors import InputError
from translate.model import Bitext, Document

__all__ = ["CleanDocxExporter", "with_original"]

_FORMAT = "docx"


class CleanDocxExporter:
    """For a Word source the same file with its text translated; a plain document for others."""

    name = "clean-docx"
    extension = "docx"

    def render(self, bitext: Bitext) -> bytes:
        """The Word file. Raises InputError ``original-changed`` as `with_original` does."""
        original = bitext.document.original
        if original is None or original.format != _FORMAT or original.data is None:
            return plain(bitext)
        return rewritten(with_original(bitext.document, original.data), bitext)


def with_original(document: Document, data: bytes) -> Document:
    """The document with the bytes of its source file, which a JSON bitext does not hold.

    Raises InputError ``original-changed`` if they are not those that it was read from.
    """
    original = document.original
    if original is None or sha256(data).hexdigest() != original.sha256:
        name = document.metadata.get("file", "The source file")
        raise InputError(
            f"{name}: is not the file that was translated; it has changed since.",
            hint="Translate it again, and export from that run.",
            slug="original-changed",
        )
    return replace(document, original=replace(original, data=data))
