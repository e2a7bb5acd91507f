"""Parses the markup of a page into a tree without anything that a reader would not see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from translate.readers.html.roles import DROPPED, hidden

_EMBEDDED = re.compile(r"data:[\w/+.;=-]{0,80},[^\"'\s>]{200,}")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_LONGEST = 8  # digits of a character's number
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
        bare = _REFERENCE.sub(_allowed, _EMBEDDED.sub("", markup)).encode("utf-8", "replace")
        return document_fromstring(bare, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _allowed(reference: re.Match[str]) -> str:
    """A character by its number, if a tree can hold it: the parser takes control characters in, but
    the tree refuses them when a part is cut out before them."""
    digits = (reference[1] or reference[2]).lstrip("0")
    code = int(digits or "0", 16 if reference[1] else 10) if len(digits) <= _LONGEST else 0
    plain = code in (0x9, 0xA, 0xD) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return reference[0] if plain or 0x10000 <= code < 0x110000 else ""


def pruned(root: HtmlElement) -> HtmlElement:
    """`root` without scripts, controls and hidden parts; it is changed in place and returned."""
    for element in [*_skipped(root), *_contents(root)]:
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(root.iter()):
        if element is root or element.getparent() is None:
            continue
        if element.tag in DROPPED or (hidden(element) and element.tag != "body"):
            element.drop_tree()
    return root


def _skipped(root: HtmlElement) -> Iterator[HtmlElement]:
    """Regions that begin with a link to their own end, for those who listen to a page: what a
    reader may skip is none of the article."""
    places = {element.get("id"): element for element in root.iter() if element.get("id")}
    for link in root.iter("a"):
        end = places.get((link.get("href") or "")[1:])
        region = next(link.iterancestors("section", "aside"), None)
        if end is None or region is None or (link.get("href") or "")[:1] != "#":
            continue
        if region in end.iterancestors() and not _behind(end, region):
            yield region


def _behind(element: HtmlElement, region: HtmlElement) -> bool:
    """True if text of `region` stands behind `element`."""
    while element is not region:
        if (element.tail or "").strip() or element.getnext() is not None:
            return True
        parent = element.getparent()
        if parent is None:
            return False
        element = parent
    return False


def _contents(root: HtmlElement) -> Iterator[HtmlElement]:
    """Lists of contents: every item is a link to a place in the page."""
    for listed in root.iter("ul", "ol"):
        items = listed.findall("li")
        links = [item.find(".//a") for item in items]
        if len(items) > 1 and all(_leads_down(*pair) for pair in zip(items, links, strict=True)):
            yield listed


def _leads_down(item: HtmlElement, link: HtmlElement | None) -> bool:
    target = "" if link is None else link.get("href") or ""
    whole = "" if link is None else link.text_content().strip()
    return len(target) > 1 and target.startswith("#") and item.text_content().strip() == whole


def sizes(root: HtmlElement) -> dict[HtmlElement, int]:
    """How many characters stand in each element."""
    found: dict[HtmlElement, int] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        inner = sum(found[child] + len(child.tail or "") for child in element)
        found[element] = inner + len(element.text or "")
    return found
