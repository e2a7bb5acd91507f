"""Parses the markup of a page into a tree without anything that a reader would not see."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from translate.readers.html.roles import DROPPED, hidden

_EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,80},[^\"'\s>]{200,}")
_XHTML = re.compile(r"^\{[^}]*\}|^\w+:")


def parsed(markup: str) -> HtmlElement | None:
    """The tree of a page, or None if nothing can be made of it.

    No entity but those of HTML is resolved and nothing is fetched: the HTML parser knows neither.
    `huge_tree` has it go 2,048 levels deep instead of 256; the size of a page is limited before.
    """
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        bare = _EMBEDDED.sub("", markup).encode("utf-8", "replace")
        return document_fromstring(bare, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def pruned(root: HtmlElement) -> HtmlElement:
    """`root` without scripts, controls and hidden parts; it is changed in place and returned."""
    for element in list(root.iter()):
        if element is root or element.getparent() is None:
            continue
        if element.tag in DROPPED or (hidden(element) and element.tag != "body"):
            element.drop_tree()
    return root


def sizes(root: HtmlElement) -> dict[HtmlElement, int]:
    """How many characters stand in each element."""
    found: dict[HtmlElement, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        inner = sum(found[child] + len(child.tail or "") for child in element)
        found[element] = inner + len(element.text or "")
    return found
