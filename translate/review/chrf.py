"""chrF: how alike two texts are by their character n-grams (Popović 2015, chrF2 of order 6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Grams", "chrf", "grams", "summed"]

_ORDER = 6
_BETA = 2  # recall weighs twice as much as precision


class Grams(NamedTuple):
    """The n-grams of one order in the draft, in the reviewed text, and in both."""

    draft: int
    reviewed: int
    both: int


def grams(draft: str, reviewed: str) -> tuple[Grams, ...]:
    """The counts for each order from 1 to 6; white space does not count."""
    old, new = ("".join(text.split()) for text in (draft, reviewed))
    if old == new:  # most sentences of a review
        sizes = (max(len(old) - order + 1, 0) for order in range(1, _ORDER + 1))
        return tuple(Grams(size, size, size) for size in sizes)
    found = []
    for order in range(1, _ORDER + 1):
        one, other = (
            Counter(text[at : at + order] for at in range(len(text) - order + 1))
            for text in (old, new)
        )
        found.append(Grams(one.total(), other.total(), (one & other).total()))
    return tuple(found)


def summed(counts: Iterable[tuple[Grams, ...]]) -> tuple[Grams, ...]:
    """The counts of several pairs of texts as those of one."""
    orders = zip(*counts, strict=True)
    return tuple(Grams(*(sum(column) for column in zip(*order, strict=True))) for order in orders)


def chrf(counts: Iterable[Grams]) -> float:
    """The score, 0 to 100; two texts without a letter score 100.

    Orders that are longer than either text are left out of the means, as sacrebleu leaves them.
    """
    every = list(counts)
    used = [count for count in every if count.draft and count.reviewed]
    if not used:
        return 0.0 if any(count.draft or count.reviewed for count in every) else 100.0
    precision = sum(count.both / count.draft for count in used) / len(used)
    recall = sum(count.both / count.reviewed for count in used) / len(used)
    if not precision + recall:
        return 0.0
    weight = _BETA**2
    return 100 * (1 + weight) * precision * recall / (weight * precision + recall)
