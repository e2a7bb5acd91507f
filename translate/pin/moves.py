"""What each move of the ladder puts forward for the sentences that still miss a term."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from translate.engines import Candidate, Engine, Steerable
from translate.languages.determiners import determiners_of
from translate.model import Rung
from translate.pin import known, splice, stand_ins
from translate.pin.judge import Case, Option
from translate.pin.ladder import Ladder, Move, Step
from translate.pin.variants import Variant, write


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate, how its terms were asked for, and the source that it was decoded from; empty
    for one that was not decoded."""

    candidate: Candidate
    made: tuple[Rung, ...]
    told: str


@dataclass(frozen=True, slots=True)
class State:
    """Where a sentence stands on the ladder: all sound options so far, and the best of them, which
    at first is the free translation."""

    case: Case
    options: tuple[Option, ...]
    best: Option


Made = Callable[[Sequence[State], Step, Ladder, Engine], list[list[Offer]]]
"""Makes a move: a list of offers for each state."""

Plans = Callable[[State], Iterable[tuple[Rung, ...]]]
"""Ways to write the source of a sentence: a rung for each hit, FREE leaves it as it is."""


def _plain(state: State) -> Iterator[tuple[Rung, ...]]:
    yield (Rung.FREE,) * len(state.case.hits)


def _inline(state: State) -> Iterator[tuple[Rung, ...]]:
    if state.case.markup is not None:
        yield (Rung.INLINE,) * len(state.case.hits)


def _in_source(state: State) -> Iterator[tuple[Rung, ...]]:
    yield (Rung.IN_SOURCE,) * len(state.case.hits)


def _mixed(state: State) -> Iterator[tuple[Rung, ...]]:
    """Capitalised words are usually copied, common nouns are not."""
    wanted = state.case.wanted
    if state.case.markup is not None:
        yield tuple(Rung.IN_SOURCE if w[:1].isupper() else Rung.INLINE for w in wanted)
        missing = state.best.missing
        for rung in (Rung.INLINE, Rung.IN_SOURCE):
            yield tuple(rung if i in missing else Rung.FREE for i in range(len(wanted)))


def _each(state: State) -> list[tuple[Rung, ...]]:
    """For terms that no candidate held together: each in the way that worked for it alone."""
    ways = []
    for i in range(len(state.case.hits)):
        worked = [o.made[i] for o in (state.best, *state.options) if o.spans[i] is not None]
        written = [rung for rung in worked if rung in (Rung.FREE, Rung.INLINE, Rung.IN_SOURCE)]
        ways.append(list(dict.fromkeys(written)) or [Rung.IN_SOURCE])
    return [tuple(way[n % len(way)] for way in ways) for n in range(max(map(len, ways)))]


def _written(plans: Plans, *, again: bool = False) -> Made:
    """A move that writes sources by some plans and translates them, all in one call.

    What comes to the plain source was translated before, as with names that are copied anyway:
    only `again` translates that.
    """

    def made(
        states: Sequence[State], step: Step, ladder: Ladder, engine: Engine
    ) -> list[list[Offer]]:
        groups = [
            [v for v in _variants(s.case, plans(s)) if again or v.text != s.case.plain]
            for s in states
        ]
        texts = [variant.text for group in groups for variant in group]
        answers = iter(engine.translate(texts, step.decoding) if texts else [])
        return [
            [
                Offer(candidate, variant.rungs, variant.text)
                for variant in group
                for candidate in next(answers)
            ]
            for group in groups
        ]

    return made


def _variants(case: Case, plans: Iterable[tuple[Rung, ...]]) -> list[Variant]:
    """The variants of these plans, those that come to the same text only once."""
    found: dict[str, Variant] = {}
    for plan in plans:
        variant = write(case.source, case.hits, plan, case.markup)
        found.setdefault(variant.text, variant)
    return list(found.values())


