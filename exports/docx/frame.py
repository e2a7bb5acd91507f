"""What surrounds the text of a review file: page, header, footer, settings, list, properties."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.parts.story import StoryPart
from docx.shared import Twips
from lxml import etree

from exports.docx.comments import AUTHOR
from exports.docx.elements import Element, add, parsed
from exports.docx.layout import Layout
from exports.docx.logo import logo
from exports.docx.shorten import shortened
from exports.docx.styles import BULLET
from exports.docx.template import emptied, place
from exports.docx.wml import Ink, clean, escaped, paragraph, run, tag
from exports.passage import headline
from exports.wording import language_name, locale
from translate.look.theme import Theme
from translate.model import Bitext

__all__ = ["bullets", "described", "footer", "header", "page", "properties", "settings"]

_LONGEST_HEADLINE = 90
_LONGEST_UPRIGHT = 60
_MARGIN = 850
_LINE = 220  # by which the page grows for a second line in the footer
_LONGEST_PROPERTY = 255
_ENGLISH = Ink(lang="en-US")


def page(word: WordDocument, layout: Layout) -> None:
    """The paper; a header from the second page on, a footer on all, with places for their texts."""
    section, paper, theme = word.sections[0], layout.page, layout.look.theme
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(paper.width), Twips(paper.height)
    section.left_margin = section.right_margin = Twips(paper.margin)
    section.top_margin = Twips(_MARGIN)
    section.bottom_margin = Twips(_MARGIN + (_LINE if theme.footer else 0))
    section.header_distance = section.footer_distance = Twips(_MARGIN // 2)
    section.different_first_page_header_footer = True
    emptied(section.header.part.element).append(place("header"))
    _letterhead(section.first_page_header.part, theme)
    for footer in (section.footer, section.first_page_footer):
        emptied(footer.part.element).append(place("footer"))


def header(bitext: Bitext, run_id: str, layout: Layout) -> str:
    """The header: title, pair and run."""
    source, target = headline(bitext)
    longest = _LONGEST_HEADLINE if layout.page.landscape else _LONGEST_UPRIGHT
    title = shortened(target or source, longest)
    pair = (language_name(bitext.document.source_lang), language_name(bitext.target_lang))
    said = run(f"\t\t{pair[0]} → {pair[1]} · run {run_id}", _ENGLISH)
    return paragraph("Header", run(title, Ink(lang=locale(bitext.target_lang))) + said)


def footer(bitext: Bitext, layout: Layout) -> str:
    """The footer: what this is, the page, the glossary, and what the theme says."""
    glossary, own = bitext.signature.glossary, layout.look.theme.footer
    said = (
        run("Machine translation, for review\tPage ", _ENGLISH),
        _page_field("PAGE"),
        run(" of ", _ENGLISH),
        _page_field("NUMPAGES"),
        run(f"\tGlossary {glossary}" if glossary else "\tNo glossary", _ENGLISH),
    )
    theirs = paragraph("Footer", run(own, _ENGLISH)) if own else ""
    return paragraph("Footer", "".join(said)) + theirs


def _letterhead(part: StoryPart, theme: Theme) -> None:
    """The first page's header: logo on the left, name on the right; empty without a theme."""
    worn = theme.logo or theme.organisation
    emptied(part.element).extend(parsed(paragraph("Letterhead" if worn else "Header")))
    text = part.element[0]
    if theme.logo:
        logo(text, part, theme.logo, theme.organisation)
    if theme.organisation:
        gap = run("\t\t" if theme.logo else "", _ENGLISH)
        text.extend(parsed(gap + run(theme.organisation, Ink("Strong", "en-US"))))


def _page_field(instruction: str) -> str:
    return tag("fldSimple", {"instr": f" {instruction} "}, run("1", _ENGLISH))


def settings(element: Element, lang: str) -> None:
    """Fill ``w:settings``: changes are tracked, the layout is that of Word 2013 and later."""
    emptied(element)
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
    emptied(element)
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


def properties(word: WordDocument, source_lang: str, target_lang: str) -> None:
    """Subject, author and language of the file, and places for what `described` says; no dates, for
    equal input gives equal bytes."""
    about = word.core_properties
    about.title = ""
    about.subject = f"Bilingual review, {language_name(source_lang)} – {language_name(target_lang)}"
    about.author = AUTHOR
    about.language = locale(target_lang)
    about.identifier = about.keywords = ""
    for element in about._element:
        if not element.text:
            element.append(place(etree.QName(element).localname))


def described(bitext: Bitext, run_id: str) -> dict[str, str]:
    """Title, identifier and keywords of the file."""
    source, target = headline(bitext)
    told = {
        "title": shortened(target or source, _LONGEST_PROPERTY),
        "identifier": f"{AUTHOR}:{run_id}",
        "keywords": shortened(bitext.document.id, _LONGEST_PROPERTY),
    }
    return {name: escaped(clean(text)) for name, text in told.items()}
