"""What an edited source says for each sentence under it, where that is certain."""

from __future__ import annotations

from collections.abc import Sequence

from translate.languages import load_language
from translate.model import Block, Document, Kind, Segment
from translate.review.assign import align, plain, same
from translate.segment import segments

__all__ = ["new_sources"]


def new_sources(text: str, sent: Sequence[Segment], lang: str) -> dict[str, str | None]:
    """The new source of each sentence that has one, by id; None where it cannot be told.

    Words are given to sentences as edited translations are: the borders of the old ones are
    carried over. A sentence that is several now by the rules of the language has no certain
    source: no later article would be divided like that. Where one was emptied, its words may have
    gone to a neighbour: then no edited one is certain.
    """
    parts = [plain(text)] if len(sent) == 1 else align([s.text for s in sent], text)
    found: dict[str, str | None] = {}
    for segment, part in zip(sent, parts, strict=True):
        if part is not None and same(part, segment.text):
            continue
        whole = part and _sentences(part, lang) <= max(_sentences(segment.text, lang), 1)
        found[segment.id] = part if whole else None
    return dict.fromkeys(found) if not all(parts) else found


def _sentences(text: str, lang: str) -> int:
    block = Block(0, Kind.PARAGRAPH, text)
    document = Document("", "", lang, (block,))
    return len(segments(document, load_language(lang), count=len, limit=max(len(text), 1)))
