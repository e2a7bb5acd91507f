"""Opens an Office file that came from somewhere: limits first, then parts, nothing external."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from lxml import etree

from glossary.limits import limit
from glossary.packed import DAMAGE
from translate.errors import InputError
from translate.office.wml import Element

__all__ = ["Damaged", "Package", "is_ole", "too_many_paragraphs"]

Damaged = Callable[[str], InputError]
"""Makes the error for a file that is broken; the argument completes the sentence."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_RATIO = 300
_RATIO_FROM = 64 * 1024**2  # small parts may well shrink by more
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_DOCUMENT = "/relationships/officeDocument"


def is_ole(data: bytes) -> bool:
    """True for Office files before 2007, and for those of today behind a password."""
    return data.startswith(_OLE)


class Package:
    """The parts of one file by name; whatever is wrong with it is raised as `damaged` says.

    Sizes are limited as they are declared and again as they are unpacked.
    """

    def __init__(self, data: bytes, damaged: Damaged) -> None:
        self._damaged = damaged
        try:
            self._zip = ZipFile(BytesIO(data))
            entries = self._zip.infolist()
        except DAMAGE:
            raise damaged("it is no ZIP archive") from None
        _within_limits(entries, len(data), damaged)
        self._entries = {entry.filename: entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def all_names(self) -> list[str]:
        """All parts, in the order of the archive."""
        return list(self._entries)

    def names(self, folder: str) -> list[str]:
        """The parts below a folder, sorted."""
        return sorted(name for name in self._entries if name.startswith(f"{folder}/"))

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        entry = self._entries.get(name)
        if entry is None:
            raise self._damaged(f"it has no part {name}")
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(entry.file_size + 1)
        except DAMAGE:
            raise self._damaged(f"its part {name} cannot be unpacked") from None
        if len(data) > entry.file_size:
            raise self._damaged(f"its part {name} is larger than it says")
        return data

    def xml(self, name: str) -> Element:
        """A part as XML; a part with a document type or in another encoding is refused."""
        data = self._plain(name)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise self._damaged(f"its part {name} is not XML") from None

    def each(self, name: str, *tags: str) -> Iterator[Element]:
        """The elements of a part with these tags, each when it ends: the reader may clear it then.

        A large part needs no more room than what stays of it. Raises as `xml` does, at the end too.
        """
        walk = etree.iterparse(
            BytesIO(self._plain(name)),
            events=("end",),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            huge_tree=True,
        )
        try:
            for _, element in walk:
                yield element
        except etree.XMLSyntaxError:
            raise self._damaged(f"its part {name} is not XML") from None

    def main(self) -> Element:
        """The text of the document."""
        return self.xml(self.main_name())

    def _plain(self, name: str) -> bytes:
        data = self.read(name)
        if b"<!DOCTYPE" in data or b"\0" in data:
            raise self._damaged(f"its part {name} is not plain XML")
        return data

    def beside(self, kind: str) -> Element | None:
        """The part that belongs to the text as its `kind`, for example ``comments``; or None."""
        found = self.beside_name(kind)
        return None if found is None else self.xml(found)

    def beside_name(self, kind: str) -> str | None:
        """The name of the part that belongs to the text as its `kind`, or None."""
        links, folder = _links_of(self.main_name())
        found = self._linked(links, folder, f"/{kind}") if links in self._entries else None
        return found if found in self._entries else None

    def addresses(self, name: str) -> dict[str, str]:
        """The addresses outside of the file that a part leads to, by relationship."""
        links, _ = _links_of(name)
        if links not in self._entries:
            return {}
        return {
            link.get("Id") or "": link.get("Target") or ""
            for link in self.xml(links).iter(f"{{{_RELATIONSHIPS}}}Relationship")
            if link.get("TargetMode") == "External"
        }

    def core(self) -> Element | None:
        """The properties of the document, if it has any."""
        found = self._linked("_rels/.rels", "", "/core-properties")
        return self.xml(found) if found in self._entries else None

    def main_name(self) -> str:
        """The name of the part that holds the text."""
        found = self._linked("_rels/.rels", "", _OFFICE_DOCUMENT)
        if found is None:
            raise self._damaged("it is no Word document")
        return found

    def _linked(self, links: str, folder: str, ending: str) -> str | None:
        """The part that a relationship of this kind leads to."""
        for link in self.xml(links).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
            if (link.get("Type") or "").endswith(ending):
                target = link.get("Target") or ""
                base = "" if target.startswith("/") else folder
                return posixpath.normpath(posixpath.join(base, target.lstrip("/")))
        return None

    def custom(self) -> Iterator[Element]:
        """The custom XML parts that can be read."""
        for name in self.names("customXml"):
            if posixpath.dirname(name) == "customXml" and name.endswith(".xml"):
                yield self.xml(name)


def _links_of(name: str) -> tuple[str, str]:
    """Where the relationships of a part stand, and the folder that they start from."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels"), folder


def _within_limits(entries: list[ZipInfo], size: int, damaged: Damaged) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > limit("parts"):
        raise damaged(f"it has {len(entries):,} parts (limit-parts allows {limit('parts'):,})")
    if unpacked > limit("unpacked"):
        allowed = f"limit-unpacked allows {limit('unpacked') >> 20:,}"
        raise damaged(f"it would unpack to {unpacked >> 20:,} MiB ({allowed})")
    if unpacked > _RATIO_FROM and unpacked > _RATIO * size:
        raise damaged(f"it would unpack to {unpacked >> 20:,} MiB, {_RATIO} times what it has")


def too_many_paragraphs(count: int) -> str | None:
    """What is wrong with so many paragraphs, if there are too many."""
    most = limit("paragraphs")
    return f"it has more than {most:,} paragraphs (limit-paragraphs)" if count > most else None
