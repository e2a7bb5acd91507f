"""Splits our 500 sentences with every library at hand, prints a table, writes a JSON file.

python -m benchmarks.segmentation [RESULT.json]
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.segmentation.gold import HALVES, Paragraph, Splitter, measure, read_gold
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
    """Measure all, in order of F1 on the blind half."""
    halves = {half: read_gold(path) for half, path in HALVES.items()}
    rows = []
    for name, version, split in installed():
        row: dict[str, object] = {"library": name, "version": version}
        for half, paragraphs in halves.items():
            score = measure(paragraphs, split)
            row[half] = {
                "precision": round(score.precision, 2),
                "recall": round(score.recall, 2),
                "f1": round(score.f1, 2),
            }
        row["rate"] = speed(halves["blind"], split)
        rows.append(row)
    ours = float(str(rows[0]["rate"]))
    print(f"{'':24}  blind: P      R     F1   open: F1   speed (ours = 1)")
    for row in rows:
        row["speed"] = round(float(str(row.pop("rate"))) / ours, 2)
        blind, opened = row["blind"], row["open"]
        assert isinstance(blind, dict)
        assert isinstance(opened, dict)
        figures = " ".join(f"{blind[key]:6.2f}" for key in ("precision", "recall", "f1"))
        print(f"{row['library']!s:24}  {figures}     {opened['f1']:6.2f}   {row['speed']}")
    if result:
        result.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
