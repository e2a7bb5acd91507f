"""Reads the corpora folder: which sources count, no duplicates, a held-out split per source."""

from __future__ import annotations

import lzma
import re
import unicodedata
import zlib
from collections.abc import Iterator
from pathlib import Path

from training.recipe import Recipe

Row = tuple[str, str, str]  # source name, Indonesian, English


def read_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The pairs of one file, plain or xz."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = unicodedata.normalize("NFC", line).rstrip("\n").split("\t")
            if len(cells) == 2 and all(cells):
                # Single spaces, so that words and the pieces' word starts stay in step.
                yield " ".join(cells[0].split()), " ".join(cells[1].split())


def sources(folder: Path, recipe: Recipe) -> list[tuple[str, Path]]:
    """Every permitted source, the most valued first: it keeps a pair that others repeat."""
    found = [
        (path.name.split(".")[0], path)
        for path in [*folder.glob("*.tsv"), *folder.glob("*.tsv.xz")]
    ]
    allowed = [item for item in found if item[0] not in recipe.corpora.excluded]
    return sorted(allowed, key=lambda item: (-recipe.weight(item[0]), item[0]))


def key(text: str) -> str:
    """What makes two sentences the same: letters and digits, without case."""
    return re.sub(r"\W+", " ", text.casefold()).strip()


def forbidden(folder: Path, recipe: Recipe) -> set[str]:
    """Keys of every evaluation sentence; none of them may be trained on."""
    keys: set[str] = set()
    for name in recipe.corpora.evaluation:
        if (folder / name).exists():
            for pair in read_pairs(folder / name):
                keys.update(map(key, pair))
    return keys


def rows(folder: Path, recipe: Recipe) -> Iterator[Row]:
    """All usable pairs, each once."""
    seen = forbidden(folder, recipe)
    pairs_seen: set[int] = set()
    for name, path in sources(folder, recipe):
        word_list = name.startswith("lexicon")
        for source, target in read_pairs(path):
            keys = key(source), key(target)
            if not all(keys) or not seen.isdisjoint(keys):
                continue
            # A word may have several renderings; a sentence is wanted once on the source side.
            mark = hash(keys) if word_list else hash(keys[0])
            long = max(source.count(" "), target.count(" ")) >= recipe.corpora.longest
            if mark in pairs_seen or long:
                continue
            pairs_seen.add(mark)
            yield name, source, target


def split(everything: list[Row], recipe: Recipe) -> tuple[list[Row], list[Row]]:
    """Training rows and held-out rows; the choice hangs on the text alone, so reruns agree."""
    by_source: dict[str, list[Row]] = {}
    for row in everything:
        by_source.setdefault(row[0], []).append(row)
    training: list[Row] = []
    held_out: list[Row] = []
    for name, group in sorted(by_source.items()):
        keep_back = 0
        if len(group) >= recipe.corpora.held_out_from and not name.startswith("lexicon"):
            keep_back = recipe.corpora.held_out
        group.sort(key=lambda row: zlib.crc32(row[1].encode()))
        held_out += group[:keep_back]
        training += group[keep_back:]
    return training, held_out
