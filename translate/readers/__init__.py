"""Readers: each turns the bytes of one file format into a `Document`; `read` is the one door."""

from __future__ import annotations

from pathlib import PurePath
from typing import Protocol

from translate import registry
from translate.errors import InputError
from translate.languages import Language, load_language
from translate.model import Document
from translate.readers.binary import is_page
from translate.readers.source import read_bytes

__all__ = ["Reader", "read", "read_raw", "reader_for"]

STDIN = "-"
_PLAIN, _PAGE = ".txt", ".html"  # what a name without suffix, and standard input, are taken for


class Reader(Protocol):
    """Reads one file format. `suffixes` are in lower case and begin with a dot; `limit` names the
    limit (``glossary.limits``) for the bytes of such a file."""

    name: str
    suffixes: tuple[str, ...]
    limit: str

    def read(self, raw: bytes, name: str, language: Language) -> Document:
        """The document in `raw`; `name` is the file's, for messages and as a stand-in title.

        Raises InputError if `raw` is no such file or holds no text.
        """
        ...


def read(path: str, *, source_lang: str, limit_bytes: int | None = None) -> Document:
    """Read the article at `path`, or from standard input for "-".

    The suffix decides the format; without one it is a web page if it begins like one, else plain
    text. Raises InputError for a file that is missing, unreadable, too large (over `limit_bytes`,
    or what its reader takes), empty, not text, or of an unknown format.
    """
    language = load_language(source_lang)
    suffix = "" if path == STDIN else PurePath(path).suffix.lower()
    reader = _find(suffix)
    # Before anything is said of its format: that a file is missing matters more.
    raw = _bytes(path, reader, limit_bytes)
    if not suffix:
        reader = _find(_PAGE if is_page(raw) else _PLAIN)
    if reader is None:
        raise _unknown(path, suffix)
    name = "standard input" if path == STDIN else PurePath(path).name
    return reader.read(raw, name, language)


def read_raw(path: str) -> bytes:
    """The bytes of an article, within the limit of its reader; raises as `read_bytes` does."""
    return _bytes(path, _find(PurePath(path).suffix.lower()), None)


def _bytes(path: str, reader: Reader | None, most: int | None) -> bytes:
    return read_bytes(path, reader.limit if reader else "article", most)


def reader_for(suffix: str) -> Reader | None:
    """The registered reader of a suffix (".txt"), or None."""
    return _find(suffix.lower())


def _find(suffix: str) -> Reader | None:
    return next((reader for reader in _all() if suffix in reader.suffixes), None)


def _all() -> list[Reader]:
    return [registry.load(registry.READERS, name)() for name in registry.names(registry.READERS)]


def _unknown(path: str, suffix: str) -> InputError:
    known = sorted({known for reader in _all() for known in reader.suffixes})
    return InputError(
        f"{path}: there is no reader for {suffix} files.",
        hint=f"Known are {', '.join(known)}. Save the article as one of these, e.g. as plain text.",
        slug="input-format",
    )
