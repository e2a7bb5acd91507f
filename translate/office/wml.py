"""The names of WordprocessingML, as lxml knows them."""

from __future__ import annotations

from functools import cache

from lxml import etree

__all__ = ["Element", "R", "W", "local", "value", "w"]

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def local(element: Element) -> str:
    """The name of an element of WordprocessingML; "" for elements of other vocabularies."""
    tag = element.tag
    if not isinstance(tag, str) or not tag.startswith(f"{{{W}}}"):
        return ""
    return tag[len(W) + 2 :]


def value(parent: Element | None, name: str) -> str | None:
    """``w:val`` of a child: "" where the child has none, None where there is no such child."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(w("val")) or ""
