"""The hidden part of a review file: the whole bitext, so that it can be imported anywhere."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from exports.bitext import Json
from exports.manifest import NAMESPACE, element
from translate.look import Look

__all__ = ["attach", "manifest"]

_STORE = "{6C0B2D57-4B7E-5D0A-9D3C-2F6E1B8A7C41}"
_PROPERTIES = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"


def manifest(told: Json, run: str, look: Look) -> bytes:
    """The XML of the part."""
    record = element(told, run, look)
    return etree.tostring(record, xml_declaration=True, encoding="UTF-8", standalone=True)


def attach(word: WordDocument, data: bytes) -> None:
    """Put the manifest into a Word document as a custom XML part."""
    package = word.part.package
    item = Part(PackURI("/customXml/item1.xml"), "application/xml", data, package)
    properties = Part(PackURI("/customXml/itemProps1.xml"), _PROPERTIES, _properties(), package)
    item.relate_to(properties, RT.CUSTOM_XML_PROPS)
    word.part.relate_to(item, RT.CUSTOM_XML)


def _properties() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    item = etree.Element(f"{{{space}}}datastoreItem", nsmap={"ds": space})
    item.set(f"{{{space}}}itemID", _STORE)
    references = etree.SubElement(item, f"{{{space}}}schemaRefs")
    etree.SubElement(references, f"{{{space}}}schemaRef").set(f"{{{space}}}uri", NAMESPACE)
    return etree.tostring(item, xml_declaration=True, encoding="UTF-8", standalone=True)
