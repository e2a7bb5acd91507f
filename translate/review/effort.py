"""What a review cost: how many characters and words were edited, and how much is still the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from translate.review.chrf import Grams, chrf, grams, summed
from translate.review.difference import words_of

__all__ = ["Effort", "effort", "total"]

_MOST_WORK = 10**9  # the one length times the other; more is no sentence


@dataclass(frozen=True)
class Effort:
    """Edits from a draft to the reviewed text, in characters and in words.

    An edit inserts, deletes or replaces one (Levenshtein 1966); `of_…` are the lengths of the
    reviewed text, marks counted as words. `counts` are the n-grams behind `chrf`.
    """

    characters: int = 0
    of_characters: int = 0
    words: int = 0
    of_words: int = 0
    counts: tuple[Grams, ...] = ()

    @cached_property
    def chrf(self) -> float:
        """How alike the two texts are, 0 to 100 (Popović 2015)."""
        return chrf(self.counts)

    @property
    def share(self) -> float:
        """Edited words in percent of the words of the reviewed text; 100 where it has none."""
        return 100 * self.words / self.of_words if self.of_words else 100.0 * bool(self.words)


def effort(before: str, after: str) -> Effort:
    """What it took to make `after` of `before`; runs of white space count as one blank."""
    old, new = (" ".join(text.split()) for text in (before, after))
    old_words, new_words = words_of(old), words_of(new)
    return Effort(
        _edits(old, new), len(new), _edits(old_words, new_words), len(new_words), grams(old, new)
    )


def total(efforts: Iterable[Effort]) -> Effort:
    """The effort of several sentences together."""
    every = list(efforts)
    return Effort(
        sum(e.characters for e in every),
        sum(e.of_characters for e in every),
        sum(e.words for e in every),
        sum(e.of_words for e in every),
        summed(e.counts for e in every),
    )


def _edits(old: Sequence[str], new: Sequence[str]) -> int:
    if old == new:
        return 0
    if len(old) * len(new) > _MOST_WORK:
        return max(len(old), len(new))
    return Levenshtein.distance(old, new)
