"""The other direction: which words of an English text stand for the renderings that are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from glossary.casing import raised
from glossary.term import Span
from glossary.tokens import Token, tokens


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
    words = _words(target)
    used = [False] * len(words)
    spans: list[Span | None] = [None] * len(wanted)
    others = [(text, i) for i, texts in enumerate(accepted) for text in texts]
    for choices in ([(text, i) for i, text in enumerate(wanted)], others):
        patterns = [(_words(text), text, i) for text, i in choices if spans[i] is None]
        for pattern, _, i in sorted(patterns, key=lambda p: (-len(p[0]), -len(p[1]), p[2])):
            place = _place(words, used, pattern) if spans[i] is None else None
            if place is not None:
                end = place + len(pattern)
                used[place:end] = [True] * (end - place)
                spans[i] = Span(words[place].start, words[end - 1].end)
    return spans


def surplus(target: str, wanted: Sequence[str], accepted: Sequence[Sequence[str]] = ()) -> int:
    """How many occurrences of the wanted renderings, or of those that are `accepted` for them,
    `target` has beyond one for each."""
    more = 0
    low = [word.text.casefold() for word in _words(target)]
    pairs = dict(zip(wanted, accepted or [()] * len(wanted), strict=True))
    for rendering, others in pairs.items():
        firsts = {_words(text)[0].text.casefold() for text in (rendering, *others) if _words(text)}
        if sum(low.count(first) for first in firsts) <= wanted.count(rendering):
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
    missing = [w for w, span in zip(wanted, spans, strict=True) if not span and len(_words(w)) > 1]
    for rendering in dict.fromkeys(missing):
        found = find_renderings(target.casefold(), [rendering.casefold()])[0]
        if found and len(target.casefold()) == len(target):
            target = target[: found.start] + rendering + target[found.end :]
    return target


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[Token, ...]:
    """The tokens of a text; the same few renderings are looked for in sentence after sentence."""
    return tuple(tokens(text))


def _place(words: Sequence[Token], used: list[bool], pattern: Sequence[Token]) -> int | None:
    size = len(pattern)
    if not size:
        return None
    lower = all(t.text == t.text.lower() for t in pattern)
    first = pattern[0].text
    firsts = (first, raised(first)) if first == first.lower() else (first,)
    for place in range(len(words) - size + 1):
        if words[place].text not in firsts or any(used[place : place + size]):
            continue
        rest = zip(words[place + 1 : place + size], pattern[1:], strict=True)
        if all(w.gap == p.gap and _same(w.text, p.text, lower) for w, p in rest):
            return place
    return None


def _same(word: str, typed: str, lower: bool) -> bool:
    return word == typed or (lower and word == raised(typed))
