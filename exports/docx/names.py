"""The names of the article, as a small table behind the review: what each is in English, and what
does not fit together."""

from __future__ import annotations

from exports.docx.cells import cell, row, table
from exports.docx.layout import Layout
from exports.docx.table import heading_row, ruled
from exports.docx.wml import Ink, Shape, paragraph, run, tag
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
_QUIET = Ink("Quiet", "en-US")
_FIRST = NAME_HEADINGS.index("First")
_SAID = (
    "People, places and organisations with a name, the most frequent first. Terms of your lists are"
    " among them. For reading only: corrections belong into the table above."
)


def names_table(bitext: Bitext, layout: Layout) -> str:
    """Heading and table; nothing for an article without names."""
    if len(bitext.translations) > LONGEST:
        return ""
    entries = ledger([lines_of(bitext)], (bitext.document.source_lang, bitext.target_lang))
    if not entries:
        return ""
    widths = _widths(layout)
    head = heading_row(NAME_HEADINGS, widths, layout.colour(Tint.ACCENT))
    rows = (_row(entry, widths, bitext, layout) for entry in entries[:_MOST])
    told, columns = "Names of the article", ", ".join(NAME_HEADINGS)
    return "".join(
        (
            paragraph("FrontText"),  # keeps the tables apart
            paragraph("Heading2", run("Names", _ENGLISH)),
            paragraph("FrontText", run(_SAID, _QUIET), shape=Shape(keep_next=True)),
            table(widths, (head, *rows), told, columns, ruled=ruled(layout)),
            _more(len(entries) - _MOST),
        )
    )


def _more(left: int) -> str:
    if left <= 0:
        return ""
    more = f"And {left:,} more: dwibahasa glossary names lists them all."
    return paragraph("FrontText", run(more, _QUIET))


def _widths(layout: Layout) -> tuple[int, ...]:
    """Kind, times and place have the room of their words on any page; what is to be looked at has
    the rest."""
    usable = layout.page.usable
    free = usable - sum(_NARROW.values())
    told = _NARROW | {name: round(share * free) for name, share in _SHARES.items()}
    last = usable - sum(told.values())
    return tuple(told.get(name, last) for name in NAME_HEADINGS)


def _row(entry: Entry, widths: tuple[int, ...], bitext: Bitext, layout: Layout) -> str:
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
    told = [run(said, ink) if said else "" for said, ink in texts]
    told[_FIRST] = _link(entry.first, layout)
    return row(
        "".join(
            cell(width, paragraph("FrontText", said), rule="" if place else rule)
            for place, (said, width) in enumerate(zip(told, widths, strict=True))
        )
    )


def _link(first: str, layout: Layout) -> str:
    """The place of the first mention, which leads there."""
    anchor = first if layout.look.rows is Rows.SENTENCE else first.partition(".")[0]
    said = run(first, Ink("Link", "en-US"))
    return tag("hyperlink", {"anchor": key_bookmark(anchor), "history": 1}, said)
