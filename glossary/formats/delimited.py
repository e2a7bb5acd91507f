"""CSV and TSV, OmegaT's and DeepL's lists among them: RFC 4180 quoting, UTF-8, perhaps a BOM."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.formats.rows import Pair, Row, Sheet, text
from glossary.term import COLUMNS, USUAL, Term

_PLAIN = Term("", "")
_DELIMITERS = (",", ";", "\t")
_TABBED = frozenset({".tsv", ".tab", ".utf8"})
_LEGACY = frozenset({".txt", ".utf8", ".tab"})  # suffixes of OmegaT, whose quotes mean nothing


def read(file: Path, pair: Pair) -> Sheet:
    """All rows that hold anything; the columns of a file without header are left to the store.

    Raises GlossaryError if the file cannot be read, is not text, or its quoting is broken.
    """
    content, warnings = text(file)
    sign = delimiter(file, content)
    if file.suffix.casefold() in _LEGACY and sign == "\t":
        return Sheet(_unquoted(content), warnings)
    return Sheet(_rows(file.name, content, sign), warnings)


def write(terms: Iterable[Term], pair: Pair) -> bytes:
    """The terms as CSV with all columns that say anything: reading it gives the same terms."""
    return _written(list(terms), ",")


def write_tabbed(terms: Iterable[Term], pair: Pair) -> bytes:
    """The terms as TSV, with the same columns."""
    return _written(list(terms), "\t")


def used_columns(terms: Sequence[Term]) -> tuple[str, ...]:
    """The usual columns, and those of the others that say something of one of the terms."""
    told = [name for name in COLUMNS if name not in USUAL]
    used = {name for t in terms for name in told if getattr(t, name) != getattr(_PLAIN, name)}
    foreign = dict.fromkeys(name for term in terms for name, _ in term.foreign)
    return (*USUAL, *(name for name in told if name in used), *foreign)


def _written(terms: Sequence[Term], sign: str) -> bytes:
    columns = used_columns(terms)
    rows = [columns, *(cells(term, columns) for term in terms)]
    return "".join(line(row, sign) for row in rows).encode()


def cells(term: Term, columns: Iterable[str] = COLUMNS) -> tuple[str, ...]:
    """The values of a term under these columns."""
    foreign = dict(term.foreign)
    return tuple(str(getattr(term, c)) if c in COLUMNS else foreign.get(c, "") for c in columns)


def line(values: Iterable[str], sign: str = ",") -> str:
    """One line of CSV, with its line break."""
    out = io.StringIO()
    csv.writer(out, delimiter=sign, lineterminator="\n").writerow(values)
    return out.getvalue()


def delimiter(file: Path, content: str) -> str:
    """The sign between cells: read off the header, else off the suffix, else the commonest."""
    remarks = "#" if file.suffix.casefold() in _LEGACY else "\n"
    lines = io.StringIO(content)
    first = next((line for line in lines if line.strip() and not line.startswith(remarks)), "")
    for sign in _DELIMITERS:
        if "source" in (cell.strip(' "').casefold() for cell in first.split(sign)[:20]):
            return sign
    if file.suffix.casefold() in _TABBED:
        return "\t"
    # A bilingual list holds commas in its terms more easily than tabs.
    return "\t" if "\t" in first else max(_DELIMITERS, key=first.count)


def _unquoted(content: str) -> tuple[Row, ...]:
    """OmegaT's own lists: source, target, comment between tabs; # opens a comment."""
    rows = []
    for number, told in enumerate(content.splitlines(), 1):
        if told.strip() and not told.startswith("#"):
            rows.append(Row(number, tuple(told.split("\t"))))
    wide = min(3, max((len(row.cells) for row in rows), default=2))
    return tuple(Row(row.line, (*row.cells, "", "")[: max(wide, len(row.cells))]) for row in rows)


def _rows(name: str, content: str, sign: str) -> tuple[Row, ...]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=sign, strict=True)
    rows = []
    begun = 1
    try:
        for found in reader:
            if any(map(str.strip, found)):
                rows.append(Row(begun, tuple(found)))
            begun = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(
            f"{name}, line {begun}: {_explained(str(error))}.",
            hint='A cell with a quotation mark is written "like ""this""", with closed quotes.',
            slug="glossary-line",
        ) from None
    return tuple(rows)


def _explained(problem: str) -> str:
    if "unexpected end of data" in problem:
        return "a quotation mark is opened and never closed"
    if "field limit" in problem:
        return "a cell is too large; is a quotation mark never closed?"
    if "expected after" in problem:
        return "text follows a closing quotation mark"
    return problem
