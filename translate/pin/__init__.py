"""The ladder: every hit of a term ends as pinned, with the rung that did it, or as flagged.

    free        the free translation already has every term
    n-best      another hypothesis has it
    inline      the source says ``kata ⟦word⟧``, if the model understands that
    in-source   the source says ``word`` in place of ``kata``
    known       it takes the place of what the model says for the source phrase alone
    stand-in    it takes the place of an invented name that stood for it in the source
    spliced     the target is forced up to and including the term, and decoded on from there
    replaced    the term takes the place of the words that rendered its source phrase

Which moves are made, and in which order, says the `Ladder` of the model. All sentences that still
miss a term make a move together, in one batch; a sentence that has all of them goes no further.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from glossary.term import Span, TermHit
from translate.engines import Candidate, Engine, Progress
from translate.languages.determiners import determiners_of
from translate.model import HitResult, Outcome, Rung
from translate.pin import judge
from translate.pin.judge import Case, Option
from translate.pin.ladder import Ladder, usual
from translate.pin.moves import MOVES, Offer, State
from translate.pin.several import asked

POOL = 8  # options of one sentence that are scored at a time …
FEW = 2  # … and of those that hold fewer terms, in case that the others prove too bad


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence, the terms in it, and its translation as the model made it by itself."""

    source: str
    hits: tuple[TermHit, ...]
    free: Candidate


@dataclass(frozen=True, slots=True)
class Pinned:
    """The chosen target with one result for each hit, in the order of the hits.

    `score` is the mean log-probability per token, given the source as the model was told it.
    """

    target: str
    score: float
    results: tuple[HitResult, ...]
    cut: bool

    def touches(self, place: Span) -> bool:
        """True if the rendering of a term stands in a place."""
        return any(r.span and r.span.overlaps(place) for r in self.results)

    def changed(self, place: Span, text: str) -> Pinned:
        """The same with another text in a place, and the spans behind it moved along."""
        target = self.target[: place.start] + text + self.target[place.end :]
        by = len(text) - len(place)
        results = tuple(
            replace(r, span=r.span.shifted(by)) if r.span and r.span.start >= place.end else r
            for r in self.results
        )
        return replace(self, target=target, results=results)


def pin(
    drafts: Sequence[Draft],
    engine: Engine,
    progress: Progress | None = None,
    ladder: Ladder | None = None,
) -> list[Pinned]:
    """Settle the terms of all drafts; results in the order of the drafts.

    Drafts without terms, or with a free translation that is already right, cost nothing. Without a
    `ladder` the usual one is climbed. `progress` counts drafts.
    """
    pair = (engine.source_lang, engine.target_lang)
    cases = [
        Case(d.source, asked(d.source, d.hits, pair), d.free, engine.markup, pair) for d in drafts
    ]
    needy = [i for i, case in enumerate(cases) if not judge.right(case.free_option)]
    if progress and len(needy) < len(drafts):
        progress(len(drafts) - len(needy))
    states = [State(cases[i], (), cases[i].free_option) for i in needy]
    states = _climb(states, ladder or usual(engine.markup), engine)
    settled = dict(zip(needy, _finished(states, engine), strict=True))
    if progress and needy:
        progress(len(needy))
    return [
        _of(draft, settled.get(i) or _pinned(case, case.free_option, case.free.score))
        for i, (draft, case) in enumerate(zip(drafts, cases, strict=True))
    ]


def _of(draft: Draft, pinned: Pinned) -> Pinned:
    """The results for the hits as they were, before some were asked in the plural."""
    rows = zip(draft.hits, pinned.results, strict=True)
    return replace(pinned, results=tuple(replace(result, hit=hit) for hit, result in rows))


