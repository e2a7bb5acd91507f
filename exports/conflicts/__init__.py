"""What two reviewers disagree about, as a Word file in which somebody decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from exports.bitext import as_json
from exports.clean_docx.repack import repacked
from exports.conflicts.record import DECISION, packed
from exports.docx.cells import cell, lines, row, table
from exports.docx.elements import Element, parsed
from exports.docx.frame import settings
from exports.docx.manifest import attach
from exports.docx.styles import fill
from exports.docx.template import bare
from exports.docx.wml import Ink, Shape, clean, paragraph, run, tag
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
    "Write the text that is to stand into the last column; A or B alone, or the reviewer’s name, "
    "takes the text of that reviewer. Import this file like a review. Nothing here is approved "
    "before that; a row that is left empty stays open."
)


class ConflictsDocx:
    """Writes a row a sentence: source, draft, both reviewers' texts, an empty cell to decide in."""

    name = "docx"

    def render(self, bitext: Bitext, clashes: Sequence[Clash]) -> bytes:
        """The Word file; `bitext` is the run that was reviewed."""
        word = docx.Document()
        _set_up(word, bitext)
        body: Element = word.element.body
        title = run(bitext.document.title, Ink(lang=locale(bitext.document.source_lang)))
        told = (
            paragraph("Kicker", run("Two reviews, to be decided", _ENGLISH)),
            paragraph("Heading1", title),
            paragraph("FrontSections", run(_HOW, _ENGLISH)),
            _table(bitext, clashes),
            paragraph("FrontText"),
        )
        body[:-1] = parsed("".join(told))  # before the page set-up
        attach(word, packed(bitext, run_id(as_json(bitext)), clashes))
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


def _table(bitext: Bitext, clashes: Sequence[Clash]) -> str:
    said = "One row a sentence; the decision goes into the last column."
    rows = [_row(bitext, clash, number) for number, clash in enumerate(clashes, start=1)]
    head, ruled = _head(bitext, clashes), lines(Theme().colours[Tint.RULE])
    return table(_WIDTHS, (head, *rows), "Two reviews side by side", said, ruled=ruled)


def _head(bitext: Bitext, clashes: Sequence[Clash]) -> str:
    source = language_name(bitext.document.source_lang)
    reviewers = (_names(c.one for c in clashes), _names(c.other for c in clashes))
    one, other = (
        f"{letter}: {names}" if names else letter
        for letter, names in zip("AB", reviewers, strict=True)
    )
    heads = ("#", f"{source} (source)", "Draft", one, other, DECISION)
    ground = Theme().colours[Tint.ACCENT]
    cells = (
        cell(width, paragraph("ColumnHead", run(name, _ENGLISH)), ground=ground)
        for width, name in zip(_WIDTHS, heads, strict=True)
    )
    return row("".join(cells), head=True)


def _names(verdicts: Iterable[Verdict]) -> str:
    found = dict.fromkeys(v.author for v in verdicts if v.author)
    return ", ".join(found)


def _row(bitext: Bitext, clash: Clash, number: int) -> str:
    translation = clash.one.translation
    segment = translation.segment
    source, target = locale(bitext.document.source_lang), locale(bitext.target_lang)
    key = run(f"{segment.id}\n", Ink()) + run(f"·{check(segment.text)[:6]}", Ink("RowCheck"))
    texts = Shape(bidi=right_to_left(bitext.document.source_lang))
    shape = Shape(bidi=right_to_left(bitext.target_lang))
    start = tag("bookmarkStart", {"id": number, "name": bookmark(segment.id)})
    decided = start + tag("bookmarkEnd", {"id": number})
    ground = Theme().colours[Tint.WARNING_GROUND]
    cells = (
        cell(_KEY, paragraph("RowKey", key)),
        cell(_TEXT, paragraph("RowText", run(segment.text, Ink("", source)), source, texts)),
        cell(_TEXT, paragraph("RowText", run(translation.target, Ink("", target)), target, shape)),
        *(cell(_TEXT, _choice(each, target, shape)) for each in (clash.one, clash.other)),
        cell(_TEXT, paragraph("RowText", decided, target, shape), ground=ground),
    )
    return row("".join(cells), whole=False)


def _choice(verdict: Verdict, lang: str, shape: Shape) -> str:
    said = _SAID.get(verdict.decision)
    label = paragraph("RowLabel", run(said, _ENGLISH)) if said else ""
    if verdict.after is None:
        told = run("cannot be told from its neighbours", Ink("Quiet", "en-US"))
        told += run(f"\n{verdict.shown}", Ink("", lang)) if verdict.shown else ""
    else:
        pieces = difference(verdict.translation.target, verdict.after)
        told = "".join(run(piece.text, Ink(_MARKED[piece.change], lang)) for piece in pieces)
    return label + paragraph("RowText", told, lang, shape)
