"""Checkpoints: weights, their running average, the optimiser's state and how far training came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.model import Translator
from training.recipe import Shape

Weights = Mapping[str, Tensor]


class Average:
    """A running average of the weights: most of what a falling learning rate gives, at any time."""

    def __init__(self, net: Translator, decay: float) -> None:
        self.decay = decay
        self.steps = 0
        self.weights = {name: value.detach().clone() for name, value in net.state_dict().items()}

    @torch.no_grad()
    def update(self, net: Translator, cooling: float) -> None:
        """Move towards the present weights, faster in the beginning and when the rate falls."""
        self.steps += 1
        share = 1 - min(self.decay, (1 + self.steps) / (10 + self.steps))
        # Cooled weights need less averaging, and old ones would only hold them back.
        share = min(1.0, share / max(cooling, 0.05))
        for name, value in net.state_dict().items():
            self.weights[name].lerp_(value, share)


def write(path: Path, **parts: Any) -> None:
    """Save beside and rename, so that a killed run leaves a whole checkpoint."""
    beside = path.with_suffix(".part")
    torch.save(parts, beside)
    beside.replace(path)


def read(path: Path) -> dict[str, Any]:
    """Everything that a checkpoint holds."""
    held: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    return held


def shape_of(held: Mapping[str, Any]) -> Shape:
    """The network's size, whatever else `args` says."""
    args = held["args"]
    names = Shape.__dataclass_fields__
    sizes = {name: args[name] for name in names if name != "vocab"}
    return Shape(vocab=held["net"]["emb.weight"].shape[0], **sizes)


def best_weights(held: Mapping[str, Any]) -> Weights:
    """The average where there is one, else the weights themselves."""
    weights: Weights = held.get("average") or held["net"]
    return weights


def args_of(shape: Shape) -> dict[str, int]:
    """The sizes as a checkpoint keeps them."""
    return asdict(shape)
