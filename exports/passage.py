"""A block of the article together with the translations of its sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from glossary.term import Span
from translate.look import Rows
from translate.model import Bitext, Block, Kind, Run, Translation

__all__ = ["Passage", "headline", "numbered", "passages"]

_NUMBER = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """What one row shows: a paragraph, or a sentence of it; `joints[i]` precedes sentence `i`.

    `id` is the name that reviewers see (P3, P3.2), `span` the part of the block that is shown;
    parts of one block leave out nothing but white space. `first` is false for all but the first
    part of a block.
    """

    id: str
    block: Block
    span: Span
    translations: tuple[Translation, ...]
    joints: tuple[str, ...]
    kind: Kind
    first: bool = True

    @property
    def source(self) -> str:
        """The source text of the row."""
        return self.span.of(self.block.text)

    @property
    def target(self) -> str:
        """The target text of the row; empty if no sentence has any."""
        return "".join(joint + translation.target for joint, translation in self._told).strip()

    @property
    def runs(self) -> tuple[Run, ...]:
        """The formatting of `target`; a stretch that goes on in the next sentence is one run."""
        place = -self._lead
        found: list[Run] = []
        limit = len(self.target)
        for joint, translation in self._told:
            start, place = place + len(joint), place + len(joint) + len(translation.target)
            for run in translation.runs:
                ends = (min(max(start + n, 0), limit) for n in (run.span.start, run.span.end))
                shifted = replace(run, span=Span(*ends))
                last = found[-1] if found else None
                goes_on = last and last.number == run.number and len(last.span) and len(run.span)
                if last and goes_on and last.span.end + len(joint) >= shifted.span.start:
                    shifted = replace(run, span=Span(last.span.start, shifted.span.end))
                    found.pop()
                found.append(shifted)
        return tuple(found)

    @property
    def _told(self) -> Sequence[tuple[str, Translation]]:
        """The sentences that have a target, each with what stands before it."""
        pairs = zip(self.joints, self.translations, strict=True)
        return [(joint, translation) for joint, translation in pairs if translation.target]

    @property
    def _lead(self) -> int:
        """The white space in front of the first sentence, which `target` leaves out."""
        text = "".join(joint + translation.target for joint, translation in self._told)
        return len(text) - len(text.lstrip())


def passages(bitext: Bitext, rows: Rows = Rows.PARAGRAPH) -> list[Passage]:
    """All rows in reading order, each with its translations; one walk over the bitext."""
    grouped: defaultdict[int, list[Translation]] = defaultdict(list)
    for translation in bitext.translations:
        grouped[translation.segment.block].append(translation)
    return [
        passage
        for block in bitext.document.blocks
        for passage in (
            _sentences(block, grouped[block.index])
            if rows is Rows.SENTENCE and grouped[block.index]
            else [_paragraph(block, grouped[block.index])]
        )
    ]


def _paragraph(block: Block, translations: list[Translation]) -> Passage:
    joints = _joints(block, translations)
    span = Span(0, len(block.text))
    return Passage(block.id, block, span, tuple(translations), joints, block.kind)


def _sentences(block: Block, translations: list[Translation]) -> Iterator[Passage]:
    """A row for each sentence; what stands between two goes with the second."""
    before = 0
    for each in translations:
        end = len(block.text) if each is translations[-1] else each.segment.span.end
        text = block.text[before:end]
        start = before + len(text) - len(text.lstrip())
        span = Span(start, max(start, before + len(text.rstrip())))
        segment = each.segment
        yield Passage(
            segment.id, block, span, (each,), ("",), segment.kind, each is translations[0]
        )
        before = end


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
