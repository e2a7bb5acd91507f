"""``python -m benchmarks.fuzz``: hunt in each target for a while; the corpus is carried on."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.fuzz.targets import targets

OPTIONS = ("-timeout=20", "-rss_limit_mb=2048", "-max_len=100000", "-print_final_stats=1")
OPTIONS += ("-reload=0", "-verbosity=1")
_BEGIN = "INFO: Seed:"  # what a hunt prints first
_RUNS = re.compile(r"^#(\d+)\t|^stat::number_of_executed_units: +(\d+)", re.MULTILINE)
_SIZE = re.compile(r"cov: (\d+) .*corp: (\d+)/")


def main() -> int:
    """Hunt in each target; 1 if something was found."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=1.0, help="for each target")
    asked.add_argument("--target", default="", help="only those whose name contains this")
    asked.add_argument("--out", type=Path, default=Path("out/fuzz"), help="corpus, finds and logs")
    given = asked.parse_args()
    found = 0
    for target in targets():
        if given.target in target.name:
            found += hunt(target.name, given.minutes * 60, given.out)
    return 1 if found else 0


def hunt(name: str, seconds: float, out: Path) -> int:
    """Hunt in a target for so long, starting again after what ends the process; the finds."""
    finds, log = out / "finds", out / "logs" / f"{name}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    log.write_text("")
    before = _names(finds, name)
    end = time.monotonic() + seconds
    while (left := int(end - time.monotonic())) > 0:
        command = [sys.executable, "-m", "benchmarks.fuzz.hunt", name, str(out / "corpus" / name)]
        command += [str(finds), *OPTIONS, f"-max_total_time={left}"]
        with log.open("a") as file:
            done = subprocess.run(command, stdout=file, stderr=file, check=False)
        if done.returncode == 0:
            break
        time.sleep(1)  # a hunt that cannot begin must not spin
    told = log.read_text(errors="replace")
    runs = sum(map(_runs, told.split(_BEGIN)))
    reached, kept = (_SIZE.findall(told) or [("0", "0")])[-1]
    new = sorted(_names(finds, name) - before)
    print(f"{name:<14} {runs:>9,} runs, {reached} places, corpus of {kept}, {len(new)} finds")
    for find in new:
        print(f"  {find}")
    sys.stdout.flush()
    return len(new)


def _runs(told: str) -> int:
    """The last count that a hunt told; one that was ended by a find tells none at its end."""
    return max((int(one or other) for one, other in _RUNS.findall(told)), default=0)


def _names(finds: Path, name: str) -> set[str]:
    return {path.name for path in finds.glob(f"{name}-*") if path.suffix != ".txt"}


if __name__ == "__main__":
    raise SystemExit(main())
