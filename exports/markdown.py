"""The clean target text in Markdown: headings, lists, quotations, tables, links' titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from exports.passage import Passage, numbered, passages
from translate.model import CODE, Bitext, Kind

__all__ = ["MarkdownExporter"]

# What CommonMark would take for a mark-up in running text, or at the start of a line.
_SPECIAL = re.compile(r"([\\`*_\[\]<>&])")
_LINE_START = re.compile(r"^(\s*\d{1,9}(?=[.)](?:\s|$))|\s*(?=[#>+=~|-]))", re.MULTILINE)
_SMALL = (Kind.SUBTITLE, Kind.BYLINE, Kind.DATELINE, Kind.METADATA, Kind.CAPTION)
_LOW = 6  # the deepest heading there is


class MarkdownExporter:
    """CommonMark with tables as GitHub writes them; page furniture is left out."""

    name = "markdown"
    extension = "md"

    def render(self, bitext: Bitext) -> bytes:
        """The text, ending in a line break; a block without a translation keeps its source."""
        shown = [p for p in passages(bitext) if p.kind is not Kind.FURNITURE and _text(p)]
        parts = [_part(kind, list(group)) for kind, group in groupby(shown, key=_together)]
        return ("\n\n".join(parts) + "\n").encode("utf-8", "replace") if parts else b""


def _together(passage: Passage) -> tuple[Kind, int]:
    """Equal for what forms one whole: the items of a list, the cells of a table."""
    if passage.kind is Kind.CELL and passage.block.cell:
        return Kind.CELL, passage.block.cell[0]
    return passage.kind, 0 if passage.kind is Kind.LIST_ITEM else passage.block.index + 1


def _part(whole: tuple[Kind, int], group: Sequence[Passage]) -> str:
    if whole[0] is Kind.CELL and whole[1]:
        return "\n".join(_table(group))
    return "\n".join(map(_block, group))


def _block(passage: Passage) -> str:
    text = _escaped(_inline(passage))
    level = passage.block.level
    match passage.kind:
        case Kind.TITLE:
            return "# " + _line(text)
        case Kind.HEADING:
            return "#" * min(max(level, 1) + 1, _LOW) + " " + _line(text)
        case Kind.QUOTE | Kind.PULL_QUOTE:
            return "> " + text.replace("\n", "\n> ")
        case Kind.LIST_ITEM:
            indent = "    " * max(level - 1, 0)
            bare = _inline(passage) if numbered(passage.block) else "- " + text
            return indent + bare.replace("\n", f"\n{indent}  ")
        case Kind.CODE:
            return f"```\n{_text(passage).replace('```', '´´´')}\n```"
        case Kind.RELATED:
            return f"*{_line(text)}*"
        case kind if kind in _SMALL:
            return f"*{_line(text)}*"
    return text.replace("\n", "  \n")


def _table(cells: Sequence[Passage]) -> Iterator[str]:
    """A table as GitHub writes them; the first row is its header, as the syntax demands."""
    places = {p.block.cell[1:]: p for p in cells if p.block.cell}
    rows = sorted({row for row, _ in places})
    columns = range(1, max(column for _, column in places) + 1)
    for number, row in enumerate(rows):
        found = [places.get((row, column)) for column in columns]
        texts = [_line(_escaped(_inline(p))).replace("|", "\\|") if p else "" for p in found]
        yield "| " + " | ".join(texts) + " |"
        if not number:
            yield "|" + " --- |" * len(texts)


def _text(passage: Passage) -> str:
    return passage.target or passage.block.text.strip()


def _inline(passage: Passage) -> str:
    """The text with its signs escaped, and code that stands in it unchanged between backticks."""
    text, place, parts = _text(passage), 0, []
    code = {r.number: r.span.of(passage.block.text) for r in passage.block.runs if CODE in r.styles}
    for run in passage.runs if passage.target else ():
        told = run.span.of(text)
        if told and told == code.get(run.number) and run.span.start >= place:
            parts += [_SPECIAL.sub(r"\\\1", text[place : run.span.start]), _code(told)]
            place = run.span.end
    return "".join([*parts, _SPECIAL.sub(r"\\\1", text[place:])])


def _code(text: str) -> str:
    """Code between more backticks than it has side by side."""
    fence = "`" * (1 + max(map(len, re.findall("`+", text)), default=0))
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    return _LINE_START.sub(r"\1\\", text)
