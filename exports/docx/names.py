"""The names of the article, as a small table behind the review: what each is in English, and what
does not fit together."""

from __future__ import annotations

from itertools import islice

from exports.docx.cells import cell, table
from exports.docx.layout import Layout
from exports.docx.table import ruled
from exports.docx.wml import Element, Ink, Shape, add, paragraph, run
from exports.identity import key_bookmark
from exports.wording import locale
from translate.ledger import Entry, ledger, lines_of
from translate.look import Rows
from translate.look.theme import Tint
from translate.model import Bitext

__all__ = ["LONGEST", "NAME_HEADINGS", "names_table"]

NAME_HEADINGS = ("Name", "In English", "Kind", "Times", "First", "Also", "To look at")
LONGEST = 2_000
"""Sentences of an article whose names are gathered; a longer one is a book."""

_SHARES = {"Name": 0.27, "In English": 0.27, "Also": 0.19}  # of what the narrow columns leave
_NARROW = {"Kind": 1250, "Times": 760, "First": 820}
_MOST = 200  # names that are shown
_ENGLISH = Ink(lang="en-US")
_SAID = (
    "People, places and organisations with a name, the most frequent first. Terms of your lists are"
    " among them. For reading only: corrections belong into the table above."
)


def names_table(parent: Element, bitext: Bitext, layout: Layout) -> None:
    """Append heading and table; nothing for an article without names."""
    if len(bitext.translations) > LONGEST:
        return
    entries = ledger([lines_of(bitext)], (bitext.document.source_lang, bitext.target_lang))
    if not entries:
        return
    paragraph(parent, "FrontText")  # keeps the tables apart
    run(paragraph(parent, "Heading2"), "Names", _ENGLISH)
    said = paragraph(parent, "FrontText", shape=Shape(keep_next=True))
    run(said, _SAID, Ink("Quiet", "en-US"))
    widths = _widths(layout)
    box = table(parent, widths, "Names of the article", ", ".join(NAME_HEADINGS))
    ruled(box, layout)
    _head(box, widths, layout)
    for entry in islice(entries, _MOST):
        _row(box, entry, widths, bitext, layout)
    if len(entries) > _MOST:
        more = f"And {len(entries) - _MOST:,} more: dwibahasa glossary names lists them all."
        run(paragraph(parent, "FrontText"), more, Ink("Quiet", "en-US"))


def _widths(layout: Layout) -> tuple[int, ...]:
    """Kind, times and place have the room of their words on any page; what is to be looked at has
    the rest."""
    usable = layout.page.usable
    free = usable - sum(_NARROW.values())
    told = _NARROW | {name: round(share * free) for name, share in _SHARES.items()}
    last = usable - sum(told.values())
    return tuple(told.get(name, last) for name in NAME_HEADINGS)


def _head(box: Element, widths: tuple[int, ...], layout: Layout) -> None:
    row = add(box, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    add(properties, "tblHeader")
    for name, width in zip(NAME_HEADINGS, widths, strict=True):
        text = paragraph(cell(row, width, ground=layout.colour(Tint.ACCENT)), "ColumnHead", "en-US")
        run(text, name, _ENGLISH)


def _row(
    box: Element, entry: Entry, widths: tuple[int, ...], bitext: Bitext, layout: Layout
) -> None:
    row = add(box, "tr")
    add(add(row, "trPr"), "cantSplit")
    source, target = locale(bitext.document.source_lang), locale(bitext.target_lang)
    texts = (
        (entry.name, Ink(lang=source)),
        (entry.english, Ink(lang=target)),
        ("" if entry.kind == "unknown" else str(entry.kind), _ENGLISH),
        (str(entry.count), _ENGLISH),
        (entry.first, _ENGLISH),
        (", ".join(entry.variants), Ink(lang=source)),
        (" ".join(entry.doubts), _ENGLISH),
    )
    rule = layout.colour(Tint.WARNING) if entry.doubts else ""
    for place, ((said, ink), width) in enumerate(zip(texts, widths, strict=True)):
        text = paragraph(cell(row, width, rule="" if place else rule), "FrontText")
        if said and place == NAME_HEADINGS.index("First"):
            anchor = said if layout.look.rows is Rows.SENTENCE else said.partition(".")[0]
            link = add(text, "hyperlink", {"anchor": key_bookmark(anchor), "history": 1})
            run(link, said, Ink("Link", "en-US"))
        elif said:
            run(text, said, ink)
