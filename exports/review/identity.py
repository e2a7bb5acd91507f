"""Whose row it is: the control's tag, a bookmark, the printed id and check, or the source text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from exports.docx.identity import bookmark, check, document_key, key_bookmark, read_tag
from exports.docx.wml import Element, clean, w
from translate.model import Bitext, Block

__all__ = ["Owners"]

_PRINTED = re.compile(r"(P\d{1,9})\s*·\s*([0-9a-f]{6})")


@dataclass(frozen=True)
class Owners:
    """The blocks of a bitext by everything that may identify their rows."""

    bitext: Bitext

    @cached_property
    def blocks(self) -> Mapping[str, Block]:
        """The blocks by their ids."""
        return {block.id: block for block in self.bitext.document.blocks}

    @cached_property
    def sentences(self) -> Mapping[str, str]:
        """The id of each sentence by its bookmark."""
        ids = [translation.segment.id for translation in self.bitext.translations]
        return {bookmark(id): id for id in ids}

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """The id of a block by each bookmark in its row."""
        blocks = self.bitext.document.blocks
        marks = {key_bookmark(block): block.id for block in blocks}
        for translation in self.bitext.translations:
            segment = translation.segment
            marks[bookmark(segment.id)] = blocks[segment.block].id
        return marks

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The id of a block by its text, for texts that stand in one block only."""
        blocks = self.bitext.document.blocks
        times = Counter(_words(block.text) for block in blocks)
        return {_words(b.text): b.id for b in blocks if times[_words(b.text)] == 1 and b.text}

    def claims(self, row: Element) -> set[str]:
        """The ids of all blocks whose tags or sentences are in a row."""
        found = {self._tagged(element) for element in row.iter(w("tag"))}
        for element in row.iter(w("bookmarkStart")):
            name = element.get(w("name")) or ""
            found.add(self.marks.get(name) if name in self.sentences else None)
        return {id for id in found if id}

    def identify(self, row: Element, key: str, source: str) -> tuple[str | None, str, str]:
        """The id of a row's block, what says so, and the printed check of its source.

        `key` and `source` are the texts of its first two cells.
        """
        printed = _PRINTED.search(key)
        digits = printed[2] if printed else ""
        for element in row.iter(w("tag")):
            if id := self._tagged(element):
                return id, "control", digits
        for element in row.iter(w("bookmarkStart")):
            if id := self.marks.get(element.get(w("name")) or ""):
                return id, "bookmark", digits
        if printed and printed[1] in self.blocks:
            block = self.blocks[printed[1]]
            if check(block).startswith(digits):
                return block.id, "printed", digits
        id = self.sources.get(_words(source))
        return id, "source" if id else "", digits

    def unchanged(self, id: str, source: str) -> bool:
        """True if the source of a block is still what it was; a label may stand before it."""
        return _words(source).endswith(_words(self.blocks[id].text))

    def _tagged(self, element: Element) -> str | None:
        parts = read_tag(element.get(w("val")) or "")
        if parts and parts[0] == document_key(self.bitext.document.id):
            block = self.blocks.get(f"P{parts[1]}")
            if block is not None and check(block) == parts[2]:
                return block.id
        return None


def _words(text: str) -> str:
    return " ".join(clean(text).split())
