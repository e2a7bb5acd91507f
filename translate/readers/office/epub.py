"""Reads e-books: the chapters of an EPUB in reading order, each as a page of a text."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from translate.languages import Language
from translate.model import Document, Kind
from translate.office.package import Package
from translate.office.wml import Element
from translate.readers.document import Source, document
from translate.readers.draft import Draft, Group, Line
from translate.readers.html.encoding import page_text
from translate.readers.html.tree import parsed, pruned, sizes
from translate.readers.html.walk import Walk
from translate.readers.layout import arranged
from translate.readers.office.opening import damaged, opened, protected

__all__ = ["read"]

_KIND = "EPUB book"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_CONTAINER = "META-INF/container.xml"
_FONTS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")


def read(raw: bytes, name: str, language: Language) -> Document:
    """The book in `raw`; raises InputError as `EpubReader.read` says."""
    package = opened(raw, name, _KIND)
    if _is_locked(package):
        raise protected(name, "is copy-protected")
    book, folder = _book(package, name)
    parts: list[Group | Draft] = []
    title = _named(book, "title")
    for chapter in _chapters(book, folder, package):
        parts += _parts(package.read(chapter), language, parts)
    told = any(isinstance(part, Draft) and part.kind is Kind.HEADING for part in parts)
    if title:
        parts.insert(0, Draft(title, (1, 1), Kind.TITLE))
    author = _named(book, "creator")
    return document(
        Source(name, "", "utf-8", ()),
        arranged(parts, language, headings=not told and not title),
        language,
        metadata={"author": author} if author else {},
    )


def _is_locked(package: Package) -> bool:
    """True if more than fonts is encrypted."""
    if "META-INF/rights.xml" in package:
        return True
    if "META-INF/encryption.xml" not in package:
        return False
    methods = [
        element.get("Algorithm") or ""
        for element in package.xml("META-INF/encryption.xml").iter()
        if isinstance(element.tag, str) and element.tag.endswith("}EncryptionMethod")
    ]
    return not all(method in _FONTS for method in methods)


def _book(package: Package, name: str) -> tuple[Element, str]:
    """The list of what the book consists of, and the folder that its names start from."""
    for element in package.xml(_CONTAINER).iter():
        path = element.get("full-path")
        if path:
            return package.xml(path), posixpath.dirname(path)
    raise damaged(name, _KIND, "it names no content")


def _chapters(book: Element, folder: str, package: Package) -> Iterator[str]:
    items = {item.get("id"): item for item in book.iter(f"{_OPF}item")}
    for reference in book.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        path = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if path in package and "html" in (item.get("media-type") or ""):
            yield path


def _parts(raw: bytes, language: Language, before: list[Group | Draft]) -> Iterator[Group | Draft]:
    """The parts of a chapter, numbered on from those before it."""
    root = parsed(page_text(raw, language).text)
    if root is None:
        return
    tables = max((p.cell[0] for p in before if isinstance(p, Draft) and p.cell), default=0)
    start = len(before)
    for number, unit in enumerate(Walk(sizes(pruned(root)), lambda _: False).over(root), 1):
        line = start + number
        if unit.kind is None:
            yield (Line(line, " ".join(unit.text.split())),)
            continue
        kind = Kind.HEADING if unit.kind is Kind.TITLE else unit.kind
        level = max(unit.level, 1) if kind is Kind.HEADING else unit.level
        draft = Draft(" ".join(unit.text.split()), (line, line), kind, level)
        if unit.cell:
            draft = replace(draft, cell=(unit.cell[0] + tables, *unit.cell[1:]))
        yield draft


def _named(book: Element, name: str) -> str:
    element = book.find(f".//{_DC}{name}")
    text = "" if element is None else " ".join((element.text or "").split())
    return "" if text.casefold().startswith("unknown") else text  # what converters write
