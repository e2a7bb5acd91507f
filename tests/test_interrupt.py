"""Ctrl-C in the middle of a run leaves no half-written file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(sys.platform == "win32", reason="signals are sent the POSIX way"),
]
ROOT = Path(__file__).parent.parent


def test_ctrl_c_ends_with_130_and_an_empty_folder(tmp_path: Path) -> None:
    article = tmp_path / "panjang.txt"
    sentences = (f"Menteri ke-{n} tiba di kota {n} pada pukul {n % 24}.30." for n in range(4000))
    article.write_text("\n\n".join(sentences), "utf-8")
    command = [
        sys.executable,
        "-m",
        "translate.cli",
        "translate",
        str(article),
        "-o",
        str(tmp_path / "out"),
    ]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=os.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heeding,
    )
    time.sleep(3)  # it starts in half a second, and has work for half a minute
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Interrupted" in errors
    assert b"Traceback" not in errors
    assert list(tmp_path.iterdir()) == [article]


def _heeding() -> None:
    """A suite that a shell started in the background ignores the signal, and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_in_the_first_moments_is_no_traceback() -> None:
    """The way in is told to import a program that is interrupted at once, as if by a quick hand."""
    code = (
        "import os, signal, sys\n"
        "from translate.cli.__main__ import run\n"
        "class Quick:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'typer':\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Quick())\n"
        "run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        preexec_fn=_heeding,
        timeout=60,
    )
    assert done.returncode == 130
    assert done.stderr == b"Interrupted.\n"
