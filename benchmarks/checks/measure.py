"""How often the checks are wrong, and what they miss: run it, read the figures.

python -m benchmarks.checks.measure [PAIRS.tsv]

Findings on translations by people are false alarms; faults that are seeded into them must be found.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.checks.seeds import SEEDS
from translate.checks.every import find_all
from translate.checks.sentence import Sentence

__all__ = ["PAIRS", "Alarms", "alarms", "pairs", "recall"]

PAIRS = Path(__file__).parent.parent / "data" / "news_id_en.tsv"


@dataclass(frozen=True, slots=True)
class Alarms:
    """False alarms: sentences in all, those flagged, and those flagged by each check."""

    sentences: int
    flagged: int
    by_check: Counter[str]


def pairs(path: Path = PAIRS) -> list[tuple[str, str]]:
    """The pairs of a file of lines `Indonesian<TAB>English…`."""
    lines = (line for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return [(cells[0], cells[1]) for cells in (line.split("\t") for line in lines)]


def _checks(source: str, target: str) -> set[str]:
    found = find_all(Sentence(source, target, "id", "en"), (), (), builtin=True)
    return {finding.check for finding in found}


def alarms(cases: Sequence[tuple[str, str]]) -> Alarms:
    """What the checks say of good translations."""
    found = [_checks(*case) for case in cases]
    return Alarms(len(cases), sum(map(bool, found)), Counter(c for each in found for c in each))


def recall(cases: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """For each kind of fault, how many were found of how many seeded."""
    figures = {}
    for kind, (wanted, seed) in SEEDS.items():
        chance = Random(kind)
        made = [(source, seed(source, target, chance)) for source, target in cases]
        seeded = [(source, target) for source, target in made if target is not None]
        figures[kind] = (sum(bool(_checks(*case) & wanted) for case in seeded), len(seeded))
    return figures


def main() -> None:
    """Print both tables."""
    cases = pairs(Path(sys.argv[1]) if len(sys.argv) > 1 else PAIRS)
    false = alarms(cases)
    print(f"false alarms: {false.flagged} of {false.sentences} sentences", end="")
    print(f" ({false.flagged / false.sentences:.1%})")
    for check, times in false.by_check.most_common():
        print(f"  {check:<14} {times:>4} {times / false.sentences:>6.1%}")
    print("seeded faults found:")
    for kind, (found, seeded) in recall(cases).items():
        print(f"  {kind:<14} {found:>4} of {seeded:>4} {found / max(seeded, 1):>6.1%}")


if __name__ == "__main__":
    main()
