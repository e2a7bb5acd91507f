"""The package around the texts of review files: made once for a look and its languages, filled
for each article."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from lxml import etree

from exports.docx.elements import Element, add, root
from exports.docx.frame import bullets, page, properties, settings
from exports.docx.layout import Layout
from exports.docx.manifest import attach
from exports.docx.styles import fill
from exports.docx.template import PLACE, bare, place
from exports.scripts import fonts
from exports.wording import locale

__all__ = ["Package", "package"]

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive can name
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Package:
    """An archive of the parts that are the same for each article, and the other parts by name, cut
    at their places: text, name of a place, text …"""

    archive: bytes
    parts: Mapping[str, list[bytes]]

    def filled(self, texts: Mapping[str, bytes]) -> bytes:
        """A file with these texts in their places."""
        result = BytesIO(self.archive)
        with ZipFile(result, "a", ZIP_DEFLATED, compresslevel=_LEVEL) as after:
            for name, pieces in self.parts.items():
                told = (
                    texts[piece.decode()] if number % 2 else piece
                    for number, piece in enumerate(pieces)
                )
                after.writestr(_entry(name), b"".join(told))
        return result.getvalue()


def package(source_lang: str, target_lang: str, layout: Layout) -> Package:
    """The package for one look and these languages."""
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
    page(word, layout)
    properties(word, source_lang, target_lang)
    _comments_element(word).append(place("comments"))
    attach(word, etree.tostring(place("manifest")))
    made, archive = BytesIO(), BytesIO()
    word.save(made)
    main = str(word.part.partname).lstrip("/")
    parts = {}
    with ZipFile(made) as before, ZipFile(archive, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as same:
        for entry in before.infolist():
            content = _main(word) if entry.filename == main else before.read(entry)
            pieces = PLACE.split(content)
            if len(pieces) > 1:
                parts[entry.filename] = pieces
            else:
                same.writestr(_entry(entry.filename), content)
    return Package(archive.getvalue(), parts)


def _comments_element(word: WordDocument) -> Element:
    """The element that holds all comments; counting them makes the part they live in."""
    assert len(word.comments) == 0
    part = cast(XmlPart, word.part.part_related_by(RT.COMMENTS))
    return cast(Element, part.element)


def _main(word: WordDocument) -> bytes:
    """The main part: a place for the text, and the page set-up that `word` has."""
    document = root("document")
    body = add(document, "body")
    body.append(place("text"))
    setup = copy.deepcopy(word.element.body[-1])
    etree.cleanup_namespaces(setup)
    body.append(setup)
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)


def _entry(name: str) -> ZipInfo:
    """An entry with the one fixed time that all parts have."""
    info = ZipInfo(name, _EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 0  # the same on every platform
    return info
