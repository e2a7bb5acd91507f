"""What `dwibahasa glossary names` prints: the ledger of names of articles, or of their bitexts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from glossary.formats import render
from glossary.formats.delimited import line
from glossary.formats.rows import Pair
from translate import registry
from translate.cli import say
from translate.ledger import COLUMNS, Entry, Line, data_of, ledger, lines_of, paragraphs_of, row_of
from translate.readers import read
from translate.readers.source import read_bytes


def names(paths: Sequence[str], pair: Pair, *, proposals: bool, as_json: bool) -> int:
    """Print the names of files taken together: as CSV, as a term list, or for machines."""
    articles = [_lines(path, pair) for path in paths]
    if len(paths) > 1:
        stems = [say.plain(Path(path).stem) for path in paths]
        articles = [placed(stem, part) for stem, part in zip(stems, articles, strict=True)]
    found = ledger(articles, (pair.source, pair.target))
    if as_json:
        rows = [data_of(entry) for entry in found]
        say.data({"names": rows})
    elif proposals:
        say.raw(render([entry.as_term() for entry in found], pair, ".csv"))
    else:
        say.raw(written(found).encode())
    return 0


def placed(name: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of one of several files, with its name before their places."""
    return [replace(line, place=f"{name} {line.place}") for line in lines]


def written(entries: Sequence[Entry]) -> str:
    """The ledger as CSV with a header."""
    rows = [[str(value) for value in row_of(entry).values()] for entry in entries]
    return "".join(line(row) for row in (COLUMNS, *rows))


def _lines(path: str, pair: Pair) -> list[Line]:
    """The sentences of a bitext with their English, or the paragraphs of an article."""
    kind = Path(path).suffix.removeprefix(".").casefold()
    if kind in registry.names(registry.BITEXTS):
        return lines_of(registry.load(registry.BITEXTS, kind)(read_bytes(path, "review")))
    return paragraphs_of(read(path, source_lang=pair.source))
