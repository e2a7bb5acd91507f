"""Files damaged at random end well; `make fuzz` does the same for longer."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.fuzz.__main__ import fuzz
from benchmarks.fuzz.damage import damaged
from benchmarks.fuzz.targets import Target, targets

TARGETS = targets()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("target", TARGETS, ids=[target.name for target in TARGETS])
def test_no_fault_in_a_moment_of_fuzzing(target: Target, tmp_path: Path) -> None:
    assert fuzz(target, 0.3, random.Random(1), tmp_path) == 0


@pytest.mark.parametrize("target", TARGETS, ids=[target.name for target in TARGETS])
def test_every_target_takes_the_sound_file(target: Target) -> None:
    target.run(target.seed)


def test_a_fault_is_told_and_its_file_is_kept(tmp_path: Path) -> None:
    broken = Target("x.txt", b"abc", lambda raw: 1 // 0)
    assert fuzz(broken, 0.01, random.Random(1), tmp_path / "finds") == 1
    assert [file.name for file in (tmp_path / "finds").iterdir()] == ["0-x.txt"]


def test_the_same_dice_do_the_same_damage() -> None:
    once, again = (
        [damaged(b"Beras naik lagi.", dice) for _ in range(50)]
        for dice in (random.Random(3), random.Random(3))
    )
    assert once == again
    assert len(set(once)) > 40
