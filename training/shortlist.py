"""Which pieces the English side needs: those of the training pairs, and of names to be copied."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import sentencepiece

from training.pair import parse
from translate.engines import shortlist

WORD_START = "▁"


def needed(texts: Iterable[str], pieces: sentencepiece.SentencePieceProcessor) -> list[str]:
    """The pieces of these texts in the order of the vocabulary, with all signs and specials: with
    them any word can still be spelled."""
    used = {number for text in texts for number in pieces.encode(text)}
    every = ((number, pieces.id_to_piece(number)) for number in range(pieces.get_piece_size()))
    return [piece for number, piece in every if number in used or _is_a_sign(piece)]


def _is_a_sign(piece: str) -> bool:
    return len(piece.removeprefix(WORD_START)) <= 1 or piece.startswith("<")


def shorten(work: Path, package: Path) -> int:
    """Write the list for a package from what `prepare` left in the work folder; its length."""
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(package / "sentencepiece.model"))
    pairs, names = ((work / name).open(encoding="utf-8") for name in ("pairs.tsv", "names.txt"))
    with pairs, names:
        targets = (" ".join(parse(line).target) for line in pairs)
        kept = needed(chain(targets, (name.strip() for name in names)), pieces)
    (package / "model" / shortlist.NAME).write_text(shortlist.written(kept), "utf-8")
    return len(kept)
