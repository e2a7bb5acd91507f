"""What a news translation must not get wrong: names, numbers, terms, repetitions, alignment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from training.pair import core

NAME = re.compile(r"^(?=..)[A-Z][^\W\d]*(?:['’.-][^\W\d]+)*$")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
WORD = re.compile(r"\w+(?:[-'’]\w+)*")
RUNAWAY_RATIO = 2.5  # pieces of output per piece of reference, beyond a few


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    good: int
    all: int

    @property
    def percent(self) -> float:
        """In percent; nothing asked is nothing missed."""
        return 100 * self.good / self.all if self.all else 100.0


def total(shares: Sequence[Share]) -> Share:
    """Shares added up."""
    return Share(sum(s.good for s in shares), sum(s.all for s in shares))


def names(source: str, reference: str, output: str) -> Share:
    """Capitalised words that source and reference share: how many does the output hold?"""
    wanted = Counter(w for w in map(core, source.split()) if NAME.match(w))
    wanted &= Counter(map(core, reference.split()))
    held = Counter(map(core, output.split()))
    return Share(sum((wanted & held).values()), sum(wanted.values()))


def digits(text: str) -> Counter[str]:
    """The numbers of a text as bare digits: 12.500 and 12,500 are one."""
    return Counter(re.sub(r"\D", "", number) for number in NUMBER.findall(text))


def numbers(source: str, reference: str, output: str) -> Share:
    """Numbers that source and reference share: how many does the output hold?"""
    wanted = digits(source) & digits(reference)
    return Share(sum((wanted & digits(output)).values()), sum(wanted.values()))


def repeats(output: str, reference: str) -> bool:
    """A doubled word or a repeated group of three words that the reference does not have."""

    def count(text: str) -> int:
        words: list[str] = WORD.findall(text.lower())
        doubled = sum(a == b for a, b in pairwise(words))
        threes = Counter(zip(words, words[1:], words[2:], strict=False))
        return doubled + sum(n - 1 for n in threes.values())

    return count(output) > count(reference)


def runaway(pieces: int, reference_pieces: int) -> bool:
    """An output that does not find its end."""
    return pieces > RUNAWAY_RATIO * reference_pieces + 10


def term(rendering: str, output: str) -> bool:
    """Whether the output holds the rendering as it stands, as whole words."""
    return re.search(rf"(?<!\w){re.escape(rendering)}(?!\w)", output) is not None


@dataclass(frozen=True)
class Annotation:
    """Word links of a pair by hand: sure ones, and possible ones (which include the sure)."""

    sure: frozenset[tuple[int, int]]
    possible: frozenset[tuple[int, int]]


def annotation(text: str) -> Annotation:
    """Read `0-0 1-2 3?4`: source and target word numbers, `-` for sure and `?` for possible."""
    sure, possible = set(), set()
    for link in text.split():
        left, mark, right = re.fullmatch(r"(\d+)([-?])(\d+)", link).groups()  # type: ignore[union-attr]
        possible.add((int(left), int(right)))
        if mark == "-":
            sure.add((int(left), int(right)))
    return Annotation(frozenset(sure), frozenset(possible))


def alignment_error(found: Sequence[set[tuple[int, int]]], wanted: Sequence[Annotation]) -> float:
    """Alignment error rate of Och and Ney, in percent, over all pairs together."""
    hits = links = sure = 0
    for ours, theirs in zip(found, wanted, strict=True):
        hits += len(ours & theirs.sure) + len(ours & theirs.possible)
        links += len(ours)
        sure += len(theirs.sure)
    return 100 * (1 - hits / (links + sure))
