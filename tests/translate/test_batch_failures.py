"""What a failed run leaves behind: what is known of good results, nothing of its mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate import output
from translate.cli.batch.manifest import Manifest
from translate.cli.batch.run import run_batch
from translate.cli.job.run import Job
from translate.errors import OutputError, UserError
from translate.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles that were translated, and one result that was edited since."""
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        text = f"Harga beras naik di Jakarta {name}."
        (tmp_path / "in" / f"{name}.txt").write_text(text, "utf-8")
    assert run(tmp_path) == 0
    (tmp_path / "out" / "b.en.json").write_text("edited", "utf-8")
    return tmp_path


def run(folder: Path, *, force: bool = False, **told: object) -> int:
    given = {"formats": ("json",), "engine": "echo", "no_memory": True} | told
    job = Job((str(folder / "in"),), Settings(out=str(folder / "out"), **given), force, False)  # type: ignore[arg-type]
    return run_batch(job, only_flagged=False, dry=False)


def told(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[0]


@pytest.mark.parametrize(
    "mistake",
    [
        {"glossary": ("typo.csv",)},
        {"engine": "typo"},
        {"engine": "argos", "model": ("typo.argosmodel",)},
        {"engine": "argos", "source": "xx"},
        {"source": "auto", "glossary": ("typo.csv",)},
        {"source": "auto", "engine": "typo"},
        {"abbreviations": "typo.txt"},
        {"source": "auto", "abbreviations": "typo.txt"},
    ],
)
def test_a_mistake_that_all_articles_share_ends_the_run_before_any(
    folder: Path, mistake: dict[str, object], capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "out" / ".dwibahasa" / "manifest.jsonl").read_bytes()
    with pytest.raises(UserError):
        run(folder, **mistake)
    assert (folder / "out" / ".dwibahasa" / "manifest.jsonl").read_bytes() == before
    capsys.readouterr()
    assert run(folder) == 0
    assert told(capsys) == "2 articles: 1 up to date, 1 edited"


@pytest.mark.parametrize("place", ["terms.csv", "b.txt"])
def test_what_is_known_of_results_survives_a_failure(
    folder: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "in" / place
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(b"" if before else b"source,target\nberas,rice\nberas,paddy\n")
    assert run(folder) == 1
    if before is None:
        path.unlink()
    else:
        path.write_bytes(before)
    for _ in range(2):
        capsys.readouterr()
        assert run(folder) == 0
        assert told(capsys) == "2 articles: 1 up to date, 1 edited"
    assert not any(record.error for record in Manifest(folder / "out").records.values())


def test_results_that_could_not_be_written_are_not_taken_for_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = output.write

    def full(path: Path, data: bytes) -> None:
        if path.suffix == ".json":
            raise OutputError("No space left.", hint="Make room.", slug="unwritable-output")
        real(path, data)

    (folder / "in" / "b.txt").write_text("Harga beras turun.", "utf-8")
    monkeypatch.setattr(output, "write", full)
    assert run(folder, force=True) == 1
    monkeypatch.undo()
    assert run(folder) == 1  # still edited, of an article that has changed
    assert (folder / "out" / "b.en.json").read_text("utf-8") == "edited"
    assert run(folder, force=True) == 0
