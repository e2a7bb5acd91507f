"""What is left of python-docx's template: the parts that a file of ours builds on."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT

__all__ = ["bare"]

_KEPT = {RT.STYLES, RT.SETTINGS, RT.NUMBERING, RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES}


def bare(word: WordDocument) -> None:
    """Drop every other part, and what the core properties say of somebody else's file."""
    for links in (word.part.rels, word.part.package.rels):
        for id, link in list(links.items()):
            if link.reltype not in _KEPT:
                del links[id]
    about = word.core_properties._element
    for element in list(about):
        about.remove(element)
