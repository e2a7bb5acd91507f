"""``python -m benchmarks.fuzz``: damage files at random and write down what does not end well."""

from __future__ import annotations

import argparse
import random
import signal
import time
import traceback
import warnings
from pathlib import Path
from types import FrameType

from benchmarks.fuzz.damage import damaged
from benchmarks.fuzz.targets import Target, targets
from glossary.errors import UserError

PATIENCE = 20  # seconds for one file


def main() -> int:
    """Fuzz each target for its share of the time; 1 if something was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=1.0, help="for each target")
    asked.add_argument("--target", default="", help="only those whose name contains this")
    asked.add_argument("--seed", type=int, default=0, help="for the dice")
    asked.add_argument("--finds", type=Path, default=Path("out/fuzz"), help="where finds go")
    given = asked.parse_args()
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, _too_long)
    found = 0
    for target in targets():
        if given.target in target.name:
            found += fuzz(target, given.minutes * 60, random.Random(given.seed), given.finds)
    return 1 if found else 0


def fuzz(target: Target, seconds: float, dice: random.Random, finds: Path) -> int:
    """Run a target for so long; the number of different faults, the files of which are kept."""
    end = time.monotonic() + seconds
    runs = refused = 0
    faults: set[str] = set()
    while time.monotonic() < end:
        raw = damaged(target.seed, dice)
        runs += 1
        signal.alarm(PATIENCE)
        try:
            target.run(raw)
        except UserError:
            refused += 1
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
            last = traceback.extract_tb(error.__traceback__)[-1]
            fault = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
            if fault not in faults:
                finds.mkdir(parents=True, exist_ok=True)
                (finds / f"{len(faults)}-{target.name}").write_bytes(raw)
                print(f"  {fault}: {str(error)[:100]}")
            faults.add(fault)
        finally:
            signal.alarm(0)
    print(f"{target.name:<14} {runs:>8,} files, {refused:,} refused, {len(faults)} faults")
    return len(faults)


def _too_long(number: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"not done after {PATIENCE} seconds")


if __name__ == "__main__":
    raise SystemExit(main())
