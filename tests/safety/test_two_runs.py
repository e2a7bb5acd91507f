"""Two runs at once: one folder of results has one writer, a memory may have several."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from translate.cli.batch.lock import locked
from translate.errors import OutputError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="runs are stopped the POSIX way")
ROOT = Path(__file__).parent.parent.parent
LINES = "\n\n".join(f"Harga beras naik {n + 2} persen di Desa Sukamaju." for n in range(40))


def start(folder: Path, out: str, *more: str) -> subprocess.Popen[str]:
    words = ["translate", "in", "-o", out, "--engine", "echo", "--format", "json", *more]
    return subprocess.Popen(
        [sys.executable, "-m", "translate.cli", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def done(process: subprocess.Popen[str]) -> tuple[int, str]:
    _, told = process.communicate(timeout=120)
    return process.returncode, told


def results(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*.json")}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for number in range(60):
        (tmp_path / "in" / f"{number}.txt").write_text(f"Berita {number}\n\n{LINES}", "utf-8")
    return tmp_path


def stopped(place: Path, out: str, *more: str) -> subprocess.Popen[str]:
    """A run that has just taken its folder, halted."""
    process = start(place, out, *more)
    lock, end = place / out / ".dwibahasa" / "lock", time.monotonic() + 60
    while not (lock.exists() and lock.read_bytes()) and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(signal.SIGSTOP)
    return process


def test_a_second_run_is_told_and_a_killed_one_holds_nothing(place: Path) -> None:
    first = stopped(place, "out", "--memory", "m.sqlite3")
    try:
        code, told = done(start(place, "out", "--no-memory"))
        assert code == 1
        assert f"Another run writes into out: process {first.pid} on " in told
        assert done(start(place, "out", "--no-memory", "--dry-run"))[0] == 0
    finally:
        first.kill()
        first.communicate()
    assert done(start(place, "out", "--memory", "m.sqlite3")) == (0, "")
    assert done(start(place, "quiet", "--no-memory")) == (0, "")
    assert results(place / "out") == results(place / "quiet")
    assert len(results(place / "quiet")) == 60


def test_runs_into_two_folders_share_a_memory(place: Path) -> None:
    both = [start(place, out, "--memory", "m.sqlite3") for out in ("a", "b")]
    assert [done(each) for each in both] == [(0, ""), (0, "")]
    assert results(place / "a") == results(place / "b")


def test_the_lock_goes_with_its_context(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(OutputError, match="Another run"), locked(tmp_path):
        pass
    with locked(tmp_path):
        pass


def test_a_lock_file_that_makes_no_sense_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / ".dwibahasa").mkdir()
    (tmp_path / ".dwibahasa" / "lock").write_bytes(b"\xff{")
    with locked(tmp_path), pytest.raises(OutputError, match=r"since 20"), locked(tmp_path):
        pass
