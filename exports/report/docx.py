"""The report as a Word document of plain tables."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.shared import Mm

from exports.clean_docx.repack import repacked
from exports.docx.cells import cell, lines, row, table
from exports.docx.elements import Element, parsed
from exports.docx.styles import fill
from exports.docx.template import bare
from exports.docx.wml import Ink, Shape, clean, paragraph, run
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
_LINES = lines(Theme().colours[Tint.RULE])
_FACT_WIDTHS = (2600, _WIDTH - 2600)


class DocxReport:
    """Writes the document, in the styles of the review file."""

    extension = "docx"

    def render(self, report: Report) -> bytes:
        """The Word file, A4."""
        word = docx.Document()
        _set_up(word, report)
        body: Element = word.element.body
        told = (_heading(report), _facts(report), *map(_section, sections(report)))
        body[:-1] = parsed("".join(told) + paragraph("FrontText"))  # before the page set-up
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


def _heading(report: Report) -> str:
    title = run(heading(report), Ink(lang=locale(report.langs[0])))
    return paragraph("Kicker", run("Review report", _ENGLISH)) + paragraph("Heading1", title)


def _facts(report: Report) -> str:
    rows = []
    for pair in facts(report):
        texts = zip(pair, _FACT_WIDTHS, ("Quiet", ""), strict=True)
        cells = (
            cell(width, paragraph("FrontText", run(text, Ink(style, "en-US"))))
            for text, width, style in texts
        )
        rows.append(row("".join(cells), whole=False))
    return table(_FACT_WIDTHS, rows, "About this review", "Names and numbers.", pad=0)


def _section(section: Section) -> str:
    keep = Shape(keep_next=True)
    told = paragraph("Heading2Next", run(section.title, _ENGLISH), shape=keep)
    if section.says:
        told += paragraph("FrontText", run(section.says, Ink("Quiet", "en-US")), shape=keep)
    widths = [_WIDTH * column.width // 100 for column in section.columns]
    rows = [_head(section.columns, widths)]
    rows += [_row(section.columns, widths, cells) for cells in section.rows]
    return told + table(widths, rows, section.title, section.says, ruled=_LINES)


def _head(columns: Sequence[Column], widths: Sequence[int]) -> str:
    made = []
    for column, width in zip(columns, widths, strict=True):
        text = _aligned(column, "ColumnHead", run(column.name, _ENGLISH), Shape())
        made.append(cell(width, text, ground=Theme().colours[Tint.ACCENT]))
    return row("".join(made), head=True)


def _row(columns: Sequence[Column], widths: Sequence[int], cells: Sequence[Cell]) -> str:
    made = []
    for column, width, content in zip(columns, widths, cells, strict=True):
        said = ""
        for line in content:
            rtl = any(right_to_left(bit.lang) for bit in line)
            text = "".join(run(bit.text, _ink(bit)) for bit in line)
            said += _aligned(column, "RowNote", text, Shape(bidi=rtl))
        made.append(cell(width, said))
    return row("".join(made))


def _aligned(column: Column, style: str, text: str, shape: Shape) -> str:
    """A paragraph in a column: numbers stand at its right."""
    return paragraph(style, text, shape=shape._replace(align="right" if column.numeric else ""))


def _ink(bit: Bit) -> Ink:
    return Ink(_INKS.get(bit.mark, ""), locale(bit.lang) if bit.lang else "en-US")
