"""``python -m benchmarks.fuzz.distil FOLDER``: the corpus in few and small files, for the tests."""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import logging
import warnings
from pathlib import Path

from coverage import Coverage

from benchmarks.fuzz.targets import Target, targets

MOST = 24  # files of a target
LARGEST = 15_000  # bytes of one
IN_ALL = 30_000  # bytes of a target
OURS = ["glossary", "translate", "exports"]


def main() -> None:
    """Distil the corpus of each target; files with names of their own, finds, are left alone."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path, help="below it a folder for each target")
    asked.add_argument("--corpus", type=Path, default=Path("out/fuzz/corpus"))
    asked.add_argument("--target", default="", help="only those whose name contains this")
    given = asked.parse_args()
    warnings.simplefilter("ignore")
    logging.disable()
    for target in targets():
        corpus = given.corpus / target.name
        if given.target in target.name and corpus.is_dir():
            kept = distilled(target, corpus)
            _write(kept, given.folder / target.name)
            print(f"{target.name:<14} {len(kept)} files, {sum(map(len, kept)):,} bytes", flush=True)


def distilled(target: Target, corpus: Path) -> list[bytes]:
    """The smallest files that together take all branches that small ones of the corpus take, those
    that take most new ones if they are too many."""
    files = sorted((path.read_bytes() for path in corpus.iterdir()), key=len)
    seen: set[tuple[str, tuple[int, int]]] = set()
    for seed in target.seeds():  # which the tests read anyway
        seen |= _branches(target, seed)
    new: list[tuple[int, bytes]] = []
    for data in (data for data in files if len(data) <= LARGEST):
        taken = _branches(target, data) - seen
        seen |= taken
        if taken:
            new.append((len(taken), data))
    new.sort(key=lambda each: -each[0])
    kept: list[bytes] = []
    for _, data in new[:MOST]:
        if sum(map(len, kept)) + len(data) <= IN_ALL:
            kept.append(data)
    return kept


def _branches(target: Target, data: bytes) -> set[tuple[str, tuple[int, int]]]:
    cover = Coverage(data_file=None, branch=True, source=OURS)
    cover.start()
    try:
        with contextlib.suppress(Exception):
            target.run(data)
    finally:
        cover.stop()
    found = cover.get_data()
    return {(file, arc) for file in found.measured_files() for arc in found.arcs(file) or ()}


def _write(kept: list[bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("[0-9a-f]" * 12):
        path.unlink()
    for data in kept:
        (folder / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)


if __name__ == "__main__":
    main()
