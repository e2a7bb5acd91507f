"""A sentence gets the band of its score where the package is calibrated for these weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sample_bitext import bitext

from exports.bitext import as_json, load
from translate.confidence import banded
from translate.engines.confidence import FILE, Bands, load_bands
from translate.model import Band, Origin

GOOD = {"model": "abc", "low": {"below": -0.8}, "high": {"from": -0.5}}


@pytest.mark.parametrize(
    ("score", "band"),
    [(-2.0, Band.LOW), (-0.8, Band.MEDIUM), (-0.6, Band.MEDIUM), (-0.5, Band.HIGH)],
)
def test_a_score_lies_in_one_band(score: float, band: Band) -> None:
    assert Bands(-0.8, -0.5).of(score) is band


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (json.dumps(GOOD), Bands(-0.8, -0.5)),
        (json.dumps(GOOD | {"model": "other"}), None),
        (json.dumps(GOOD | {"low": {"below": 0.0}}), None),
        (json.dumps(GOOD | {"high": {}}), None),
        (json.dumps(GOOD | {"high": {"from": 10**400}}), None),
        ("[]", None),
        ("no JSON", None),
        ("[" * 60_000, None),
    ],
)
def test_only_a_calibration_of_these_weights_counts(
    tmp_path: Path, written: str, expected: Bands | None
) -> None:
    assert load_bands(tmp_path, "abc") is None
    (tmp_path / FILE).write_text(written)
    assert load_bands(tmp_path, "abc") == expected


def test_low_sentences_are_flagged_and_others_only_banded() -> None:
    low, high = banded(bitext(), Bands(-0.2, -0.1)), banded(bitext(), Bands(-0.9, -0.8))
    for translation in low.translations:
        machine = translation.origin is Origin.MACHINE
        told = "confidence" in {finding.check for finding in translation.findings}
        empty = not translation.target
        assert (translation.band, told) == ((Band.LOW, not empty) if machine else (None, False))
    assert {t.band for t in high.translations if t.origin is Origin.MACHINE} == {Band.HIGH}
    assert load(json.dumps(as_json(low)).encode()) == low


def test_an_engine_without_calibration_gives_no_bands() -> None:
    assert banded(bitext(), None) == bitext()
