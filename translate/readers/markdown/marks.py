"""Takes Markdown apart into drafts and groups of plain lines, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from translate.model import Kind
from translate.readers.code import coded
from translate.readers.draft import Draft, Group, Line

_LONGEST = 20_000  # characters of one paragraph; resolving its marks takes more than linear time
_TAG = re.compile(r"<[^<>]*>")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(slots=True)
class Marks:
    """What a Markdown text consists of, and how often something was read in a special way."""

    parts: list[Group | Draft] = field(default_factory=list)
    codes: int = 0
    pictures: int = 0
    raw: int = 0


@dataclass(slots=True)
class _Place:
    """Where the walk through the tokens stands."""

    lists: int = 0
    quotes: int = 0
    heading: int = 0
    cell: bool = False
    table: int = 0
    row: int = 0
    column: int = 0
    number: str = ""  # of the list item that begins
    lines: tuple[int, int] = (1, 1)


def marked(text: str, first: int) -> Marks:
    """The parts of a Markdown `text` whose first line has the number `first` in its file."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    parser.core.ruler.disable(["inline", "text_join"])
    references: dict[str, object] = {}
    marks, place = Marks(), _Place()
    for token in parser.parse(text, references):
        if token.map:
            place.lines = (token.map[0] + first, max(token.map[0], token.map[1] - 1) + first)
        _step(token, place)
        if token.type == "inline":
            _add_text(_plain(token, parser, references, marks), place, marks)
        elif token.type == "fence":
            marks.codes += 1
            code = " ".join(token.content.split())
            marks.parts.append(Draft(code, place.lines, Kind.CODE))
        elif token.type == "html_block":
            bare = _TAG.sub("", _COMMENT.sub("", token.content))
            _add_text(bare, place, marks)
    return marks


def _step(token: Token, place: _Place) -> None:
    """Follow a token that opens or closes something."""
    match token.type:
        case "bullet_list_open" | "ordered_list_open":
            place.lists += 1
        case "bullet_list_close" | "ordered_list_close":
            place.lists -= 1
        case "list_item_open":
            place.number = f"{token.info}{token.markup} " if token.info else ""
        case "blockquote_open" | "blockquote_close":
            place.quotes += token.nesting
        case "heading_open":
            place.heading = int(token.tag[1:])
        case "heading_close":
            place.heading = 0
        case "table_open":
            place.table, place.row = place.table + 1, 0
        case "tr_open":
            place.row, place.column = place.row + 1, 0
        case "td_open" | "th_open":
            place.cell, place.column = True, place.column + 1
        case "td_close" | "th_close":
            place.cell = False


def _add_text(text: str, place: _Place, marks: Marks) -> None:
    lines = [line.strip() for line in text.split("\n")]
    joined = " ".join(filter(None, lines))
    if not joined:
        return
    if place.heading:
        draft = Draft(joined, place.lines, Kind.HEADING, place.heading)
    elif place.cell:
        where = (place.table, place.row, place.column)
        draft = Draft(joined, place.lines, Kind.CELL, cell=where)
    elif place.lists:
        draft = Draft(place.number + joined, place.lines, Kind.LIST_ITEM, place.lists)
        place.number = ""
    elif place.quotes:
        draft = Draft(joined, place.lines, Kind.QUOTE)
    else:
        numbered = enumerate(lines, place.lines[0])
        marks.parts.append(tuple(Line(min(n, place.lines[1]), t) for n, t in numbered if t))
        return
    marks.parts.append(draft)


def _plain(token: Token, parser: MarkdownIt, references: dict[str, object], marks: Marks) -> str:
    """The text of a paragraph without its marks; line breaks stay."""
    if len(token.content) > _LONGEST:
        marks.raw += 1
        return token.content
    children: list[Token] = []
    parser.inline.parse(token.content, parser, references, children)
    marks.pictures += sum(child.type == "image" and not child.content for child in children)
    return _text(children)


def _text(children: Sequence[Token]) -> str:
    parts = []
    for child in children:
        match child.type:
            case "text" | "text_special":
                parts.append(child.content)
            case "code_inline":
                parts.append(coded(child.content))
            case "softbreak" | "hardbreak":
                parts.append("\n")
            case "image":
                parts.append(_text(child.children or ()))
            case "html_inline" if _BREAK.fullmatch(child.content):
                parts.append("\n")
    return "".join(parts)
