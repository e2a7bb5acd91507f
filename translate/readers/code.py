"""Code in running text: marked where a reader meets it, a run of the block in the end.

In between the marks are two characters that no text holds, so that lines may be joined and divided
around them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from glossary.term import Span
from translate.model import CODE, Run

__all__ = ["between", "coded", "uncoded", "with_runs"]

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_MARKS = re.compile(f"([{_OPEN}{_CLOSE}])")


def coded(text: str) -> str:
    """The text of code with its marks."""
    bare = uncoded(text)
    return f"{_OPEN}{bare}{_CLOSE}" if bare.strip() else bare


def uncoded(text: str) -> str:
    """The text without marks."""
    return _MARKS.sub("", text)


def between(text: str, change: Callable[[str], str]) -> str:
    """The text with a change made to all that stands between marks, which stay."""
    return "".join(
        part if place % 2 else change(part) for place, part in enumerate(_MARKS.split(text))
    )


def with_runs(text: str) -> tuple[str, tuple[Run, ...]]:
    """The text without marks and white space at its ends, and a run for each piece of code.

    A mark that lost its partner where a paragraph was divided counts for nothing.
    """
    if not _MARKS.search(text):
        return text.strip(), ()
    plain = ""
    begun: int | None = None
    spans: list[Span] = []
    for place, part in enumerate(_MARKS.split(text.strip())):
        if not place % 2:
            plain += part if plain else part.lstrip()
        elif part == _OPEN:
            begun = len(plain)
        elif begun is not None:
            before = spans.pop() if spans and spans[-1].end == begun else Span(begun, begun)
            spans.append(_trimmed(plain, before.start))  # each word of code may have its colour
            begun = None
    plain = plain.rstrip()
    whole = [span for span in spans if span.start < span.end]
    return plain, tuple(Run(n, span, (CODE,)) for n, span in enumerate(whole))


def _trimmed(text: str, start: int) -> Span:
    """From `start` to the end of the text, without white space at either end."""
    end = len(text.rstrip())
    blanks = len(text[start:]) - len(text[start:].lstrip())
    return Span(start + blanks, end) if start + blanks < end else Span(start, start)
