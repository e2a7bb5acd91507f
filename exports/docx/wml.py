"""WordprocessingML, built top down as lxml elements."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from exports.scripts import right_to_left, upright
from translate.office.wml import Element, W, w

__all__ = [
    "Element",
    "Ink",
    "Shape",
    "W",
    "add",
    "clean",
    "paragraph",
    "root",
    "run",
    "w",
    "xml_lang",
]

_PRESERVED = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
_TEXT = w("t")
_VAL = w("val")
_BREAKS = re.compile(r"([\n\r\t])")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

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
    outline: int | None = None


def clean(text: str) -> str:
    """The text with every character that XML forbids replaced by U+FFFD; its length stays."""
    return _ILLEGAL.sub("\ufffd", text)


def root(tag: str) -> Element:
    """A new element that `add` can fill."""
    return etree.Element(w(tag), nsmap={"w": W})


def add(parent: Element, tag: str, value: Attributes | str | int | None = None) -> Element:
    """Append an element; `value` is its attributes, or its one attribute ``w:val``."""
    if value is None:
        return etree.SubElement(parent, w(tag))
    if isinstance(value, dict):
        said = {w(name): str(content) for name, content in value.items()}
        return etree.SubElement(parent, w(tag), said)
    return etree.SubElement(parent, w(tag), {_VAL: str(value)})


_AS_STYLED = Shape()


def paragraph(parent: Element, style: str, lang: str = "", shape: Shape = _AS_STYLED) -> Element:
    """Append a paragraph; what a reviewer types into it while empty is of language `lang`."""
    element = add(parent, "p")
    properties = add(element, "pPr")
    add(properties, "pStyle", style)
    if shape is not _AS_STYLED:
        _shape(properties, shape)
    if lang:
        _letters(add(properties, "rPr"), Ink(lang=lang))
    return element


def _shape(properties: Element, shape: Shape) -> None:
    """In the order that the schema wants."""
    if shape.keep_next:
        add(properties, "keepNext")
    if shape.rule:
        borders = add(properties, "pBdr")
        add(borders, "left", "nil")
        add(borders, "right", {"val": "single", "sz": 12, "space": 7, "color": shape.rule})
    if shape.ground:
        add(properties, "shd", {"val": "clear", "color": "auto", "fill": shape.ground})
    if shape.bidi:
        add(properties, "bidi")
    if shape.left:
        add(properties, "ind", {"left": shape.left, "hanging": shape.hanging})
    if shape.outline is not None:
        add(properties, "outlineLvl", shape.outline)


def _letters(properties: Element, ink: Ink) -> None:
    if ink.style:
        add(properties, "rStyle", ink.style)
    if upright(ink.lang):
        add(properties, "i", 0)
    if right_to_left(ink.lang):
        add(properties, "rtl")
    if ink.lang:
        xml_lang(properties, ink.lang)


def xml_lang(properties: Element, lang: str) -> None:
    """Set the proofing language of a run or of a paragraph mark."""
    add(properties, "lang", {"val": lang, "eastAsia": lang, "bidi": lang})


def run(parent: Element, text: str, ink: Ink) -> Element:
    """Append a run; line breaks and tabs of the text become those of Word."""
    element = add(parent, "r")
    if ink.style or ink.lang:
        _letters(add(element, "rPr"), ink)
    for part in _BREAKS.split(clean(text)):
        if part == "\t":
            add(element, "tab")
        elif part in ("\n", "\r"):
            add(element, "br")
        elif part:
            etree.SubElement(element, _TEXT, _PRESERVED).text = part
    return element
