"""What TBX files say beyond our fields, kept as it is: definitions, sources, languages."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from glossary.formats.xml import local

__all__ = ["COLUMN", "PREFIX", "TBX_3", "fragment", "restored", "sections"]

PREFIX = "tbx:"  # begins the names of columns that hold such XML
COLUMN = "x-column:"  # begins the type of what was a column of a CSV list
TBX_3 = "urn:iso:std:iso:30042:ed-2"
_CONCEPTS = frozenset(("conceptEntry", "termEntry"))
_LANGUAGES = frozenset(("langSec", "langSet"))
_STRUCTURE = _CONCEPTS | _LANGUAGES | {"termSec", "tig", "ntig", "term"}
_RENAMED = {"langSet": "langSec", "tig": "termSec", "ntig": "termSec"}


def fragment(parts: Iterable[etree._Element], inside: frozenset[str] = _STRUCTURE) -> str:
    """Elements as one piece of XML, "" if there are none.

    Those with structure in them where none belongs, names of elements in `inside`, are left out:
    written again, they would be read as entries.
    """
    return "".join(
        etree.tostring(_compact(part), encoding="unicode", with_tail=False)
        for part in parts
        if not any(local(each) in inside for each in part.iter())
    )


def _compact(part: etree._Element) -> etree._Element:
    """The same without blanks between elements, which are the indentation of whoever wrote it."""
    part = deepcopy(part)
    for each in part.iter("*"):
        between = (each.text, *(child.tail for child in each))
        if len(each) and not any(text and text.strip() for text in between):
            each.text = None
            for child in each:
                child.tail = None
    return part


def sections(parts: Iterable[etree._Element]) -> str:
    """The sections of other languages as one piece of XML."""
    whole = (
        part for part in parts if not any(local(p) in _LANGUAGES for p in part.iterdescendants())
    )
    return fragment(whole, _CONCEPTS)


def restored(cell: str) -> list[etree._Element]:
    """The elements of such a piece, in the words of version 3; none if it is no XML any more.

    A cell may have been edited by anyone: entities stay unresolved, a document type is refused.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    if not cell or "<!DOCTYPE" in cell:
        return []
    try:
        root = etree.fromstring(f"<all>{cell}</all>".encode(), parser)
    except etree.XMLSyntaxError:
        return []
    for part in list(root.iter("{*}termGrp")):
        _hoisted(part)
    for part in root.iter("*"):
        name = local(part)
        if part.tag == name or name in _RENAMED:
            part.tag = f"{{{TBX_3}}}{_RENAMED.get(name, name)}"
    return list(root)


def _hoisted(group: etree._Element) -> None:
    """Version 3 has no group around a term and its notes: they take the place of the group."""
    parent = group.getparent()
    if parent is not None:
        place = parent.index(group)
        for part in reversed(list(group)):
            parent.insert(place, part)
        parent.remove(group)
