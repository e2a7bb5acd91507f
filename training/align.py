"""Word alignments for guided attention: IBM model 1 with a diagonal prior, vectorised in numpy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from training.pair import UNLINKED, core

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

PASSES = 5
DIAGONAL = 4.0  # how fast the prior falls off the diagonal
NULL_SHARE = 0.08  # of the target words that render nothing
IDENTICAL = 20.0  # a name stands for itself, however rare it is
PREFIX = 7  # words are compared by their beginning: a crude stem
CELLS = 1_000_000  # of one rectangle: pairs × source words × target words

Sides = Sequence[Sequence[str]]


def forms(sentences: Sides) -> list[list[str]]:
    """Words as the aligner compares them: bare, lower case, cut to a prefix."""
    return [[(core(w) or w).lower()[:PREFIX] for w in sentence] for sentence in sentences]


def numbered(sentences: list[list[str]], ids: dict[str, int]) -> list[Ints]:
    """Forms as numbers; 0 is padding."""
    return [np.array([ids.setdefault(w, len(ids) + 1) for w in s], np.int64) for s in sentences]


def padded(sentences: Sequence[Ints]) -> Ints:
    """One rectangle of numbers."""
    table = np.zeros((len(sentences), max(map(len, sentences))), np.int64)
    for row, sentence in zip(table, sentences, strict=True):
        row[: len(sentence)] = sentence
    return table


def prior(source: Ints, target: Ints) -> Floats:
    """Probability of each source position for each target position, [pair, target, source]."""
    width, height = source.shape[1], target.shape[1]
    along = (np.arange(width) + 0.5) / np.maximum((source > 0).sum(1), 1)[:, None]
    across = (np.arange(height) + 0.5) / np.maximum((target > 0).sum(1), 1)[:, None]
    weight = np.exp(-DIAGONAL * np.abs(across[:, :, None] - along[:, None, :]))
    weight *= (source > 0)[:, None, :]
    share: Floats = (weight / weight.sum(2, keepdims=True) * (1 - NULL_SHARE)).astype(np.float32)
    return share


def rectangles(sizes: list[tuple[int, int]]) -> list[list[int]]:
    """Pairs of like length together, so that little of a rectangle is padding."""
    chunks: list[list[int]] = [[]]
    width = height = 0
    for i in sorted(range(len(sizes)), key=sizes.__getitem__):
        width, height = max(width, sizes[i][0]), max(height, sizes[i][1])
        if chunks[-1] and (len(chunks[-1]) + 1) * width * height > CELLS:
            chunks.append([])
            width, height = sizes[i]
        chunks[-1].append(i)
    return chunks


class Chunks:
    """The pairs in order of length, cut into rectangles, with every (source, target) form numbered.

    The translation table holds only pairs of forms that meet in some sentence: sorted codes,
    found again by binary search once and kept as indices.
    """

    def __init__(self, sources: list[Ints], targets: list[Ints], forms_known: int) -> None:
        self.rows = rectangles([(len(s), len(t)) for s, t in zip(sources, targets, strict=True)])
        self.source = [padded([sources[i] for i in rows]) for rows in self.rows]
        self.target = [padded([targets[i] for i in rows]) for rows in self.rows]
        codes = [
            s[:, None, :] * (forms_known + 1) + t[:, :, None]
            for s, t in zip(self.source, self.target, strict=True)
        ]
        self.codes: Ints = np.unique(np.concatenate([np.unique(c) for c in codes]))
        self.index = [np.searchsorted(self.codes, c).astype(np.int32) for c in codes]
        self.source_of_code = self.codes // (forms_known + 1)
        self.target_of_code = self.codes % (forms_known + 1)

    def __iter__(self) -> Iterator[tuple[list[int], Ints, Ints, NDArray[np.int32]]]:
        return zip(self.rows, self.source, self.target, self.index, strict=True)


def learn(chunks: Chunks) -> tuple[Floats, Floats]:
    """Translation probabilities of every pair of forms, and of every target form out of nothing."""
    size = len(chunks.codes)
    table: Floats = np.ones(size, np.float32)
    table[chunks.source_of_code == chunks.target_of_code] = IDENTICAL
    vocabulary = int(chunks.target_of_code.max()) + 1
    table /= vocabulary
    empty: Floats = np.full(vocabulary, 1 / vocabulary, np.float32)
    for _ in range(PASSES):
        counts = np.zeros(size)
        nothing = np.zeros(vocabulary)
        for _rows, source, target, index in chunks:
            share = prior(source, target) * table[index]
            null = NULL_SHARE * empty[target]
            total = share.sum(2) + null + 1e-30
            used = (target > 0) / total
            counts += np.bincount(index.ravel(), (share * used[:, :, None]).ravel(), size)
            nothing += np.bincount(target.ravel(), (null * used).ravel(), vocabulary)
        counts[chunks.source_of_code == chunks.target_of_code] *= IDENTICAL**0.25
        mass = np.bincount(chunks.source_of_code, counts)[chunks.source_of_code]
        table = ((counts + 1e-3) / (mass + 1e-3 * vocabulary)).astype(np.float32)
        empty = ((nothing + 1e-3) / (nothing.sum() + 1e-3 * vocabulary)).astype(np.float32)
    return table, empty


def direction(sources: list[Ints], targets: list[Ints], forms_known: int) -> list[Ints]:
    """For each target word the source word it most likely renders, or UNLINKED."""
    chunks = Chunks(sources, targets, forms_known)
    table, empty = learn(chunks)
    links: list[Ints] = [np.zeros(0, np.int64)] * len(sources)
    for rows, source, target, index in chunks:
        share = prior(source, target) * table[index]
        best = share.argmax(2)
        sure = share.max(2) > NULL_SHARE * empty[target]
        chosen = np.where(sure, best, UNLINKED)
        for i, row in zip(rows, chosen, strict=True):
            links[i] = row[: len(targets[i])]
    return links


def align(sources: Sides, targets: Sides) -> list[tuple[int, ...]]:
    """Links on which both directions agree, one source word (or UNLINKED) per target word."""
    ids: dict[str, int] = {}
    left, right = numbered(forms(sources), ids), numbered(forms(targets), ids)
    forward = direction(left, right, len(ids))
    backward = direction(right, left, len(ids))
    return [
        tuple(int(s) if s >= 0 and back[s] == j else UNLINKED for j, s in enumerate(there))
        for there, back in zip(forward, backward, strict=True)
    ]
