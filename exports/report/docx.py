"""The report as a Word document of plain tables."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.shared import Mm

from exports.clean_docx.repack import repacked
from exports.docx.cells import cell, table
from exports.docx.styles import fill
from exports.docx.template import bare
from exports.docx.wml import Element, Ink, Shape, add, clean, paragraph, run
from exports.report.content import Bit, Cell, Column, Section, facts, heading, sections
from exports.scripts import fonts, right_to_left
from exports.wording import locale
from translate.look.theme import Theme, Tint
from translate.review.report import Report

__all__ = ["DocxReport"]

_MARGIN = 850
_WIDTH = 11906 - 2 * _MARGIN  # A4 upright, in twips
_ENGLISH = Ink(lang="en-US")
_INKS = {"deleted": "Deleted", "inserted": "Inserted", "quiet": "Quiet", "strong": "Strong"}
_FACT_WIDTHS = (2600, _WIDTH - 2600)


class DocxReport:
    """Writes the document, in the styles of the review file."""

    extension = "docx"

    def render(self, report: Report) -> bytes:
        """The Word file, A4."""
        word = docx.Document()
        _set_up(word, report)
        body: Element = word.element.body
        setup = body[-1]
        body.remove(setup)
        run(paragraph(body, "Kicker"), "Review report", _ENGLISH)
        run(paragraph(body, "Heading1"), heading(report), Ink(lang=locale(report.langs[0])))
        _facts(body, report)
        for section in sections(report):
            _section(body, section)
        paragraph(body, "FrontText")
        body.append(setup)
        out = BytesIO()
        word.save(out)
        return repacked(out.getvalue(), {})


def _set_up(word: WordDocument, report: Report) -> None:
    bare(word)
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)
    scripts = fonts(report.langs)
    fill(word.styles.element, "en-US", Theme(), scripts=scripts, width=_WIDTH)
    about = word.core_properties
    about.title = clean(f"Review report: {heading(report)}")[:255]
    about.author = "dwibahasa"


def _facts(body: Element, report: Report) -> None:
    box = table(body, _FACT_WIDTHS, "About this review", "Names and numbers.", pad=0)
    for name, value in facts(report):
        row = add(box, "tr")
        for text, width, style in zip((name, value), _FACT_WIDTHS, ("Quiet", ""), strict=True):
            run(paragraph(cell(row, width), "FrontText"), text, Ink(style, "en-US"))


def _section(body: Element, section: Section) -> None:
    run(paragraph(body, "Heading2Next", shape=Shape(keep_next=True)), section.title, _ENGLISH)
    if section.says:
        says = paragraph(body, "FrontText", shape=Shape(keep_next=True))
        run(says, section.says, Ink("Quiet", "en-US"))
    widths = [_WIDTH * column.width // 100 for column in section.columns]
    box = table(body, widths, section.title, section.says)
    _ruled(box)
    head = add(box, "tr")
    properties = add(head, "trPr")
    add(properties, "cantSplit")
    add(properties, "tblHeader")
    ground = Theme().colours[Tint.ACCENT]
    for column, width in zip(section.columns, widths, strict=True):
        text = paragraph(cell(head, width, ground=ground), "ColumnHead")
        if column.numeric:
            add(text[0], "jc", "right")
        run(text, column.name, _ENGLISH)
    for row in section.rows:
        _row(add(box, "tr"), section.columns, widths, row)


def _ruled(box: Element) -> None:
    """Lines between the rows."""
    properties = box[0]
    borders = add(properties, "tblBorders")
    fixed = next(i for i, child in enumerate(properties) if child.tag.endswith("}tblLayout"))
    properties.insert(fixed, borders)
    for side in ("top", "bottom", "insideH"):
        color = Theme().colours[Tint.RULE]
        add(borders, side, {"val": "single", "sz": 4, "space": 0, "color": color})


def _row(
    row: Element, columns: Sequence[Column], widths: Sequence[int], cells: Sequence[Cell]
) -> None:
    add(add(row, "trPr"), "cantSplit")
    for column, width, content in zip(columns, widths, cells, strict=True):
        box = cell(row, width)
        for line in content:
            rtl = any(right_to_left(bit.lang) for bit in line)
            text = paragraph(box, "RowNote", shape=Shape(bidi=rtl))
            if column.numeric:
                add(text[0], "jc", "right")
            for bit in line:
                run(text, bit.text, _ink(bit))


def _ink(bit: Bit) -> Ink:
    return Ink(_INKS.get(bit.mark, ""), locale(bit.lang) if bit.lang else "en-US")
