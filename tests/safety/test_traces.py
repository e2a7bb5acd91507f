"""What a run leaves behind: its results, a private memory, and nothing else."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and signals are POSIX")
ROOT = Path(__file__).parent.parent.parent
LONG = "\n\n".join(f"Menteri ke-{n} tiba di kota {n} pada pukul {n % 24}.30." for n in range(4000))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with an article, an empty home and an empty folder for temporary files."""
    for name in ("home", "temporary", "work"):
        (tmp_path / name).mkdir()
    (tmp_path / "work" / "artikel.txt").write_text("Empat belas kapal tiba di sini.\n", "utf-8")
    (tmp_path / "work" / "panjang.txt").write_text(LONG, "utf-8")
    return tmp_path


def start(place: Path, *words: str) -> subprocess.Popen[bytes]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")} | {
        "HOME": str(place / "home"),
        "TMPDIR": str(place / "temporary"),
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "translate.cli", *words],
        cwd=place / "work",
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def ours(place: Path) -> list[Path]:
    """What lies in the home but Argos' own empty folders."""
    return [p for p in (place / "home").rglob("*") if "dwibahasa" in p.as_posix().split("home")[-1]]


@pytest.mark.model
def test_a_run_leaves_its_result_and_a_private_memory(place: Path) -> None:
    process = start(place, "translate", "artikel.txt")
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors.decode()
    assert files(place / "temporary") == []
    assert list((place / "temporary").iterdir()) == []
    assert files(place / "work") == ["artikel.en.review.docx", "artikel.txt", "panjang.txt"]
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in ours(place)}
    assert modes == {"dwibahasa": 0o700, "memory.sqlite3": 0o600}


@pytest.mark.model
def test_no_memory_means_that_none_is_made(place: Path) -> None:
    process = start(place, "translate", "artikel.txt", "--no-memory")
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert ours(place) == []


@pytest.mark.model
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_killed_leaves_no_temporary_file(place: Path, sign: signal.Signals) -> None:
    process = start(place, "translate", "panjang.txt", "--format", "json")
    end = time.monotonic() + 60
    while not any(path.suffix == ".sqlite3" for path in ours(place)):  # then it is at work
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.05)
    process.send_signal(sign)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == (143 if sign is signal.SIGTERM else -9)
    assert b"Traceback" not in errors
    assert list((place / "temporary").iterdir()) == []
    assert files(place / "work") == ["artikel.txt", "panjang.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written_leaves_nothing_in_the_temporary_folder(place: Path) -> None:
    (place / "home").chmod(0o500)
    process = start(place, "models", "list")
    process.communicate(timeout=60)
    (place / "home").chmod(0o700)
    assert process.returncode == 0
    assert list((place / "temporary").iterdir()) == []
