"""A block of the article together with the translations of its sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from translate.model import Bitext, Block, Kind, Translation

__all__ = ["Passage", "headline", "numbered", "passages"]

_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as a reviewer sees it; `joints[i]` stands in front of sentence `i`."""

    block: Block
    translations: tuple[Translation, ...]
    joints: tuple[str, ...]

    @property
    def target(self) -> str:
        """The target text of the whole block; empty if no sentence has any."""
        parts = [
            joint + translation.target
            for joint, translation in zip(self.joints, self.translations, strict=True)
        ]
        return "".join(parts).strip()


def passages(bitext: Bitext) -> list[Passage]:
    """All blocks in reading order, each with its translations; one walk over the bitext."""
    grouped: defaultdict[int, list[Translation]] = defaultdict(list)
    for translation in bitext.translations:
        grouped[translation.segment.block].append(translation)
    return [
        Passage(block, tuple(grouped[block.index]), _joints(block, grouped[block.index]))
        for block in bitext.document.blocks
    ]


def numbered(block: Block) -> bool:
    """True for a list item that brings its own number or letter and needs no bullet."""
    return block.kind is Kind.LIST_ITEM and _NUMBER.match(block.text) is not None


def headline(bitext: Bitext) -> tuple[str, str]:
    """The title in source and target language; the document's own title if no block is one."""
    for block in bitext.document.blocks:
        if block.kind is Kind.TITLE:
            translations = bitext.of_block(block.index)
            return block.text, " ".join(t.target for t in translations if t.target)
    return bitext.document.title, ""


def _joints(block: Block, translations: list[Translation]) -> tuple[str, ...]:
    joints = []
    before: int | None = None
    for translation in translations:
        span = translation.segment.span
        joints.append("" if before is None else _joint(block.text[before : span.start]))
        before = span.end
    return tuple(joints)


def _joint(gap: str) -> str:
    """What goes between two target sentences, given what stood between the source sentences."""
    if gap.strip():
        return gap
    return "\n" if "\n" in gap else " "
