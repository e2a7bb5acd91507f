"""Brings a Word text into its final state: tracked changes accepted, comments taken out."""

from __future__ import annotations

from dataclasses import dataclass

from translate.office.wml import Element, local, w

__all__ = ["Settled", "settle"]

_PROPERTIES = frozenset({"rPr", "trPr", "tcPr", "pPr", "sectPr", "numPr", "tblPr"})
_GONE = ("del", "moveFrom")
_COME = ("ins", "moveTo")
_TRACES = tuple(
    w(name)
    for name in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange"),
        *("tcPrChange", "tblGridChange", "numberingChange", "cellIns", "cellMerge"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("proofErr", "lastRenderedPageBreak", "permStart", "permEnd"),
    )
)


@dataclass(frozen=True, slots=True)
class Settled:
    """How many tracked changes were accepted, and how many comments went."""

    changes: int = 0
    comments: int = 0


def settle(root: Element) -> Settled:
    """Change the tree in place to what a reader sees once every change is accepted."""
    changes = sum(1 for _ in root.iter(*(w(name) for name in _GONE + _COME)))
    comments = sum(1 for _ in root.iter(w("commentReference")))
    _drop_rows(root)
    for element in list(root.iter(*(w(name) for name in _GONE))):
        if not _in_properties(element):
            _remove(element)
    for element in list(root.iter(*(w(name) for name in _COME))):
        if not _in_properties(element):
            _unwrap(element)
    _join_paragraphs(root)
    for element in list(root.iter(*_TRACES, *(w(name) for name in _GONE + _COME))):
        _remove(element)
    return Settled(changes, comments)


def _drop_rows(root: Element) -> None:
    """Take out deleted rows and cells, and the tables and rows that are empty without them."""
    for mark, holder in (("del", "tr"), ("cellDel", "tc")):
        for element in list(root.iter(w(mark))):
            owner = element.getparent()
            row = owner.getparent() if owner is not None and local(owner).endswith("Pr") else None
            if row is None or local(row) != holder:
                continue
            parent = row.getparent()
            _remove(row)
            if parent is not None and parent.find(w(holder)) is None:
                _remove(parent)


def _join_paragraphs(root: Element) -> None:
    """Where the end of a paragraph was deleted, its text begins the next one."""
    for paragraph in list(root.iter(w("p"))):
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if mark is None or all(mark.find(w(name)) is None for name in _GONE):
            continue
        following = paragraph.getnext()
        if following is None or local(following) != "p":
            continue
        content = [child for child in paragraph if local(child) != "pPr"]
        place = 1 if len(following) and local(following[0]) == "pPr" else 0
        following[place:place] = content
        _remove(paragraph)


def _in_properties(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent) in _PROPERTIES


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    parent[place : place + 1] = list(element)
