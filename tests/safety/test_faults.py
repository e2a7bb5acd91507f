"""When the machine fails, too: a message, no half file, and what was there stays."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are set the POSIX way")
ROOT = Path(__file__).parent.parent.parent
FULL = "ulimit -f 8; exec "  # blocks: the disk is full after some KiB of a file
WORK = "translate artikel.txt --engine echo -o out"


def run(folder: Path, words: str, before: str = "exec ") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", f"{before}{sys.executable} -m translate.cli {words}"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "artikel.txt").write_bytes((ROOT / "examples" / "artikel.txt").read_bytes())
    return tmp_path


@pytest.mark.parametrize(
    ("memory", "told"),
    [
        ("--no-memory", "Cannot write out/artikel.en."),
        ("--memory m.sqlite3", "The memory m.sqlite3 cannot be opened or written"),
        ("--memory /dev/null/m.sqlite3", "cannot be opened or written"),
        ("--memory artikel.txt", "The memory artikel.txt is damaged"),
    ],
)
@pytest.mark.parametrize("form", ["docx", "json", "html"])
def test_a_full_disk_or_no_memory_is_told_and_leaves_no_half_file(
    place: Path, memory: str, told: str, form: str
) -> None:
    done = run(place, f"{WORK} --format {form} {memory}", FULL)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert (place / "artikel.txt").read_bytes() == (ROOT / "examples" / "artikel.txt").read_bytes()
    assert not (place / "out").exists() or list((place / "out").iterdir()) == []


def test_a_full_disk_leaves_the_old_result(place: Path) -> None:
    assert run(place, f"{WORK} --no-memory").returncode == 0
    (file,) = (place / "out").iterdir()
    before = file.read_bytes()
    assert run(place, f"{WORK} --no-memory --force --beam 5", FULL).returncode == 1
    assert [path.read_bytes() for path in (place / "out").iterdir()] == [before]
