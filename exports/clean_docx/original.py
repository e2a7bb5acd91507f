"""A Word file given back in its own style: the text of each paragraph replaced, all else kept."""

from __future__ import annotations

import copy

from lxml import etree

from exports.clean_docx.repack import repacked
from exports.clean_docx.rewrite import rewrite
from exports.docx.wml import Element, w
from exports.passage import passages
from exports.wording import locale
from translate.model import Bitext, Document
from translate.readers.office.word import open_word

__all__ = ["rewritten"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STYLES = "word/styles.xml"


def rewritten(document: Document, bitext: Bitext) -> bytes:
    """The file of `document`, which must hold its bytes, with the targets of `bitext`.

    Headers, footers, pictures and styles stay; tracked changes are accepted, comments and macros
    go. A paragraph without a translation keeps its source text.
    """
    assert document.original is not None
    assert document.original.data is not None
    data = document.original.data
    word = open_word(data, document.metadata.get("file", "The source file"))
    targets = {passage.block.anchor: passage for passage in passages(bitext)}
    for paragraph in list(word.paragraphs()):
        found = {
            number: (passage.target, passage.runs)
            for number in range(len(paragraph.pieces))
            if (passage := targets.get(paragraph.anchor(number))) and passage.target
        }
        if found:
            rewrite(paragraph.element, paragraph.pieces, found)
    roots = dict(word.roots)
    if _STYLES in word.package:
        roots[_STYLES] = word.package.xml(_STYLES)
    for root in roots.values():
        _same_in_old_programs(root)
        _proofed(root, document.source_lang, locale(bitext.target_lang))
    return repacked(data, {name: _xml(root) for name, root in roots.items()})


def _same_in_old_programs(root: Element) -> None:
    """Copy text boxes to where programs before 2010 look for them."""
    for choice in root.iter(f"{_MC}AlternateContent"):
        new = [b for part in choice.findall(f"{_MC}Choice") for b in part.iter(w("txbxContent"))]
        old = [b for part in choice.findall(f"{_MC}Fallback") for b in part.iter(w("txbxContent"))]
        if len(new) == len(old):
            for box, twin in zip(new, old, strict=True):
                twin[:] = [copy.deepcopy(child) for child in box]


def _proofed(root: Element, source_lang: str, target: str) -> None:
    """Let spell-checkers take the target language wherever they took the source's."""
    for element in root.iter(w("lang")):
        if (element.get(w("val")) or "").split("-")[0].lower() == source_lang:
            element.set(w("val"), target)


def _xml(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
