"""The list of pieces holds what the English side has, and what any word can be spelled with."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.shortlist import needed

sentencepiece = pytest.importorskip("sentencepiece")
PACKAGE = Path(__file__).parents[2] / "translate" / "models" / "id_en"


def test_pieces_of_the_texts_and_single_signs_are_kept_in_order() -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_file=str(PACKAGE / "sentencepiece.model"))
    kept = needed(["The president arrived."], pieces)
    assert {*pieces.encode("The president arrived.", out_type=str)} <= set(kept)
    assert {"<s>", "</s>", "<unk>", "<0x00>", "a", "▁", "▁a", "⟦"} <= set(kept)
    assert {"▁dengan", "▁minister"}.isdisjoint(kept)
    assert kept == sorted(kept, key=pieces.piece_to_id)
