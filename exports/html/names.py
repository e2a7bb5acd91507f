"""The names of the article on the page: a table that is shown on demand."""

from __future__ import annotations

from lxml.builder import E

from exports.docx.names import LONGEST, NAME_HEADINGS
from exports.docx.wml import Element, clean
from translate.ledger import Entry, ledger, lines_of
from translate.model import Bitext

__all__ = ["names_of"]


def names_of(bitext: Bitext) -> Element | None:
    """The table with its summary; None for an article without names."""
    if len(bitext.translations) > LONGEST:
        return None
    langs = bitext.document.source_lang, bitext.target_lang
    entries = ledger([lines_of(bitext)], langs)
    if not entries:
        return None
    doubts = sum(bool(entry.doubts) for entry in entries)
    told = f"Names ({len(entries):,}" + (f", {doubts:,} to look at)" if doubts else ")")
    table = E.table(
        E.caption("People, places and organisations with a name, the most frequent first."),
        E.thead(E.tr(*(E.th(name, scope="col") for name in NAME_HEADINGS))),
        E.tbody(*(_row(entry, *langs) for entry in entries)),
    )
    shown: Element = E.details({"class": "names"}, E.summary(told), table)
    return shown


def _row(entry: Entry, source_lang: str, target_lang: str) -> Element:
    cells = [
        E.td(clean(entry.name), lang=source_lang),
        E.td(clean(entry.english), lang=target_lang),
        E.td("" if entry.kind == "unknown" else str(entry.kind)),
        E.td(str(entry.count)),
        E.td(entry.first),
        E.td(clean(", ".join(entry.variants)), lang=source_lang),
        E.td(clean(" ".join(entry.doubts))),
    ]
    made: Element = E.tr(*cells)
    return made
