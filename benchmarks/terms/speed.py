"""How fast a list of 200,000 generated terms is loaded and searched for: run it, read the figures.

python benchmarks/terms/speed.py ARTICLE
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from glossary.match import Matcher
from glossary.store import load

ENTRIES = 200_000
TEXT = 2_000_000  # bytes
SYLLABLES = [a + b for a in "kbrtsnmlpdh" for b in "aiu"]


def phrases(seed: int) -> list[str]:
    """ENTRIES different phrases of one to four invented words, from a vocabulary of 30,000."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(30_000)]
    found: set[str] = set()
    while len(found) < ENTRIES:
        found.add(" ".join(chance.choices(words, k=chance.randint(1, 4))).title())
    return sorted(found)


def main(article: Path) -> None:
    """Print seconds of processor time for loading and building, and MB/s for searching."""
    terms = phrases(1)
    lines = [line for line in article.read_text("utf-8").splitlines() if line.strip()]
    size = sum(len(line.encode()) for line in lines)
    text = lines * (TEXT // size + 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "terms.csv"
        path.write_text("source,target\n" + "".join(f"{t},{t} en\n" for t in terms), "utf-8")
        begun = time.process_time()
        glossary = load(str(path))
        loaded = time.process_time()
        matcher = Matcher(glossary)
        built = time.process_time()
    hits = sum(len(matcher.hits(line)) for line in text)
    searched = time.process_time() - built
    rate = sum(len(line.encode()) for line in text) / searched / 1e6
    print(f"load {loaded - begun:.1f} s, build {built - loaded:.1f} s")
    print(f"search {rate:.1f} MB/s, {hits} hits")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
