"""Calibrating: which invented names a model copies, what its attention is worth, and which moves
pin the most for their work, measured on sentences of our own."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from glossary.term import Form, Span, Term, TermHit
from glossary.tokens import tokens
from translate.engines import Decoding, Engine, Steerable
from translate.errors import ModelError
from translate.languages.lists import lines_of
from translate.model import Outcome, Rung
from translate.pin import Draft, pin, stand_ins
from translate.pin.ladder import MARGIN, Ladder, Move, Sort, Step
from translate.pin.meter import Metered

COPIED = 0.99  # of the frames must hold a stand-in unchanged
ATTENTIVE = 0.6  # of the copied names must be found by the attention, or it is not gone by
SLACK = 0.2  # beyond the largest loss of score that was seen
NARROWEST, WIDEST = MARGIN, 1.5  # the sentences are easy: a narrower one would flag others

CHOICES = (
    Step(Move.KNOWN),
    Step(Move.STAND_IN, 3, 2),
    Step(Move.INLINE, 3, 2),
    Step(Move.IN_SOURCE, 3, 1),
    Step(Move.SPLICE, 2, 1, rounds=4),
)
LAST = (Step(Move.REPLACE, 1, 1, rounds=4), Step(Move.EACH, 4, 2), Step(Move.NBEST, 8, 8))
"""Replacing takes no account of the rest of a sentence, the other two seldom help: always last."""

Told = Callable[[str], None]
"""Told what is measured next."""

_TERM = re.compile(r"\[([^|\]]+)\|([^|\]]+)\]")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence and the terms in it."""

    source: str
    hits: tuple[TermHit, ...]


@cache
def frames(source_lang: str, target_lang: str) -> tuple[Frame, ...]:
    """The sentences for a pair of languages. Raises ModelError if there are none."""
    lines = lines_of(f"{source_lang}-{target_lang}.frames.txt")
    if not lines:
        raise ModelError(
            f"There are no sentences to calibrate a {source_lang}→{target_lang} model with.",
            hint="It works uncalibrated, with the usual ladder.",
            slug="no-frames",
        )
    return tuple(_frame(line) for line in lines)


def _frame(line: str) -> Frame:
    source, hits, last = "", [], 0
    for match in _TERM.finditer(line):
        source += line[last : match.start()]
        span = Span(len(source), len(source) + len(match[1]))
        hits.append(TermHit(Term(match[1], match[2]), span, Form.LONG, match[2]))
        source += match[1]
        last = match.end()
    return Frame(source + line[last:], tuple(hits))


def calibrate(engine: Engine, told: Told) -> tuple[Ladder, Mapping[str, object]]:
    """The ladder for an engine's model, and the figures that it goes by."""
    given = frames(engine.source_lang, engine.target_lang)
    told("Which invented names are copied")
    rates = {sort: _copied(engine, given, sort) for sort in stand_ins.POOL}
    words = {
        sort: tuple(word for word, rate in found.items() if rate >= COPIED)
        for sort, found in rates.items()
    }
    told("What the attention is worth")
    attention = _attention(engine, given, words[Sort.NAME])
    drafts = _drafts(engine, given)
    told("Which moves pin the most for their work")
    choices = [c for c in CHOICES if c.move is not Move.SPLICE or attention >= ATTENTIVE]
    last = LAST if attention >= ATTENTIVE else LAST[1:]
    start = Ladder((), margin=WIDEST, stand_ins=words)
    alone = {s.move.value: _trial(engine, drafts, start, (s,)) for s in (*choices, *last)}
    ladder, climbed = _ordered(engine, drafts, start, choices)
    spare = _spare(ladder, choices, alone, _trial(engine, drafts, start, ())[0])
    margin = _margin(engine, drafts, ladder)
    ladder = replace(ladder, steps=(*ladder.steps, *spare, *last), margin=margin)
    measured = {
        "terms": sum(len(frame.hits) for frame in given),
        "attention": round(attention, 2),
        "copied": {s: {w: round(r, 2) for w, r in x.items()} for s, x in rates.items()},
        "pinned_alone": {name: pinned for name, (pinned, _) in alone.items()},
        "work_alone": {name: round(work, 2) for name, (_, work) in alone.items()},
        "pinned_step_by_step": climbed,
    }
    return ladder, measured


