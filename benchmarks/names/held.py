"""How many names of the annotated articles stand right in English, without recognition and with.

    python -m benchmarks.names.held             both sets
    python -m benchmarks.names.held open        … and what goes wrong on one
    python -m benchmarks.names.held news        chrF on the 300 pairs, where nothing must be lost

The embedded model translates sentence by sentence; times are those of the processor. Names that a
built-in list knows, and those that are translated whole, are left out.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Sequence

import sacrebleu

from benchmarks.checks.measure import pairs
from benchmarks.names.annotated import SETS, Article, articles
from glossary.renderings import find_renderings
from glossary.term import Span
from translate import registry
from translate.engines import Engine
from translate.naming import hits, mentions
from translate.pin.calibration import ladder_of
from translate.portion import Task, decoded

__all__ = ["held", "quality"]


def held(part: str, engine: Engine, *, recognised: bool, show: bool = False) -> Counter[str]:
    """How many names of each kind were asked for, and how many are right in English."""
    count: Counter[str] = Counter()
    for article in articles(part):
        tasks, known = _tasks(article, recognised=recognised)
        done = decoded(tasks, engine, 4, ladder_of(engine), lambda phase, n: None)
        for text, names, bars, made in zip(article.texts, article.names, known, done, strict=True):
            for name in names:
                if not name.english or any(name.span.overlaps(bar) for bar in bars):
                    continue
                right = any(_stands(text, made.target, wanted) for wanted in name.english)
                count[f"{name.kind} asked"] += 1
                count[f"{name.kind} right"] += right
                if show and not right:
                    print(f"{name.kind}: {' | '.join(name.english)}\n  {text}\n  {made.target}")
    return count


def quality(engine: Engine, *, recognised: bool) -> float:
    """chrF on the pairs of `benchmarks/data`, each sentence an article of its own."""
    both = pairs()
    tasks = [_tasks(Article((source,), ((),)), recognised=recognised)[0][0] for source, _ in both]
    done = decoded(tasks, engine, 4, ladder_of(engine), lambda phase, n: None)
    metric = sacrebleu.CHRF()
    return float(metric.corpus_score([each.target for each in done], [[t for _, t in both]]).score)


def _tasks(article: Article, *, recognised: bool) -> tuple[list[Task], list[Sequence[Span]]]:
    found = mentions(article.texts, [()] * len(article.texts), ("id", "en"))
    tasks = [
        (text, hits(text, names) if recognised else ())
        for text, (names, _) in zip(article.texts, found, strict=True)
    ]
    return tasks, [bars for _, bars in found]


def _stands(source: str, target: str, wanted: str) -> bool:
    if source.isupper():
        target, wanted = target.casefold(), wanted.casefold()
    return find_renderings(target, [wanted])[0] is not None


def _shown(part: str, engine: Engine, *, recognised: bool, show: bool) -> str:
    if part == "news":
        return f"chrF {quality(engine, recognised=recognised):.2f}"
    count = held(part, engine, recognised=recognised, show=show and recognised)
    kinds = ("person", "place", "organisation", "unknown")
    return " ".join(f"{kind} {count[f'{kind} right']}/{count[f'{kind} asked']}" for kind in kinds)


if __name__ == "__main__":
    chosen = sys.argv[1:]
    engine: Engine = registry.load(registry.ENGINES, "argos")("id", "en")
    for each in chosen or (*SETS, "news"):
        for recognised in (False, True):
            start = time.process_time()
            told = _shown(each, engine, recognised=recognised, show=bool(chosen))
            spent = time.process_time() - start
            print(f"{each}, {'with' if recognised else 'without'}: {told}; {spent:.1f} s")
