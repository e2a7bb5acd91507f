"""The other direction: which words of an English text stand for the renderings that are wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from glossary.casing import raised
from glossary.term import Span
from glossary.tokens import Token, literal, tokens

_BESIDE = frozenset(" .,;:!?()[]\"'/-“”‘’–—…")  # what surely ends a word


def find_renderings(
    target: str, wanted: Sequence[str], accepted: Sequence[Sequence[str]] = ()
) -> list[Span | None]:
    """Where each wanted rendering stands in `target`; None where it does not.

    Longest renderings are placed first and every word is used once, so that the second half of
    "Kassym-Jomart Tokayev" is no "Tokayev" of its own. Equal renderings take the occurrences from
    left to right. Only whole words count; a possessive 's may follow. Capitals must be as typed,
    save that a rendering may raise a small first letter, and one without capitals the first letter
    of all its words. Where all wanted
    ones are placed, those still missing take what `accepted` has for them.
    """
    at_sight = _at_sight(target, wanted)
    if at_sight is not None:
        return at_sight
    words, where = _read(target)
    used = [False] * len(words)
    spans: list[Span | None] = [None] * len(wanted)
    others = [(text, i) for i, texts in enumerate(accepted) for text in texts]
    for choices in ([(text, i) for i, text in enumerate(wanted)], others):
        patterns = [(_read(text).words, text, i) for text, i in choices if spans[i] is None]
        for pattern, _, i in sorted(patterns, key=lambda p: (-len(p[0]), -len(p[1]), p[2])):
            place = _place(words, where, used, pattern) if spans[i] is None else None
            if place is not None:
                end = place + len(pattern)
                used[place:end] = [True] * (end - place)
                spans[i] = Span(words[place].start, words[end - 1].end)
    return spans


def surplus(target: str, wanted: Sequence[str], accepted: Sequence[Sequence[str]] = ()) -> int:
    """How many occurrences of the wanted renderings, or of those that are `accepted` for them,
    `target` has beyond one for each."""
    more = 0
    low = target.casefold() if literal(target) else ""
    pairs = dict(zip(wanted, accepted or [()] * len(wanted), strict=True))
    for rendering, others in pairs.items():
        firsts = {_first(text).casefold() for text in (rendering, *others)}
        if low and "" not in firsts and sum(map(low.count, firsts)) <= wanted.count(rendering):
            continue  # not even the first word comes often enough
        further, fine = [*wanted], [*(accepted or [()] * len(wanted))]
        while True:
            further.append(rendering)
            fine.append(others)
            if find_renderings(target, further, fine)[-1] is None:
                break
            more += 1
    return more


def repair_case(target: str, wanted: Sequence[str]) -> str:
    """Give renderings that differ from the wanted ones only by case the capitals they should have.

    Single words are left alone: "us" is no misspelt "US", nor "polish" a misspelt "Polish".
    """
    spans = find_renderings(target, wanted)
    missing = [
        w for w, span in zip(wanted, spans, strict=True) if not span and len(_read(w).words) > 1
    ]
    for rendering in dict.fromkeys(missing):
        found = find_renderings(target.casefold(), [rendering.casefold()])[0]
        if found and len(target.casefold()) == len(target):
            target = target[: found.start] + rendering + target[found.end :]
    return target


@lru_cache(maxsize=2048)
def most(text: str, renderings: tuple[str, ...]) -> int | None:
    """How often renderings can stand in a text at most, by their first words; None if that cannot
    be told without reading it."""
    firsts = [_first(rendering) for rendering in renderings]
    if not all(firsts) or not literal(text):
        return None
    return sum(text.count(word) for first in set(firsts) for word in {first, _headed(first)})


def _at_sight(target: str, wanted: Sequence[str]) -> list[Span | None] | None:
    """The places of renderings that stand letter by letter in a text, once, and apart; None if it
    must be read for one of them."""
    spans: list[Span] = []
    end = len(target)
    for rendering in wanted:
        start = target.find(rendering)
        behind = start + len(rendering)
        if start < 0 or (behind < end and target[behind] not in _BESIDE):
            return None
        if (start and target[start - 1] not in _BESIDE) or most(target, (rendering,)) != 1:
            return None
        spans.append(Span(start, behind))
    apart = len(spans) < 2 or not any(a.overlaps(b) for a, b in combinations(spans, 2))
    return [*spans] if apart else None


@lru_cache(maxsize=2048)
def _first(rendering: str) -> str:
    """The first word of a rendering in ASCII that begins and ends with a word and has single
    blanks; else nothing."""
    plain = rendering.isascii() and " ".join(rendering.split()) == rendering
    words = _read(rendering).words if plain else ()
    return words[0].text if words and words[0].text.isalnum() and words[-1].text.isalnum() else ""


def _headed(first: str) -> str:
    return raised(first) if first == first.lower() else first


class _Text(NamedTuple):
    """The tokens of a text, and where each form stands among them."""

    words: tuple[Token, ...]
    where: Mapping[str, Sequence[int]]


@lru_cache(maxsize=2048)
def _read(text: str) -> _Text:
    """A text as tokens; the same few renderings are looked for in sentence after sentence."""
    words = tuple(tokens(text))
    where: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        where.setdefault(word.text, []).append(place)
    return _Text(words, where)


def _place(
    words: Sequence[Token],
    where: Mapping[str, Sequence[int]],
    used: list[bool],
    pattern: Sequence[Token],
) -> int | None:
    size = len(pattern)
    if not size:
        return None
    first = pattern[0].text
    lower = all(t.text == t.text.lower() for t in pattern)
    places = [n for form in {first, _headed(first)} for n in where.get(form, ())]
    for place in sorted(places):
        if place + size > len(words) or any(used[place : place + size]):
            continue
        rest = zip(words[place + 1 : place + size], pattern[1:], strict=True)
        if all(w.gap == p.gap and _same(w.text, p.text, lower) for w, p in rest):
            return place
    return None


def _same(word: str, typed: str, lower: bool) -> bool:
    return word == typed or (lower and word == raised(typed))
