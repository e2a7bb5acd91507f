"""What fuzzing found interesting is read again, and a little damage more; `make fuzz` goes on."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks.fuzz.damage import damaged
from benchmarks.fuzz.targets import Target, targets
from glossary.errors import UserError

TARGETS = targets()
QUICK = [target for target in TARGETS if not target.slow]
CORPUS = Path(__file__).parent / "corpus"


def ends_well(target: Target, raw: bytes) -> None:
    told: UserError | None = None
    try:
        target.run(raw)
    except UserError as error:
        told = error
    assert told is None or (told.message and told.hint)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("target", TARGETS, ids=[target.name for target in TARGETS])
def test_the_corpus_of_a_target_ends_well(target: Target) -> None:
    for path in sorted((CORPUS / target.name).glob("*")):
        ends_well(target, path.read_bytes())


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("target", QUICK, ids=[target.name for target in QUICK])
def test_sound_files_are_read_and_damaged_ones_end_well(target: Target) -> None:
    dice = random.Random(1)
    for seed in list(target.seeds())[:4]:
        target.run(seed)
        for _ in range(8):
            ends_well(target, damaged(seed, dice))


@pytest.mark.office
def test_damaged_files_end_well_that_libreoffice_reads() -> None:
    (target,) = (target for target in TARGETS if target.slow)
    sound, *old = target.seeds()
    if not old:
        pytest.skip("LibreOffice is not installed")
    target.run(sound)
    ends_well(target, damaged(old[0], random.Random(1)))


def test_the_corpus_belongs_to_targets() -> None:
    names = {target.name for target in TARGETS}
    assert {path.name for path in CORPUS.iterdir()} <= names


def test_the_same_dice_do_the_same_damage() -> None:
    once, again = (
        [damaged(b"Beras naik lagi.", dice) for _ in range(50)]
        for dice in (random.Random(3), random.Random(3))
    )
    assert once == again
    assert len(set(once)) > 40
