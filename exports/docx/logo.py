"""A logo as a picture in a line of text."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from exports.docx.elements import Element, add
from exports.docx.wml import clean
from translate.look.theme import Logo

__all__ = ["logo"]

_EMU = 36_000  # a millimetre
_SIDES = ("distT", "distB", "distL", "distR")
_NONE: Mapping[str, object] = {}
_HIGHEST = 11 * _EMU
_WIDEST = 60 * _EMU
_SPACES = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def logo(text: Element, part: Part, picture: Logo, name: str) -> None:
    """Append the picture, scaled to a letterhead, to a paragraph of `part`."""
    package = part.package
    assert package is not None
    place = PackURI(f"/word/media/logo.{picture.form}")
    link = part.relate_to(Part(place, f"image/{picture.form}", picture.data, package), RT.IMAGE)
    scale = min(_HIGHEST / picture.height, _WIDEST / picture.width)
    size = {"cx": round(picture.width * scale), "cy": round(picture.height * scale)}
    inline = _add(add(add(text, "r"), "drawing"), "wp:inline", dict.fromkeys(_SIDES, 0))
    _add(inline, "wp:extent", size)
    about = {"id": 1, "name": "logo", "descr": clean(name or "Logo")}
    _add(inline, "wp:docPr", about)
    data = _add(_add(inline, "a:graphic"), "a:graphicData", {"uri": _SPACES["pic"]})
    shown = _add(data, "pic:pic")
    names = _add(shown, "pic:nvPicPr")
    _add(names, "pic:cNvPr", {"id": 1, "name": "logo"})
    _add(names, "pic:cNvPicPr")
    filled = _add(shown, "pic:blipFill")
    _add(filled, "a:blip").set(f"{{{_SPACES['r']}}}embed", link)
    _add(_add(filled, "a:stretch"), "a:fillRect")
    shape = _add(shown, "pic:spPr")
    frame = _add(shape, "a:xfrm")
    _add(frame, "a:off", {"x": 0, "y": 0})
    _add(frame, "a:ext", size)
    _add(_add(shape, "a:prstGeom", {"prst": "rect"}), "a:avLst")


def _add(parent: Element, name: str, attributes: Mapping[str, object] = _NONE) -> Element:
    space, _, local = name.partition(":")
    element = etree.SubElement(parent, f"{{{_SPACES[space]}}}{local}", nsmap=_SPACES)
    for key, value in attributes.items():
        element.set(key, str(value))
    return element
