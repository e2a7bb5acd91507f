"""Second tries for sentences that came out wrong: other settings, the best of all is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from glossary.renderings import find_renderings
from glossary.term import Span, TermHit
from translate import checks
from translate.amend import amended
from translate.engines import Candidate, Decoding, Engine
from translate.leftover import worded
from translate.model import Severity

# Wider beam with the two brakes on repetition. A penalty much above 1.2 starts to swap words that
# rightly come twice.
SECOND_TRY = Decoding(beam=6, hypotheses=4, repetition_penalty=1.15, no_repeat=4, shortlist=True)
_WRONG = 10  # `checks.weight` of a warning


def repair(
    sources: Sequence[str],
    hits: Sequence[tuple[TermHit, ...]],
    free: Sequence[Sequence[Candidate]],
    engine: Engine,
) -> list[Candidate]:
    """The best candidate for each source: the first free one, another, or one from a second try.

    Rules go first, then the other candidates of `free`: they cost nothing. Only sentences that keep
    a finding of warning or error, or that ran into the length limit, are tried again, all in one
    batch. What stays wrong is kept and flagged later. `hits` are the terms of each sentence: their
    renderings stay as they are.
    """
    pair = (engine.source_lang, engine.target_lang)
    best = []
    for source, held, (first, *others) in zip(sources, hits, free, strict=True):
        ruled = _ruled(source, held, first, pair)
        if _is_wrong(source, ruled, pair):
            ruled = _better(source, held, ruled, others, pair)
        best.append(ruled)
    wrong = [i for i, (s, c) in enumerate(zip(sources, best, strict=True)) if _is_wrong(s, c, pair)]
    tries = [(i, text) for i in wrong for text in _variants(sources[i])]
    answers = engine.translate([text for _, text in tries], SECOND_TRY) if tries else []
    for (i, text), candidates in zip(tries, answers, strict=True):
        restored = [_restore(sources[i], text, candidate) for candidate in candidates]
        best[i] = _better(sources[i], hits[i], best[i], restored, pair)
    return best


def _better(
    source: str,
    hits: Sequence[TermHit],
    best: Candidate,
    others: Sequence[Candidate],
    pair: tuple[str, str],
) -> Candidate:
    """The best of a candidate that the rules have seen and others that they have not."""
    ruled = [best, *(_ruled(source, hits, other, pair) for other in others)]
    return min(ruled, key=lambda candidate: _order(source, candidate, pair))


def _ruled(
    source: str, hits: Sequence[TermHit], candidate: Candidate, pair: tuple[str, str]
) -> Candidate:
    """The candidate with what is certain put right: dates, notations, words that were left."""
    if _righted(source, candidate.text, (), pair) == candidate.text:
        return candidate
    wanted = [(hit.wanted, *hit.accepted) for hit in hits]
    terms = find_renderings(candidate.text, [each[0] for each in wanted], wanted)
    return replace(candidate, text=_righted(source, candidate.text, terms, pair))


def _righted(source: str, target: str, terms: Sequence[Span | None], pair: tuple[str, str]) -> str:
    done = amended(source, target, terms, pair)
    text = done.text
    for place, word in worded(source, text, [span for span in done.kept if span], pair):
        text = text[: place.start] + word + text[place.end :]
    return text


def _is_wrong(source: str, candidate: Candidate, pair: tuple[str, str]) -> bool:
    return _badness(source, candidate, pair) >= _WRONG


def _badness(source: str, candidate: Candidate, pair: tuple[str, str]) -> int:
    cut = 10**Severity.ERROR.rank if candidate.cut else 0
    return cut + checks.weight(checks.find(source, candidate.text, *pair))


def _order(source: str, candidate: Candidate, pair: tuple[str, str]) -> tuple[int, float]:
    return (_badness(source, candidate, pair), -candidate.score)


def _variants(source: str) -> Iterator[str]:
    """The source, and the source with a full stop: models echo or ramble without one."""
    yield source
    if source and source[-1].isalnum():
        yield source + "."


def _restore(source: str, variant: str, candidate: Candidate) -> Candidate:
    if variant == source or not candidate.text.endswith("."):
        return candidate
    return Candidate(candidate.text[:-1], candidate.score, candidate.cut)
