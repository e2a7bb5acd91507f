"""Judging candidates of one sentence: which are sound, which terms they hold, which is best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from glossary.plural import inflected
from glossary.renderings import find_renderings, repair_case, surplus
from glossary.term import Span, TermHit
from translate import checks
from translate.amend import amended
from translate.engines import Candidate
from translate.languages.determiners import Determiners
from translate.model import Rung, Severity
from translate.pin.variants import plain, write

LOST_NAME = 0.25  # what a name that the free translation kept, and this one lost, costs in score
# What a warning or an error of the checks costs, where the free translation has it, too.
FAULT = 0.4

_NAME = re.compile(r"(?<=\s)[A-Z][\w-]+")
_WORD = re.compile(r"[\w-]+")
_BEFORE, _BEHIND = re.compile(r"([\w-]+) \Z"), re.compile(r" ([\w-]+)")
SMALL = 3  # letters; shorter words may well stand on both sides of a border


@dataclass(frozen=True)
class Case:
    """One sentence and what its target must hold."""

    source: str
    hits: tuple[TermHit, ...]
    free: Candidate
    markup: tuple[str, str] | None
    pair: tuple[str, str] = ("", "")

    @property
    def wanted(self) -> tuple[str, ...]:
        """The renderings, one for each hit."""
        return tuple(hit.wanted for hit in self.hits)

    @property
    def accepted(self) -> tuple[tuple[str, ...], ...]:
        """The renderings that will do as well, for each hit."""
        return tuple(hit.accepted for hit in self.hits)

    @cached_property
    def plain(self) -> str:
        """The source as the engine may see it."""
        return plain(self.source, self.markup)

    @cached_property
    def told(self) -> str:
        """The source with every term already written in the target language."""
        every = [Rung.IN_SOURCE] * len(self.hits)
        return write(self.source, self.hits, every, self.markup).text

    @cached_property
    def free_option(self) -> Option:
        """The free translation as an option."""
        return option(self, self.free, [Rung.FREE] * len(self.hits), self.plain)

    @cached_property
    def free_faults(self) -> Counter[str]:
        """What the checks find wrong with the free translation."""
        return _faults(self, self.free_option.text)


@dataclass(frozen=True, slots=True)
class Option:
    """A candidate target. `made` says for each hit how it was brought about (FREE = by itself),
    `spans` where its rendering stands, None if it does not; `extra` counts surplus renderings;
    `told` is the source that it was decoded from, which its `score` goes by."""

    text: str
    made: tuple[Rung, ...]
    spans: tuple[Span | None, ...]
    extra: int
    cut: bool
    score: float
    told: str

    @property
    def held(self) -> int:
        """The number of terms that stand as wanted."""
        return sum(span is not None for span in self.spans)

    @property
    def rank(self) -> tuple[int, int]:
        """More terms are better, then fewer surplus renderings."""
        return (self.held, -self.extra)

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the hits without rendering."""
        return tuple(i for i, span in enumerate(self.spans) if span is None)


def option(case: Case, candidate: Candidate, made: Sequence[Rung], told: str) -> Option:
    """Look for the wanted renderings in a candidate; wrong capitals of long ones are put right,
    and dates that are certain."""
    text = candidate.text
    spans = tuple(find_renderings(text, case.wanted, case.accepted))
    if None in spans:
        text = repair_case(text, case.wanted)
        if text != candidate.text:
            spans = tuple(find_renderings(text, case.wanted, case.accepted))
    right = amended(case.plain, text, spans, case.pair)
    text, spans = right.text, right.kept
    extra = surplus(text, case.wanted, case.accepted)
    return Option(text, tuple(made), spans, extra, candidate.cut, candidate.score, told)


def right(candidate: Option) -> bool:
    """True if every term stands as wanted, and none twice."""
    return not candidate.missing and not candidate.extra


def sound(case: Case, candidate: Option) -> bool:
    """True if the candidate has no fault that the free translation does not have, too."""
    if not candidate.text or candidate.cut or candidate.extra > case.free_option.extra:
        return False
    if any(bracket in candidate.text for bracket in case.markup or ()):
        return False
    if _halves(case, candidate) > _halves(case, case.free_option):
        return False
    return _faults(case, candidate.text) <= case.free_faults


def _halves(case: Case, candidate: Option) -> int:
    """How many renderings have one of their own words right beside them: "the command post
    command" says half of it twice, and so does "cultural center centers"."""
    count = 0
    for span, wanted in zip(candidate.spans, case.wanted, strict=True):
        if span is not None:
            sides = (
                _BEFORE.search(candidate.text, 0, span.start),
                _BEHIND.match(candidate.text, span.end),
            )
            beside = {side[1].casefold() for side in sides if side}
            own = {w.casefold() for w in _WORD.findall(wanted) if len(w) > SMALL}
            count += inflected(beside, own)
    return count


def _faults(case: Case, target: str) -> Counter[str]:
    """The faults by their checks that both the source and the source with the terms in it show.

    A term may bring a number along ("Group of Seven"), or be a word of the source.
    """
    counts = [
        Counter(
            finding.check
            for finding in checks.find(source, target, *case.pair)
            if finding.severity is not Severity.INFO and finding.check != "untranslated"
        )
        for source in (case.told, case.plain)
    ]
    return counts[0] & counts[1]


def _penalty(case: Case, text: str) -> float:
    """What faults, forbidden renderings, and lost names that the free translation kept, cost."""
    kept, here = set(_WORD.findall(case.free.text)), set(_WORD.findall(text))
    lost = sum(name in kept and name not in here for name in set(_NAME.findall(case.source)))
    forbidden = [rendering for hit in case.hits for rendering in hit.forbidden]
    barred = sum(span is not None for span in find_renderings(text, forbidden))
    return LOST_NAME * lost + FAULT * (_faults(case, text).total() + barred)


def best(case: Case, options: Sequence[Option]) -> Option:
    """The option with the most terms, then without surplus, then of the best score."""
    ranks = [(*o.rank, o.score - _penalty(case, o.text), -place) for place, o in enumerate(options)]
    return options[-max(ranks)[3]]


def with_articles(case: Case, chosen: Option, words: Determiners) -> list[str]:
    """The text with an article before one, and before all, of the proper names brought in, and
    before a noun brought in that opens the sentence.

    Names that are copied, and terms that the model rendered by itself, are left alone.
    """
    brought = [
        (span, hit.wanted)
        for hit, span, made in zip(case.hits, chosen.spans, chosen.made, strict=True)
        if span and made is not Rung.FREE and not hit.term.copies
    ]
    spans = [span for span, wanted in brought if wanted[:1].isupper()]
    every = chosen.text
    for span in sorted(spans, reverse=True):
        every = words.put(every, span)
    texts = dict.fromkeys([*(words.put(chosen.text, span) for span in spans), every])
    nouns = [span for span, wanted in brought if wanted == wanted.lower()]
    texts |= dict.fromkeys(text for span in nouns for text in words.openings(chosen.text, span))
    return [text for text in texts if text != chosen.text]
