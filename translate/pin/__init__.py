"""The ladder: every hit of a term ends as pinned, with the rung that did it, or as flagged.

    free        the free translation already has every term
    n-best      another hypothesis has it
    inline      the source says ``kata ⟦word⟧``, if the model understands that
    in-source   the source says ``word`` in place of ``kata``
    spliced     the target is forced up to and including the term, and decoded on from there
    replaced    the term takes the place of the words that rendered its source phrase

All sentences that need a rung climb it together, in one batch. Among the candidates that are
sound and hold the most terms, the model's own score decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from glossary.term import TermHit
from translate.engines import Candidate, Decoding, Engine, Progress, Steerable
from translate.model import HitResult, Outcome, Rung
from translate.pin import judge
from translate.pin.determiners import determiners_of
from translate.pin.judge import Case, Option
from translate.pin.splice import propose
from translate.pin.variants import Variant, write

WIDE = Decoding(beam=8, hypotheses=8)
NARROW = Decoding(beam=4, hypotheses=1)
ROUNDS = 4  # of splicing: each brings in at least one term of a sentence, or ends it
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

    `score` is the mean log-probability per token, given the original source.
    """

    target: str
    score: float
    results: tuple[HitResult, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class _Offer:
    """A candidate, its place in its n-best list, and how its terms were asked for."""

    place: int
    candidate: Candidate
    made: tuple[Rung, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """Where a sentence stands on the ladder: the free translation, all sound options so far,
    their scores, and the best of them. No option scores below `floor`, save the first."""

    case: Case
    options: tuple[Option, ...]
    scores: tuple[float, ...]
    best: Option
    floor: float


def pin(drafts: Sequence[Draft], engine: Engine, progress: Progress | None = None) -> list[Pinned]:
    """Settle the terms of all drafts; results in the order of the drafts.

    Drafts without terms, or with a free translation that is already right, cost nothing.
    `progress` counts drafts.
    """
    cases = [Case(d.source, d.hits, d.free, engine.markup) for d in drafts]
    needy = [i for i, case in enumerate(cases) if not judge.right(case.free_option)]
    if progress and len(needy) < len(drafts):
        progress(len(drafts) - len(needy))
    states = _climb([cases[i] for i in needy], engine)
    settled = dict(zip(needy, _finished(states, engine), strict=True))
    if progress and needy:
        progress(len(needy))
    return [
        settled.get(i) or _pinned(case, case.free_option, case.free.score)
        for i, case in enumerate(cases)
    ]


def _climb(cases: list[Case], engine: Engine) -> list[_State]:
    if not cases:
        return []
    count = len(cases)
    scores = engine.score(
        [(c.plain, c.free_option.text) for c in cases]
        + [(c.told, c.free_option.text) for c in cases]
    )
    states = [
        _State(case, (case.free_option,), (told,), case.free_option, score - judge.MARGIN)
        for case, score, told in zip(cases, scores[:count], scores[count:], strict=True)
    ]
    states = _rewritten(states, [_variants(state) for state in states], engine)
    states = _rewritten(states, [_mixtures(state) for state in states], engine)
    if isinstance(engine, Steerable):
        for _ in range(ROUNDS):
            states, changed = _spliced(states, engine)
            if not changed:
                break
    return states


def _variants(state: _State) -> list[Variant]:
    """The source itself, for its n-best list, and both ways to write the missing terms into it."""
    case = state.case
    count = len(case.hits)
    missing = state.best.missing or tuple(range(count))
    rungs = [Rung.IN_SOURCE] if case.markup is None else [Rung.INLINE, Rung.IN_SOURCE]
    plans = [(Rung.FREE,) * count]
    for rung in rungs:
        plans.append(tuple(rung if i in missing else Rung.FREE for i in range(count)))
        plans.append((rung,) * count)
    if case.markup is not None:
        # Capitalised words are usually copied, common nouns are not.
        plans.append(tuple(Rung.IN_SOURCE if w[:1].isupper() else Rung.INLINE for w in case.wanted))
    return _written(case, plans)


def _mixtures(state: _State) -> list[Variant]:
    """For terms that no candidate held together: each in the way that worked for it alone."""
    if judge.right(state.best):
        return []
    ways = []
    for i in range(len(state.case.hits)):
        worked = [o.made[i] for o in state.options if o.spans[i] is not None]
        ways.append(list(dict.fromkeys(worked)) or [Rung.IN_SOURCE])
    plans = [tuple(way[n % len(way)] for way in ways) for n in range(max(map(len, ways)))]
    return _written(state.case, plans)


def _written(case: Case, plans: Iterable[tuple[Rung, ...]]) -> list[Variant]:
    """The variants of these plans, those that come to the same text only once."""
    found: dict[str, Variant] = {}
    for plan in plans:
        variant = write(case.source, case.hits, plan, case.markup)
        found.setdefault(variant.text, variant)
    return list(found.values())


def _rewritten(states: list[_State], variants: list[list[Variant]], engine: Engine) -> list[_State]:
    """Translate all variants of all sentences in one call and take in what is sound."""
    texts = [v.text for group in variants for v in group]
    answers = iter(engine.translate(texts, WIDE) if texts else [])
    offers = [
        [
            _Offer(place, candidate, variant.rungs)
            for variant in group
            for place, candidate in enumerate(next(answers))
        ]
        for group in variants
    ]
    return _judged(states, offers, engine)


def _judged(states: list[_State], offers: list[list[_Offer]], engine: Engine) -> list[_State]:
    """Score the best of the sound offers, all in one call, and choose anew."""
    taken = [_sifted(state, offer) for state, offer in zip(states, offers, strict=True)]
    pairs = [
        (state.case.told, option.text)
        for state, group in zip(states, taken, strict=True)
        for option in group
    ]
    scores = iter(engine.score(pairs) if pairs else [])
    return [
        _chosen(state, [(option, next(scores)) for option in group])
        for state, group in zip(states, taken, strict=True)
    ]


def _chosen(state: _State, fresh: list[tuple[Option, float]]) -> _State:
    """Take in the options that are not far worse than the free translation, and choose anew."""
    good = [(option, score) for option, score in fresh if score >= state.floor]
    options = (*state.options, *(option for option, _ in good))
    scores = (*state.scores, *(score for _, score in good))
    best = judge.best(state.case, options, scores)
    return replace(state, options=options, scores=scores, best=best)


def _sifted(state: _State, offers: list[_Offer]) -> list[Option]:
    """Sound options that hold terms: POOL of those with the most, FEW of those with fewer."""
    texts = {o.text for o in state.options}
    found = []
    for offer in sorted(offers, key=lambda offer: offer.place):
        if offer.candidate.text not in texts:
            texts.add(offer.candidate.text)
            found.append(judge.option(state.case, offer.candidate, offer.made))
    room: dict[int, int] = {}
    kept = []
    for option in sorted(found, key=lambda o: -o.held):
        left = room.setdefault(option.held, FEW if room else POOL) if option.held else 0
        if left and judge.sound(state.case, option):
            room[option.held] -= 1
            kept.append(option)
    return kept


def _spliced(states: list[_State], engine: Engine) -> tuple[list[_State], bool]:
    """One round of splicing for the sentences that still miss a term; False if none gained."""
    open_ = [i for i, state in enumerate(states) if state.best.missing]
    if not open_ or not isinstance(engine, Steerable):
        return states, False
    words = determiners_of(engine.target_lang)
    pairs = [(states[i].case.plain, states[i].best.text) for i in open_]
    proposals = [
        propose(states[i].case, states[i].best, links, words)
        for i, links in zip(open_, engine.align(pairs), strict=True)
    ]
    begun = [(p.source, p.text) for group in proposals for p in group if p.source is not None]
    answers = iter(engine.resume(begun, NARROW) if begun else [])
    offers: list[list[_Offer]] = [[] for _ in states]
    for i, group in zip(open_, proposals, strict=True):
        for p in group:
            found = [Candidate(p.text, 0.0)] if p.source is None else next(answers)
            offers[i] += [_Offer(0, c, p.made) for c in found]
    after = _judged(states, offers, engine)
    return after, any(a.best.held > b.best.held for a, b in zip(after, states, strict=True))


def _finished(states: list[_State], engine: Engine) -> list[Pinned]:
    """The results, with an article before terms where the model finds that more probable."""
    words = determiners_of(engine.target_lang)
    tried = [[s.best.text, *judge.with_articles(s.case, s.best, words)] for s in states]
    pairs = [(s.case.plain, text) for s, group in zip(states, tried, strict=True) for text in group]
    scores = iter(engine.score(pairs) if pairs else [])
    finished = []
    for state, group in zip(states, tried, strict=True):
        score, _, text = max((next(scores), -place, text) for place, text in enumerate(group))
        chosen = judge.option(state.case, Candidate(text, score, state.best.cut), state.best.made)
        finished.append(_pinned(state.case, chosen, score))
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
