"""Formats of term lists by the suffix of the file; a module is loaded when a file asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from glossary.errors import GlossaryError
from glossary.formats.rows import Pair, Sheet
from glossary.term import Term

Reader = Callable[[Path, Pair], Sheet]
Writer = Callable[[Iterable[Term], Pair], bytes]

# An unknown suffix is read as CSV, for lists come under all names.
READERS = MappingProxyType(
    {
        ".tbx": "glossary.formats.tbx:read",
        ".tmx": "glossary.formats.tmx:read",
        ".utx": "glossary.formats.utx:read",
        ".xlsx": "glossary.formats.xlsx:read",
    }
)
WRITERS = MappingProxyType(
    {
        ".csv": "glossary.formats.delimited:write",
        ".tbx": "glossary.formats.tbx_writing:write",
        ".tsv": "glossary.formats.delimited:write_tabbed",
    }
)


def read_sheet(path: str, pair: Pair) -> Sheet:
    """The rows of a term list in any format.

    Raises GlossaryError if the file cannot be read or is not what its suffix says.
    """
    file = Path(path)
    place = READERS.get(file.suffix.casefold(), "glossary.formats.delimited:read")
    return cast(Reader, _load(place))(file, pair)


def render(terms: Iterable[Term], pair: Pair, suffix: str) -> bytes:
    """The terms in the format of a suffix, which loses nothing.

    Raises GlossaryError if the format is not written.
    """
    place = WRITERS.get(suffix.casefold())
    if place is None:
        raise GlossaryError(
            f"A term list cannot be written as “{suffix}”.",
            hint=f"These can: {', '.join(sorted(WRITERS))}.",
            slug="glossary-format",
        )
    return cast(Writer, _load(place))(terms, pair)


def _load(place: str) -> object:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
