"""Carries formatting from source to target: which words of the target are bold, a link, a note's.

Word alignment by the engine's attention decides, asked only for sentences that hold formatting.
What stands in the target word for word, or was pinned as a term, needs no attention. A stretch of
the source becomes the stretch of the target with the most of its words and the fewest others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import accumulate

from glossary.term import Span
from translate.engines import Engine, Link, Steerable
from translate.languages import load_language
from translate.model import Bitext, Run, Translation

__all__ = ["carry"]

_WORD = re.compile(r"\S+")
_CORE = re.compile(r"\w(?:.*\w)?", re.DOTALL)
_FOREIGN = 0.6  # what a word that renders something else costs a stretch; its own words count 1
_SHORTEST = 4  # letters of a word that is told by itself when it stands in the target unchanged
_LONGEST = 400  # tokens that a model can look at


def carry(bitexts: Sequence[Bitext], engine: Engine) -> list[Bitext]:
    """The bitexts with the runs of their blocks carried over to the translations."""
    owned = [_owned(bitext) for bitext in bitexts]
    pairs = dict.fromkeys(
        (t.segment.text, t.target)
        for bitext, runs in zip(bitexts, owned, strict=True)
        for t, own in zip(bitext.translations, runs, strict=True)
        if own and t.target and not all(_is_all(run, t) for run in own)
    )
    links = dict(zip(pairs, _links(list(pairs), engine), strict=True))
    small = load_language(engine.target_lang).headline_small
    return [
        replace(
            bitext,
            translations=tuple(
                replace(t, runs=placed(t, own, links.get((t.segment.text, t.target), ()), small))
                if own
                else t
                for t, own in zip(bitext.translations, runs, strict=True)
            ),
        )
        for bitext, runs in zip(bitexts, owned, strict=True)
    ]


def _owned(bitext: Bitext) -> list[tuple[Run, ...]]:
    """The runs of each translation's source, with spans in its segment."""
    last: dict[int, int] = {}
    for number, translation in enumerate(bitext.translations):
        last[translation.segment.block] = number
    owned = []
    taken: set[tuple[int, int]] = set()  # marks by block and number: each has one place
    for number, translation in enumerate(bitext.translations):
        segment = translation.segment
        final = last[segment.block] == number
        here = []
        for run in bitext.document.blocks[segment.block].runs:
            if run.mark and run.mark != "field":
                key = (segment.block, run.number)
                if key not in taken and (run.span.start <= segment.span.end or final):
                    taken.add(key)
                    place = min(max(run.span.start - segment.span.start, 0), len(segment.text))
                    here.append(replace(run, span=Span(place, place)))
            elif run.span.overlaps(segment.span):
                start = max(run.span.start - segment.span.start, 0)
                end = min(run.span.end - segment.span.start, len(segment.text))
                here.append(replace(run, span=Span(start, end)))
        owned.append(tuple(here))
    return owned


def _is_all(run: Run, translation: Translation) -> bool:
    return run.span == Span(0, len(translation.segment.text))


def _links(pairs: Sequence[tuple[str, str]], engine: Engine) -> list[tuple[Link, ...]]:
    """Who renders whom; by equal words where the engine cannot tell."""
    able = isinstance(engine, Steerable)
    asked = [
        able and s != t and max(engine.count(s), engine.count(t)) <= _LONGEST for s, t in pairs
    ]
    told: Iterator[tuple[Link, ...]] = iter(())
    if isinstance(engine, Steerable):
        told = iter(engine.align([pair for pair, ask in zip(pairs, asked, strict=True) if ask]))
    found = [next(told) if ask else () for ask in asked]
    return [links or _equal(*pair) for pair, links in zip(pairs, found, strict=True)]


def _equal(source: str, target: str) -> tuple[Link, ...]:
    """Links between the words that both texts have in the same order."""
    ours, theirs = _words(source), _words(target)
    matcher = SequenceMatcher(
        None, [s.of(source) for s in ours], [s.of(target) for s in theirs], autojunk=False
    )
    return tuple(
        Link(ours[block.a + i], theirs[block.b + i])
        for block in matcher.get_matching_blocks()
        for i in range(block.size)
    )


def placed(
    translation: Translation,
    runs: Sequence[Run],
    links: Sequence[Link],
    small: frozenset[str] = frozenset(),
) -> tuple[Run, ...]:
    """The runs of a segment with spans in its target, in order; none ends in a `small` word.

    Stretches never overlap. Emphasis whose words are not rendered is left out; a link or a mark
    never is: it goes where its share of the sentence ends.
    """
    target = translation.target
    if not target:
        return ()
    found: list[Run] = []
    by_length = sorted(runs, key=lambda run: (not run.link, -len(run.span)))
    for run in by_length:
        if run.mark and run.mark != "field":
            place = _place(translation, run.span.start, links)
            found.append(replace(run, span=Span(place, place)))
            continue
        span = Span(0, len(target)) if _is_all(run, translation) else None
        span = span or _stretch(translation, run, links, small)
        span = _free(span, found) if span else None
        if span is None and run.link:
            span = _nearest(translation, run, found)
        if span:
            found.append(replace(run, span=span))
    return tuple(sorted(found, key=lambda run: (run.span.start, run.span.end, run.number)))


