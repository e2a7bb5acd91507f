"""What every format of a term list comes down to: rows of cells under a header, for one pair."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.limits import hint, limit, size_told
from glossary.plain_file import read_plain

LARGE = 10 * 1024 * 1024  # bytes; above it a warning

_CODE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """An ordered language pair; codes are ISO 639 with or without a region."""

    source: str
    target: str

    def serves(self, source: str, target: str) -> bool:
        """True if an entry of these languages may be used; regions do not count, nor does ""."""
        return same_language(source, self.source) and same_language(target, self.target)


ID_EN = Pair("id", "en")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one entry and the line, counted from 1, on which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file, its header the first if it has one, and what was odd about it."""

    rows: tuple[Row, ...]
    warnings: tuple[str, ...] = ()


def base(code: str) -> str:
    """A language code without its region, in lower case: "en" for "en-GB"."""
    return re.split("[-_]", code.strip().casefold())[0]


def same_language(one: str, other: str) -> bool:
    """True if two codes name one language, whatever the region, or if one is not given."""
    return not one or not other or base(one) == base(other)


def is_code(cell: str) -> bool:
    """True for what looks like the code of a language."""
    return _CODE.fullmatch(cell.strip()) is not None


def content(file: Path) -> tuple[bytes, tuple[str, ...]]:
    """The bytes of a file, and a warning if it is large.

    Raises GlossaryError if it cannot be read or is larger than ``limit-list``.
    """
    try:
        data = read_plain(file, limit("list"))
    except OSError as error:
        raise GlossaryError(
            f"The glossary {file} cannot be read: {error.strerror or error}.",
            hint="Check the path given with --glossary.",
            slug="glossary-unreadable",
        ) from None
    if len(data) > limit("list"):
        raise too_large(file.name)
    if len(data) > LARGE:
        told = f"{file.name} is larger than 10 MiB; matching stays fast, loading not."
        return data, (told,)
    return data, ()


def text(file: Path) -> tuple[str, tuple[str, ...]]:
    """The text of a file in UTF-8, with or without BOM, and a warning if it is large.

    Raises GlossaryError if it cannot be read or is no text.
    """
    data, warnings = content(file)
    if b"\0" in data:
        raise _not_text(file.name, "it holds binary data")
    try:
        return data.decode("utf-8-sig"), warnings
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _not_text(file.name, f"line {line} is not UTF-8") from None


def too_large(name: str) -> GlossaryError:
    """The error for a file whose content is beyond all measure."""
    return GlossaryError(
        f"{name} is larger than {size_told(limit('list'))}.",
        hint=f"Is it really a term list? {hint('list')}",
        slug="glossary-too-large",
    )


def damaged(name: str, kind: str, why: str) -> GlossaryError:
    """The error for a file that is not what its suffix says."""
    return GlossaryError(
        f"The glossary {name} is no {kind} file that can be read: {why}.",
        hint="Export it again, or save it as CSV in UTF-8.",
        slug="glossary-damaged",
    )


def _not_text(name: str, why: str) -> GlossaryError:
    return GlossaryError(
        f"The glossary {name} is not a text file: {why}.",
        hint="Save it as UTF-8; spreadsheets call that “CSV UTF-8”.",
        slug="glossary-not-text",
    )
