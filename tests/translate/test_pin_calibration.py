"""Calibrations: measured, written, found again for the same model, and never trusted blindly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate.engines.argos import open_engine
from translate.engines.echo import EchoEngine
from translate.errors import ModelError
from translate.pin import calibration
from translate.pin.calibrate import COPIED, calibrate, frames
from translate.pin.calibration import ladder_of, own, read, written
from translate.pin.ladder import PLAIN, Ladder, Move, Sort, Step
from translate.pin.meter import Metered

LADDER = Ladder((Step(Move.KNOWN), Step(Move.SPLICE, 2, 1, 4)), 0.75, {Sort.NAME: ("Veldoran",)})
GOOD = written("echo", LADDER, {"terms": 1})


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder, empty."""
    monkeypatch.setattr(calibration, "user_data_path", lambda *_, **__: tmp_path / "data")
    return tmp_path / "data"


def put(text: str) -> None:
    own("echo").parent.mkdir(parents=True, exist_ok=True)
    own("echo").write_text(text, "utf-8")


def test_what_is_written_is_read_back() -> None:
    put(GOOD)
    assert read(own("echo"), "echo") == LADDER
    assert ladder_of(EchoEngine("id", "en")) == LADDER


def test_a_model_without_calibration_gets_the_usual_ladder() -> None:
    assert ladder_of(EchoEngine("id", "en")) == PLAIN


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        GOOD.replace('"echo"', '"another"'),
        GOOD.replace('"known"', '"unknown"'),
        GOOD.replace('["known", 4, 4, 1]', '["known", 2, 4, 1]'),
        GOOD.replace('["known", 4, 4, 1]', '["known", 400, 4, 1]'),
        GOOD.replace('["known", 4, 4, 1]', '["known", 4]'),
        GOOD.replace('["known", 4, 4, 1]', '["known", 1e999, 4, 1]'),
        GOOD.replace("0.75", "NaN"),
        GOOD.replace("Veldoran", "⟦1⟧"),
        GOOD + " " * (1 << 20),
    ],
)
def test_a_file_that_makes_no_sense_counts_as_none(text: str) -> None:
    put(text)
    assert ladder_of(EchoEngine("id", "en")) == PLAIN


def test_every_frame_has_terms_that_stand_where_they_should() -> None:
    for frame in frames("id", "en"):
        assert frame.hits
        for hit in frame.hits:
            assert hit.span.of(frame.source) == hit.term.source
    assert len(frames("id", "en")) >= 30


def test_a_pair_without_sentences_cannot_be_calibrated() -> None:
    with pytest.raises(ModelError, match="no sentences"):
        frames("xx", "yy")


def test_an_engine_that_copies_all_is_calibrated_as_one() -> None:
    told: list[str] = []
    ladder, measured = calibrate(EchoEngine("id", "en"), told.append)
    moves = [step.move for step in ladder.steps]
    assert moves[0] in (Move.IN_SOURCE, Move.KNOWN, Move.STAND_IN)
    assert Move.INLINE not in moves  # it has no markup
    assert not {Move.SPLICE, Move.REPLACE} & set(moves)  # nor attention
    assert len(ladder.stand_ins[Sort.NAME]) > 10
    assert json.loads(written("echo", ladder, measured))["measured"]["attention"] == 0
    assert len(told) == 3


def test_the_meter_counts_more_for_wider_beams_and_nothing_for_nothing() -> None:
    engine = Metered(EchoEngine("id", "en"))
    engine.translate([], Step(Move.KNOWN).decoding)
    assert engine.work == 0
    engine.translate(["satu dua"], Step(Move.KNOWN, 2, 2).decoding)
    narrow = engine.work
    engine.translate(["satu dua"], Step(Move.KNOWN, 8, 2).decoding)
    assert engine.work > 3 * narrow


@pytest.mark.model
def test_the_embedded_model_comes_with_its_own_calibration() -> None:
    """After its weights have changed: ``make calibrate``."""
    model = open_engine("id", "en").model
    path = calibration.EMBEDDED / "id_en" / calibration.NAME
    ladder = read(path, model)
    assert ladder, "make calibrate"
    assert ladder.stand_ins[Sort.NAME]
    moves = {step.move for step in ladder.steps}
    assert {Move.KNOWN, Move.INLINE, Move.SPLICE} <= moves  # also those that the rest made spare
    copied = json.loads(path.read_bytes())["measured"]["copied"]
    for sort, words in ladder.stand_ins.items():
        assert all(copied[sort.value][word] >= COPIED for word in words)
