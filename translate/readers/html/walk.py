"""Walks the tree of a page once and divides its text into units, each with the kind it shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from translate.model import Kind
from translate.readers.clean import clean
from translate.readers.code import between, coded
from translate.readers.html.pieces import BREAK, Part, Piece, divided
from translate.readers.html.roles import BLOCKS, Role, role_of
from translate.readers.html.tables import Grid, data_table
from translate.readers.html.unit import Unit

_DOTS = frozenset("·•|")  # between the facts above an article
_NEAR = 3  # elements around a text, in which a picture makes it its caption
_LONGEST_CAPTION = 400  # characters
_CLOSED = re.compile(r"(?<=[.!?])\((?=\w)")  # "… panen.(Foto: …)"
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = frozenset({"b", "strong"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_PARAGRAPHS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "blockquote"})
_RUNNING = frozenset({"p", "li", "blockquote"})
_MOST_OF_PAGE = 0.5  # what holds more than this share of all text is no mere part of the page
_LONGEST_LINK = 400  # characters
_BULLET = re.compile(r"^[·•o§▪-]\s+")  # of the lists that Word saves as paragraphs
_KINDS = (  # the first role that is open decides
    (Role.TITLE, Kind.TITLE),
    (Role.CAPTION, Kind.CAPTION),
    (Role.RELATED, Kind.RELATED),
    (Role.PULL_QUOTE, Kind.PULL_QUOTE),
    (Role.POST, Kind.QUOTE),
    (Role.SUBTITLE, Kind.SUBTITLE),
    (Role.BYLINE, Kind.BYLINE),
    (Role.DATE, Kind.DATELINE),
)


@dataclass(slots=True)
class _List:
    """An open list; `mark` is the number of its next item, -1 for bullets."""

    mark: int
    letters: bool


@dataclass(slots=True)
class Walk:
    """Where the walk stands; `units` are those that are finished."""

    sizes: dict[HtmlElement, int]
    is_related: Callable[[str], bool]
    units: list[Unit] = field(default_factory=list)
    _roles: Counter[Role] = field(default_factory=Counter)
    _tags: Counter[str] = field(default_factory=Counter)
    _opened: dict[HtmlElement, Role] = field(default_factory=dict)
    _lists: list[_List] = field(default_factory=list)
    _grids: list[Grid] = field(default_factory=list)
    _tables: int = 0
    _path: list[HtmlElement] = field(default_factory=list)
    _parts: list[Part] = field(default_factory=list)
    _shown: list[Part] = field(default_factory=list)
    _number: str = ""
    _line: int = 1

    def over(self, root: HtmlElement) -> list[Unit]:
        """The units of everything under `root`, in reading order."""
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                self._enter(element)
                self._add(element.text)
            else:
                self._leave(element)
                if element is not root:
                    self._add(element.tail)
        self._flush()
        return self.units

    def _add(self, text: str | None) -> None:
        if text:
            plain = text if self._tags["pre"] else re.sub(r"\s+", " ", text)
            if any(self._tags[tag] for tag in _CODE) and not self._tags["pre"]:
                plain = coded(plain)
            self._parts.append((plain, any(self._tags[tag] for tag in _BOLD), self._tags["a"] > 0))

    def _enter(self, element: HtmlElement) -> None:
        tag = element.tag
        role = self._role(element)
        alone = role is not None and self._alone(element, role)
        if tag in BLOCKS or alone or self._glued(element):
            self._flush()
        self._line = max(self._line, element.sourceline or 1)
        self._path.append(element)
        self._tags[tag] += 1
        if role is not None:
            self._opened[element] = role
            self._roles[role] += 1
        if tag == "br":
            self._parts.append((BREAK, True, True))
        elif tag == "a" and self._parts and self._parts[-1][2]:
            self._parts.append((" ", True, True))  # links side by side
        elif tag in ("ul", "ol"):
            start = element.get("start") or "1"
            first = int(start) if start.isdecimal() and len(start) < 5 else 1
            letters = element.get("type") in ("a", "A")
            self._lists.append(_List(first if tag == "ol" else -1, letters))
        elif tag == "li" and self._lists:
            self._number = _numbered(self._lists[-1])
        elif tag == "table":
            self._tables += data_table(element)
            self._grids.append(Grid(self._tables if data_table(element) else 0))
        elif tag == "tr" and self._grids:
            self._grids[-1].row_begins()
        elif tag in ("td", "th") and self._grids:
            self._grids[-1].cell_begins(element)

    def _leave(self, element: HtmlElement) -> None:
        role = self._opened.pop(element, None)
        if element.tag in BLOCKS or (role is not None and self._alone(element, role)):
            self._flush()
        if role is not None:
            self._roles[role] -= 1
        self._tags[element.tag] -= 1
        self._path.pop()
        if element.tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif element.tag == "table" and self._grids:
            self._grids.pop()
        elif element.tag in ("td", "th") and self._grids:
            self._grids[-1].cell_ends()

    def _role(self, element: HtmlElement) -> Role | None:
        inside = self._paragraph()
        role = role_of(element, in_paragraph=inside)
        most = self._path[0] if self._path else None
        if role is not None and most is not None and element.tag in BLOCKS:
            large = self.sizes[element] > _MOST_OF_PAGE * self.sizes[most]
            if large and role is not Role.TITLE:
                return None
        nested = role in (Role.RELATED, Role.BYLINE) and self._roles[role]
        if nested and element.tag not in BLOCKS:
            return None
        if role is None and inside and element.tag in ("b", "strong", "em", "i", "span", "a"):
            if self._roles[Role.RELATED] or self.sizes[element] > _LONGEST_LINK:
                return None
            text = "".join(element.itertext())
            return Role.RELATED if self._begins() and self.is_related(text.strip()) else None
        return role

    def _alone(self, element: HtmlElement, role: Role) -> bool:
        """True if an inline element is to be a unit of its own."""
        return role in (Role.RELATED, Role.TITLE) or not self._paragraph()

    def _glued(self, element: HtmlElement) -> bool:
        """True if only style sheets keep the element apart from the text in front of it."""
        before, text = self._parts[-1][0] if self._parts else "", element.text or ""
        touching = all(
            char.isalnum() or char in _DOTS for char in (before[-1:] or " ", text[:1] or " ")
        )
        loose = not self._paragraph() or self._roles[Role.BYLINE] > 0
        apart = element.getprevious() is not None or element.tag == "time"
        capital = before[-1:].islower() and text[:1].isupper()  # "… NIAGA/RahmatPerbesar"
        return touching and loose and (apart or capital)

    def _begins(self) -> bool:
        """True if what comes is not in the middle of a sentence."""
        before = "".join(part for part, _, _ in self._parts).rstrip(" ")
        return before[-1:] in ("", BREAK) or before[-1:] in '.!?:;"”’)]»'

    def _paragraph(self) -> bool:
        return any(self._tags[tag] for tag in _PARAGRAPHS)

    def _flush(self) -> None:
        parts, self._parts = self._parts, []
        if not any(part.strip() for part, _, _ in parts):
            return
        self._shown = parts
        kind, level = self._kind()
        whole = bool(self._tags["pre"]) or kind in (Kind.CELL, Kind.CAPTION, Kind.TITLE)
        for piece in [Piece.of(parts)] if whole else divided(parts):
            self._append(piece, kind, level)

    def _append(self, piece: Piece, kind: Kind | None, level: int) -> None:
        pre = bool(self._tags["pre"]) and kind is None
        plain = between(piece.text, lambda text: clean(text)[0])
        text = plain.strip("\n") if pre else " ".join(plain.split())
        if kind is Kind.LIST_ITEM:
            text = self._number + _BULLET.sub("", text, count=1)
            self._number = ""
        if not text or _DOTS.issuperset(text):
            return
        if kind is Kind.CAPTION:
            text = _CLOSED.sub(" (", text)
        place = self._grids[-1].place if self._grids and kind is Kind.CELL else None
        unit = Unit(
            text,
            self._line,
            kind,
            level,
            place,
            apart=self._roles[Role.APART] > 0,
            linked=piece.linked,
            bold=piece.bold,
            boxed=any(r is Role.RELATED and e.tag in BLOCKS for e, r in self._opened.items()),
            pre=pre,
            path=tuple(self._path),
        )
        joined = place is not None and self.units and self.units[-1].cell == place
        if joined:
            before = self.units.pop()
            unit = Unit(f"{before.text} {text}", before.line, kind, cell=place, path=before.path)
        self.units.append(unit)

    def _kind(self) -> tuple[Kind | None, int]:
        heading = next((n for tag, n in _HEADINGS.items() if self._tags[tag]), 0)
        for role, kind in _KINDS:
            if self._roles[role]:
                return kind, 0
        if heading:
            return Kind.HEADING, heading
        if self._grids and self._grids[-1].place is not None:
            return Kind.CELL, 0
        if self._lists and self._tags["li"]:
            return Kind.LIST_ITEM, min(len(self._lists), 9)
        word_list = any("MsoList" in (element.get("class") or "") for element in self._path[-1:])
        if word_list:
            return Kind.LIST_ITEM, 1
        if self._tags["blockquote"]:
            return Kind.QUOTE, 0
        if self._tags["pre"] and self._tags["code"]:
            return Kind.CODE, 0
        return (Kind.CAPTION if self._tags["figure"] or self._pictured() else None), 0

    def _pictured(self) -> bool:
        """True for the little that stands in one box with a picture, and is no plain paragraph."""
        near = self._path[-_NEAR:]
        credit = "".join(part for part, _, _ in self._shown).rstrip().endswith(")")
        if self._tags["a"] or (not credit and any(e.tag in _RUNNING for e in near)):
            return False
        small = (element for element in near if self.sizes[element] <= _LONGEST_CAPTION)
        return any(child.tag == "img" for element in small for child in element)


def _numbered(items: _List) -> str:
    if items.mark < 0:
        return ""
    number, items.mark = items.mark, items.mark + 1
    if items.letters and number <= 26:
        return f"{chr(ord('a') + number - 1)}. "
    return f"{number}. "
