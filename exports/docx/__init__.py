"""The side-by-side review file: a Word document with one table row a paragraph."""

from __future__ import annotations

import copy
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from lxml import etree

from exports.docx.comments import Comments
from exports.docx.frame import bullets, page, properties, settings
from exports.docx.front import front
from exports.docx.identity import run_id
from exports.docx.manifest import attach, manifest
from exports.docx.marks import Marker
from exports.docx.styles import fill
from exports.docx.table import review_table
from exports.docx.wml import Element, add, paragraph, root
from exports.docx.wording import locale
from exports.passage import passages
from translate.model import Bitext

__all__ = ["DocxExporter"]

# The parts of python-docx's template that a review file builds on; the others are dropped.
_KEPT = {RT.STYLES, RT.SETTINGS, RT.NUMBERING, RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive can name


class DocxExporter:
    """A4 landscape: a front block, then #, source, target, flags, status and note."""

    name = "docx"
    extension = "review.docx"

    def render(self, bitext: Bitext) -> bytes:
        """The Word file; the layout and the identities are described in ``docs/formats.md``."""
        word = docx.Document()
        _bare(word, locale(bitext.target_lang))
        run = run_id(bitext)
        page(word, bitext, run)
        properties(word, bitext, run)
        comments = Comments(_comments_element(word))
        marker = Marker(comments, locale(bitext.document.source_lang), locale(bitext.target_lang))
        text = _text(word, bitext, marker, run)
        attach(word, manifest(bitext, run))
        return _saved(word, text)


def _bare(word: WordDocument, lang: str) -> None:
    """Take everything out of the template that is not ours."""
    part = word.part
    for links in (part.rels, part.package.rels):
        for id, link in list(links.items()):
            if link.reltype not in _KEPT:
                del links[id]
    fill(word.styles.element, lang)
    bullets(part.numbering_part.element)
    settings(word.settings.element, lang)


def _comments_element(word: WordDocument) -> Element:
    """The element that holds all comments; counting them makes the part they live in."""
    assert len(word.comments) == 0
    part = cast(XmlPart, word.part.part_related_by(RT.COMMENTS))
    return cast(Element, part.element)


def _text(word: WordDocument, bitext: Bitext, marker: Marker, run: str) -> bytes:
    """The main part of the file, ending in the page set-up that `word` has.

    It is made of plain lxml elements; each of python-docx's own would cost several times as much.
    """
    document = root("document")
    body = add(document, "body")
    rows = passages(bitext)
    front(body, bitext, rows, run)
    review_table(body, bitext, rows, marker)
    paragraph(body, "FrontText")  # Word wants a paragraph behind a table
    setup = copy.deepcopy(word.element.body[-1])
    etree.cleanup_namespaces(setup)
    body.append(setup)
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)


def _saved(word: WordDocument, text: bytes) -> bytes:
    """The package around our text, with one fixed time on all its parts."""
    draft, result = BytesIO(), BytesIO()
    word.save(draft)
    main = str(word.part.partname).lstrip("/")
    with ZipFile(draft) as before, ZipFile(result, "w", ZIP_DEFLATED, compresslevel=6) as after:
        for entry in before.infolist():
            info = ZipInfo(entry.filename, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # the same on every platform
            after.writestr(info, text if entry.filename == main else before.read(entry))
    return result.getvalue()
