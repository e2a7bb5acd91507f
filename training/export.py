"""A checkpoint as an Argos package: int8 CTranslate2 model, SentencePiece model, metadata, card."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import common_spec, transformer_spec
from numpy.typing import NDArray

from training import checkpoint
from training.encode import Pieces
from training.model import POSITIONS, sinusoids
from training.recipe import Recipe, Shape

Floats = NDArray[np.float32]
Weights = dict[str, Floats]

ALIGNMENT_LAYER = -1  # the head that guided alignment trains: last layer, first head
ALIGNMENT_HEADS = 1


def spec_of(shape: Shape, weights: Weights, pieces: Pieces) -> transformer_spec.TransformerSpec:
    """CTranslate2's own description of the network, filled."""
    spec = transformer_spec.TransformerSpec.from_config(
        (shape.enc, shape.dec),
        shape.heads,
        pre_norm=True,
        activation=common_spec.Activation.RELU,
        alignment_layer=ALIGNMENT_LAYER,
        alignment_heads=ALIGNMENT_HEADS,
    )
    _side(spec.encoder, "enc", "eln", shape, weights)
    _side(spec.decoder, "dec", "dln", shape, weights)
    spec.decoder.projection.weight = weights["emb.weight"]
    spec.decoder.projection.bias = weights["out_b"]
    spec.config.decoder_start_token = "<s>"
    spec.config.add_source_eos = True
    spec.config.layer_norm_epsilon = 1e-5
    spec.register_source_vocabulary(pieces.text)
    spec.register_target_vocabulary(pieces.text)
    return spec


def _side(side: Any, name: str, norm: str, shape: Shape, weights: Weights) -> None:
    embeddings = side.embeddings
    table = embeddings[0] if isinstance(embeddings, list) else embeddings
    table.weight = weights["emb.weight"]
    side.position_encodings.encodings = sinusoids(POSITIONS, shape.dim).numpy()
    for number, layer in enumerate(side.layer):
        key = f"{name}.{number}"
        _norm(layer.self_attention.layer_norm, weights, f"{key}.ln1")
        _linear(layer.self_attention.linear[0], weights, f"{key}.qkv")
        _linear(layer.self_attention.linear[1], weights, f"{key}.o")
        if name == "dec":
            _norm(layer.attention.layer_norm, weights, f"{key}.ln2")
            _linear(layer.attention.linear[0], weights, f"{key}.cq")
            _linear(layer.attention.linear[1], weights, f"{key}.ckv")
            _linear(layer.attention.linear[2], weights, f"{key}.co")
        _norm(layer.ffn.layer_norm, weights, f"{key}.ln3")
        _linear(layer.ffn.linear_0, weights, f"{key}.f1")
        _linear(layer.ffn.linear_1, weights, f"{key}.f2")
    _norm(side.layer_norm, weights, norm)


def _linear(spec: Any, weights: Weights, key: str) -> None:
    spec.weight, spec.bias = weights[f"{key}.weight"], weights[f"{key}.bias"]


def _norm(spec: Any, weights: Weights, key: str) -> None:
    spec.gamma, spec.beta = weights[f"{key}.weight"], weights[f"{key}.bias"]


def metadata(recipe: Recipe) -> dict[str, object]:
    """What Argos, and our engine, read of a package."""
    return {
        "package_version": recipe.version,
        "argos_version": "1.9",
        **recipe.languages,
        "term_markup": list(recipe.markup),
    }


def export(
    held: Path,
    pieces_file: Path,
    out: Path,
    recipe: Recipe,
    card: Path | None = None,
    quantization: str = "int8",
) -> Path:
    """Write the package beside its place, then put it there in one step."""
    kept = checkpoint.read(held)
    weights = {k: v.float().numpy() for k, v in checkpoint.best_weights(kept).items()}
    spec = spec_of(checkpoint.shape_of(kept), weights, Pieces(pieces_file, recipe.markup))
    spec.validate()
    spec.optimize(quantization=None if quantization == "float32" else quantization)
    out.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    made.chmod(0o755)
    (made / "model").mkdir()
    spec.save(str(made / "model"))
    shutil.copyfile(pieces_file, made / "sentencepiece.model")
    text = json.dumps(metadata(recipe), ensure_ascii=False, indent=2) + "\n"
    (made / "metadata.json").write_text(text, "utf-8")
    card = card or out / "README.md"
    if card.exists():
        shutil.copyfile(card, made / "README.md")
    old = out.with_name(f".{out.name}-old")
    if out.exists():
        out.rename(old)
    made.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    return out
