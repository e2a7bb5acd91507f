"""Whole runs timed: what a glossary costs when so many of the sentences hold terms."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.terms.trial import DATA, Item
from glossary.store import Glossary, load
from translate import pipeline
from translate.engines import Engine
from translate.languages import load_language
from translate.model import Block, Document, Kind

NEWS = Path(__file__).parents[1] / "data" / "news_id_en.tsv"
SHARE = 0.3  # of the sentences hold terms
ROUNDS = 3


def mixed(items: Sequence[Item]) -> list[str]:
    """Sentences of which SHARE hold terms; the others are our own news sentences without any."""
    lines = NEWS.read_text("utf-8").splitlines()
    bare = [line.split("\t")[0] for line in lines if line and not line.startswith("#")]
    count = min(len(items), round(len(bare) * SHARE / (1 - SHARE)))
    return [item.source for item in items[:count]] + bare[: round(count * (1 - SHARE) / SHARE)]


def ratio(items: Sequence[Item], engine: Engine) -> tuple[float, int, int]:
    """Processor time of a run with the glossary per time of a run without, the fastest of ROUNDS
    each; how many sentences without terms came out otherwise, and how many there are.

    Pinning does not touch them; a term of the list may still tell what is a name elsewhere.
    """
    glossary = load(str(DATA / "glossary.csv"))
    blocks = tuple(
        Block(n, Kind.PARAGRAPH, text, lines=(n, n)) for n, text in enumerate(mixed(items))
    )
    document = Document("benchmark", "", engine.source_lang, blocks)
    seconds: dict[str, list[float]] = {"without": [], "with": []}
    for _ in range(ROUNDS):
        for name, terms in (("without", Glossary(())), ("with", glossary)):
            begun = time.process_time()
            (bitext,) = pipeline.translate(
                [document],
                engine=engine,
                glossary=terms,
                language=load_language(engine.source_lang),
                options=pipeline.Options(),
                report=lambda phase, done, of: None,
            )
            seconds[name].append(time.process_time() - begun)
            if name == "without":
                plain = {t.segment.id: t for t in bitext.translations}
    pairs = [(plain[t.segment.id], t) for t in bitext.translations]
    untouched = [a.target == b.target for a, b in pairs if not a.hits and not b.hits]
    return min(seconds["with"]) / min(seconds["without"]), untouched.count(False), len(untouched)
