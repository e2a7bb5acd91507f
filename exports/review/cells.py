"""Reads the cell of a review as text, in one state of its tracked changes.

Final view: what is marked as inserted is there, what is marked as deleted is gone; the original
view is the other way round.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from exports.docx.rows import LABEL
from exports.docx.wml import Element, w
from translate.review.rows import View

__all__ = ["EMPTY", "CellText", "is_label", "present", "read_cell", "style"]

_PROPERTIES = {w(name) for name in ("pPr", "rPr", "tcPr", "trPr", "sdtPr", "tblPr", "tblGrid")}
_GONE = {
    View.FINAL: {w("del"), w("moveFrom")},
    View.ORIGINAL: {w("ins"), w("moveTo")},
}
_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_PARAGRAPH, _PARAGRAPH_PROPERTIES, _STYLE = w("p"), w("pPr"), w("pStyle")
_RUN_PROPERTIES, _ID, _NAME, _VALUE = w("rPr"), w("id"), w("name"), w("val")
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_TEXTS = {w("t"), w("delText")}


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of a cell, and the part of it that belongs to each bookmark."""

    text: str
    sentences: Mapping[str, str]


EMPTY = CellText("", {})
_ALL: frozenset[Element] = frozenset()


def present(
    parent: Element, view: View, without: Collection[Element] = _ALL, *, labels: bool = False
) -> Iterator[tuple[str, Element, bool]]:
    """Walk through an element: event, element, and whether its text is there in this view.

    Ends are told of paragraphs alone. What is gone is walked through as well: LibreOffice puts the
    ends of bookmarks and comments into the deletion at which they stand. Properties, small labels
    (unless they are wanted) and the elements in `without` are left out.
    """
    hidden, gone = 0, _GONE[view]
    above: list[tuple[Element, Iterator[Element]]] = []
    children: Iterator[Element] = iter(parent)
    while True:
        element = next(children, None)
        if element is not None:
            tag = element.tag
            if tag in _PROPERTIES or (without and element in without):
                continue
            if tag == _PARAGRAPH and not labels and style(element) == LABEL:
                continue
            if tag in gone:
                hidden += 1
            else:
                yield "start", element, not hidden
            above.append((element, children))
            children = iter(element)
        elif above:
            element, children = above.pop()
            if element.tag in gone:
                hidden -= 1
            elif element.tag == _PARAGRAPH:
                yield "end", element, not hidden
        else:
            return


def read_cell(
    cell: Element,
    bookmarks: Mapping[str, str],
    view: View = View.FINAL,
    without: Collection[Element] = _ALL,
    *,
    labels: bool = False,
) -> CellText:
    """The text of a cell; small labels (unless wanted) and what is `without` are left out.

    What was typed outside of all bookmarks belongs to the sentence before it, at the start of
    the cell to the one after it; white space between sentences belongs to none.
    """
    reading = _Reading(bookmarks, view)
    for event, element, there in present(cell, view, without, labels=labels):
        if event == "start":
            reading.start(element, there)
        else:
            reading.end_paragraph(element)
    return reading.result()


def is_label(element: Element) -> bool:
    """True for the paragraph of a small label."""
    return element.tag == _PARAGRAPH and style(element) == LABEL


def style(element: Element) -> str:
    """The style of a paragraph, by its id."""
    properties = element.find(_PARAGRAPH_PROPERTIES)
    named = None if properties is None else properties.find(_STYLE)
    return "" if named is None else named.get(_VALUE) or ""


class _Reading:
    """What has been read of one cell so far."""

    def __init__(self, bookmarks: Mapping[str, str], view: View) -> None:
        self._bookmarks = bookmarks
        self._joined = w("del") if view is View.FINAL else w("ins")
        self._text: list[str] = []
        self._sentences: dict[str, list[str]] = {}
        self._open: dict[str, str] = {}
        self._last: str | None = None
        self._loose: list[str] = []
        self._break = ""

    def start(self, element: Element, there: bool) -> None:
        """Take in an element whose children come later; its text only if it is `there`."""
        tag = element.tag
        if tag == _START:
            self._begin(element)
        elif tag == _END:
            self._last = self._open.pop(element.get(_ID) or "", self._last)
        elif not there:
            return
        elif tag in _TEXTS:
            self._write(element.text or "")
        elif tag in _CHARACTERS:
            self._write(_CHARACTERS[tag])

    def end_paragraph(self, element: Element) -> None:
        """The next text begins a new line, unless the paragraph's mark is not there."""
        properties = element.find(_PARAGRAPH_PROPERTIES)
        mark = None if properties is None else properties.find(_RUN_PROPERTIES)
        joined = mark is not None and mark.find(self._joined) is not None
        self._break += "" if joined else "\n"

    def result(self) -> CellText:
        """The text without white space around it, and the sentences exactly as they stand."""
        self._settle(None)
        sentences = {name: "".join(parts) for name, parts in self._sentences.items()}
        return CellText("".join(self._text).strip(), sentences)

    def _begin(self, element: Element) -> None:
        name = element.get(_NAME) or ""
        if name in self._bookmarks:
            self._sentences.setdefault(name, [])
            self._settle(name)
            self._open[element.get(_ID) or ""] = name

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