def _known(
    states: Sequence[State], step: Step, ladder: Ladder, engine: Engine
) -> list[list[Offer]]:
    """Terms in place of what the model says for their source phrases alone."""
    phrases = dict.fromkeys(p for s in states for p in known.phrases(s.case, s.best))
    answers = engine.translate(list(phrases), step.decoding) if phrases else []
    says = {
        phrase: [candidate.text for candidate in candidates]
        for phrase, candidates in zip(phrases, answers, strict=True)
    }
    words = determiners_of(engine.target_lang)
    offers: list[list[Offer]] = []
    for state in states:
        swapped = known.swapped(state.case, state.best, says, words)
        # A noun for another leaves the sentence as probable as it was, near enough.
        offers.append(
            [Offer(Candidate(swapped[0], state.best.score), swapped[1], "")] if swapped else []
        )
    return offers


def _disguised(
    states: Sequence[State], step: Step, ladder: Ladder, engine: Engine
) -> list[list[Offer]]:
    """Terms in place of the stand-ins that were in the source for them."""
    groups = [stand_ins.disguises(s.case, s.best.missing, ladder.stand_ins) for s in states]
    texts = [disguise.text for group in groups for disguise in group]
    answers = iter(engine.translate(texts, step.decoding) if texts else [])
    offers: list[list[Offer]] = []
    for state, group in zip(states, groups, strict=True):
        shown = [
            (disguise, stand_ins.revealed(state.case, disguise, candidate))
            for disguise in group
            for candidate in next(answers)
        ]
        offers.append([Offer(c, disguise.made, disguise.text) for disguise, c in shown if c])
    return offers


def _spliced(
    states: Sequence[State], step: Step, ladder: Ladder, engine: Engine
) -> list[list[Offer]]:
    """Beginnings up to and including a term, decoded on."""
    if not isinstance(engine, Steerable):
        return [[] for _ in states]
    proposals = _proposals(states, engine, splice.beginnings)
    begun = [(p.source, p.text) for group in proposals for p in group]
    answers = iter(engine.resume(begun, step.decoding) if begun else [])
    return [
        [Offer(c, p.made, f"{p.source}\n{p.text}") for p in group for c in next(answers)]
        for group in proposals
    ]


def _replaced(
    states: Sequence[State], step: Step, ladder: Ladder, engine: Engine
) -> list[list[Offer]]:
    """Terms in place of the words that attend to their source phrases."""
    if not isinstance(engine, Steerable):
        return [[] for _ in states]
    proposals = _proposals(states, engine, splice.replacements)
    offers = [
        [Offer(Candidate(p.text, 0.0), p.made, f"\n{n}") for n, p in enumerate(group)]
        for group in proposals
    ]
    pairs = [
        (s.case.told, o.candidate.text) for s, g in zip(states, offers, strict=True) for o in g
    ]
    scores = iter(engine.score(pairs) if pairs else [])
    return [
        [Offer(Candidate(o.candidate.text, next(scores)), o.made, "") for o in group]
        for group in offers
    ]


def _proposals(
    states: Sequence[State], engine: Engine, ways: splice.Ways
) -> list[list[splice.Proposal]]:
    if not isinstance(engine, Steerable):
        return [[] for _ in states]
    words = determiners_of(engine.target_lang)
    links = engine.align([(state.case.plain, state.best.text) for state in states])
    return [
        ways(state.case, state.best, found, words)
        for state, found in zip(states, links, strict=True)
    ]


MOVES: Mapping[Move, Made] = MappingProxyType(
    {
        Move.KNOWN: _known,
        Move.INLINE: _written(_inline),
        Move.MIXED: _written(_mixed),
        Move.IN_SOURCE: _written(_in_source),
        Move.EACH: _written(_each),
        Move.NBEST: _written(_plain, again=True),
        Move.STAND_IN: _disguised,
        Move.SPLICE: _spliced,
        Move.REPLACE: _replaced,
    }
)
