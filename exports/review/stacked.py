"""Tells source and translation apart where they stand in one cell, one under the other."""

from __future__ import annotations

from dataclasses import dataclass

from exports.docx.rows import STACKED
from exports.docx.wml import Element, w
from exports.review.cells import CellText, is_label, read_cell, style
from exports.review.identity import Owners
from translate.review.rows import View

__all__ = ["Stacked", "read_stacked"]


@dataclass(frozen=True, slots=True)
class Stacked:
    """The two texts of a cell; `joined` if they have become one paragraph, and say nothing."""

    source: CellText
    target: CellText
    joined: bool


def read_stacked(cell: Element, owners: Owners, view: View) -> Stacked:
    """The source is what has its style or its bookmark.

    Where both are gone, after a program that keeps neither, it is all up to the first paragraph
    that says what the source of some row said, or the first paragraph.
    """
    paragraphs = [child for child in cell if child.tag == w("p") and not is_label(child)]
    sources = [p for p in paragraphs if style(p).startswith(STACKED) or _has_mark(p, "o_")]
    if not sources and not any(_has_mark(p, "s_") for p in paragraphs):
        ours = (owners.is_source(read_cell(p, {}, view).text) for p in paragraphs)
        sources = paragraphs[: next((n for n, it_is in enumerate(ours, 1) if it_is), 1)]
    known = set(sources)
    others = {child for child in cell if child.tag != w("tcPr") and child not in known}
    return Stacked(
        read_cell(cell, {}, view, others),
        read_cell(cell, owners.sentences, view, known),
        any(_has_mark(p, "s_") or _runs_on(p, view) for p in sources),
    )


def _has_mark(paragraph: Element, beginning: str) -> bool:
    marks = (mark.get(w("name")) or "" for mark in paragraph.iter(w("bookmarkStart")))
    return any(name.startswith(beginning) for name in marks)


def _runs_on(paragraph: Element, view: View) -> bool:
    """True if the end of the paragraph is not there in this view."""
    gone = w("del") if view is View.FINAL else w("ins")
    return paragraph.find(f"{w('pPr')}/{w('rPr')}/{gone}") is not None
