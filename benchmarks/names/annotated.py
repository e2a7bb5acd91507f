"""The articles beside this file, with the names that are marked in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from glossary.term import Span

__all__ = ["KINDS", "SETS", "Article", "Name", "articles"]

SETS = ("open", "blind")
KINDS = {"P": "person", "L": "place", "O": "organisation", "N": "unknown"}
_MARK = re.compile(r"\{([PLON]) ([^}=]+)(?:=([^}]+))?\}")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, and what of it must stand in English, one of several; nothing if it is
    translated whole."""

    span: Span
    kind: str
    english: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article: its texts, the headline first, and the names of each text."""

    texts: tuple[str, ...]
    names: tuple[tuple[Name, ...], ...]


@cache
def articles(part: str) -> tuple[Article, ...]:
    """The articles of one of the `SETS`."""
    told = Path(__file__).with_name(f"{part}.txt").read_text("utf-8")
    found = []
    for block in re.split(r"^= ", told, flags=re.M)[1:]:
        _, *lines = [line for line in block.splitlines() if line]
        read = [_unmarked(line) for line in lines]
        found.append(Article(tuple(t for t, _ in read), tuple(n for _, n in read)))
    return tuple(found)


def _unmarked(line: str) -> tuple[str, tuple[Name, ...]]:
    text, names, end = "", [], 0
    for match in _MARK.finditer(line):
        text += line[end : match.start()]
        wanted = tuple(filter("*".__ne__, (match[3] or match[2]).split("|")))
        names.append(Name(Span(len(text), len(text) + len(match[2])), KINDS[match[1]], wanted))
        text += match[2]
        end = match.end()
    return text + line[end:], tuple(names)
