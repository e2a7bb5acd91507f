"""Trees as people have them: odd names, links, closed folders, results among the articles."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from translate.cli.batch.run import run_batch
from translate.cli.job.run import Job
from translate.settings import Settings


def run(names: list[Path], out: Path, **told: bool) -> int:
    chosen = Settings(formats=("json",), out=str(out), engine="echo", no_memory=True)
    job = Job(tuple(map(str, names)), chosen, force=False, as_json=told.get("as_json", False))
    return run_batch(job, only_flagged=False, dry=told.get("dry", False))


def put(top: Path, *places: str) -> None:
    for place in places:
        (top / place).parent.mkdir(parents=True, exist_ok=True)
        (top / place).write_text("Harga beras naik di Jakarta.", "utf-8")


def results(out: Path) -> list[str]:
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*.en.json"))


def test_a_name_that_is_not_utf_8_is_translated_and_known_again(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    odd = os.fsdecode(b"bukan-\xff\xfe")
    try:
        put(tmp_path / "in", f"{odd}.txt", "z.txt")
    except OSError:  # a file system of UTF-8 names alone has none of these
        return
    out = tmp_path / "out"
    assert run([tmp_path / "in"], out) == 0
    assert results(out) == [f"{odd}.en.json", "z.en.json"]
    (tmp_path / "in" / f"{odd}.txt").write_bytes(b"")
    capfd.readouterr()
    assert run([tmp_path / "in"], out) == 1
    assert "1 up to date, 1 failed" in capfd.readouterr().out
    lines = (out / ".dwibahasa" / "errors.jsonl").read_bytes().decode("utf-8").splitlines()
    assert [json.loads(line)["article"] for line in lines] == [f"{odd}.txt"]
