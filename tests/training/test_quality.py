"""The embedded model is no worse than benchmarks/baseline.json says."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

pytest.importorskip("sacrebleu")

from training import evaluate, recipe
from training.package import Package

ROOT = Path(__file__).parents[2]
DATA = ROOT / "benchmarks" / "data"
BASELINE = json.loads((ROOT / "benchmarks" / "baseline.json").read_text("utf-8"))

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def package() -> Package:
    return Package(ROOT / "translate" / "models" / "id_en")


@pytest.fixture(scope="module")
def figures(package: Package) -> dict[str, float]:
    """Everything that has a floor or a ceiling, measured once."""
    items = evaluate.read_items(DATA / "news_id_en.tsv")
    outputs = package.translate([item.source for item in items], BASELINE["beam"])
    scores = evaluate.score(items, outputs, package)
    return {
        "bleu": scores.bleu,
        "chrf": scores.chrf,
        "names": scores.names,
        "numbers": scores.numbers,
        "repetitions": scores.repetitions,
        "runaways": scores.runaways,
        "terms": evaluate.term_rate(items, package, recipe.load().markup),
        "alignment_error": evaluate.alignment(DATA / "alignment_id_en.tsv", package),
    }


@pytest.mark.parametrize("name", BASELINE["data"])
def test_floors_belong_to_these_sentences(name: str) -> None:
    """Whoever changes the sentences must measure the floors anew."""
    assert hashlib.sha256((DATA / name).read_bytes()).hexdigest() == BASELINE["data"][name]


def test_scores_are_signed_alike() -> None:
    """The floors were measured with the same settings of the same scores."""
    # The version is part of the signature, and does not change the score.
    bare = {k: v.rsplit("|version", 1)[0] for k, v in evaluate.signatures().items()}
    assert bare == BASELINE["signatures"]


@pytest.mark.parametrize("name", BASELINE["floor"])
def test_the_model_keeps_its_floor(name: str, figures: dict[str, float]) -> None:
    """Scores and shares that must not fall."""
    assert figures[name] >= BASELINE["floor"][name]


@pytest.mark.parametrize("name", BASELINE["ceiling"])
def test_the_model_stays_below_its_ceiling(name: str, figures: dict[str, float]) -> None:
    """Errors that must not grow."""
    assert figures[name] <= BASELINE["ceiling"][name]