def _drafts(engine: Engine, given: Sequence[Frame]) -> list[Draft]:
    answers = engine.translate([frame.source for frame in given], Decoding())
    return [Draft(f.source, f.hits, a[0]) for f, a in zip(given, answers, strict=True)]


def _masked(given: Sequence[Frame], sort: Sort, word: str) -> list[str]:
    """The frames of a sort with a word in place of their first term."""
    fitting = [f for f in given if stand_ins.sort_of(f.hits[0].wanted) is sort]
    return [
        f.source[: f.hits[0].span.start] + word + f.source[f.hits[0].span.end :] for f in fitting
    ]


def _copied(engine: Engine, given: Sequence[Frame], sort: Sort) -> dict[str, float]:
    """For each stand-in of a sort the share of frames in which it is copied, once."""
    pool = stand_ins.POOL[sort]
    masked = {word: _masked(given, sort, word) for word in pool}
    answers = iter(engine.translate([t for texts in masked.values() for t in texts], Decoding()))
    rates = {}
    for word, texts in masked.items():
        held = [sum(t.text == word for t in tokens(next(answers)[0].text)) == 1 for _ in texts]
        rates[word] = sum(held) / max(1, len(held))
    return rates


def _attention(engine: Engine, given: Sequence[Frame], words: Sequence[str]) -> float:
    """The share of copied names whose place in the target attends to their place in the source."""
    if not isinstance(engine, Steerable) or not words:
        return 0.0
    sources = _masked(given, Sort.NAME, words[0])
    answers = engine.translate(sources, Decoding())
    pairs = [(s, a[0].text) for s, a in zip(sources, answers, strict=True) if words[0] in a[0].text]
    right = sum(
        any(words[0] in k.target.of(t) and words[0] in k.source.of(s) for k in links)
        for (s, t), links in zip(pairs, engine.align(pairs), strict=True)
    )
    return right / max(1, len(pairs))


def _trial(
    engine: Engine, drafts: Sequence[Draft], ladder: Ladder, more: tuple[Step, ...]
) -> tuple[int, float]:
    """How many terms a ladder with further steps pins, and its work in untreated runs."""
    metered = Metered(engine)
    metered.translate([draft.source for draft in drafts], Decoding())
    untreated = metered.work
    pinned = pin(drafts, metered, ladder=replace(ladder, steps=(*ladder.steps, *more)))
    count = sum(r.outcome is Outcome.PINNED for p in pinned for r in p.results)
    return count, metered.work / untreated - 1


def _ordered(
    engine: Engine, drafts: Sequence[Draft], ladder: Ladder, choices: Sequence[Step]
) -> tuple[Ladder, list[tuple[str, int]]]:
    """The steps in the order in which each pins the most, for its work, of what the steps before
    it have left, until nothing is left or no step pins more."""
    left, climbed = list(choices), []
    now = _trial(engine, drafts, ladder, ())
    while left:
        tried = {step: _trial(engine, drafts, ladder, (step,)) for step in left}
        gains = {
            s: (t[0] - now[0]) / max(t[1] - now[1], 0.01) for s, t in tried.items() if t[0] > now[0]
        }
        if not gains:
            break
        best = max(gains, key=lambda step: gains[step])
        left.remove(best)
        now = tried[best]
        ladder = replace(ladder, steps=(*ladder.steps, best))
        climbed.append((best.move.value, now[0]))
    return ladder, climbed


def _spare(
    ladder: Ladder, choices: Sequence[Step], alone: Mapping[str, tuple[int, float]], free: int
) -> list[Step]:
    """The steps that were not needed here, but pin something alone: the surest first."""
    rest = [s for s in choices if s not in ladder.steps and alone[s.move.value][0] > free]
    return sorted(rest, key=lambda step: -alone[step.move.value][0])


def _margin(engine: Engine, drafts: Sequence[Draft], ladder: Ladder) -> float:
    """What a sound candidate may lose against the free translation: nearly the most it has lost."""
    pinned = pin(drafts, engine, ladder=ladder)
    lost = sorted(
        draft.free.score - p.score
        for draft, p in zip(drafts, pinned, strict=True)
        if any(r.rung not in (Rung.FREE, Rung.NONE) for r in p.results)
    )
    if not lost:
        return WIDEST
    most = lost[math.ceil(0.95 * len(lost)) - 1]
    return round(min(WIDEST, max(NARROWEST, most + SLACK)), 2)
