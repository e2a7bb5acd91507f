"""Long forms of names that a list knows, where the model garbled them before their acronym.

"Koletive Security Treatment Organization (CSTO)": the acronym in brackets shows what the words
before it stand for, and the list has them. Without an acronym nothing is certain about the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from glossary.term import Span, TermHit
from translate.checks.names import listed, rendered
from translate.languages import load_language

__all__ = ["in_full"]

_SHORT = re.compile(r"\(([^()\s]+)\)\Z")
_WORD = re.compile(r"[^\W\d_][\w'’&-]*")
_BEHIND = re.compile(r" ([^\W\d_a-z][\w'’&-]*)")
_MOST = 10  # words of a long form
_STEM = 5  # letters that two forms of a word share


def in_full(
    source: str, target: str, taken: Sequence[Span], pair: tuple[str, str]
) -> Iterator[tuple[Span, str]]:
    """The words before a known acronym that should be its long form, the last ones first, and that
    form; what overlaps a `taken` place stays. Only a name that stands nowhere in the target is
    written, and only over words with capitals that belong to no other name of the source."""
    if "(" not in source:
        return
    small = load_language(pair[1]).headline_small
    found: dict[Span, str] = {}
    hits = listed(source, (), *pair)
    for hit in hits:
        long = _long(hit)
        short = _SHORT.search(hit.span.of(source))
        if short is None or not long or any(rendered(form, target) for form in long):
            continue
        names = [short[1], *(form for form in hit.accepted if " " not in form)]
        others = [form for other in hits if other is not hit for form in other.accepted]
        rest = " ".join((source[: hit.span.start], source[hit.span.end :], *others))
        foreign = frozenset(_WORD.findall(rest)) - small
        place = next((p for name in names if (p := _before(name, target, foreign, small))), None)
        if place and not any(place.overlaps(other) for other in taken):
            found[_with_likeness(place, target, long[0])] = long[0]
    yield from sorted(found.items(), reverse=True)


def _long(hit: TermHit) -> list[str]:
    """The forms of a hit that have several words, if these are a name."""
    long = [form for form in hit.accepted if " " in form and not form.endswith(")")]
    return long if long and long[0][0].isupper() else []


def _before(short: str, target: str, foreign: frozenset[str], small: frozenset[str]) -> Span | None:
    """The words with capitals right before an acronym in brackets, as far as the last one that is
    `foreign` to it; None if there are less than two, or if the name goes on behind the bracket."""
    bracket = re.search(rf" \({re.escape(short)}\)", target)
    if bracket is None:
        return None
    behind = _BEHIND.match(target, bracket.end())
    if behind and behind[1] not in foreign:
        return None
    first, several, end = bracket.start(), 0, bracket.start()
    for word in reversed(list(_WORD.finditer(target, 0, end))[-_MOST:]):
        text = word.group()
        inner = text.lower() in small
        named = text[0].isupper() and not inner
        if target[word.end() : end].strip() or text in foreign or not (named or inner):
            break
        end = word.start()
        if named:
            first, several = end, several + 1
    return Span(first, bracket.start()) if several > 1 else None


def _with_likeness(place: Span, target: str, long: str) -> Span:
    """With the word before that the long form begins with, too: state-owned *Business Agency*."""
    words = list(_WORD.finditer(target, 0, place.start))
    if words and words[-1].end() == place.start - 1:
        last = words[-1].group().casefold()
        if last[:_STEM] == long[:_STEM].casefold():
            return Span(words[-1].start(), place.end)
    return place
