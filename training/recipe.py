"""The recipe's figures, read from recipe.toml into plain frozen values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Variants:
    """Shares of the pairs that each variant of the training data touches."""

    names: float = 0.0
    terms: float = 0.0
    unusual: float = 0.0
    no_stop: float = 0.0
    capitals: float = 0.0
    title_case: float = 0.0
    curly_quotes: float = 0.0
    related_line: float = 0.0
    dropout: float = 0.0


@dataclass(frozen=True)
class Shape:
    """Size of the network; the names are those of the checkpoint's `args`."""

    vocab: int
    dim: int
    ffn: int
    enc: int
    dec: int
    heads: int


@dataclass(frozen=True)
class Corpora:
    """Which sources are read, how much is held out, and what the card must say."""

    excluded: tuple[str, ...]
    evaluation: tuple[str, ...]
    licence_not_stated: tuple[str, ...]
    held_out: int
    held_out_from: int
    longest: int


@dataclass(frozen=True)
class Recipe:
    """Everything that defines a model apart from the data and the time spent."""

    languages: Mapping[str, str]
    version: str
    markup: tuple[str, str]
    corpora: Corpora
    weights: Mapping[str, float]
    variants: Variants
    shape: Shape

    def weight(self, source: str) -> float:
        """Copies of a source in one pass."""
        return self.weights.get(source, self.weights["other"])


def load(path: Path | None = None) -> Recipe:
    """Read a recipe; without a path, the one beside this file."""
    data = tomllib.loads((path or Path(__file__).with_name("recipe.toml")).read_text("utf-8"))
    corpora = data["corpora"]
    opening, closing = data["package"]["markup"]
    return Recipe(
        languages=data["languages"],
        version=data["package"]["version"],
        markup=(opening, closing),
        corpora=Corpora(
            excluded=tuple(corpora["excluded"]),
            evaluation=tuple(corpora["evaluation"]),
            licence_not_stated=tuple(corpora["licence_not_stated"]),
            held_out=corpora["held_out"],
            held_out_from=corpora["held_out_from"],
            longest=corpora["longest"],
        ),
        weights=data["weights"],
        variants=Variants(**data["variants"]),
        shape=Shape(**data["model"]),
    )
