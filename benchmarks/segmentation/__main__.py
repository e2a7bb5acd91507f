"""Splits our 650 sentences with every library at hand, prints a table, writes a JSON file.

python -m benchmarks.segmentation [RESULT.json]
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.segmentation.gold import HALVES, Paragraph, Score, Splitter, measure, read_gold
from benchmarks.segmentation.rivals import installed

SECONDS = 1.0  # of processor time that the speed is measured over


def speed(paragraphs: tuple[Paragraph, ...], split: Splitter) -> float:
    """Sentences split in a second of processor time."""
    sentences = sum(len(p.ends) + 1 for p in paragraphs)
    done, begun = 0, time.process_time()
    while (used := time.process_time() - begun) < SECONDS:
        for paragraph in paragraphs:
            list(split(paragraph.text))
        done += sentences
    return done / used


def main(result: Path | None) -> None:
    """Measure all, in the order of `installed`."""
    sets = {name: read_gold(path) for name, path in HALVES.items()}
    rows: list[dict[str, object]] = []
    print(f"{'':24}  second: P      R     F1   blind: F1   open: F1   speed (ours = 1)")
    ours = 0.0
    for library, version, split in installed():
        scores = {name: measure(paragraphs, split) for name, paragraphs in sets.items()}
        rate = speed(sets["blind"], split)
        ours = ours or rate
        rows.append(
            {"library": library, "version": version, "speed": round(rate / ours, 2)}
            | {name: _figures(score) for name, score in scores.items()}
        )
        second, blind, opened = (scores[name] for name in ("second", "blind", "open"))
        print(
            f"{library:24}   {second.precision:6.2f} {second.recall:6.2f} {second.f1:6.2f}      "
            f"{blind.f1:6.2f}     {opened.f1:6.2f}   {rate / ours:.2f}"
        )
    if result:
        result.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def _figures(score: Score) -> dict[str, float]:
    return {name: round(getattr(score, name), 2) for name in ("precision", "recall", "f1")}


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
