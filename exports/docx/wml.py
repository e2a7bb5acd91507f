"""WordprocessingML, written as text from the inside out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from exports.scripts import right_to_left, upright
from translate.office.wml import Element, W, w

__all__ = [
    "SPACE",
    "Element",
    "Ink",
    "Shape",
    "W",
    "clean",
    "escaped",
    "paragraph",
    "run",
    "tag",
    "w",
]

SPACE = f'xmlns:w="{W}"'
"""The declaration without which no other program knows what ``w:`` means."""

_BREAKS = re.compile(r"([\n\r\t])")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_QUOTED = str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
_LOOKS = 1_024  # of runs and paragraphs that are kept; a file has some thirty

Attributes = dict[str, str | int]


class Ink(NamedTuple):
    """How a run looks: a character style and the language its spell-checker takes."""

    style: str = ""
    lang: str = ""


class Shape(NamedTuple):
    """What a paragraph adds to its style; distances in twips, `ground` a colour.

    `rule` is the colour of a line on the right, in place of the one on the left.
    """

    keep_next: bool = False
    ground: str = ""
    bidi: bool = False
    rule: str = ""
    left: int = 0
    hanging: int = 0
    align: str = ""
    outline: int | None = None


def clean(text: str) -> str:
    """The text with every character that XML forbids replaced by U+FFFD; its length stays."""
    return _ILLEGAL.sub("\ufffd", text)


def escaped(text: str) -> str:
    """A text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def tag(name: str, value: Attributes | str | int | None = None, inner: str = "") -> str:
    """An element; `value` is its attributes, or its one attribute ``w:val``."""
    if value is None:
        said = ""
    elif isinstance(value, dict):
        said = "".join(f' w:{key}="{_quoted(content)}"' for key, content in value.items())
    else:
        said = f' w:val="{_quoted(value)}"'
    return f"<w:{name}{said}>{inner}</w:{name}>" if inner else f"<w:{name}{said}/>"


def _quoted(value: str | int) -> str:
    return escaped(str(value)).translate(_QUOTED)


_AS_STYLED = Shape()


def paragraph(style: str, inner: str = "", lang: str = "", shape: Shape = _AS_STYLED) -> str:
    """A paragraph; what a reviewer types into it while empty is of language `lang`."""
    return f"<w:p>{_styled(style, lang, shape)}{inner}</w:p>"


@lru_cache(maxsize=_LOOKS)
def _styled(style: str, lang: str, shape: Shape) -> str:
    look = tag("rPr", inner=_letters(Ink(lang=lang))) if lang else ""
    return tag("pPr", inner=tag("pStyle", style) + _shape(shape) + look)


def _shape(shape: Shape) -> str:
    """In the order that the schema wants."""
    told = tag("keepNext") if shape.keep_next else ""
    if shape.rule:
        line: Attributes = {"val": "single", "sz": 12, "space": 7, "color": shape.rule}
        told += tag("pBdr", inner=tag("left", "nil") + tag("right", line))
    if shape.ground:
        told += tag("shd", {"val": "clear", "color": "auto", "fill": shape.ground})
    if shape.bidi:
        told += tag("bidi")
    if shape.left:
        told += tag("ind", {"left": shape.left, "hanging": shape.hanging})
    if shape.align:
        told += tag("jc", shape.align)
    return told + ("" if shape.outline is None else tag("outlineLvl", shape.outline))


def run(text: str, ink: Ink) -> str:
    """A run; line breaks and tabs of the text become those of Word."""
    return f"<w:r>{_look(ink)}{_words(clean(text))}</w:r>"


def _words(text: str) -> str:
    if _BREAKS.search(text) is None:
        return f'<w:t xml:space="preserve">{escaped(text)}</w:t>' if text else ""
    return "".join(
        tag("tab") if part == "\t" else tag("br") if part in ("\n", "\r") else _words(part)
        for part in _BREAKS.split(text)
    )


@lru_cache(maxsize=_LOOKS)
def _look(ink: Ink) -> str:
    return tag("rPr", inner=_letters(ink)) if ink.style or ink.lang else ""


def _letters(ink: Ink) -> str:
    told = tag("rStyle", ink.style) if ink.style else ""
    if upright(ink.lang):
        told += tag("i", 0)
    if right_to_left(ink.lang):
        told += tag("rtl")
    if ink.lang:
        told += tag("lang", {"val": ink.lang, "eastAsia": ink.lang, "bidi": ink.lang})
    return told
