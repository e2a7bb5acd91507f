"""A command in a process of its own: how long it took, and the most memory that it held."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

UNIT = 1 if sys.platform == "darwin" else 1024  # bytes that ru_maxrss counts in


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall-clock seconds, seconds of processor time, and peak memory in MB (10⁶ bytes)."""

    seconds: float
    processor: float
    memory: float


def run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Cost:
    """Run a command to its end; RuntimeError with what it said, if it fails."""
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        child = subprocess.Popen(
            command, env={**os.environ, **environment}, cwd=folder, stdout=said, stderr=said
        )
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begun
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            words = said.read().decode(errors="replace")
            raise RuntimeError(f"{' '.join(command)[:300]}\n{words[-2000:]}")
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * UNIT / 1e6)


def alone(home: Path) -> dict[str, str]:
    """An environment in which nothing of the user's is read or written."""
    kinds = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME")
    return {kind: str(home) for kind in kinds}
