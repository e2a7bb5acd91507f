"""Results are written whole or not at all, and never over another file unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from translate import output
from translate.errors import OutputError


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        (["a.txt"], ["a"]),
        (["x/a.txt", "b.md"], ["a", "b"]),
        (["a.txt", "a.md"], ["a.txt", "a.md"]),
        (["-"], ["stdin"]),
        (["laporan.akhir.txt"], ["laporan.akhir"]),
    ],
)
def test_two_inputs_of_one_stem_keep_their_extension(
    inputs: list[str], expected: list[str]
) -> None:
    assert output.stems(inputs) == expected


def test_results_lie_beside_the_input_unless_told_otherwise(tmp_path: Path) -> None:
    beside = output.destination(str(tmp_path / "a.txt"), "a", None, "en.json")
    assert beside == tmp_path / "a.en.json"
    assert output.destination("-", "stdin", None, "en.json") == Path("stdin.en.json")
    assert output.destination("x/a.txt", "a", tmp_path, "en.json") == tmp_path / "a.en.json"


def test_an_existing_file_is_kept_without_force(tmp_path: Path) -> None:
    path = tmp_path / "a.en.json"
    path.write_text("mine")
    with pytest.raises(OutputError, match="exists already") as caught:
        output.prepare(path, force=False)
    assert caught.value.slug == "output-exists"
    assert path.read_text() == "mine"
    output.prepare(path, force=True)


def test_a_missing_folder_is_made_with_the_first_result(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "a.en.json"
    output.prepare(path, force=False)
    assert list(tmp_path.iterdir()) == []
    output.write(path, b"{}")
    assert path.read_bytes() == b"{}"


def test_a_folder_in_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.en.json").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        output.prepare(tmp_path / "a.en.json", force=True)


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="out is a file, not a folder"):
        output.prepare(tmp_path / "out" / "a.en.json", force=False)


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.en.json"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        output.write(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_writing_replaces_the_file_and_leaves_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "a.en.json"
    path.write_text("old")
    output.write(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
