"""One trial: the set translated and pinned with some ladder, and what came out, measured."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import sacrebleu

from benchmarks.terms import scores
from glossary.forms import forms_of
from glossary.match import Matcher
from glossary.store import load
from glossary.term import Form, TermHit
from translate.engines import Candidate, Decoding, Engine, Steerable
from translate.model import Outcome
from translate.pin import Draft, Pinned, pin
from translate.pin.ladder import Ladder

DATA = Path(__file__).parent / "data"
BEAM = 4
WINDOWS = (2, 3)


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence of an article, its reference and the terms in it."""

    article: str
    source: str
    reference: str
    hits: tuple[TermHit, ...]


@dataclass(frozen=True, slots=True)
class Base:
    """The untreated run: the items, what the model makes of them by itself, and seconds of
    processor time that it took."""

    items: tuple[Item, ...]
    free: tuple[Candidate, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Result:
    """What one way of pinning came to: shares in percent, `time` in untreated runs."""

    exact: float
    by_kind: dict[str, float]
    window2: float
    window3: float
    term_rate: float
    consistency: float
    chrf: float
    bleu: float
    time: float
    accounted: float
    rungs: dict[str, int]


def read(half: str, most: int | None = None) -> tuple[Item, ...]:
    """The sentences of a half (`tuning` or `blind`), the first `most` of them."""
    matcher = Matcher(load(str(DATA / "glossary.csv")), forms_of("id"))
    lines = (DATA / f"{half}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(Item(a, s, r, matcher.hits(s)) for a, s, r in rows[:most])


def untreated(items: Sequence[Item], engine: Engine) -> Base:
    """The items without pinning; the faster of two runs."""
    times = []
    for _ in range(2):
        begun = time.process_time()
        texts = [item.source for item in items]
        answers = engine.translate(texts, Decoding(beam=BEAM, shortlist=True))
        times.append(time.process_time() - begun)
    return Base(tuple(items), tuple(answer[0] for answer in answers), min(times))


def climb(base: Base, engine: Engine, ladder: Ladder) -> Result:
    """Pin all items with a ladder and measure what came out."""
    drafts = [Draft(i.source, i.hits, c) for i, c in zip(base.items, base.free, strict=True)]
    begun = time.process_time()
    pinned = pin(drafts, engine, ladder=ladder)
    return measure(base, engine, pinned, time.process_time() - begun)


def measure(base: Base, engine: Engine, pinned: Sequence[Pinned], seconds: float) -> Result:
    """All scores of one run of pinning."""
    targets = [p.target for p in pinned]
    references = [item.reference for item in base.items]
    triples = list(zip(targets, references, [i.hits for i in base.items], strict=True))
    found = [span is not None for t, _, hits in triples for span in scores.placed(t, hits)]
    edits = [scores.term_edits(*triple) for triple in triples]
    two, three = ([x for t in triples for x in scores.window(*t, size)] for size in WINDOWS)
    results = [r for p in pinned for r in p.results]
    counted = [(r.outcome is Outcome.PINNED) == ok for r, ok in zip(results, found, strict=True)]
    return Result(
        exact=_percent(found),
        by_kind=_by_kind([h for i in base.items for h in i.hits], found),
        window2=_percent(two),
        window3=_percent(three),
        term_rate=100 * (1 - sum(e for e, _ in edits) / sum(w for _, w in edits)),
        consistency=scores.consistency(_renderings(base, engine, targets)),
        chrf=sacrebleu.corpus_chrf(targets, [references]).score,
        bleu=sacrebleu.corpus_bleu(targets, [references]).score,
        time=1 + seconds / base.seconds,
        accounted=_percent(counted),
        rungs=dict(Counter(r.rung.value for r in results).most_common()),
    )


def kind(hit: TermHit) -> str:
    """What a term of our set names: person, place, institution, acronym or noun."""
    return "acronym" if hit.form is Form.ACRONYM else hit.term.note


def _percent(values: Sequence[float]) -> float:
    return 100 * sum(values) / len(values) if values else 100.0


def _by_kind(hits: Sequence[TermHit], found: Sequence[bool]) -> dict[str, float]:
    kinds = sorted({kind(hit) for hit in hits})
    pairs = list(zip(hits, found, strict=True))
    return {k: _percent([ok for hit, ok in pairs if kind(hit) == k]) for k in kinds}


def _renderings(base: Base, engine: Engine, targets: Sequence[str]) -> list[tuple[str, str, str]]:
    """(article, term, rendering) for every hit; other renderings are found by attention."""
    pairs = [(item.source, target) for item, target in zip(base.items, targets, strict=True)]
    links = engine.align(pairs) if isinstance(engine, Steerable) else [()] * len(pairs)
    found = []
    for item, target, here in zip(base.items, targets, links, strict=True):
        for hit, span in zip(item.hits, scores.placed(target, item.hits), strict=True):
            words = [link.target.of(target) for link in here if link.source.overlaps(hit.span)]
            said = hit.wanted if span else " ".join(words).casefold().strip(" .,\"'")
            found.append((item.article, hit.wanted, said))
    return found
