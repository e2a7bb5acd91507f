"""Divides the blocks of a document into segments: sentences with exact spans.

Running text, captions and table cells are split into sentences; titles, headings, metadata,
related links and furniture stay whole. The dateline in front of a paragraph becomes a segment of
its own. Sentences beyond the limit of the model are cut, and say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from glossary.term import Span
from translate.languages import Language
from translate.languages.dateline import dateline_end
from translate.model import Block, Document, Kind, Segment
from translate.segment.breaks import rule_ends
from translate.segment.cut import cut
from translate.segment.sentences import sentence_ends

_PROSE = frozenset(
    {
        Kind.SUBTITLE,
        Kind.PARAGRAPH,
        Kind.QUOTE,
        Kind.PULL_QUOTE,
        Kind.LIST_ITEM,
        Kind.CAPTION,
        Kind.CELL,
    }
)
_DATED = frozenset({Kind.PARAGRAPH, Kind.QUOTE})  # a dateline may stand in front


def segments(
    document: Document, language: Language, *, count: Callable[[str], int], limit: int
) -> tuple[Segment, ...]:
    """All segments of a document in reading order.

    Always ``document.blocks[s.block].text[s.span.start:s.span.end] == s.text``; segments never
    overlap, and between them is nothing but white space. `count` gives the length of a text in
    tokens; a segment beyond `limit` (at least 1) is divided and its pieces have `cut` set.
    """
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    found: list[Segment] = []
    for block in document.blocks:
        pieces = _pieces(block, language, count, limit)
        found += [
            Segment(f"{block.id}.{number}", block.index, kind, span, span.of(block.text), divided)
            for number, (kind, span, divided) in enumerate(pieces, 1)
        ]
    return tuple(found)


def _pieces(
    block: Block, language: Language, count: Callable[[str], int], limit: int
) -> Iterator[tuple[Kind, Span, bool]]:
    """Kind, span and whether it was cut, for each segment of a block."""
    for kind, sentence in _sentences(block, language):
        parts = list(cut(block.text, sentence, language, count, limit))
        for part in parts:
            yield kind, part, len(parts) > 1


def _sentences(block: Block, language: Language) -> Iterator[tuple[Kind, Span]]:
    text = block.text
    if block.kind not in _PROSE:
        yield block.kind, Span(0, len(text))
        return
    start = dateline_end(text, language) if block.kind in _DATED else 0
    if start:
        yield Kind.DATELINE, Span(0, start)
    rules = language.rules
    ends = rule_ends(text, rules, start) if rules else sentence_ends(text, language, start)
    for end in ends:
        yield block.kind, Span(start, end)
        start = end
    yield block.kind, Span(start, len(text))
