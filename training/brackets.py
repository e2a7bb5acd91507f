"""A term's opening bracket starts a new word: terms are cut into the same pieces as plain text.

Without it `⟦Foreign` becomes the pieces F-ore-ign, which the decoder would have to translate into
▁Foreign; with it the term is simply copied. The rule lives in the SentencePiece model itself, so
that whoever encodes `kata ⟦word⟧` gets it.
"""

from __future__ import annotations

import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import sentencepiece
from sentencepiece import sentencepiece_model_pb2

BYTES = np.arange(1, 256)
LEAF_VALUE = (1 << 31) - 1
NORMAL_PIECE = 1  # a user-defined piece is exempt from normalisation, and so from our rule


def rules(compiled: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Every rule of a compiled normalisation: a double-array trie, then the replacements."""
    (size,) = struct.unpack_from("<I", compiled)
    units = np.frombuffer(compiled, "<u4", size // 4, 4)
    replacements = compiled[4 + size :]
    waiting = [(b"", _offset(int(units[0])))]
    while waiting:
        begun, base = waiting.pop()
        places = base ^ BYTES
        places = places[places < len(units)]
        for place in places[units[places] & (1 << 31 | 0xFF) == places ^ base].tolist():
            unit, text = int(units[place]), begun + bytes([place ^ base])
            below = place ^ _offset(unit)
            if unit >> 8 & 1:
                start = int(units[below]) & LEAF_VALUE
                yield text, replacements[start : replacements.index(b"\0", start)]
            waiting.append((text, below))


def _offset(unit: int) -> int:
    return unit >> 10 << ((unit & 1 << 9) >> 6)


def compiled_rules(known: dict[str, str]) -> bytes:
    """Rules as SentencePiece compiles them, which only its trainer can do."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "rules.tsv"
        table.write_text("".join(f"{_codes(a)}\t{_codes(b)}\n" for a, b in known.items()), "utf-8")
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(["a b c", "b c a"]),
            model_prefix=str(Path(folder) / "rules"),
            vocab_size=10,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(table),
            minloglevel=2,
        )
        made = sentencepiece_model_pb2.ModelProto()  # type: ignore[attr-defined]
        made.ParseFromString((Path(folder) / "rules.model").read_bytes())
        return bytes(made.normalizer_spec.precompiled_charsmap)


def _codes(text: str) -> str:
    return " ".join(f"{ord(sign):X}" for sign in text)


def opened(pieces: bytes, markup: tuple[str, str]) -> bytes:
    """The SentencePiece model with the rule added; pieces and their numbers stay."""
    model = sentencepiece_model_pb2.ModelProto()  # type: ignore[attr-defined]
    model.ParseFromString(pieces)
    spec = model.normalizer_spec
    known = {a.decode(): b.decode() for a, b in rules(spec.precompiled_charsmap)}
    known[markup[0]] = markup[0] + " "
    spec.precompiled_charsmap = compiled_rules(known)
    spec.name = "nmt_nfkc_terms"
    for piece in model.pieces:
        if piece.piece in markup:
            piece.type = NORMAL_PIECE
            piece.score = 0.0
    return bytes(model.SerializeToString())
