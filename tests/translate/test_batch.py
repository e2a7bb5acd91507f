"""Folders: found, mirrored, skipped when up to date, kept when edited, gone on with."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate import pipeline
from translate.cli.batch.inputs import find
from translate.cli.batch.manifest import Manifest, Record, State, digest
from translate.cli.batch.run import run_batch
from translate.cli.job.run import Job
from translate.errors import UsageError, UserError
from translate.model import Bitext, Document
from translate.settings import Settings


def is_result(name: str) -> bool:
    return name.endswith((".en.json", ".en.review.docx"))


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    top = tmp_path / "in"
    for place, text in {
        "satu.txt": "Harga beras naik di Jakarta.",
        "a/dua.txt": "Menteri tiba di Bandung pada hari Senin.",
        "a/b/tiga.md": "# Judul\n\nHujan turun sejak pagi.",
        "a/b/kosong.txt": "",
        "a/foto.png": "x",
        "a/lama.en.json": "{}",
        ".rahasia/empat.txt": "Tidak dibaca.",
        "a/.lima.txt": "Tidak dibaca.",
        "a/~$dua.txt": "Tidak dibaca.",
    }.items():
        (top / place).parent.mkdir(parents=True, exist_ok=True)
        (top / place).write_text(text, "utf-8")
    return top


def run(
    tree: Path, *, force: bool = False, flagged: bool = False, dry: bool = False, beam: int = 4
) -> int:
    out = str(tree.parent / "out")
    chosen = Settings(
        formats=("json",), out=out, engine="echo", beam=beam, no_memory=True, quiet=True
    )
    job = Job((str(tree),), chosen, force=force, as_json=False)
    return run_batch(job, only_flagged=flagged, dry=dry)


def results(tree: Path) -> dict[str, tuple[bytes, int]]:
    out = tree.parent / "out"
    return {
        path.relative_to(out).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in out.rglob("*.json")
    }


def many(folder: Path) -> Path:
    """Twelve articles of different length, one of which cannot be read."""
    top = folder / "in"
    top.mkdir()
    for number in range(12):
        text = "\n\n".join(f"Menteri {number} tiba. Harga {n} naik." for n in range(number + 1))
        (top / f"{number:02}.txt").write_text(text, "utf-8")
    (top / "05.txt").write_bytes(b"\0\0\0PK")
    return top


def test_windows_that_are_translated_at_once_come_to_the_same_in_the_same_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {}
    for size in (60, 1_000_000):
        (tmp_path / str(size)).mkdir()
        tree = many(tmp_path / str(size))
        monkeypatch.setattr("translate.cli.batch.run.LEAST", size)
        assert run(tree) == 1
        manifest = Manifest(tree.parent / "out")
        made = {name: raw for name, (raw, _) in results(tree).items()}
        found[size] = (made, list(manifest.records))
    assert len(found[60][0]) == 11
    assert found[60][0] == found[1_000_000][0]
    translated = [name for name in found[60][1] if name != "05.txt"]
    assert translated == sorted(translated)


def test_windows_are_small_at_both_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    for number in range(60):
        text = f"Menteri {number} tiba di kota itu pada pagi hari."
        (tmp_path / "in" / f"{number:02}.txt").write_text(text, "utf-8")
    monkeypatch.setattr("translate.cli.batch.run.LEAST", 40)
    monkeypatch.setattr("translate.cli.batch.run.WINDOW", 400)
    real, sizes = pipeline.translate, []

    def counted(documents: Sequence[Document], **told: Any) -> list[Bitext]:
        sizes.append(len(documents))
        return real(documents, **told)

    monkeypatch.setattr("translate.pipeline.translate", counted)
    assert run(tmp_path / "in") == 0
    assert sum(sizes) == 60
    small = [place for place, size in enumerate(sizes) if size == 1]
    assert small[0] < 3  # they begin at once, more or less in order
    assert small[-1] >= len(sizes) - 3
    assert 5 <= max(sizes) <= 10


def test_an_error_in_a_window_ends_the_run_and_what_was_done_before_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = many(tmp_path)
    (tree / "05.txt").unlink()
    monkeypatch.setattr("translate.cli.batch.run.LEAST", 60)
    monkeypatch.setattr("translate.cli.batch.run.WINDOW", 60)
    real = pipeline.translate

    def breaks(documents: Sequence[Document], **told: Any) -> list[Bitext]:
        if any("Menteri 9 " in document.blocks[0].text for document in documents):
            raise UserError("The memory is gone.", hint="Wait.", slug="memory-unwritable")
        return real(documents, **told)

    monkeypatch.setattr("translate.pipeline.translate", breaks)
    with pytest.raises(UserError, match="gone"):
        run(tree)
    assert set(results(tree)) >= {f"{number:02}.en.json" for number in (0, 1, 2, 3, 4, 6, 7)}
    monkeypatch.undo()
    assert run(tree) == 0
    assert len(results(tree)) == 11


def test_a_folder_is_searched_and_what_is_no_article_is_counted(tree: Path) -> None:
    found = find([str(tree)], tree / "a" / "b", is_result)
    assert [s.inside.as_posix() for s in found.sources] == ["satu.txt", "a/dua.txt"]
    assert (found.unknown, found.own) == ({".png": 1}, 1)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["satu.txt"]),
        ("**/*.txt", ["a/b/kosong.txt", "a/dua.txt", "satu.txt"]),
        ("a/*", ["dua.txt"]),
    ],
)
def test_a_pattern_mirrors_what_comes_after_its_fixed_part(
    tree: Path, pattern: str, expected: list[str]
) -> None:
    found = find([str(tree / pattern)], None, is_result)
    assert [source.inside.as_posix() for source in found.sources] == expected


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"")
    with pytest.raises(UsageError, match="no article"):
        find([str(tmp_path)], None, is_result)


def test_the_tree_is_mirrored_and_a_bad_file_stops_no_other(tree: Path) -> None:
    assert run(tree) == 1
    assert sorted(results(tree)) == ["a/b/tiga.en.json", "a/dua.en.json", "satu.en.json"]
    (error,) = (tree.parent / "out/.dwibahasa/errors.jsonl").read_text("utf-8").splitlines()
    assert json.loads(error)["slug"] == "input-empty"


def test_what_is_up_to_date_is_not_touched(tree: Path) -> None:
    run(tree)
    before = results(tree)
    run(tree)
    assert results(tree) == before


def test_a_changed_article_and_a_lost_result_are_made_again_and_no_other(tree: Path) -> None:
    run(tree)
    before = results(tree)
    (tree / "satu.txt").write_text("Harga beras turun di Jakarta.", "utf-8")
    (tree.parent / "out/a/dua.en.json").unlink()
    run(tree)
    after = results(tree)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"satu.en.json", "a/dua.en.json"}
    assert after["a/dua.en.json"][0] == before["a/dua.en.json"][0]


def test_other_options_and_terms_make_all_anew(tree: Path) -> None:
    run(tree)
    before = results(tree)
    run(tree, beam=2)
    assert all(results(tree)[name] != before[name] for name in before)
    before = results(tree)
    (tree / "terms.csv").write_text("source,target\nberas,rice\n", "utf-8")
    run(tree, beam=2)
    after = results(tree)
    assert {name for name in after if after[name] != before[name]} == {"satu.en.json"}


def test_an_edited_result_is_kept_until_force(tree: Path) -> None:
    run(tree)
    edited = tree.parent / "out/satu.en.json"
    edited.write_text("edited", "utf-8")
    run(tree)
    assert edited.read_text("utf-8") == "edited"
    assert run(tree, beam=2) == 1
    assert edited.read_text("utf-8") == "edited"
    run(tree, beam=2, force=True)
    assert edited.read_text("utf-8") != "edited"


def test_only_flagged_redoes_what_has_doubts(tree: Path) -> None:
    (tree / "tanggal.txt").write_text("12 Maret 2024", "utf-8")  # put together by rule
    run(tree)
    before = results(tree)
    run(tree, flagged=True)
    after = results(tree)
    assert {name for name in after if after[name] == before[name]} == {"tanggal.en.json"}


def test_a_dry_run_writes_nothing_and_counts(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tree, dry=True) == 1
    assert not (tree.parent / "out").exists()
    printed = capsys.readouterr().out
    assert "4 articles: 3 to translate, 1 failed" in printed
    assert "4 sentences" in printed


def test_a_crash_between_promise_and_writing_is_gone_on_with(tmp_path: Path) -> None:
    old, new = (Record("x.txt", "s", outputs={"x.json": digest(t)}) for t in (b"old", b"new"))
    (tmp_path / "x.json").write_bytes(b"old")
    Manifest(tmp_path).add([old])
    assert Manifest(tmp_path).state("x.txt", ["x.json"]) is State.WHOLE
    Manifest(tmp_path).add([new])
    assert Manifest(tmp_path).state("x.txt", ["x.json"]) is State.OURS
    (tmp_path / "x.json").write_bytes(b"edited")
    assert Manifest(tmp_path).state("x.txt", ["x.json"]) is State.OTHER


def test_a_document_is_the_same_alone_and_among_others(tree: Path) -> None:
    run(tree)
    among = results(tree)["a/dua.en.json"][0]
    alone = tree.parent / "alone" / "in"
    (alone / "a").mkdir(parents=True)
    (alone / "a" / "dua.txt").write_bytes((tree / "a" / "dua.txt").read_bytes())
    run(alone)
    assert results(alone)["a/dua.en.json"][0] == among


@given(cut=st.integers(0, 400), junk=st.binary(max_size=40))
@settings(max_examples=40, deadline=None)
def test_a_damaged_journal_is_read_as_far_as_it_makes_sense(
    tmp_path_factory: pytest.TempPathFactory, cut: int, junk: bytes
) -> None:
    folder = tmp_path_factory.mktemp("out")
    Manifest(folder).add([Record("x.txt", "s"), Record("y.txt", "t")])
    path = folder / ".dwibahasa" / "manifest.jsonl"
    path.write_bytes(path.read_bytes()[:cut] + junk)
    Manifest(folder).add([Record("z.txt", "u")])
    assert Manifest(folder).records["z.txt"].source == "u"
