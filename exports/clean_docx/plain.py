"""A plain, well-set Word document of the target text, for sources that were no Word file."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from exports.clean_docx.repack import repacked
from exports.docx.wml import clean
from exports.passage import Passage, headline, numbered, passages
from exports.scripts import fonts
from exports.wording import locale
from translate.model import CODE, Bitext, Kind, Run

__all__ = ["plain"]

_INK, _MUTED, _ACCENT = RGBColor(0x1F, 0x24, 0x2B), RGBColor(0x5B, 0x64, 0x70), RGBColor(0, 69, 128)
_FONT, _SMALL = "Calibri", "Small Print"
_STYLES = {
    Kind.TITLE: "Title",
    Kind.SUBTITLE: "Subtitle",
    Kind.QUOTE: "Quote",
    Kind.PULL_QUOTE: "Quote",
    Kind.CAPTION: "Caption",
    Kind.BYLINE: _SMALL,
    Kind.METADATA: _SMALL,
    Kind.DATELINE: _SMALL,
    Kind.RELATED: _SMALL,
    Kind.CODE: "No Spacing",
}
# style: size, bold, italic, colour, points before and after
_LOOKS = {
    "Normal": (11, False, False, _INK, 0, 8),
    "Title": (24, True, False, _INK, 0, 6),
    "Subtitle": (14, False, True, _MUTED, 0, 10),
    "Heading 1": (16, True, False, _ACCENT, 16, 4),
    "Heading 2": (13, True, False, _ACCENT, 12, 4),
    "Heading 3": (11.5, True, False, _INK, 10, 3),
    "Quote": (11, False, True, _INK, 4, 10),
    "Caption": (9.5, False, True, _MUTED, 2, 12),
    "No Spacing": (9.5, False, False, _INK, 0, 8),
}
_CODE_FONT = "Courier New"
_LINKED = ("http://", "https://", "mailto:")


def plain(bitext: Bitext) -> bytes:
    """The Word file, A4, without page furniture; what has no translation keeps its source text."""
    word = docx.Document()
    _set_up(word, bitext)
    shown = [p for p in passages(bitext) if p.block.kind is not Kind.FURNITURE]
    for table, group in groupby(shown, key=lambda p: p.block.cell and p.block.cell[0]):
        if table:
            _table(word, list(group))
            continue
        for passage in group:
            _write(word.add_paragraph(style=_style(passage)), passage)
    out = BytesIO()
    word.save(out)
    return repacked(out.getvalue(), {})


def _set_up(word: WordDocument, bitext: Bitext) -> None:
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(27)
    page.top_margin = page.bottom_margin = Mm(25)
    small = word.styles.add_style(_SMALL, WD_STYLE_TYPE.PARAGRAPH)
    small.base_style = word.styles["Normal"]
    for name, (size, bold, italic, color, before, after) in {
        **_LOOKS,
        _SMALL: (9.5, False, False, _MUTED, 0, 6),
    }.items():
        style = word.styles[name]
        style.font.size, style.font.color.rgb = Pt(size), color
        style.font.bold, style.font.italic, style.font.name = bold, italic, _FONT
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        _fonts(style.element, bitext.target_lang)
    word.styles["Normal"].paragraph_format.line_spacing = 1.15
    word.styles["Quote"].paragraph_format.left_indent = Mm(8)
    for rule in word.styles["Title"].element.iter(qn("w:pBdr")):
        rule.getparent().remove(rule)
    for lang in word.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), locale(bitext.target_lang))
    about = word.core_properties
    source, target = headline(bitext)
    about.title, about.author = clean(target or source)[:250], ""
    about.comments, about.language = "", locale(bitext.target_lang)


def _fonts(style: object, lang: str) -> None:
    """One font for each of Word's alphabets, not the theme's."""
    east_asian, complex_script = fonts((lang,))
    slots = {"ascii": _FONT, "hAnsi": _FONT, "eastAsia": east_asian, "cs": complex_script}
    for element in style.iter(qn("w:rFonts")):  # type: ignore[attr-defined]
        element.attrib.clear()
        for slot, name in slots.items():
            element.set(qn(f"w:{slot}"), name)


def _style(passage: Passage) -> str:
    block = passage.block
    if block.kind is Kind.HEADING:
        return f"Heading {min(max(block.level, 1), 3)}"
    if block.kind is Kind.LIST_ITEM:
        depth = min(max(block.level, 1), 3)
        base = "List" if numbered(block) else "List Bullet"
        return base if depth == 1 else f"{base} {depth}"
    return _STYLES.get(block.kind, "Normal")


def _table(word: WordDocument, cells: Sequence[Passage]) -> None:
    places = [cell for passage in cells if (cell := passage.block.cell)]
    rows, columns = max(p[1] for p in places), max(p[2] for p in places)
    grid = word.add_table(rows, columns, style="Table Grid")
    boxes = [row.cells for row in grid.rows]
    for passage, (_, row, column) in zip(cells, places, strict=True):
        box = boxes[row - 1][column - 1]
        first = box.paragraphs[0]
        paragraph = first if not first.runs else box.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        _write(paragraph, passage)
    word.add_paragraph()


def _write(paragraph: Paragraph, passage: Passage) -> None:
    """The text of a block with its emphasis and links; marks of another format are left out."""
    text, place = passage.target or passage.block.text.strip(), 0
    runs = passage.runs if passage.target else ()
    for run in runs:
        if run.span.start < place or not run.span:
            continue
        _add(paragraph, text[place : run.span.start], None)
        _add(paragraph, run.span.of(text), run)
        place = run.span.end
    _add(paragraph, text[place:], None)


def _add(paragraph: Paragraph, text: str, look: Run | None) -> None:
    if not text:
        return
    added = paragraph.add_run(clean(text))
    if look is None:
        return
    for style in look.styles:
        if style in ("bold", "italic", "underline", "superscript", "subscript", "strike"):
            setattr(added.font, style, True)
    if CODE in look.styles:
        added.font.name = _CODE_FONT
    if look.link.startswith(_LINKED):
        added.font.color.rgb, added.font.underline = _ACCENT, True
        around = OxmlElement("w:hyperlink")
        id = paragraph.part.relate_to(clean(look.link), RT.HYPERLINK, is_external=True)
        around.set(qn("r:id"), id)
        added._r.addprevious(around)
        around.append(added._r)
