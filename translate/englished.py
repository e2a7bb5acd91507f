"""Names that the model left in the language of the source, put right where a list is certain.

Korea Selatan is South Korea, whatever stands around it. What a list has no name for, only words
(HAM: human rights), may need another sentence, and is only told; so are acronyms without one of
the target language.
"""

from __future__ import annotations

from collections.abc import Sequence

from glossary.term import Span
from translate.checks.left import left
from translate.languages.determiners import determiners_of
from translate.languages.naming import articled

__all__ = ["englished"]


def englished(
    source: str,
    target: str,
    taken: Sequence[Span],
    kept: Sequence[Span | None],
    pair: tuple[str, str],
) -> tuple[str, tuple[Span | None, ...]]:
    """The target with the first renderings of the names that were left, and `kept`, places that
    must stay as they are, where they are then."""
    words, places = determiners_of(pair[1]), tuple(kept)
    found = sorted(left(source, target, taken, pair), key=lambda one: one.span, reverse=True)
    for one in found:
        wanted = one.hit.accepted[0]
        short = one.span.of(target).isupper() and not wanted.isupper()
        if not wanted[:1].isupper() or short or any(s and s.overlaps(one.span) for s in places):
            continue
        before = len(target)
        target = target[: one.span.start] + wanted + target[one.span.end :]
        if wanted.rpartition(" ")[2] in articled(*pair):
            place = Span(one.span.start, one.span.start + len(wanted))
            target = words.put(target, place)
        by = len(target) - before
        places = tuple(s.shifted(by) if s and s.start >= one.span.end else s for s in places)
    return target, places
