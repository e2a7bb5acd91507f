"""A calibration: open the model, measure, write the file."""

from __future__ import annotations

import json
import os
from contextlib import nullcontext
from pathlib import Path

from translate import output
from translate.cli import say, show
from translate.engines import Engine
from translate.engines.archive import unpacked
from translate.engines.argos import ArgosEngine
from translate.engines.install import named
from translate.engines.packages import describe, select
from translate.pin.calibrate import calibrate
from translate.pin.calibration import own, written

USUAL = ("id", "en")


def calibrate_model(
    name: str | None, out: str | None, *, force: bool, quiet: bool, as_json: bool
) -> int:
    """Calibrate one model, write the file and say what came out; the exit code."""
    engine = _opened(name)
    path = Path(out) if out else own(engine.model)
    if out:
        output.prepare(path, force=force)
    told = (lambda _: None) if quiet else (lambda what: show.note(f"{what} …"))
    ladder, measured = calibrate(engine, told)
    text = written(engine.model, ladder, measured)
    output.write(path, text.encode("utf-8"))
    if as_json:
        say.data(json.loads(text) | {"path": str(path)})
    elif not quiet:
        say.line(f"{engine.model}: {', '.join(step.move.value for step in ladder.steps)}")
        say.line(f"Written to {path}")
    return 0


def _opened(name: str | None) -> Engine:
    if name is None:
        return ArgosEngine(select(*USUAL)[0])
    path = Path(name)
    if not os.path.exists(path):
        return ArgosEngine(named(name)[0])
    with nullcontext(path) if path.is_dir() else unpacked(path) as folder:
        return ArgosEngine(describe(folder, "given"))
