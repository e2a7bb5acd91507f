"""``python -m benchmarks.fuzz.hunt TARGET CORPUS FINDS [libFuzzer's options]``: one target, guided.

A fault is written down and the hunt goes on; what takes too long, too much memory or ends the
process is kept by libFuzzer, and whoever started us starts us again.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import logging
import random
import sys
import traceback
import warnings
from pathlib import Path
from typing import Any

import atheris

from benchmarks.fuzz.damage import damaged

OURS = ["glossary", "translate", "exports"]


def main() -> None:
    """Hunt until libFuzzer's time is over."""
    name, corpus, finds = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    warnings.simplefilter("ignore")
    logging.disable()
    with atheris.instrument_imports(include=OURS):
        found = importlib.import_module("benchmarks.fuzz.targets")
        (target,) = (target for target in found.targets() if target.name == name)
        wrong = importlib.import_module("glossary.errors").UserError
        seeds = list(target.seeds())
        for seed in seeds:  # what is imported where it is needed is instrumented, too
            target.run(seed)
    corpus.mkdir(parents=True, exist_ok=True)
    finds.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    known: dict[str, int] = {}

    def once(raw: bytes) -> None:
        try:
            target.run(raw)
        except wrong:
            pass
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
            _keep(name, raw, error, known, finds)

    options = [sys.argv[0], *sys.argv[4:], f"-artifact_prefix={finds}/{name}-", str(corpus)]
    atheris.Setup(options, once, custom_mutator=_mutator)
    atheris.Fuzz()


def _mutator(raw: bytes, most: int, number: int) -> bytes:
    def guided(data: bytes) -> bytes:
        mutated: Any = atheris.Mutate(data, len(data) + 256)
        return bytes(mutated)

    made = damaged(raw, random.Random(number), guided)
    return made if len(made) <= most else guided(raw)[:most]


def _keep(name: str, raw: bytes, error: Exception, known: dict[str, int], finds: Path) -> None:
    """The smallest file for each fault: its kind, and the last line of ours on the way there."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(str(Path.cwd()))]
    last = next((f for f in reversed(ours) if "benchmarks" not in f.filename), ours[-1])
    fault = f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"
    if len(raw) >= known.get(fault, sys.maxsize):
        return
    known[fault] = len(raw)
    with contextlib.suppress(OSError):
        (finds / f"{name}-{fault}").write_bytes(raw)
        told = "".join(traceback.format_exception(error))
        (finds / f"{name}-{fault}.txt").write_text(told, "utf-8", "backslashreplace")


if __name__ == "__main__":
    main()
