"""How well and how fast terms are pinned: `python -m benchmarks.terms [--half tuning] [--json F]`.

Measures no pinning, each move alone, and the whole ladder, with and without inline terms, and the
time of whole runs of which 30 % of the sentences hold terms.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from benchmarks.terms import runs, trial
from benchmarks.terms.trial import Base, Item, Result
from translate.engines import Engine
from translate.engines.argos import ArgosEngine, open_engine
from translate.pin.calibration import ladder_of
from translate.pin.ladder import Ladder, Move, Step

KINDS = ("institution", "acronym", "person", "place", "noun")
ALONE = {
    Move.KNOWN: Step(Move.KNOWN),
    Move.INLINE: Step(Move.INLINE),
    Move.IN_SOURCE: Step(Move.IN_SOURCE),
    Move.NBEST: Step(Move.NBEST, 8, 8),
    Move.STAND_IN: Step(Move.STAND_IN, 3, 2),
    Move.SPLICE: Step(Move.SPLICE, 2, 1, 4),
    Move.REPLACE: Step(Move.REPLACE, 1, 1, 4),
}


def main() -> None:
    """Measure, print a Markdown table, and write all figures as JSON if asked."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.terms", description=__doc__)
    asked.add_argument("--half", choices=("tuning", "blind"), default="blind")
    asked.add_argument("--model", help="an Argos package; the embedded one if not given")
    asked.add_argument("--json", type=Path, metavar="FILE", help="write all figures")
    given = asked.parse_args()
    engine = open_engine("id", "en", [given.model] if given.model else [])
    items = trial.read(given.half)
    results = ladders(items, engine)
    time, changed, untouched = runs.ratio(items, engine)
    print(f"{len(items)} sentences, {sum(len(i.hits) for i in items)} terms, {engine.model}\n")
    print(table(results))
    print(
        f"\nA run of which {runs.SHARE:.0%} of the sentences hold terms: {time:.2f} times the time."
    )
    print(f"Of {untouched} sentences without terms {changed} came out otherwise.")
    if given.json:
        figures = {name: asdict(result) for name, result in results.items()}
        whole = {"half": given.half, "model": engine.model, "time": time, "changed": changed}
        text = json.dumps(whole | {"ladders": figures}, indent=2, ensure_ascii=False)
        given.json.write_text(text + "\n", "utf-8")


def ladders(items: tuple[Item, ...], engine: ArgosEngine) -> dict[str, Result]:
    """No pinning, each move alone, the ladder; the last two also without inline terms."""
    base = trial.untreated(items, engine)
    results = {"no pinning": trial.climb(base, engine, Ladder(()))}
    words = ladder_of(engine).stand_ins
    for move, step in ALONE.items():
        if move is not Move.INLINE or engine.markup:
            alone = Ladder((step,), stand_ins=words)
            results[f"{move.value} alone"] = trial.climb(base, engine, alone)
    results["the ladder"] = _whole(base, engine)
    if engine.markup:
        markup, engine.markup = engine.markup, None
        results["the ladder, no inline terms"] = _whole(base, engine)
        engine.markup = markup
    return results


def _whole(base: Base, engine: Engine) -> Result:
    return trial.climb(base, engine, ladder_of(engine))


def table(results: dict[str, Result]) -> str:
    """The figures as Markdown."""
    heads = (
        "Way",
        "Pinned",
        *KINDS,
        "Window 2",
        "Window 3",
        "1–TERm",
        "Consistent",
        "chrF",
        "BLEU",
    )
    lines = ["| " + " | ".join((*heads, "Time")) + " |", "|---" * (len(heads) + 1) + "|"]
    for name, r in results.items():
        shares = [r.exact, *(r.by_kind.get(k, 100.0) for k in KINDS), r.window2, r.window3]
        shares += [r.term_rate, r.consistency, r.chrf, r.bleu]
        lines.append(f"| {name} | " + " | ".join(f"{x:.1f}" for x in shares) + f" | {r.time:.2f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