def _free(span: Span, found: Sequence[Run]) -> Span | None:
    """What of a stretch no other run has taken, the part before or behind it."""
    for run in found:
        if len(run.span) and run.span.overlaps(span):
            before, behind = run.span.start - span.start, span.end - run.span.end
            if max(before, behind) <= 0:
                return None
            span = (
                Span(span.start, run.span.start)
                if before >= behind
                else Span(run.span.end, span.end)
            )
    return span


def _stretch(
    translation: Translation, run: Run, links: Sequence[Link], small: frozenset[str]
) -> Span | None:
    source, target = translation.segment.text, translation.target
    own = run.span.of(source).strip()
    exact = _verbatim(own, target)
    if exact:
        return exact
    words = _words(target)
    weights = [_weight(word, translation, run.span, links) for word in words]
    first, last = _heaviest(weights)
    while last - first > 1 and words[last - 1].of(target) in small:
        last -= 1
    if sum(weights[first:last]) > 0:
        return _edged(target, Span(words[first].start, words[last - 1].end), own)
    return None


def _nearest(translation: Translation, run: Run, found: Sequence[Run]) -> Span | None:
    """The word that no run has taken nearest to where a link's share of the sentence ends."""
    source, target = translation.segment.text, translation.target
    words = _words(target)
    share = min(len(words) - 1, int(run.span.start / max(1, len(source)) * len(words)))
    free = [n for n, word in enumerate(words) if not any(r.span.overlaps(word) for r in found)]
    near = min(free, key=lambda n: abs(n - share), default=None)
    return None if near is None else _edged(target, words[near], run.span.of(source).strip())


def _verbatim(own: str, target: str) -> Span | None:
    """Where the same words stand in the target, if just once and no chance."""
    if len(own) < _SHORTEST and not any(map(str.isdigit, own)) and not own.isupper():
        return None
    found = list(re.finditer(rf"(?<!\w){re.escape(own)}(?!\w)", target)) if own else []
    return Span(*found[0].span()) if len(found) == 1 else None


def _weight(word: Span, translation: Translation, run: Span, links: Sequence[Link]) -> float:
    for result in translation.hits:
        if result.span and result.span.overlaps(word):
            return 1.0 if result.hit.span.overlaps(run) else -_FOREIGN
    for link in links:
        if link.target == word:
            return 1.0 if link.source.overlaps(run) else -_FOREIGN
    return -_FOREIGN


def _heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """The slice of the greatest sum (Kadane's algorithm); the first of equals."""
    best, best_sum, start, running = (0, 0), 0.0, 0, 0.0
    for i, weight in enumerate(weights):
        if running <= 0:
            start, running = i, 0.0
        running += weight
        if running > best_sum:
            best, best_sum = (start, i + 1), running
    return best


def _edged(text: str, span: Span, own: str) -> Span:
    """The stretch without punctuation at its ends, unless the source's has some there."""
    core = _CORE.search(span.of(text))
    if core is None:
        return span
    start = span.start + (core.start() if own[:1].isalnum() else 0)
    end = span.start + core.end() if own[-1:].isalnum() else span.end
    return Span(start, max(start, end))


def _place(translation: Translation, place: int, links: Sequence[Link]) -> int:
    """Where in the target something belongs that stands at `place` in the source."""
    source, target = translation.segment.text, translation.target
    before, behind = source[:place], source[place:]
    if not any(map(str.isalnum, before)):
        return 0
    tight = before[-1].isalnum()
    if not any(map(str.isalnum, behind)):
        core = _CORE.search(target)
        return core.end() if core and tight and behind else len(target)
    word = max((s for s in _words(source) if s.start < place), key=lambda s: s.start)
    own = Span(word.start, min(word.end, place))
    rendered = [link.target for link in links if link.source.overlaps(own)]
    words = _words(target)
    chosen = rendered[-1] if rendered else _share(words, before, source)
    core = _CORE.search(chosen.of(target))
    return chosen.start + core.end() if core and tight else chosen.end


def _share(words: Sequence[Span], before: str, source: str) -> Span:
    """The word at which as much of the target is said as `before` is of the source."""
    lengths = list(accumulate(len(word) for word in words))
    wanted = len(before) / len(source) * lengths[-1]
    return next(word for word, said in zip(words, lengths, strict=True) if said >= wanted)


def _words(text: str) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(text)]
