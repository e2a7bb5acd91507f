"""The checks are believed: few false alarms on good translations, few seeded faults missed."""

from __future__ import annotations

import pytest

from benchmarks.checks.measure import alarms, pairs, recall
from benchmarks.checks.seeds import SEEDS


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[int, int]]:
    return recall(pairs()[::3])


def test_less_than_two_in_a_hundred_good_translations_are_flagged() -> None:
    told = alarms(pairs())
    assert told.flagged < 0.02 * told.sentences


@pytest.mark.parametrize("kind", SEEDS)
def test_nine_of_ten_seeded_faults_are_found(kind: str, found: dict[str, tuple[int, int]]) -> None:
    hits, seeded = found[kind]
    assert seeded
    assert hits >= 0.9 * seeded
