"""The transcripts in tests/commands/*.md: each command prints what stands below it.

A fenced ``console`` block holds commands (``$ …``) and what they print, stdout and stderr together;
``[exit N]`` closes one that does not end with 0. ``…`` stands for anything. All blocks of a file
run in one temporary folder, in which `examples/` is at hand as ``examples``.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TRANSCRIPTS = sorted((ROOT / "tests" / "commands").glob("*.md"))


def steps(text: str) -> list[tuple[str, str]]:
    """The commands of a transcript, each with what it should print."""
    found: list[tuple[str, str]] = []
    for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = part.partition("\n")
            found.append((command, printed.rstrip("\n")))
    return found


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `dwibahasa` alone, for the search path: what the shell calls is this tree."""
    folder = tmp_path_factory.mktemp("programs")
    program = folder / "dwibahasa"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m translate.cli "$@"\n', "utf-8")
    program.chmod(0o755)
    return folder


def run(command: str, folder: Path, programs: Path) -> str:
    """Run one command and return what it printed, with its exit code if that is not 0."""
    path = os.pathsep.join((str(programs), os.environ.get("PATH", os.defpath)))
    settings = {"PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "100", "NO_COLOR": "1"}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=os.environ | settings,
        capture_output=True,
        timeout=120,
    )
    printed = (done.stdout + done.stderr).decode("utf-8").rstrip("\n")
    ending = f"[exit {done.returncode}]" if done.returncode else ""
    return "\n".join(part for part in (printed, ending) if part)


def matches(expected: str, printed: str) -> bool:
    """True if `printed` is `expected`, where … stands for anything."""
    pattern = "".join(
        ".*" if part == "…" else re.escape(part) for part in re.split("(…)", expected)
    )
    return re.fullmatch(pattern, printed, re.DOTALL) is not None


@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.stem)
def test_each_command_prints_what_the_transcript_says(
    transcript: Path, tmp_path: Path, programs: Path
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for command, expected in steps(transcript.read_text("utf-8")):
        printed = run(command, tmp_path, programs)
        assert matches(expected, printed), f"$ {command}\n{printed}\n--- expected:\n{expected}"


def test_a_file_named_like_the_program_is_a_file(tmp_path: Path, programs: Path) -> None:
    assert run("echo 'beam = 2' > dwibahasa.toml; cat dwibahasa.toml", tmp_path, programs) == (
        "beam = 2"
    )


def test_there_are_transcripts() -> None:
    assert TRANSCRIPTS
