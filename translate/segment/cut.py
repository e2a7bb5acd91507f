"""Divides a sentence that is too long for the model, at the least harmful place.

Semicolons first, then colons and dashes, commas before a conjunction, commas, blanks; inside a
word only where one "word" alone is too long. The work is bounded: `count` never sees more than
`CEILING` characters at once, and a text is looked at a logarithmic number of times.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from glossary.term import Span
from translate.languages import Language

CEILING = 8000  # characters; longer pieces are divided whatever the model says
_MIDDLE = 0.25  # a good place is this far from both ends
_BLANK = re.compile(r"\s+")


def cut(
    text: str, span: Span, language: Language, count: Callable[[str], int], limit: int
) -> Iterator[Span]:
    """The spans into which `span` of `text` is divided so that none counts more than `limit`.

    They are in order, trimmed, and leave out nothing but white space. A single character is never
    divided, whatever `count` says of it.
    """
    waiting = [span]
    while waiting:
        piece = _trimmed(text, waiting.pop())
        if len(piece) > CEILING:
            place = _place(text, Span(piece.start, piece.start + CEILING), language)
        elif len(piece) <= 1 or count(piece.of(text)) <= limit:
            if len(piece):
                yield piece
            continue
        else:
            place = _place(text, piece, language)
        waiting += [Span(place, piece.end), Span(piece.start, place)]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _place(text: str, piece: Span, language: Language) -> int:
    """The best offset inside `piece` to divide it at."""
    middle = (piece.start + piece.end) // 2
    margin = int(len(piece) * _MIDDLE)
    for pattern in _ranks(language):
        found = [m.end() for m in pattern.finditer(text, piece.start + margin, piece.end - margin)]
        if found:
            return min(found, key=lambda place: abs(place - middle))
    blanks = [m.start() for m in _BLANK.finditer(text, piece.start + 1, piece.end - 1)]
    return min(blanks, key=lambda place: abs(place - middle)) if blanks else middle


@cache
def _ranks(language: Language) -> tuple[re.Pattern[str], ...]:
    words = "|".join(sorted(map(re.escape, language.conjunctions), key=len, reverse=True))
    ranks = [r"[;!?…][\"'”’)]{0,3}(?=\s)", r"(?::|\s[-–—]{1,2})(?=\s)"]
    if words:
        ranks.append(rf",[\"'”’)]?(?=\s+(?:{words})\b)")
    ranks.append(r",[\"'”’)]?(?=\s)")
    return tuple(re.compile(rank, re.IGNORECASE) for rank in ranks)
