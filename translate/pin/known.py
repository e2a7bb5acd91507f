"""Known renderings: what the model says for a phrase alone often stands in the sentence, too.

There the term takes its place, but only where one such rendering occurs exactly as often as its
phrase (a word that comes more often may stand for something else) and no word beside it belongs to
the phrase, too: half a rendering must not stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from glossary.casing import raised
from glossary.term import Span
from glossary.tokens import tokens
from translate.languages.determiners import Determiners
from translate.model import Rung
from translate.pin.judge import Case, Option

_EDGE = re.compile(r"\A\W+|\W+\Z")


def phrases(case: Case, base: Option) -> Iterator[str]:
    """The source phrases of the terms that are missing in `base`."""
    for i in base.missing:
        yield _phrase(case, i)


def swapped(
    case: Case, base: Option, says: Mapping[str, Sequence[str]], words: Determiners
) -> tuple[str, tuple[Rung, ...]] | None:
    """`base` with the missing terms put in where that is certain, and how each came in.

    `says` holds for each phrase what the model makes of it alone; None if nothing can be put in.
    """
    places: list[tuple[Span, int]] = []
    for phrase in dict.fromkeys(phrases(case, base)):
        mine = [i for i in base.missing if _phrase(case, i) == phrase]
        free = [s for s in base.spans if s] + [s for s, _ in places]
        renderings = _renderings(says.get(phrase, ()), case, mine[0], words)
        found = _places(base.text, renderings, free)
        own = {w for r in renderings for w in r} | {t.text.casefold() for t in tokens(phrase)}
        fits = [words.alike(s.of(base.text), case.wanted[mine[0]]) for s in found]
        half = [_half(base.text, s, own) for s in found]
        if len(found) == len(mine) and all(fits) and not any(half):
            places += zip(found, mine, strict=True)
    if not places:
        return None
    text, made = base.text, list(base.made)
    for span, i in sorted(places, reverse=True):
        text = _put(text, span, case.wanted[i], words)
        made[i] = Rung.KNOWN
    return text, tuple(made)


def _phrase(case: Case, i: int) -> str:
    return case.hits[i].span.of(case.source)


def _renderings(
    said: Sequence[str], case: Case, i: int, words: Determiners
) -> list[tuple[str, ...]]:
    """Renderings as lower-case words, without an article, the longest first."""
    found = []
    for text in (*said, *case.hits[i].forbidden):
        parts = [t.text.casefold() for t in tokens(_EDGE.sub("", text))]
        if parts and (parts[0] == words.definite or parts[0] in words.others):
            parts = parts[1:]
        if parts:
            found.append(tuple(parts))
    return sorted(dict.fromkeys(found), key=lambda p: -len(p))


def _places(text: str, renderings: Sequence[tuple[str, ...]], taken: Sequence[Span]) -> list[Span]:
    """Where the first rendering that stands in the text at all stands there, left to right."""
    parts = tokens(text)
    low = [part.text.casefold() for part in parts]
    for rendering in renderings:
        size = len(rendering)
        starts = [n for n in range(len(low) - size + 1) if tuple(low[n : n + size]) == rendering]
        spans = [Span(parts[n].start, parts[n + size - 1].end) for n in starts]
        spans = [s for s in spans if not any(s.overlaps(other) for other in taken)]
        if spans:
            return spans
    return []


def _half(text: str, span: Span, own: set[str]) -> bool:
    """True if a word right before or behind a place is one of the phrase's own, or is joined."""
    parts = tokens(text)
    beside = [t for t in parts if t.end <= span.start][-1:]
    beside += [t for t in parts if t.start >= span.end][:1]
    joined = text[: span.start].endswith("-") or text[: span.start].endswith("- ")
    return joined or any(t.text.casefold() in own for t in beside)


def _put(text: str, span: Span, wanted: str, words: Determiners) -> str:
    before, after = text[: span.start], text[span.end :]
    first = not before.strip(" \"'“‘(")
    return words.agreed(before, wanted) + (raised(wanted) if first else wanted) + after
