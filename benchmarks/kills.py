"""Kills translations and imports at random moments: ``python -m benchmarks.kills [TIMES]``.

After every kill: the memory is whole, every unit approved before is there, of an import all units
or none are, and a document is there whole or not at all. At the end of the translations the next
run gives, byte for byte, the document of a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exports.review import read_review
from translate.memory import units
from translate.memory.file import MemoryFile
from translate.memory.unit import MemoryUnit

KNOWN = MemoryUnit("id", "en", "Satu.", "One.", "Rina")
PROGRAM = [sys.executable, "-m", "translate.cli"]
VILLAGES = ("Sukamaju", "Karanganyar", "Batu Lama", "Sungai Dua", "Tanjung Baru", "Air Putih")


@dataclass(frozen=True, slots=True)
class Killed:
    """How many processes were killed before their end, and what was wrong, one line each."""

    killed: int
    faults: tuple[str, ...]


def article(sentences: int) -> str:
    """An Indonesian article of our own, no sentence like another."""
    lines = [
        f"Harga beras di Desa {VILLAGES[n % 6]} naik {n + 2} persen sejak hari ke-{n + 3}."
        for n in range(sentences)
    ]
    return "Harga Beras Naik\n\n" + "\n\n".join(lines) + "\n"


def translations(folder: Path, times: int, seed: int, engine: str, sentences: int) -> Killed:
    """Kill a translation `times` times, then let it run to its end."""
    source = folder / "artikel.txt"
    source.write_text(article(sentences), encoding="utf-8")

    def command(name: str) -> list[str]:
        place = ["-o", str(folder / name), "--memory", str(folder / f"{name}.sqlite3")]
        return [*PROGRAM, "translate", str(source), "--engine", engine, "--force", "-q", *place]

    for name in ("quiet", "killed"):
        _with_known(folder / f"{name}.sqlite3")
    seconds = _run(command("quiet"))
    chance, killed, faults = random.Random(seed), 0, []
    made = folder / "killed" / "artikel.en.review.docx"
    for turn in range(times):
        killed += _killed(command("killed"), chance.uniform(0.05, 0.9 * seconds))
        faults += [f"translation {turn}: {fault}" for fault in _faults(folder / "killed.sqlite3")]
        if made.exists():
            read_review(made.read_bytes())
            made.unlink()
    _run(command("killed"))
    if made.read_bytes() != (folder / "quiet" / made.name).read_bytes():
        faults.append("the resumed run gives another document")
    return Killed(killed, tuple(faults))


def imports(folder: Path, times: int, seed: int, sentences: int) -> Killed:
    """Kill an import `times` times, then let it run to its end."""
    source, memory = folder / "berita.txt", folder / "import.sqlite3"
    source.write_text(article(sentences), encoding="utf-8")
    _run([*PROGRAM, "translate", str(source), "--engine", "echo", "--no-memory", "-q"])
    reviewed = folder / "berita.en.review.docx"
    command = [*PROGRAM, "review", "import", str(reviewed), "--approve-unchanged"]
    command += ["--memory", str(memory)]
    _with_known(memory)
    seconds = _run(command)
    whole = _count(memory)
    chance, killed, faults = random.Random(seed), 0, []
    for turn in range(times):
        for file in folder.glob("import.sqlite3*"):
            file.unlink()
        _with_known(memory)
        killed += _killed(command, chance.uniform(0.05, 0.9 * seconds))
        faults += [f"import {turn}: {fault}" for fault in _faults(memory)]
        if (count := _count(memory)) not in (1, whole):
            faults.append(f"import {turn}: {count} units, neither none nor all {whole}")
        _run(command)
        if _count(memory) != whole:
            faults.append(f"import {turn}: the next import is not whole")
    return Killed(killed, tuple(faults))


def _with_known(memory: Path) -> None:
    with MemoryFile(memory) as store:
        units.store(store, [KNOWN], replace_=False)


def _count(memory: Path) -> int:
    with MemoryFile(memory) as store:
        return len(units.all_units(store))


def _faults(memory: Path) -> list[str]:
    """What is wrong with a memory; a damaged file raises MemoryFileError."""
    with MemoryFile(memory) as store:
        store.check()
        there = KNOWN.source in {unit.source for unit in units.all_units(store)}
    return [] if there else ["an approved unit is lost"]


def _run(command: Sequence[str]) -> float:
    """Run to the end; how many seconds it took."""
    start = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    return time.monotonic() - start


def _killed(command: Sequence[str], seconds: float) -> bool:
    """Start, kill after some seconds; True if it was still running then."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def main() -> int:
    """Print what was killed and what was wrong; 1 if anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=int, nargs="?", default=50)
    parser.add_argument("--engine", default="argos")
    parser.add_argument("--sentences", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    half = chosen.times // 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        results = {
            "translations": translations(
                folder, chosen.times - half, chosen.seed, chosen.engine, chosen.sentences
            ),
            "imports": imports(folder, half, chosen.seed, 10 * chosen.sentences),
        }
    count = Counter({name: result.killed for name, result in results.items()})
    print(", ".join(f"{number} {name} killed" for name, number in count.items()))
    faults = [fault for result in results.values() for fault in result.faults]
    print("\n".join(faults) or "nothing lost, nothing damaged, the same document")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
