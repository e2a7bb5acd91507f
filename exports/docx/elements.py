"""WordprocessingML as lxml elements, for what goes into a document that is there already."""

from __future__ import annotations

from lxml import etree

from exports.docx.wml import SPACE, Attributes
from translate.office.wml import Element, W, w

__all__ = ["Element", "add", "parsed", "root"]

_VAL = w("val")


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


def parsed(text: str) -> list[Element]:
    """The elements that a text of ours writes."""
    return list(etree.fromstring(f"<w:body {SPACE}>{text}</w:body>"))
