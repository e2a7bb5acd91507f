"""What two reviewers disagree about, as a Word file in which somebody decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from exports.clean_docx.repack import repacked
from exports.conflicts.record import DECISION, packed
from exports.docx.cells import cell, table
from exports.docx.frame import settings
from exports.docx.manifest import attach
from exports.docx.styles import fill
from exports.docx.template import bare
from exports.docx.wml import Element, Ink, Shape, add, clean, paragraph, run
from exports.identity import bookmark, check, run_id
from exports.scripts import fonts, right_to_left
from exports.wording import language_name, locale
from translate.look.theme import Theme, Tint
from translate.model import Bitext
from translate.review.decide import Decision, Verdict
from translate.review.difference import Change, difference
from translate.review.merge import Clash

__all__ = ["ConflictsDocx"]

_MARGIN = 850
_USABLE = 16838 - 2 * _MARGIN  # A4 across, in twips
_KEY = 850
_TEXT = (_USABLE - _KEY) // 5
_WIDTHS = (_KEY, *[_TEXT] * 5)
_ENGLISH = Ink(lang="en-US")
_MARKED = {Change.KEPT: "", Change.DELETED: "Deleted", Change.INSERTED: "Inserted"}
_SAID = {Decision.QUERY: "Query", Decision.IGNORED: "Skip"}
_HOW = (
    "Write the text that is to stand into the last column; A or B alone takes the text of that "
    "reviewer. Import this file like a review. Nothing here is approved before that; a row that "
    "is left empty stays open."
)


class ConflictsDocx:
    """Writes a row a sentence: source, draft, both reviewers' texts, an empty cell to decide in."""

    name = "docx"

    def render(self, bitext: Bitext, clashes: Sequence[Clash]) -> bytes:
        """The Word file; `bitext` is the run that was reviewed."""
        word = docx.Document()
        _set_up(word, bitext)
        body: Element = word.element.body
        setup = body[-1]
        body.remove(setup)
        run(paragraph(body, "Kicker"), "Two reviews, to be decided", _ENGLISH)
        title = Ink(lang=locale(bitext.document.source_lang))
        run(paragraph(body, "Heading1"), bitext.document.title, title)
        run(paragraph(body, "FrontSections"), _HOW, _ENGLISH)
        _table(body, bitext, clashes)
        paragraph(body, "FrontText")
        body.append(setup)
        attach(word, packed(bitext, run_id(bitext), clashes))
        out = BytesIO()
        word.save(out)
        return repacked(out.getvalue(), {})


def _set_up(word: WordDocument, bitext: Bitext) -> None:
    bare(word)
    page = word.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)
    scripts = fonts((bitext.document.source_lang, bitext.target_lang))
    lang = locale(bitext.target_lang)
    fill(word.styles.element, lang, Theme(), scripts=scripts, width=_USABLE)
    settings(word.settings.element, lang)
    about = word.core_properties
    about.title = clean(f"To decide: {bitext.document.title}")[:255]
    about.author = "dwibahasa"


def _table(body: Element, bitext: Bitext, clashes: Sequence[Clash]) -> None:
    said = "One row a sentence; the decision goes into the last column."
    box = table(body, _WIDTHS, "Two reviews side by side", said)
    properties = box[0]
    borders = add(properties, "tblBorders")
    fixed = next(i for i, child in enumerate(properties) if child.tag.endswith("}tblLayout"))
    properties.insert(fixed, borders)
    for side in ("top", "bottom", "insideH"):
        color = Theme().colours[Tint.RULE]
        add(borders, side, {"val": "single", "sz": 4, "space": 0, "color": color})
    _head(box, bitext, clashes)
    for number, clash in enumerate(clashes, start=1):
        _row(box, bitext, clash, number)


def _head(box: Element, bitext: Bitext, clashes: Sequence[Clash]) -> None:
    source = language_name(bitext.document.source_lang)
    reviewers = (_names(c.one for c in clashes), _names(c.other for c in clashes))
    one, other = (
        f"{letter}: {names}" if names else letter
        for letter, names in zip("AB", reviewers, strict=True)
    )
    row = add(box, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    add(properties, "tblHeader")
    heads = ("#", f"{source} (source)", "Draft", one, other, DECISION)
    for width, name in zip(_WIDTHS, heads, strict=True):
        ground = Theme().colours[Tint.ACCENT]
        run(paragraph(cell(row, width, ground=ground), "ColumnHead"), name, _ENGLISH)


def _names(verdicts: Iterable[Verdict]) -> str:
    found = dict.fromkeys(v.author for v in verdicts if v.author)
    return ", ".join(found)


def _row(box: Element, bitext: Bitext, clash: Clash, number: int) -> None:
    translation = clash.one.translation
    segment = translation.segment
    source, target = locale(bitext.document.source_lang), locale(bitext.target_lang)
    row = add(box, "tr")
    key = paragraph(cell(row, _KEY), "RowKey")
    run(key, f"{segment.id}", Ink())
    add(key[-1], "br")
    run(key, f"·{check(segment.text)[:6]}", Ink("RowCheck"))
    texts = Shape(bidi=right_to_left(bitext.document.source_lang))
    run(paragraph(cell(row, _TEXT), "RowText", source, texts), segment.text, Ink("", source))
    shape = Shape(bidi=right_to_left(bitext.target_lang))
    draft = paragraph(cell(row, _TEXT), "RowText", target, shape)
    run(draft, translation.target, Ink("", target))
    for verdict in (clash.one, clash.other):
        _choice(cell(row, _TEXT), verdict, target, shape)
    decision = cell(row, _TEXT, ground=Theme().colours[Tint.WARNING_GROUND])
    text = paragraph(decision, "RowText", target, shape)
    add(text, "bookmarkStart", {"id": number, "name": bookmark(segment.id)})
    add(text, "bookmarkEnd", {"id": number})


def _choice(box: Element, verdict: Verdict, lang: str, shape: Shape) -> None:
    if verdict.decision in _SAID:
        run(paragraph(box, "RowLabel"), _SAID[verdict.decision], _ENGLISH)
    text = paragraph(box, "RowText", lang, shape)
    if verdict.after is None:
        run(text, "cannot be told from its neighbours", Ink("Quiet", "en-US"))
        return
    for piece in difference(verdict.translation.target, verdict.after):
        run(text, piece.text, Ink(_MARKED[piece.change], lang))
