"""The formatting of a draft, on what a reviewer left of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from glossary.term import Span
from translate.carry import placed
from translate.engines import Link
from translate.model import Kind, Origin, Run, Segment, Translation
from translate.review.difference import steps

__all__ = ["formatted"]

_WORD = re.compile(r"\S+")
_EDGES = re.compile(r"^\W+|\W+$")
_RETOLD = 3  # words that stand for as few others, if they took their place

Texts = Sequence[Translation]


def formatted(before: Texts, after: Texts) -> tuple[Translation, ...]:
    """The translations `after` an edit with the runs of those `before`, sentence for sentence.

    Words that stayed keep their look, also where they went to the next sentence of their
    paragraph. Emphasis goes with its words, a link stays on what took their place.
    """
    made = list(after)
    for _, block in groupby(range(len(made)), key=lambda n: made[n].segment.block):
        numbers = list(block)
        for _, edited in groupby(numbers, key=lambda n: before[n].target != made[n].target):
            stretch = list(edited)
            if before[stretch[0]].target == made[stretch[0]].target:
                continue
            if not any(made[n].target for n in stretch):
                stretch = numbers  # a link outlives the sentence that it stood in
            moved = _moved([before[n] for n in stretch], [made[n] for n in stretch])
            for n, translation in zip(stretch, moved, strict=True):
                made[n] = translation
    return tuple(made)


def _moved(before: Texts, after: Texts) -> list[Translation]:
    runs = _runs(before)
    old, new = (" ".join(t.target for t in texts if t.target) for texts in (before, after))
    if not runs or not new:
        return [replace(translation, runs=()) for translation in after]
    segment = Segment("", 0, Kind.PARAGRAPH, Span(0, len(old)), old)
    found = list(placed(Translation(segment, new, Origin.MACHINE), runs, list(_links(old, new))))
    made: list[Translation] = []
    for span, translation in zip(_places(after), after, strict=True):
        own = [run for run in found if _stands(run, span)]
        found = [run for run in found if run.span or run not in own]  # a mark has one place
        here = tuple(_within(run, span) for run in own) if translation.target else ()
        made.append(replace(translation, runs=here))
    return made


def _places(texts: Texts) -> Iterator[Span]:
    """Where each target stands in all of them, a blank between two."""
    place = 0
    for text in texts:
        yield Span(place, place + len(text.target))
        place += len(text.target) + bool(text.target)


def _runs(texts: Texts) -> list[Run]:
    """All runs, with spans in all of the text; one that goes over a border is one."""
    found: list[Run] = []
    for span, text in zip(_places(texts), texts, strict=True):
        for run in text.runs:
            moved = replace(run, span=run.span.shifted(span.start))
            last = found[-1] if found else None
            if last and last.number == run.number and last.span and moved.span:
                found[-1] = replace(run, span=Span(last.span.start, moved.span.end))
            else:
                found.append(moved)
    return found


def _stands(run: Run, span: Span) -> bool:
    if run.span:
        return run.span.overlaps(span)
    return bool(span) and span.start <= run.span.start <= span.end


def _within(run: Run, span: Span) -> Run:
    start, end = max(run.span.start, span.start), min(run.span.end, span.end)
    return replace(run, span=Span(start - span.start, end - span.start))


def _links(old: str, new: str) -> Iterator[Link]:
    """Which word became which: those that stayed, and a few that took the place of a few."""
    ours, theirs = ([Span(*m.span()) for m in _WORD.finditer(text)] for text in (old, new))
    for kind, i1, i2, j1, j2 in steps(_cores(old, ours), _cores(new, theirs)):
        retold = kind == "replace" and max(i2 - i1, j2 - j1) <= _RETOLD
        if kind == "equal" or retold:
            for n in range(j2 - j1):
                yield Link(ours[i1 + n * (i2 - i1) // (j2 - j1)], theirs[j1 + n])


def _cores(text: str, words: Sequence[Span]) -> list[str]:
    """The words without their punctuation; what has nothing else keeps it."""
    return [_EDGES.sub("", word.of(text)) or word.of(text) for word in words]
