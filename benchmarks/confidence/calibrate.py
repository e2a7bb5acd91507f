"""Makes the confidence bands of a package: run it whenever its weights change.

python -m benchmarks.confidence.calibrate PACKAGE_FOLDER [PAIRS.tsv]

Translates pairs that were not trained on, holds each output against its reference (chrF), and looks
for two marks on the score: below the first at most a quarter of the outputs are good, from the
second on at least four of five. Prints the shares, and those of marks made from one half of the
pairs on the other half; writes ``confidence.json`` into the folder.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sacrebleu.metrics import CHRF

from benchmarks.checks.measure import PAIRS, pairs
from translate.engines import Decoding
from translate.engines.argos import ArgosEngine
from translate.engines.confidence import FILE, Bands
from translate.engines.packages import describe
from translate.model import Band

BEAM = 4
BAR = 60.0  # chrF from which an output needs a touch, not a rewrite: looked at, pair by pair
LOW, HIGH = 0.25, 0.80  # shares of good outputs
LEAST = 15  # sentences that a band must have to say anything


@dataclass(frozen=True, slots=True)
class Scored:
    """One output: its score, and whether it is good."""

    score: float
    good: bool


def marks(scored: Sequence[Scored]) -> Bands:
    """The largest low band and the largest high band that keep their shares."""
    rows = sorted(scored, key=lambda each: each.score)
    low, high = rows[0].score, rows[-1].score
    for at in range(LEAST, len(rows) - LEAST):
        if share(rows[:at]) <= LOW:
            low = rows[at].score
    for at in range(len(rows) - LEAST, LEAST, -1):
        if share(rows[at:]) >= HIGH:
            high = rows[at].score
    return Bands(_down(low), _down(max(low, high)))


def _down(score: float) -> float:
    """Four decimals, and never above the score itself."""
    return math.floor(score * 10_000) / 10_000


def share(scored: Sequence[Scored]) -> float:
    """The share of good outputs."""
    return sum(each.good for each in scored) / max(len(scored), 1)


def shares(scored: Sequence[Scored], bands: Bands) -> dict[str, dict[str, float]]:
    """For each band, how many outputs it has and how many of them are good."""
    found = {}
    for band in Band:
        mine = [each for each in scored if bands.of(each.score) is band]
        found[band.value] = {"sentences": len(mine), "good": round(share(mine), 3)}
    return found


def main() -> None:
    """Calibrate one package."""
    folder = Path(sys.argv[1])
    found = describe(folder, "given")
    cases = pairs(Path(sys.argv[2]) if len(sys.argv) > 2 else PAIRS)
    answers = ArgosEngine(found).translate([source for source, _ in cases], Decoding(beam=BEAM))
    chrf = CHRF()
    scored = [
        Scored(best[0].score, chrf.sentence_score(best[0].text, [target]).score >= BAR)
        for (_, target), best in zip(cases, answers, strict=True)
    ]
    bands = marks(scored)
    told = shares(scored, bands)
    for name, half, other in (("first", 0, 1), ("second", 1, 0)):
        print(f"marks of the {name} half on the other:", end=" ")
        print(shares(scored[other::2], marks(scored[half::2])))
    print(f"low below {bands.low}, high from {bands.high}: {told}")
    data = {
        "model": found.fingerprint(),
        "pairs": len(cases),
        "good": {"chrf": BAR},
        "low": {"below": bands.low, **told["low"]},
        "medium": told["medium"],
        "high": {"from": bands.high, **told["high"]},
    }
    (folder / FILE).write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
