"""The reviewer's guide: one page of Word, set from a Markdown file a language in this folder."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token

from exports.clean_docx.repack import repacked
from exports.wording import locale
from translate.errors import UsageError

__all__ = ["guide", "languages", "text"]

_INK, _ACCENT = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x1D, 0x4E, 0x6B)
_FONT, _MONO, _RULE = "Calibri", "Consolas", "C3CCD5"
_LINES = {qn("w:top"), qn("w:bottom"), qn("w:insideH")}
# style: size, bold, colour, points before and after
_LOOKS = {
    "Normal": (10.5, False, _INK, 0, 3),
    "Title": (22, True, _ACCENT, 0, 4),
    "Heading 2": (12.5, True, _ACCENT, 9, 3),
    "List Number": (10.5, False, _INK, 0, 2),
    "List Bullet": (10.5, False, _INK, 0, 2),
}
_LISTS = {"ordered_list_open": "List Number", "bullet_list_open": "List Bullet"}
_WIDTH = 174  # millimetres between the margins
_NARROW = 18  # a column of letters or of one word
_MIDDLE = 56  # a column of commands
_WORD = len("**Edited**")


def languages() -> tuple[str, ...]:
    """The languages that there is a guide in, by code."""
    found = (file.name for file in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in found if name.endswith(".md")))


def text(lang: str) -> str:
    """The guide in a language, as Markdown.

    Raises UsageError if there is none; the message lists the languages there are.
    """
    if lang not in languages():
        raise UsageError(
            f"There is no reviewer's guide in '{lang}'.",
            hint=f"Choose with --lang: {', '.join(languages())}.",
            slug="guide-language",
        )
    return (files(__name__) / f"{lang}.md").read_text("utf-8")


def guide(lang: str) -> bytes:
    """The guide in a language as a Word file of one A4 page; UsageError as for `text`."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text(lang))
    word = docx.Document()
    _set_up(word, lang, _title(tokens))
    style = ""
    for place, token in enumerate(tokens):
        if token.type == "table_open":
            _table(word, tokens[place:])
        elif token.type in _LISTS:
            style = _LISTS[token.type]
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            style = ""
        elif token.type == "inline" and tokens[place - 1].type in (
            "heading_open",
            "paragraph_open",
        ):
            headings = {"h1": "Title", "h2": "Heading 2"}
            named = headings.get(tokens[place - 1].tag, style or "Normal")
            _write(word.add_paragraph(style=named), token)
    out = BytesIO()
    word.save(out)
    return repacked(out.getvalue(), {})


def _title(tokens: list[Token]) -> str:
    return next(token.content for token in tokens if token.type == "inline")


def _set_up(word: WordDocument, lang: str, title: str) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(18)
    page.top_margin = page.bottom_margin = Mm(15)
    for name, (size, bold, color, before, after) in _LOOKS.items():
        style = word.styles[name]
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, color
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
        for fonts in style.element.iter(qn("w:rFonts")):
            fonts.attrib.clear()
        style.font.name = _FONT
    for rule in word.styles["Title"].element.iter(qn("w:pBdr")):
        rule.getparent().remove(rule)
    for line in word.styles["Table Grid"].element.find(".//" + qn("w:tblBorders")):
        line.set(qn("w:color"), _RULE)
        line.set(qn("w:val"), "single" if line.tag in _LINES else "nil")
    for tag in word.styles.element.iter(qn("w:lang")):
        tag.set(qn("w:val"), locale(lang))
    about = word.core_properties
    about.title, about.author, about.comments = title, "dwibahasa", ""
    about.language = locale(lang)


def _table(word: WordDocument, tokens: list[Token]) -> None:
    """Set the table that begins here, its first row as headings."""
    end = next(place for place, token in enumerate(tokens) if token.type == "table_close")
    inside = tokens[:end]
    rows = sum(token.type == "tr_open" for token in inside)
    texts = [token for token in inside if token.type == "inline"]
    columns = len(texts) // rows
    grid = word.add_table(rows, columns, style="Table Grid")
    grid.autofit = False
    widths = _widths(texts, columns)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)  # LibreOffice goes by these, Word by those of the cells
    for token, cell, place in zip(
        texts, (cell for row in grid.rows for cell in row.cells), range(len(texts)), strict=True
    ):
        cell.width = Mm(widths[place % columns])
        _cell(cell, token, heading=place < columns)


def _widths(texts: list[Token], columns: int) -> list[float]:
    """Millimetres: the first of each two columns is as narrow as its words allow."""
    pairs = columns // 2
    longest = max(len(token.content) for token in texts[columns::2])
    first = _NARROW if longest <= _WORD else _MIDDLE
    return [first, _WIDTH / pairs - first] * pairs


def _cell(cell: _Cell, token: Token, *, heading: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_before = Pt(1)
    paragraph.paragraph_format.space_after = Pt(1)
    _write(paragraph, token, bold=heading)


def _write(paragraph: Paragraph, token: Token, *, bold: bool = False) -> None:
    """The words of a token, with its bold and its code."""
    strong = bold
    for part in token.children or ():
        if part.type in ("strong_open", "strong_close"):
            strong = bold or part.type == "strong_open"
        elif part.content:
            run = paragraph.add_run(part.content)
            run.bold = strong or None
            if part.type == "code_inline":
                run.font.name = _MONO
