"""The review file: a Word document with one table row a paragraph or sentence."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from io import BytesIO
from typing import ClassVar, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from lxml import etree

from exports.docx.comments import Comments
from exports.docx.frame import bullets, page, properties, settings
from exports.docx.front import front
from exports.docx.layout import Layout
from exports.docx.manifest import attach, manifest
from exports.docx.marks import Marker
from exports.docx.names import names_table
from exports.docx.styles import fill
from exports.docx.table import ROWS, review_table
from exports.docx.template import bare
from exports.docx.wml import Element, add, paragraph, root
from exports.identity import run_id
from exports.passage import passages
from exports.scripts import fonts
from exports.wording import locale
from translate.look import Look
from translate.model import Bitext

__all__ = ["DocxExporter"]

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive can name


@dataclass(frozen=True)
class DocxExporter:
    """A front block, the review table, the names; columns, rows and paper are those of the look."""

    look: Look = field(default_factory=Look)
    _blanks: dict[tuple[str, str], bytes] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # files without text, by their languages: those of a run begin with the same one
    name: ClassVar[str] = "docx"
    extension: ClassVar[str] = "review.docx"

    def dressed(self, look: Look) -> DocxExporter:
        """An exporter for review files of this look."""
        return DocxExporter(look)

    def render(self, bitext: Bitext) -> bytes:
        """The Word file; the layout and the identities are described in ``docs/formats.md``."""
        layout = Layout(self.look)
        langs = bitext.document.source_lang, bitext.target_lang
        if langs not in self._blanks:
            self._blanks[langs] = _blank(*langs, layout)
        word = docx.Document(BytesIO(self._blanks[langs]))
        run = run_id(bitext)
        page(word, bitext, run, layout)
        properties(word, bitext, run)
        comments = Comments(_comments_element(word))
        marker = Marker(comments, *map(locale, langs))
        text = _text(word, bitext, run, marker, layout)
        attach(word, manifest(bitext, run, self.look))
        return _saved(word, text)


def _blank(source_lang: str, target_lang: str, layout: Layout) -> bytes:
    """A file with our styles and settings and no text; all of the template that is not ours is
    taken out."""
    word = docx.Document()
    bare(word)
    fill(
        word.styles.element,
        locale(target_lang),
        layout.look.theme,
        scripts=fonts((source_lang, target_lang)),
        width=layout.page.usable,
    )
    bullets(word.part.numbering_part.element)
    settings(word.settings.element, locale(target_lang))
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def _comments_element(word: WordDocument) -> Element:
    """The element that holds all comments; counting them makes the part they live in."""
    assert len(word.comments) == 0
    part = cast(XmlPart, word.part.part_related_by(RT.COMMENTS))
    return cast(Element, part.element)


def _text(word: WordDocument, bitext: Bitext, run: str, marker: Marker, layout: Layout) -> bytes:
    """The main part of the file, ending in the page set-up that `word` has.

    It is made of plain lxml elements; each of python-docx's own would cost several times as much.
    """
    document = root("document")
    body = add(document, "body")
    rows = passages(bitext, layout.look.rows)
    front(body, bitext, run, rows, layout)
    texts = review_table(body, bitext, rows, marker, layout)
    if layout.look.names:
        names_table(body, bitext, layout)
    paragraph(body, "FrontText")  # Word wants a paragraph behind a table
    setup = copy.deepcopy(word.element.body[-1])
    etree.cleanup_namespaces(setup)
    body.append(setup)
    around = etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)
    before, after = around.split(ROWS)
    return b"".join([before, *texts, after])


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
