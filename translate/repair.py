"""Second tries for sentences that came out wrong: other settings, the best of all is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate import checks
from translate.engines import Candidate, Decoding, Engine
from translate.model import Severity

# Wider beam with the two brakes on repetition. A penalty much above 1.2 starts to swap words that
# rightly come twice.
SECOND_TRY = Decoding(beam=6, hypotheses=4, repetition_penalty=1.15, no_repeat=4)


def repair(sources: Sequence[str], free: Sequence[Candidate], engine: Engine) -> list[Candidate]:
    """The best candidate for each source: the free one, or one from a second try.

    Only sentences with a finding of warning or error, or that ran into the length limit, are
    tried again, all in one batch. What stays wrong is kept and flagged later.
    """
    best = list(free)
    pair = (engine.source_lang, engine.target_lang)
    wrong = [
        i for i, (s, c) in enumerate(zip(sources, free, strict=True)) if _badness(s, c, pair) >= 10
    ]
    tries = [(i, text) for i in wrong for text in _variants(sources[i])]
    answers = engine.translate([text for _, text in tries], SECOND_TRY) if tries else []
    for (i, text), candidates in zip(tries, answers, strict=True):
        for candidate in candidates:
            restored = _restore(sources[i], text, candidate)
            if _order(sources[i], restored, pair) < _order(sources[i], best[i], pair):
                best[i] = restored
    return best


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
