"""Finds the rows of a review in the XML of a Word document, and reads their cells.

Final view: what is marked as inserted is there, what is marked as deleted is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from exports.identity import check, document_key, read_tag
from exports.layout import COLUMNS, Role
from exports.rows import LABEL
from exports.wml import Element, w
from translate.model import Block

__all__ = ["CellText", "FoundRow", "find_rows", "read_cell"]

_PRINTED = re.compile(r"(P\d{1,9})\s*·\s*([0-9a-f]{6})")
_SKIPPED = {
    w(name)
    for name in ("del", "moveFrom", "pPr", "rPr", "tcPr", "trPr", "sdtPr", "tblPr", "tblGrid")
}
_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A table row; `id` is None if it is not ours, `sentences` go by the name of their bookmark."""

    id: str | None
    matched: str
    target: str
    sentences: Mapping[str, str]
    status: str
    note: str
    check: str


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of a cell, and the part of it that belongs to each bookmark."""

    text: str
    sentences: Mapping[str, str]


def find_rows(
    document: Element, document_id: str, blocks: Mapping[str, Block], owners: Mapping[str, str]
) -> Iterator[FoundRow]:
    """The rows of every table that has at least one row of ours, heading rows left out.

    `owners` names the block of each bookmark.
    """
    for table in document.iter(w("tbl")):
        if _table_of(table) is not None:
            continue  # pasted into a cell, and read as part of its text
        rows = [row for row in table.iter(w("tr")) if _table_of(row) is table and _counts(row)]
        found = [_read(row, document_id, blocks, owners) for row in rows]
        if any(row.id for row in found):
            yield from found


def _table_of(element: Element) -> Element | None:
    return next(element.iterancestors(w("tbl")), None)


def _counts(row: Element) -> bool:
    properties = row.find(w("trPr"))
    if properties is None:
        return True
    return properties.find(w("tblHeader")) is None and properties.find(w("del")) is None


def _read(
    row: Element, document_id: str, blocks: Mapping[str, Block], owners: Mapping[str, str]
) -> FoundRow:
    cells = [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr"))) is row]
    texts = [read_cell(cell, owners) for cell in cells]
    columns = {column.role: i for i, column in enumerate(COLUMNS)} if _whole(cells) else {}
    key = texts[columns[Role.KEY]].text if columns else " ".join(t.text for t in texts[:1])
    printed = _PRINTED.search(key)
    id, matched = _identity(row, document_id, blocks, owners, printed)

    def text(role: Role, found: int | None) -> CellText:
        at = found if found is not None else columns.get(role)
        return CellText("", {}) if at is None else texts[at]

    target = text(Role.TARGET, _first(bool(t.sentences) for t in texts))
    status = text(Role.STATUS, _first(_has_choices(cell) for cell in cells))
    return FoundRow(
        id=id,
        matched=matched,
        target=target.text,
        sentences=target.sentences,
        status=status.text,
        note=text(Role.NOTE, None).text,
        check=printed[2] if printed else "",
    )


def _whole(cells: list[Element]) -> bool:
    """True if no cells were merged, added or removed."""
    return len(cells) == len(COLUMNS)


def _first(flags: Iterator[bool]) -> int | None:
    return next((i for i, flag in enumerate(flags) if flag), None)


def _has_choices(cell: Element) -> bool:
    return next(cell.iter(w("dropDownList")), None) is not None


def _identity(
    row: Element,
    document_id: str,
    blocks: Mapping[str, Block],
    owners: Mapping[str, str],
    printed: re.Match[str] | None,
) -> tuple[str | None, str]:
    """Whose row it is, and what says so: the control's tag, a bookmark, or the printed id."""
    for element in row.iter(w("tag")):
        parts = read_tag(element.get(w("val")) or "")
        if parts and parts[0] == document_key(document_id):
            block = blocks.get(f"P{parts[1]}")
            if block is not None and check(block) == parts[2]:
                return block.id, "control"
    for element in row.iter(w("bookmarkStart")):
        owner = owners.get(element.get(w("name")) or "")
        if owner is not None:
            return owner, "bookmark"
    if printed and printed[1] in blocks and check(blocks[printed[1]]).startswith(printed[2]):
        return printed[1], "printed"
    return None, ""


def read_cell(cell: Element, bookmarks: Mapping[str, str]) -> CellText:
    """The text of a cell in its final view; small labels are left out.

    What was typed outside of all bookmarks belongs to the sentence before it, at the start of
    the cell to the one after it; white space between sentences belongs to none.
    """
    reading = _Reading(bookmarks)
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            if element.tag == w("p"):
                reading.end_paragraph(element)
        elif element.tag in _SKIPPED or _is_label(element):
            walk.skip_subtree()
        else:
            reading.start(element)
    return reading.result()


def _is_label(element: Element) -> bool:
    return element.tag == w("p") and _style(element) == LABEL


def _style(element: Element) -> str:
    style = element.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if style is None else style.get(w("val")) or ""


class _Reading:
    """What has been read of one cell so far."""

    def __init__(self, bookmarks: Mapping[str, str]) -> None:
        self._bookmarks = bookmarks
        self._text: list[str] = []
        self._sentences: dict[str, list[str]] = {}
        self._open: dict[str, str] = {}
        self._last: str | None = None
        self._loose: list[str] = []
        self._break = ""

    def start(self, element: Element) -> None:
        """Take in an element whose children come later."""
        tag = element.tag
        if tag == w("bookmarkStart"):
            self._begin(element)
        elif tag == w("bookmarkEnd"):
            self._last = self._open.pop(element.get(w("id")) or "", self._last)
        elif tag == w("t"):
            self._write(element.text or "")
        elif tag in _CHARACTERS:
            self._write(_CHARACTERS[tag])

    def end_paragraph(self, element: Element) -> None:
        """The next text begins a new line, unless the paragraph's mark was deleted."""
        if _is_label(element):
            return
        deleted = element.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None
        self._break += "" if deleted else "\n"

    def result(self) -> CellText:
        """The text without white space around it, and the sentences exactly as they stand."""
        self._settle(None)
        sentences = {name: "".join(parts) for name, parts in self._sentences.items()}
        return CellText("".join(self._text).strip(), sentences)

    def _begin(self, element: Element) -> None:
        name = element.get(w("name")) or ""
        if name in self._bookmarks:
            self._sentences.setdefault(name, [])
            self._settle(name)
            self._open[element.get(w("id")) or ""] = name

    def _write(self, text: str) -> None:
        text, self._break = (self._break if self._text else "") + text, ""
        self._text.append(text)
        if self._open:
            self._sentences[next(reversed(self._open.values()))].append(text)
        else:
            self._loose.append(text)

    def _settle(self, following: str | None) -> None:
        """Give text outside of all bookmarks to a neighbour; `following` is about to begin."""
        loose, self._loose = "".join(self._loose), []
        if not loose.strip():
            return
        if self._last is not None:
            self._sentences[self._last].append(loose.rstrip())
        elif following is not None:
            self._sentences[following].append(loose.lstrip())
