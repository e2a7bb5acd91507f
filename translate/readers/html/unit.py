"""A paragraph-like piece of a page, before anybody has said whether it belongs to the article."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from translate.model import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """Text between the borders of blocks. `kind` None: running text, of whatever kind.

    `apart` marks what belongs to the page, `linked` text that is all links, `bold` text that is
    all bold, `boxed` text of a box of links, `pre` lines that stand as
    they were typed; `path` are the elements around it, the outermost first.
    """

    text: str
    line: int
    kind: Kind | None = None
    level: int = 0
    cell: tuple[int, int, int] | None = None
    apart: bool = False
    linked: bool = False
    bold: bool = False
    boxed: bool = False
    pre: bool = False
    path: tuple[HtmlElement, ...] = field(default=(), repr=False)
