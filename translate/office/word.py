"""A Word file opened: its texts brought into their final state, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translate.office.inline import atoms
from translate.office.package import Damaged, Package, too_many_paragraphs
from translate.office.pieces import Piece, pieces
from translate.office.settle import Settled, settle
from translate.office.styles import Styles, item_level, number
from translate.office.wml import Element, local, value, w

__all__ = ["Cell", "Paragraph", "Word"]

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DESCENDED = frozenset({"sdt", "sdtContent", "customXml", "smartTag"})
_NOTES = ("footnotes", "endnotes")
Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph of one part: its number there, its pieces, what its style says of it.

    `names` are those of its style and what that builds on; `outline` and `item` count from 0.
    """

    element: Element
    part: str
    number: int
    pieces: tuple[Piece, ...]
    names: tuple[str, ...]
    outline: int | None
    item: int | None
    cell: Cell | None
    note: bool

    def anchor(self, piece: int) -> str:
        """Where a piece stands in the file."""
        return f"{self.part}#{self.number}.{piece + 1}"


class Word:
    """The texts of a Word file, with tracked changes accepted and comments taken out.

    `clean` makes the characters of a text safe without changing what it says; it must not need
    to know what stands around it. Raises what `damaged` makes for a broken file.
    """

    def __init__(self, data: bytes, damaged: Damaged, clean: Callable[[str], str]) -> None:
        self._damaged = damaged
        self.package = Package(data, damaged)
        self.main = self.package.main_name()
        self.roots: dict[str, Element] = {self.main: self.package.main()}
        for kind in _NOTES:
            name = self.package.beside_name(kind)
            if name is not None:
                self.roots[name] = self.package.xml(name)
        self.settled = Settled()
        for root in self.roots.values():
            done = settle(root)
            self.settled = Settled(
                self.settled.changes + done.changes, self.settled.comments + done.comments
            )
        self.styles = Styles(self.package.beside("styles"))
        self._clean = clean
        self._tables = 0

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs in reading order, the notes at the end."""
        self._tables = 0
        for part, root in self.roots.items():
            numbers = {element: n for n, element in enumerate(root.iter(w("p")), 1)}
            if wrong := too_many_paragraphs(len(numbers)):
                raise self._damaged(wrong)
            links = self.package.addresses(part)
            start = root.find(w("body")) if part == self.main else root
            for element, cell in self._blocks(root if start is None else start, None):
                yield self._paragraph(element, cell, part, numbers[element], links)

    def _blocks(self, parent: Element, cell: Cell | None) -> Iterator[tuple[Element, Cell | None]]:
        for child in parent:
            name = local(child)
            if name == "p":
                yield child, cell
                for box in _boxes(child):
                    yield from self._blocks(box, None)
            elif name == "tbl":
                yield from self._table(child, cell)
            elif name in _DESCENDED:
                yield from self._blocks(child, cell)
            elif name in ("footnote", "endnote") and child.get(w("type")) in (None, "normal"):
                yield from self._blocks(child, None)

    def _table(self, table: Element, around: Cell | None) -> Iterator[tuple[Element, Cell | None]]:
        rows = [_of(row, "tc") for row in _of(table, "tr")]
        single = sum(map(len, rows)) <= 1  # a frame around a text, no table
        if not single:
            self._tables += 1
        here = self._tables
        for y, row in enumerate(rows, 1):
            column = 1
            for box in row:
                yield from self._blocks(box, around if single else (here, y, column))
                column += number(value(box.find(w("tcPr")), "gridSpan")) or 1

    def _paragraph(
        self, element: Element, cell: Cell | None, part: str, place: int, links: dict[str, str]
    ) -> Paragraph:
        properties = element.find(w("pPr"))
        style = value(properties, "pStyle") or ""
        outline = number(value(properties, "outlineLvl"))
        outline = self.styles.outline(style) if outline is None else outline
        names = tuple(self.styles.names(style))
        item = item_level(properties)
        item = self.styles.item(style) if item is None else item
        whole = (outline is not None and outline < 9) or "title" in names
        found = atoms(element, self.styles, links, self._clean)
        return Paragraph(
            element=element,
            part=part,
            number=place,
            pieces=tuple(pieces(found, whole=whole)),
            names=names,
            outline=outline,
            item=item,
            cell=cell,
            note=part != self.main,
        )


def _of(parent: Element, name: str) -> list[Element]:
    """The rows of a table or the cells of a row, those in content controls as well."""
    found: list[Element] = []
    for child in parent:
        if local(child) == name:
            found.append(child)
        elif local(child) in _DESCENDED:
            found += _of(child, name)
    return found


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph, without the copies for old programs."""
    for box in paragraph.iter(w("txbxContent")):
        for above in box.iterancestors():
            if above is paragraph:
                yield box
                break
            if above.tag == _FALLBACK or local(above) == "txbxContent":
                break
