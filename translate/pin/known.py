"""Known renderings: what the model says for a phrase alone often stands in the sentence, too.

There the term takes its place, but only where one such rendering occurs exactly as often as its
phrase (a word that comes more often may stand for something else) and no word beside it belongs to
the phrase, too: half a rendering must not stay. A phrase alone is told in the singular: of a noun
that may come in the plural, the plural is looked for as well, and gives way to the plural.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from glossary.casing import raised
from glossary.plural import inflected, plural
from glossary.term import Span
from glossary.tokens import tokens
from translate.languages.detect import function_words
from translate.languages.determiners import Determiners
from translate.model import Rung
from translate.pin.judge import SMALL, Case, Option

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
        taken = [s for s in base.spans if s] + [s for s, _ in places]
        found = _certain(case, base, mine, says.get(phrase, ()), taken, words)
        places += zip(found, mine, strict=False)
    if not places:
        return None
    text, made = base.text, list(base.made)
    for span, i in sorted(places, reverse=True):
        text = _put(text, span, _noun(case, i, span, base, words), words)
        made[i] = Rung.KNOWN
    return text, tuple(made)


def _certain(
    case: Case,
    base: Option,
    mine: Sequence[int],
    said: Sequence[str],
    taken: Sequence[Span],
    words: Determiners,
) -> list[Span]:
    """The places of one phrase, whose hits are `mine`; none if they are not certain."""
    first, phrase = mine[0], _phrase(case, mine[0])
    renderings = _renderings(said, case, first, words)
    several = len(_numbers(case, first)) > 1
    told, found = _places(base.text, renderings, taken, several=several)
    own = {w for r in renderings for w in r} | {t.text.casefold() for t in tokens(phrase)}
    own |= {w for w in case.wanted[first].casefold().split() if len(w) > SMALL}
    rest = {w for r in renderings if set(told) < set(r) for w in r} - set(told)
    small = function_words(case.pair[1])
    fits = [words.alike(s.of(base.text), _noun(case, first, s, base, words)) for s in found]
    half = [_half(base.text, s, own, rest, small) for s in found]
    return found if len(found) == len(mine) and all(fits) and not any(half) else []


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


def _places(
    text: str, renderings: Sequence[tuple[str, ...]], taken: Sequence[Span], *, several: bool
) -> tuple[tuple[str, ...], list[Span]]:
    """The first rendering that stands in the text at all, if it is `several` also in the plural,
    and its places, left to right."""
    parts = tokens(text)
    low = [part.text.casefold() for part in parts]
    for rendering in renderings:
        size = len(rendering)
        forms = {rendering, (*rendering[:-1], plural(rendering[-1]))} if several else {rendering}
        starts = [n for n in range(len(low) - size + 1) if tuple(low[n : n + size]) in forms]
        spans = [Span(parts[n].start, parts[n + size - 1].end) for n in starts]
        spans = [s for s in spans if not any(s.overlaps(other) for other in taken)]
        if spans:
            return rendering, spans
    return (), []


def _noun(case: Case, i: int, place: Span, base: Option, words: Determiners) -> str:
    """The rendering as it should stand in a place: in the plural for a plural, if it may."""
    several = words.is_plural(place.of(base.text))
    fitting = [noun for noun in _numbers(case, i) if words.is_plural(noun) == several]
    return (*fitting, case.wanted[i])[0]


def _numbers(case: Case, i: int) -> list[str]:
    """The rendering of a hit, and its other number if that will do as well."""
    wanted = case.wanted[i]
    return [wanted, *(a for a in case.accepted[i] if a == plural(wanted) or wanted == plural(a))]


def _half(text: str, span: Span, own: set[str], rest: set[str], small: frozenset[str]) -> bool:
    """True if a word right before or behind a place is one of the phrase's `own`, or is joined; or
    if but `small` words stand between it and the `rest` of the rendering: "members of the
    council"."""
    parts = tokens(text)
    before = [t.text.casefold() for t in reversed(parts) if t.end <= span.start]
    behind = [t.text.casefold() for t in parts if t.start >= span.end]
    joined = text[: span.start].endswith("-") or text[: span.start].endswith("- ")
    near = [word for side in (before, behind) for word in side[:1]]
    across = [next((w for w in side if w not in small), "") for side in (before, behind)]
    return joined or inflected(near, own) or inflected(across, rest)


def _put(text: str, span: Span, wanted: str, words: Determiners) -> str:
    before, after = text[: span.start], text[span.end :]
    first = not before.strip(" \"'“‘(")
    return words.agreed(before, wanted) + (raised(wanted) if first else wanted) + after
