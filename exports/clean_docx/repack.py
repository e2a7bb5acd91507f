"""Packs an Office file anew: some parts replaced, comments and macros left out, one fixed time."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

__all__ = ["repacked"]

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a ZIP archive can name
_TYPES = "[Content_Types].xml"
_DROPPED = ("comments", "people", "vbaproject", "vbadata")  # how the names of such parts begin
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_VARIANTS = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)


def repacked(data: bytes, replaced: Mapping[str, bytes]) -> bytes:
    """The archive `data` with these parts replaced; the file has been opened safely before."""
    result = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(result, "w", ZIP_DEFLATED) as after:
        kept = {e.filename for e in before.infolist() if not _is_dropped(e.filename)}
        for name in dict.fromkeys(e.filename for e in before.infolist()):
            if name not in kept:
                continue
            content = replaced.get(name)
            if content is None:
                content = before.read(name)
            if name == _TYPES:
                content = _types(content)
            elif name.endswith(".rels"):
                content = _links(content, name)
            info = ZipInfo(name, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # the same on every platform
            after.writestr(info, content)
    return result.getvalue()


def _is_dropped(name: str) -> bool:
    folder, file = posixpath.split(name)
    return folder in ("word", "word/_rels") and file.lower().startswith(_DROPPED)


def _types(content: bytes) -> bytes:
    """The table of content types: an ordinary document, without the parts that went."""
    root = etree.fromstring(content, _parser())
    for element in list(root):
        if element.get("ContentType") in _VARIANTS:
            element.set("ContentType", _DOCUMENT)
        if _is_dropped((element.get("PartName") or "").lstrip("/")):
            root.remove(element)
    return _xml(root)


def _links(content: bytes, name: str) -> bytes:
    """The relationships of a part without those to parts that went."""
    base = posixpath.dirname(posixpath.dirname(name))
    root = etree.fromstring(content, _parser())
    for element in list(root):
        target = element.get("Target") or ""
        if element.get("TargetMode") == "External":
            continue
        if _is_dropped(posixpath.normpath(posixpath.join(f"/{base}", target)).lstrip("/")):
            root.remove(element)
    return _xml(root)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
