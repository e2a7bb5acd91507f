"""Killed translations and imports lose nothing; ``python -m benchmarks.kills`` kills fifty."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kills import imports, translations


def test_a_killed_translation_resumes_to_the_same_document(tmp_path: Path) -> None:
    done = translations(tmp_path, 2, seed=4, engine="echo", sentences=20)
    assert done.faults == ()


def test_a_killed_import_leaves_all_or_nothing(tmp_path: Path) -> None:
    done = imports(tmp_path, 1, seed=5, sentences=60)
    assert done.faults == ()
