"""What is left of python-docx's template: the parts that a file of ours builds on, and the places
in them for the texts of an article."""

from __future__ import annotations

import re

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from translate.office.wml import Element

__all__ = ["PLACE", "bare", "emptied", "place"]

PLACE = re.compile(rb"<\?here (\w+)\?>")
"""A `place` in the text of a part."""

_KEPT = {RT.STYLES, RT.SETTINGS, RT.NUMBERING, RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES}


def bare(word: WordDocument) -> None:
    """Drop every other part, and what the core properties say of somebody else's file."""
    for links in (word.part.rels, word.part.package.rels):
        for id, link in list(links.items()):
            if link.reltype not in _KEPT:
                del links[id]
    emptied(word.core_properties._element)


def emptied(element: Element) -> Element:
    """The element without what is in it."""
    for child in list(element):
        element.remove(child)
    return element


def place(name: str) -> Element:
    """The processing instruction that holds the place of a text."""
    return etree.ProcessingInstruction("here", name)
