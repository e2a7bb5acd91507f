"""Forms that news text comes in: headlines, capitals, curly quotes, related lines, new names."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from training.names import Names, swap
from training.pair import UNLINKED, Pair
from training.recipe import Variants
from training.terms import Renderings, annotate

RELATED = (
    ("Baca juga:", "Also read:"),
    ("Baca Juga:", "Also Read:"),
    ("Baca selengkapnya:", "Read more:"),
    ("Simak juga:", "See also:"),
    ("Lihat juga:", "See also:"),
    ("Artikel terkait:", "Related article:"),
)
SMALL = re.compile(r"(a|an|and|as|at|but|by|for|from|in|of|on|or|the|to|with|dan|di|ke|dari|yang)$")
STOPS = ".!?"
LONGEST_HEADLINE = 16


def no_stop(pair: Pair) -> Pair:
    """The final stop left out on both sides."""
    return _each(pair, lambda words: (*words[:-1], words[-1].rstrip(STOPS) or words[-1]))


def capitals(pair: Pair) -> Pair:
    """ALL CAPS."""
    return _each(pair, lambda words: tuple(word.upper() for word in words))


def title_case(pair: Pair) -> Pair:
    """Headline Style, without a stop."""
    return _each(
        no_stop(pair),
        lambda words: tuple(
            word if i and SMALL.match(word) else word[:1].upper() + word[1:]
            for i, word in enumerate(words)
        ),
    )


def curly_quotes(pair: Pair) -> Pair:
    """Straight quotation marks become curly ones."""
    return _each(pair, lambda words: tuple(map(_curl, words)))


def related_line(pair: Pair, rng: random.Random) -> Pair:
    """A related-link line in front of a headline."""
    bare = no_stop(pair)
    before, after = (side.split() for side in rng.choice(RELATED))
    moved = [link if link == UNLINKED else link + len(before) for link in bare.links]
    links = [min(i, len(before) - 1) for i in range(len(after))] + moved
    source, target = (*before, *bare.source), (*after, *bare.target)
    return replace(bare, source=source, target=target, links=tuple(links))


def _each(pair: Pair, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Pair:
    return replace(pair, source=change(pair.source), target=change(pair.target))


def _curl(word: str) -> str:
    if word.startswith('"'):
        word = "“" + word[1:]
    return word.replace('"', "”")


class Varier:
    """Draws the variants of a pair, anew each time the pair comes round."""

    def __init__(self, shares: Variants, names: Names, markup: tuple[str, str], seed: int) -> None:
        self.shares = shares
        self.names = names
        self.markup = markup
        self.rng = random.Random(seed)
        self.renderings = Renderings()

    def __call__(self, pair: Pair) -> Pair:
        """One variant of the pair, often the pair itself."""
        rng, shares = self.rng, self.shares
        if pair.domain.startswith("lexicon"):
            return pair
        if rng.random() < shares.names:
            pair = swap(pair, self.names, rng)
        pair = self._form(pair)
        if rng.random() < shares.terms:
            pair = annotate(pair, shares.unusual, self.renderings, self.markup, rng)
        return pair

    def _form(self, pair: Pair) -> Pair:
        rng, shares = self.rng, self.shares
        if any('"' in word for word in pair.source) and rng.random() < shares.curly_quotes:
            pair = curly_quotes(pair)
        drawn = rng.random()
        if drawn < shares.no_stop:
            return no_stop(pair)
        drawn -= shares.no_stop
        if drawn < shares.capitals:
            return capitals(pair)
        drawn -= shares.capitals
        if drawn < shares.title_case:
            return title_case(pair)
        if len(pair.source) <= LONGEST_HEADLINE and rng.random() < 2 * shares.related_line:
            return related_line(pair, rng)
        return pair
