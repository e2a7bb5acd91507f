"""A CSV or TSV file as rows that know their line; RFC 4180 quoting, UTF-8 with or without BOM."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from glossary.errors import GlossaryError

LARGE = 10 * 1024 * 1024  # bytes; above it a warning
LARGEST = 200 * 1024 * 1024  # bytes; a list of the most entries allowed stays below it

_DELIMITERS = (",", ";", "\t")
_TABBED = frozenset({".tsv", ".tab"})


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one entry and the line, counted from 1, on which it begins."""

    line: int
    cells: tuple[str, ...]


def read(path: str) -> tuple[list[Row], list[str]]:
    """All rows that hold anything, and warnings.

    Raises GlossaryError if the file cannot be read, is not text, or its quoting is broken.
    """
    file = Path(path)
    text = _text(file)
    warnings = []
    if len(text) > LARGE:
        warnings.append(f"{file.name} is larger than 10 MiB; matching stays fast, loading not.")
    return _rows(file.name, text, _delimiter(file, text)), warnings


def _text(file: Path) -> str:
    try:
        if file.is_file() and file.stat().st_size > LARGEST:
            raise GlossaryError(
                f"{file.name} is larger than {LARGEST >> 20} MiB.",
                hint="Is it really a term list? Divide it if so.",
                slug="glossary-too-large",
            )
        data = file.read_bytes()
    except OSError as error:
        raise GlossaryError(
            f"The glossary {file} cannot be read: {error.strerror or error}.",
            hint="Check the path given with --glossary.",
            slug="glossary-unreadable",
        ) from None
    if b"\0" in data:
        raise _not_text(file.name, "it holds binary data")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _not_text(file.name, f"line {line} is not UTF-8") from None


def _delimiter(file: Path, text: str) -> str:
    """The sign between cells: read off the header, else off the suffix, else the commonest."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    for sign in _DELIMITERS:
        if "source" in (cell.strip(' "').casefold() for cell in first.split(sign)[:20]):
            return sign
    if file.suffix.casefold() in _TABBED:
        return "\t"
    return max(_DELIMITERS, key=first.count)


def _rows(name: str, text: str, delimiter: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = []
    begun = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                rows.append(Row(begun, tuple(cells)))
            begun = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(
            f"{name}, line {begun}: {_explained(str(error))}.",
            hint='A cell with a quotation mark is written "like ""this""", with closed quotes.',
            slug="glossary-line",
        ) from None
    return rows


def _explained(problem: str) -> str:
    if "unexpected end of data" in problem:
        return "a quotation mark is opened and never closed"
    if "field limit" in problem:
        return "a cell is too large; is a quotation mark never closed?"
    if "expected after" in problem:
        return "text follows a closing quotation mark"
    return problem


def _not_text(name: str, why: str) -> GlossaryError:
    return GlossaryError(
        f"The glossary {name} is not a text file: {why}.",
        hint="Save it as CSV or TSV in UTF-8.",
        slug="glossary-not-text",
    )
