"""Calibrations: the ladder that was measured for a model, as JSON that names the model.

The user's own, made by ``dwibahasa models calibrate``, goes before the one that comes along with
the embedded model; a model that nobody calibrated gets the usual ladder.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from translate.engines import Engine
from translate.pin.ladder import Ladder, Move, Sort, Step, usual

NAME = "calibration.json"
MOST = 1 << 20  # bytes; ours has two thousand
WIDEST = 16
EMBEDDED = Path(__file__).parent.parent / "models"


def ladder_of(engine: Engine) -> Ladder:
    """The ladder for an engine's model. A calibration that cannot be read counts as none."""
    for path in _places(engine.model):
        ladder = read(path, engine.model)
        if ladder is not None:
            return ladder
    return usual(engine.markup)


def own(model: str) -> Path:
    """Where the user's own calibration of a model lies."""
    digest = hashlib.sha256(model.encode("utf-8")).hexdigest()[:16]
    return user_data_path("dwibahasa", appauthor=False) / "calibrations" / f"{digest}.json"


def _places(model: str) -> Iterator[Path]:
    yield own(model)
    yield from sorted(EMBEDDED.glob(f"*/{NAME}"))


def read(path: Path, model: str) -> Ladder | None:
    """The ladder of a file; None if it is absent, no calibration, or that of another model."""
    try:
        if path.stat().st_size > MOST:
            return None
        data: Any = json.loads(path.read_bytes())
        if data["model"] != model:
            return None
        steps = tuple(_step(row) for row in data["steps"])
        words = {Sort(s): tuple(map(str, pool)) for s, pool in data["stand_ins"].items()}
        margin = float(data["margin"])
    except (
        OSError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
    ):
        return None
    fine = all(w.isalpha() for pool in words.values() for w in pool) and 0 < margin < 10
    return Ladder(steps, margin, words) if fine else None


def _step(row: Any) -> Step:
    move, beam, hypotheses, rounds = row
    step = Step(Move(move), int(beam), int(hypotheses), int(rounds))
    if not 1 <= step.hypotheses <= step.beam <= WIDEST or not 1 <= step.rounds <= WIDEST:
        raise ValueError(f"not a step: {row}")
    return step


def written(model: str, ladder: Ladder, measured: Mapping[str, object]) -> str:
    """A calibration as JSON; `measured` holds the figures that it goes by, for people."""
    steps = [[s.move.value, s.beam, s.hypotheses, s.rounds] for s in ladder.steps]
    words = {sort.value: list(pool) for sort, pool in ladder.stand_ins.items()}
    data = {"model": model, "margin": ladder.margin, "steps": steps, "stand_ins": words}
    lines = (f" {json.dumps(k)}: {_json(v)}" for k, v in (data | {"measured": measured}).items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def digest(ladder: Ladder) -> str:
    """A short name for all that a ladder says."""
    return hashlib.sha256(written("", ladder, {}).encode("utf-8")).hexdigest()[:12]
