"""The hidden part of a review file: the whole bitext, so that it can be imported anywhere."""

from __future__ import annotations

import json

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from exports.bitext import as_json
from exports.docx.wml import Element
from translate.look import Arrangement, Columns, Look, Rows
from translate.model import Bitext

__all__ = ["NAMESPACE", "attach", "manifest", "read_look"]

NAMESPACE = "urn:dwibahasa:review:1"
# What a reader must know of the look; a file without them is of the first kind.
_CHOICES = ("columns", "rows", "arrangement")
_STORE = "{6C0B2D57-4B7E-5D0A-9D3C-2F6E1B8A7C41}"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
# XML readers may refuse a single text of more than ten million characters.
_CHUNK = 1_000_000


def manifest(bitext: Bitext, run: str, look: Look) -> bytes:
    """The XML of the part: the JSON bitext in ASCII, cut into ``part`` elements, and the look."""
    text = json.dumps(as_json(bitext), ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    element = etree.Element(f"{{{NAMESPACE}}}review", nsmap={"db": NAMESPACE})
    element.set("run", run)
    for name in _CHOICES:
        element.set(name, str(getattr(look, name)))
    for start in range(0, len(text), _CHUNK):
        part = etree.SubElement(element, f"{{{NAMESPACE}}}part")
        part.text = text[start : start + _CHUNK]
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def read_look(element: Element) -> Look:
    """The look of a review file as its manifest names it; raises ValueError for an unknown one."""
    columns, rows, arrangement = (element.get(name) for name in _CHOICES)
    return Look(
        Columns(columns or Columns.FULL),
        Rows(rows or Rows.PARAGRAPH),
        Arrangement(arrangement or Arrangement.SIDE),
    )


def attach(word: WordDocument, data: bytes) -> None:
    """Put the manifest into a Word document as a custom XML part."""
    package = word.part.package
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", data, package)
    properties = Part(PackURI("/customXml/itemProps1.xml"), _PROPERTIES, _properties(), package)
    item.relate_to(properties, RT.CUSTOM_XML_PROPS)
    word.part.relate_to(item, RT.CUSTOM_XML)


def _properties() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    element = etree.Element(f"{{{space}}}datastoreItem", nsmap={"ds": space})
    element.set(f"{{{space}}}itemID", _STORE)
    references = etree.SubElement(element, f"{{{space}}}schemaRefs")
    etree.SubElement(references, f"{{{space}}}schemaRef").set(f"{{{space}}}uri", NAMESPACE)
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
