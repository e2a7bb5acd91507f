"""The splitter's figures on the committed sentences never fall below the recorded ones."""

from __future__ import annotations

import hashlib
import json

import pytest

from benchmarks.segmentation.gold import DATA, HALVES, Paragraph, measure, read_gold
from benchmarks.segmentation.rivals import installed

BASELINE = json.loads((DATA.parent / "baseline.json").read_text("utf-8"))["segmentation"]


@pytest.mark.parametrize("half", HALVES)
def test_boundaries_are_found_as_well_as_recorded(half: str) -> None:
    name, _, split = next(installed())
    assert name == "dwibahasa"
    assert measure(read_gold(HALVES[half]), split).f1 >= BASELINE["floor"][half]


@pytest.mark.parametrize("half", HALVES)
def test_the_sentences_are_those_of_the_recorded_figures(half: str) -> None:
    path = HALVES[half]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == BASELINE["data"][path.name]


def test_the_set_holds_500_sentences() -> None:
    counts = [len(p.ends) + 1 for path in HALVES.values() for p in read_gold(path)]
    assert sum(counts) >= 500
    assert len(counts) >= 60


def test_a_wrong_and_a_missed_boundary_are_counted() -> None:
    paragraph = Paragraph("Satu dua. Tiga. Empat.", frozenset({8, 13}))
    score = measure([paragraph], lambda _: ["Satu", " dua. Tiga.", " Empat."])
    assert (score.right, score.wrong, score.missed) == (1, 1, 1)
    assert score.f1 == score.precision == score.recall == 50
