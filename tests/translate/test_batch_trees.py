"""Trees as people have them: odd names, links, closed folders, results among the articles."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from translate.cli.app import app
from translate.cli.batch.run import run_batch
from translate.cli.batch.search import matching
from translate.cli.job.run import Job
from translate.errors import InputError, UsageError
from translate.settings import Settings
from translate.settings_place import FILE


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


@pytest.mark.parametrize("named", ["", "**/*.txt", "**", "*/*.txt", "**/naik/*.txt", "d/*/*.txt"])
def test_links_to_folders_are_not_followed(tmp_path: Path, named: str) -> None:
    top = tmp_path / "in"
    put(top, "d/satu.txt")
    put(tmp_path / "beside", "dua.txt")
    (top / "d" / "naik").symlink_to("..")
    (top / "beside").symlink_to(tmp_path / "beside")
    (top / "tiga.txt").symlink_to(tmp_path / "beside" / "dua.txt")
    found = {
        path.relative_to(top).as_posix()
        for path in matching(str(top / named), tmp_path / "out", {})
    }
    assert found <= {"d/satu.txt", "tiga.txt"}
    assert len(found) == {"": 2, "**/*.txt": 2, "**": 2, "*/*.txt": 1}.get(named, 0)


@pytest.mark.parametrize(
    ("named", "places"),
    [
        ("**", ["a/b/x.md", "a/b/y.txt", "a/z.txt", "w.txt"]),
        ("**/b/**", ["a/b/x.md", "a/b/y.txt"]),
        ("**/b/[xy].*", ["a/b/x.md", "a/b/y.txt"]),
        ("a/?/*.txt", ["a/b/y.txt"]),
        ("*.txt", ["w.txt"]),
        ("**/*.pdf", []),
        ("none/*.txt", []),
    ],
)
def test_a_pattern_means_what_it_means_in_a_shell(
    tmp_path: Path, named: str, places: list[str]
) -> None:
    put(tmp_path, "w.txt", "a/z.txt", "a/b/x.md", "a/b/y.txt", "a/.b/x.md", "out/y.txt")
    found = matching(str(tmp_path / named), tmp_path / "out", {})
    assert [path.relative_to(tmp_path).as_posix() for path in found] == places


@pytest.mark.parametrize(("named", "out"), [("in", "in"), ("in", "in/d/.."), ("in/*.txt", "in")])
def test_results_do_not_go_among_the_articles(tmp_path: Path, named: str, out: str) -> None:
    put(tmp_path / "in", "x.txt", "d/y.txt")
    with pytest.raises(UsageError) as caught:
        run([tmp_path / named], tmp_path / out)
    assert caught.value.slug == "folder-out"
    assert run([tmp_path / "in"], tmp_path / "in" / "out") == 0
    assert results(tmp_path) == ["in/out/d/y.en.json", "in/out/x.en.json"]


@pytest.mark.parametrize("named", ["in", "in/**/*.txt", "in/*/*/*.txt"])
def test_a_folder_that_cannot_be_looked_into_is_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    named: str,
) -> None:
    put(tmp_path / "in", "x.txt", "d/e/y.txt", "d/shut/z.txt")
    real = os.scandir

    def scandir(folder: Path) -> Any:
        if Path(folder).name == "shut":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    out = tmp_path / "out"
    for again in (False, True):
        assert run([tmp_path / named], out, dry=again) == 1
        told = capsys.readouterr()
        assert "not read: 1 folder" in told.out
        assert f"{tmp_path}/in/d/shut: the folder cannot be looked into" in told.out + told.err
    assert len(results(out)) == (1 if named.endswith("*/*/*.txt") else 2)
    (line,) = (out / ".dwibahasa" / "errors.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["slug"] == "input-unreadable"
    with pytest.raises(InputError, match="looked into"):
        run([tmp_path / "in" / "d" / "shut"], out)


@pytest.mark.parametrize(
    ("named", "settings", "several"),
    [
        ("in", ["d"], True),
        ("in/**/*.txt", ["d"], True),
        ("in", [".", "d"], True),
        ("in", ["."], False),
        ("in/d", [".", "d"], False),
        ("in/d/*.txt", ["d"], False),
        ("in", ["empty"], False),
    ],
)
def test_all_articles_of_a_folder_lie_under_one_settings_file(
    tmp_path: Path, named: str, settings: list[str], several: bool
) -> None:
    put(tmp_path / "in", "x.txt", "d/y.txt", "d/z.txt")
    for place in settings:
        (tmp_path / "in" / place).mkdir(exist_ok=True)
        (tmp_path / "in" / place / FILE).write_text('format = ["text"]', "utf-8")
    out = ["-o", str(tmp_path / "out"), "--engine", "echo", "--no-memory"]
    done = CliRunner().invoke(app, ["translate", str(tmp_path / named), *out])
    one = tmp_path / "in" / settings[0] / FILE
    if several:
        assert isinstance(done.exception, UsageError)
        assert done.exception.slug == "settings-several"
        done = CliRunner().invoke(
            app, ["translate", str(tmp_path / named), *out, "--settings", str(one)]
        )
    assert done.exit_code == 0, done.output
    made = list((tmp_path / "out").rglob("*.txt"))
    assert bool(made) == (settings != ["empty"])
