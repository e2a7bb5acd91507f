"""What surrounds the text of a review file: page, header, footer, settings, list, properties."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.parts.story import StoryPart
from docx.shared import Twips

from exports.docx.comments import AUTHOR
from exports.docx.layout import Layout, Page
from exports.docx.logo import logo
from exports.docx.shorten import shortened
from exports.docx.styles import BULLET
from exports.docx.wml import Element, Ink, add, clean, paragraph, run
from exports.passage import headline
from exports.wording import language_name, locale
from translate.look.theme import Theme
from translate.model import Bitext

__all__ = ["bullets", "page", "properties", "settings"]

_LONGEST_HEADLINE = 90
_LONGEST_UPRIGHT = 60
_MARGIN = 850
_LINE = 220  # by which the page grows for a second line in the footer
_LONGEST_PROPERTY = 255
_ENGLISH = Ink(lang="en-US")


def page(word: WordDocument, bitext: Bitext, run_id: str, layout: Layout) -> None:
    """The paper; a header from the second page on, a footer on all."""
    section, paper, theme = word.sections[0], layout.page, layout.look.theme
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(paper.width), Twips(paper.height)
    section.left_margin = section.right_margin = Twips(paper.margin)
    section.top_margin = Twips(_MARGIN)
    section.bottom_margin = Twips(_MARGIN + (_LINE if theme.footer else 0))
    section.header_distance = section.footer_distance = Twips(_MARGIN // 2)
    section.different_first_page_header_footer = True
    _header(_emptied(section.header.part.element), bitext, run_id, paper)
    _letterhead(section.first_page_header.part, theme)
    for footer in (section.footer, section.first_page_footer):
        _footer(_emptied(footer.part.element), bitext, theme)


def _emptied(element: Element) -> Element:
    for child in list(element):
        element.remove(child)
    return element


def _header(part: Element, bitext: Bitext, run_id: str, paper: Page) -> None:
    source, target = headline(bitext)
    longest = _LONGEST_HEADLINE if paper.landscape else _LONGEST_UPRIGHT
    title = shortened(target or source, longest)
    pair = (language_name(bitext.document.source_lang), language_name(bitext.target_lang))
    text = paragraph(part, "Header")
    run(text, title, Ink(lang=locale(bitext.target_lang)))
    run(text, f"\t\t{pair[0]} → {pair[1]} · run {run_id}", _ENGLISH)


def _footer(part: Element, bitext: Bitext, theme: Theme) -> None:
    text = paragraph(part, "Footer")
    run(text, "Machine translation, for review\tPage ", _ENGLISH)
    _page_field(text, "PAGE")
    run(text, " of ", _ENGLISH)
    _page_field(text, "NUMPAGES")
    glossary = bitext.signature.glossary
    run(text, f"\tGlossary {glossary}" if glossary else "\tNo glossary", _ENGLISH)

    if theme.footer:
        run(paragraph(part, "Footer"), theme.footer, _ENGLISH)


def _letterhead(part: StoryPart, theme: Theme) -> None:
    """The first page's header: logo on the left, name on the right; empty without a theme."""
    worn = theme.logo or theme.organisation
    text = paragraph(_emptied(part.element), "Letterhead" if worn else "Header")
    if theme.logo:
        logo(text, part, theme.logo, theme.organisation)
    if theme.organisation:
        run(text, "\t\t" if theme.logo else "", _ENGLISH)
        run(text, theme.organisation, Ink("Strong", "en-US"))


def _page_field(text: Element, instruction: str) -> None:
    field = add(text, "fldSimple", {"instr": f" {instruction} "})
    run(field, "1", _ENGLISH)


def settings(element: Element, lang: str) -> None:
    """Fill ``w:settings``: changes are tracked, the layout is that of Word 2013 and later."""
    _emptied(element)
    add(element, "zoom", {"percent": 100})
    add(element, "trackRevisions")
    add(element, "defaultTabStop", 720)
    add(element, "characterSpacingControl", "doNotCompress")
    compatibility = add(element, "compat")
    mode: dict[str, str | int] = {
        "name": "compatibilityMode",
        "uri": "http://schemas.microsoft.com/office/word",
        "val": 15,
    }
    add(compatibility, "compatSetting", mode)
    add(element, "themeFontLang", lang)
    add(element, "decimalSymbol", ".")
    add(element, "listSeparator", ",")


def bullets(element: Element) -> None:
    """Fill ``w:numbering`` with the one list that list items belong to."""
    _emptied(element)
    shape = add(element, "abstractNum", {"abstractNumId": 0})
    add(shape, "multiLevelType", "singleLevel")
    level = add(shape, "lvl", {"ilvl": 0})
    add(level, "start", 1)
    add(level, "numFmt", "bullet")
    add(level, "pStyle", "RowListItem")
    add(level, "lvlText", "•")
    add(level, "lvlJc", "left")
    add(add(level, "pPr"), "ind", {"left": 260, "hanging": 260})
    add(add(element, "num", {"numId": BULLET}), "abstractNumId", 0)


def properties(word: WordDocument, bitext: Bitext, run_id: str) -> None:
    """Title, subject and language of the file; no dates, for equal input gives equal bytes."""
    source, target = headline(bitext)
    about = word.core_properties
    pair = f"{language_name(bitext.document.source_lang)} – {language_name(bitext.target_lang)}"
    about.title = clean(shortened(target or source, _LONGEST_PROPERTY))
    about.subject = f"Bilingual review, {pair}"
    about.author = AUTHOR
    about.language = locale(bitext.target_lang)
    about.identifier = f"{AUTHOR}:{run_id}"
    about.keywords = clean(shortened(bitext.document.id, _LONGEST_PROPERTY))
