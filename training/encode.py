"""Pairs as piece numbers in batches: words into pieces, word links into piece links."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import sentencepiece
import torch
from numpy.typing import NDArray

from training.pair import UNLINKED, Pair
from training.variants import Varier

BOS, EOS = 1, 2
IGNORED = -100  # target positions that the loss leaves out
LONGEST = 200  # pieces a side
WORD_START = "▁"
SMOOTHING = 0.1  # BPE-dropout's strength for the pairs it touches

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Example:
    """One pair in pieces; `links` has one source piece (or UNLINKED) per target piece."""

    source: list[int]
    target: list[int]
    links: list[int]


@dataclass(frozen=True)
class Batch:
    """Rectangles of pieces on the device."""

    source: torch.Tensor  # [pair, source]
    seen: torch.Tensor  # [pair, source], true where there is a piece
    given: torch.Tensor  # [pair, target], what the decoder reads
    wanted: torch.Tensor  # [pair, target], what it must write
    links: torch.Tensor  # [pair, target]


class Pieces:
    """The SentencePiece model, with words kept apart."""

    def __init__(self, path: Path, markup: tuple[str, str]) -> None:
        self.model = sentencepiece.SentencePieceProcessor(model_file=str(path))
        self.size: int = self.model.get_piece_size()
        self.text = [self.model.id_to_piece(i) for i in range(self.size)]
        self._starts = np.array([piece.startswith(WORD_START) for piece in self.text])
        self._opens = np.array([piece == markup[0] for piece in self.text])

    def encode(self, words: Sequence[str], *, dropout: bool = False) -> list[int]:
        """Pieces of a sentence, cut at random where dropout asks for it."""
        text = " ".join(words)
        if dropout:
            return list(
                self.model.encode(text, enable_sampling=True, alpha=SMOOTHING, nbest_size=-1)
            )
        return list(self.model.encode(text))

    def words(self, pieces: Sequence[int]) -> Ints:
        """The number of the word that each piece belongs to; an opening bracket belongs to its."""
        numbers = np.asarray(pieces, np.int64)
        starts = self._starts[numbers]
        starts[1:] &= ~self._opens[numbers[:-1]]
        return np.cumsum(starts) - 1

    def example(self, pair: Pair, *, dropout: bool = False) -> Example | None:
        """The pair in pieces, or None where it is too long or empty."""
        source, target = self.encode(pair.source, dropout=dropout), self.encode(pair.target)
        if not 0 < len(source) < LONGEST or not 0 < len(target) < LONGEST:
            return None
        return Example([*source, EOS], target, self._piece_links(pair, source, target))

    def _piece_links(self, pair: Pair, source: list[int], target: list[int]) -> list[int]:
        left, right = self.words(source), self.words(target)
        links = [UNLINKED] * len(target)
        # Normalisation can split or join words; such a pair teaches no alignment.
        if left[-1] + 1 != len(pair.source) or right[-1] + 1 != len(pair.target):
            return links
        spans = np.searchsorted(left, np.arange(len(pair.source) + 1))
        starts = np.searchsorted(right, np.arange(len(pair.target) + 1))
        for word, link in enumerate(pair.links):
            if link == UNLINKED:
                continue
            low, high = int(spans[link]), int(spans[link + 1])
            first, last = int(starts[word]), int(starts[word + 1])
            for j in range(first, last):
                even = low + (j - first) * (high - low) // (last - first)
                # A piece of a copied name looks at that very piece, a comma at the comma.
                same = [s for s in range(low, high) if source[s] == target[j]]
                links[j] = min(same, key=lambda s: abs(s - even)) if same else even
        return links


def examples(
    pairs: Sequence[Pair], pieces: Pieces, vary: Varier, rng: random.Random
) -> Iterator[Example]:
    """Every pair, varied and cut into pieces."""
    for pair in pairs:
        made = pieces.example(vary(pair), dropout=rng.random() < vary.shares.dropout)
        if made:
            yield made


def batches(
    made: Sequence[Example], pieces_a_batch: int, rng: random.Random
) -> list[list[Example]]:
    """Examples of like length together, at most so many pieces a side; in random order."""
    ordered = sorted(made, key=lambda e: (len(e.source) + rng.randint(0, 2), len(e.target)))
    groups: list[list[Example]] = [[]]
    widest = 0
    for example in ordered:
        width = max(len(example.source), len(example.target) + 1)
        if groups[-1] and max(widest, width) * (len(groups[-1]) + 1) > pieces_a_batch:
            groups.append([])
            widest = 0
        groups[-1].append(example)
        widest = max(widest, width)
    rng.shuffle(groups)
    return groups


def rectangle(rows: Sequence[Sequence[int]], filler: int) -> torch.Tensor:
    """Rows of unequal length, filled up."""
    table = np.full((len(rows), max(map(len, rows))), filler, np.int64)
    for line, row in zip(table, rows, strict=True):
        line[: len(row)] = row
    return torch.from_numpy(table)


def batch(group: Sequence[Example], device: torch.device) -> Batch:
    """A group of examples as tensors."""
    source = rectangle([e.source for e in group], EOS)
    lengths = torch.tensor([len(e.source) for e in group])
    made = Batch(
        source=source,
        seen=torch.arange(source.shape[1])[None, :] < lengths[:, None],
        given=rectangle([[BOS, *e.target] for e in group], EOS),
        wanted=rectangle([[*e.target, EOS] for e in group], IGNORED),
        links=rectangle([[*e.links, UNLINKED] for e in group], UNLINKED),
    )
    return Batch(*(tensor.to(device) for tensor in vars(made).values()))
