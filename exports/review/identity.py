"""Whose row it is: the control's tag, a bookmark, the printed id and check, or the source text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from exports.docx.wml import Element, clean, w
from exports.identity import (
    bookmark,
    check,
    document_key,
    key_bookmark,
    read_tag,
    source_bookmark,
)
from exports.passage import Passage, passages
from exports.wording import wording
from translate.look import Look
from translate.model import Bitext

__all__ = ["PRINTED", "Owners", "words"]

_START, _NAME = w("bookmarkStart"), w("name")
PRINTED = re.compile(r"(P\d{1,9}(?:\.\d{1,9})?)\s*·\s*([0-9a-f]{6})")


@dataclass(frozen=True)
class Owners:
    """The rows that were sent, by everything that may identify them."""

    bitext: Bitext
    look: Look

    @cached_property
    def rows(self) -> Mapping[str, Passage]:
        """The rows by their ids, in the order in which they were sent."""
        return {row.id: row for row in passages(self.bitext, self.look.rows)}

    @cached_property
    def sentences(self) -> Mapping[str, str]:
        """The id of each sentence by its bookmark."""
        ids = [translation.segment.id for translation in self.bitext.translations]
        return {bookmark(id): id for id in ids}

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """The id of a row by each bookmark in it."""
        marks: dict[str, str] = {}
        for row in self.rows.values():
            marks |= {key_bookmark(row.id): row.id, source_bookmark(row.id): row.id}
            marks |= {bookmark(t.segment.id): row.id for t in row.translations}
        return marks

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The id of a row by its source, for sources that stand in one row only."""
        times = Counter(self._texts.values())
        return {text: id for id, text in self._texts.items() if times[text] == 1 and text}

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._texts.values())

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {id: words(row.source) for id, row in self.rows.items()}

    def claims(self, row: Element) -> set[str]:
        """The ids of all rows whose tags or sentences are in a row."""
        found = {self._tagged(element) for element in row.iter(w("tag"))}
        for element in row.iter(w("bookmarkStart")):
            name = element.get(w("name")) or ""
            found.add(self.marks.get(name) if name in self.sentences else None)
        return {id for id in found if id}

    def has_sentences(self, cell: Element) -> bool:
        """True if the bookmark of some sentence begins in a cell."""
        return any((e.get(_NAME) or "") in self.sentences for e in cell.iter(_START))

    def identify(self, row: Element, key: str, source: str) -> tuple[str | None, str, str]:
        """The id of a row, what says so, and the printed check of its source.

        `key` and `source` are the texts of its first two cells.
        """
        printed = PRINTED.search(key)
        digits = printed[2] if printed else ""
        for element in row.iter(w("tag")):
            if id := self._tagged(element):
                return id, "control", digits
        for element in row.iter(w("bookmarkStart")):
            if id := self.marks.get(element.get(w("name")) or ""):
                return id, "bookmark", digits
        if printed and printed[1] in self.rows:
            sent = self.rows[printed[1]]
            if check(sent.source).startswith(digits):
                return sent.id, "printed", digits
        id = self.sources.get(words(source))
        return id, "source" if id else "", digits

    def unchanged(self, id: str, source: str) -> bool:
        """True if the source of a row is still what it was; a label may stand before it."""
        text, sent = words(source), words(self.rows[id].source)
        return any(text == f"{label} {sent}".strip() for label in ("", *self.labels(id)))

    def swapped(self, id: str, source: str | None) -> bool:
        """True if the source that stands in a row is, to the letter, the one of another row."""
        return source is not None and not self.unchanged(id, source) and self.is_source(source)

    def labels(self, id: str) -> tuple[str, ...]:
        """The small labels that stand above the texts of a row."""
        row = self.rows[id]
        langs = (self.bitext.document.source_lang, self.bitext.target_lang)
        found = (wording(lang).label(row.kind, row.block.cell) for lang in langs)
        return tuple(label for label in found if label and row.first)

    def is_source(self, text: str) -> bool:
        """True if a text is the source of some row."""
        return bool(text.strip()) and words(text) in self._known

    def _tagged(self, element: Element) -> str | None:
        parts = read_tag(element.get(w("val")) or "")
        if parts and parts[0] == document_key(self.bitext.document.id):
            row = self.rows.get(parts[1])
            if row is not None and check(row.source) == parts[2]:
                return row.id
        return None


def words(text: str) -> str:
    """The text as sources are compared: white space is plain."""
    return " ".join(clean(text).split())