def _climb(states: list[State], ladder: Ladder, engine: Engine) -> list[State]:
    for step in ladder.steps:
        for _ in range(step.rounds):
            open_ = [i for i, state in enumerate(states) if not judge.right(state.best)]
            if not open_:
                return states
            before = [states[i] for i in open_]
            after = _judged(before, MOVES[step.move](before, step, ladder, engine), ladder, engine)
            for i, state in zip(open_, after, strict=True):
                states[i] = state
            if not any(a.best.held > b.best.held for a, b in zip(after, before, strict=True)):
                break
    return states


def _judged(
    states: list[State], offers: list[list[Offer]], ladder: Ladder, engine: Engine
) -> list[State]:
    """Take in what is sound; score, all in one call, what the decoder has not made comparable."""
    sifted = [_sifted(state, group) for state, group in zip(states, offers, strict=True)]
    gains = [_gains(state, group) for state, group in zip(states, sifted, strict=True)]
    unclear = [len({o.told for o in group}) > 1 for group in gains]
    pairs = [
        (state.case.told, option.text)
        for state, group, several in zip(states, gains, unclear, strict=True)
        for option in group
        if several
    ]
    scores = iter(engine.score(pairs) if pairs else [])
    after = []
    for state, group, gain, several in zip(states, sifted, gains, unclear, strict=True):
        scored = [replace(o, score=next(scores)) for o in gain] if several else gain
        floor = state.case.free.score - ladder.margin
        good = [o for o in scored if o.score >= floor]
        best = judge.best(state.case, good) if len(good) > 1 else (*good, state.best)[0]
        after.append(State(state.case, (*state.options, *group), best))
    return after


def _sifted(state: State, offers: list[Offer]) -> list[Option]:
    """Sound options that hold terms, each text once."""
    texts = {o.text for o in state.options} | {state.best.text}
    found = []
    for offer in offers:
        if offer.candidate.text in texts:
            continue
        texts.add(offer.candidate.text)
        option = judge.option(state.case, offer.candidate, offer.made, offer.told)
        fresh = option.text == offer.candidate.text or option.text not in texts
        if fresh and option.held and judge.sound(state.case, option):
            texts.add(option.text)
            found.append(option)
    return found


def _gains(state: State, options: list[Option]) -> list[Option]:
    """Those that are better than the best so far: POOL with the most terms, FEW with fewer."""
    better = [o for o in options if o.rank > state.best.rank]
    better.sort(key=lambda o: o.rank, reverse=True)
    top = [o for o in better if o.rank == better[0].rank]
    return [*top[:POOL], *better[len(top) :][:FEW]]


def _finished(states: list[State], engine: Engine) -> list[Pinned]:
    """The results, with an article before terms where the model finds that more probable."""
    words = determiners_of(engine.target_lang)
    tried = [judge.with_articles(s.case, s.best, words) for s in states]
    pairs = [
        (s.case.plain, text)
        for s, group in zip(states, tried, strict=True)
        for text in ([s.best.text, *group] if group else [])
    ]
    scores = iter(engine.score(pairs) if pairs else [])
    finished = []
    for state, group in zip(states, tried, strict=True):
        best = state.best
        if group:
            texts = [best.text, *group]
            _, _, text = max((next(scores), -place, text) for place, text in enumerate(texts))
            candidate = Candidate(text, best.score, best.cut)  # an article more changes it little
            best = judge.option(state.case, candidate, best.made, best.told)
        finished.append(_pinned(state.case, best, best.score))
    return finished


def _pinned(case: Case, chosen: Option, score: float) -> Pinned:
    results = []
    before_spans = case.free_option.spans
    for hit, span, made, before in zip(
        case.hits, chosen.spans, chosen.made, before_spans, strict=True
    ):
        rung = made if made is not Rung.FREE or before else Rung.NBEST
        if span is None:
            results.append(HitResult(hit, Outcome.FLAGGED, Rung.NONE))
        else:
            results.append(HitResult(hit, Outcome.PINNED, rung, span))
    return Pinned(chosen.text, score, tuple(results), chosen.cut)
