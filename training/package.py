"""An exported package at work: it translates, and aligns a given translation."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# One core is what the figures are for; CTranslate2's OpenMP would take all of them.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import ctranslate2
import numpy as np
import sentencepiece

LONGEST = 256  # target pieces
ENOUGH_ATTENTION = 0.3  # a target word that looks at no source word this much renders none
WORD_START = "▁"


@dataclass(frozen=True)
class Output:
    """A translation with what it took: pieces, and whether it ran into the limit."""

    text: str
    pieces: int
    cut: bool


class Package:
    """A package folder, loaded on one core."""

    def __init__(self, folder: Path) -> None:
        self.model = ctranslate2.Translator(
            str(folder / "model"), device="cpu", inter_threads=1, intra_threads=1
        )
        self.pieces = sentencepiece.SentencePieceProcessor(
            model_file=str(folder / "sentencepiece.model")
        )

    def translate(self, sentences: Sequence[str], beam: int) -> list[Output]:
        """One output per sentence, in order."""
        results = self.model.translate_batch(
            self.pieces.encode(list(sentences), out_type=str),
            beam_size=beam,
            max_batch_size=2048,
            batch_type="tokens",
            max_decoding_length=LONGEST,
        )
        best = [result.hypotheses[0] for result in results]
        return [Output(self.pieces.decode(p), len(p), len(p) >= LONGEST) for p in best]

    def links(self, source: str, target: str) -> set[tuple[int, int]]:
        """Word links (source, target) of a given translation, forced through the decoder."""
        left = self.pieces.encode(source, out_type=str)
        right = self.pieces.encode(target, out_type=str)
        result = self.model.translate_batch(
            [left],
            target_prefix=[right],
            max_decoding_length=len(right),
            beam_size=1,
            return_attention=True,
        )[0]
        attention = np.array(result.attention[0][: len(right)])[:, : len(left)]
        theirs, ours = _word_of(left), _word_of(right)
        mass = np.zeros((ours[-1] + 1, theirs[-1] + 1))
        np.add.at(mass, (np.array(ours)[:, None], np.array(theirs)[None, :]), attention)
        mass /= np.bincount(ours)[:, None]
        return {
            (int(row.argmax()), j) for j, row in enumerate(mass) if row.max() >= ENOUGH_ATTENTION
        }


def _word_of(pieces: Sequence[str]) -> list[int]:
    words, number = [], -1
    for piece in pieces:
        number += piece.startswith(WORD_START)
        words.append(max(number, 0))
    return words
