"""Translates the same articles with us and with others, prints a table, writes JSON and a plot.

python -m benchmarks.throughput [--articles 100] [--stock 5] [--echo 1000] [--out out/bench]

LibreTranslate and the argostranslate of PyPI are measured where the folder of results has an
environment for them: ``libretranslate`` and ``argostranslate`` (``make bench-others``).
With other work on the machine only the seconds of processor time mean something.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import sacrebleu

from benchmarks.throughput import pages
from benchmarks.throughput.articles import BENCHMARKS, FEW_WORDS, articles, split
from benchmarks.throughput.plot import plot
from benchmarks.throughput.processes import alone, run
from benchmarks.throughput.table import table

ROOT = BENCHMARKS.parent
PACKAGE = ROOT / "translate" / "models" / "id_en"
ROUNDS = 2  # of which the better counts
OTHERS = {"upstream": "argostranslate", "libre": "libretranslate"}  # environments of their own
CPUINFO = Path("/proc/cpuinfo")  # on Linux
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
LIBRARIES = ("ctranslate2", "sentencepiece", "argos-translate-lt", "python-docx")


def contender(
    name: str, texts: Sequence[list[list[str]]], folder: Path, python: str = sys.executable
) -> dict[str, Any]:
    """What one contender made of the articles, and what it cost in a process of its own."""
    given, result = folder / "in.json", folder / f"{name}.json"
    given.write_text(json.dumps(texts), "utf-8")
    module = [python, "-m", "benchmarks.throughput.contender", name]
    words = [*module, str(given), str(result), str(PACKAGE), str(cores())]
    cost = run(words, alone(folder), ROOT)
    made: dict[str, Any] = json.loads(result.read_text("utf-8"))
    return made | {"memory": cost.memory, "articles": len(texts)}


def interpreters(out: Path) -> dict[str, str]:
    """The Python of each contender: ours, or that of an environment in the folder of results."""
    found = dict.fromkeys(("raw", "tuned", "own", "stock"), sys.executable)
    for name, place in OTHERS.items():
        python = out / place / "bin" / "python"
        if python.exists():
            found[name] = str(python.absolute())
    return found


def command(texts: Sequence[str], engine: str, folder: Path) -> dict[str, float]:
    """`dwibahasa translate FOLDER` from cold start to review files, as a user runs it."""
    with tempfile.TemporaryDirectory(dir=folder) as inside:
        home = Path(inside)
        (home / "in").mkdir()
        for number, text in enumerate(texts):
            (home / "in" / f"{number:05}.txt").write_text(text, "utf-8")
        words = [sys.executable, "-m", "translate.cli", "translate", str(home / "in")]
        options = ["--engine", engine, "--out", str(home / "out"), "--quiet"]
        cost = run([*words, *options], alone(home), ROOT)
        assert len(list((home / "out").glob("*.docx"))) == len(texts)
    return {
        "articles": len(texts),
        "seconds": cost.seconds,
        "processor": cost.processor,
        "memory": cost.memory,
    }


def quality(pythons: Mapping[str, str], folder: Path) -> dict[str, float]:
    """chrF of each contender on our 300 pairs."""
    lines = (BENCHMARKS / "data" / "news_id_en.tsv").read_text("utf-8").splitlines()
    pairs = [line.split("\t")[:2] for line in lines if not line.startswith("#")]
    texts = [[[source]] for source, _ in pairs]
    wanted = [[target for _, target in pairs]]
    return {
        name: sacrebleu.corpus_chrf(contender(name, texts, folder, python)["texts"], wanted).score
        for name, python in pythons.items()
    }


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def sizes(most: int) -> list[int]:
    """1, 10, 100 … and `most` itself."""
    return sorted({size for size in (1, 10, 100, 1000, 10_000) if size < most} | {most})


def machine() -> dict[str, object]:
    """Where and with what this was measured."""
    libraries = {name: version(name) for name in LIBRARIES}
    system = f"{platform.system()} {platform.machine()}"
    about = {"system": system, "processor": _processor(), "python": platform.python_version()}
    return about | {"cores": cores()} | libraries


def _processor() -> str:
    """What the processor calls itself."""
    lines = CPUINFO.read_text("utf-8").splitlines() if CPUINFO.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def measure(most: int, few: int, echoed: int, pythons: Mapping[str, str]) -> dict[str, Any]:
    """All figures, as written to the JSON file."""
    texts, short = list(articles(max(most, few, 20))), list(articles(echoed, FEW_WORDS))
    cut = [split(text) for text in texts[: max(most, few)]]
    with tempfile.TemporaryDirectory() as inside:
        folder = Path(inside)
        sides = [
            {n: contender(n, cut[:few], folder, python) for n, python in pythons.items()}
            for _ in range(ROUNDS)
        ]
        best = {n: _better([side[n] for side in sides]) for n in sides[0]}
        *fewer, _ = sizes(most)
        growth = [command(texts[:size], "argos", folder) for size in fewer]
        limits, whole = _beside_limits(texts[:most], cut[:most], folder)
        return {
            "machine": machine(),
            "contenders": {n: _without_texts(made) for n, made in best.items()},
            "chrf": quality(pythons, folder),
            "limits": limits,
            "growth": [*growth, whole],
            "echo": [command(short[:size], "echo", folder) for size in sizes(echoed)],
            "docx": [pages.compare(texts[0]), pages.compare("\n\n".join(texts[:20]))],
        }


def _beside_limits(
    texts: Sequence[str], cut: Sequence[list[list[str]]], folder: Path
) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """What decoding alone costs at the least, with the settings of others and with ours, and what
    the command costs that is compared with it; they take turns, since machines drift."""

    def limit(name: str) -> dict[str, float]:
        return _without_texts(contender(name, cut, folder))

    rounds = [
        (limit("raw"), command(texts, "argos", folder), limit("tuned")) for _ in range(ROUNDS)
    ]
    raw, whole, tuned = map(_better, zip(*rounds, strict=True))
    return {"raw": raw, "tuned": tuned}, whole


def _better(rounds: Sequence[dict[str, float]]) -> dict[str, float]:
    """The round that took the least processor time."""
    return min(rounds, key=lambda each: each["processor"])


def _without_texts(made: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in made.items() if key != "texts"}


def main() -> None:
    """Measure, print, and write `throughput.json` and `throughput.svg`."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput")
    parser.add_argument("--articles", type=int, default=100, help="most articles with the model")
    parser.add_argument("--stock", type=int, default=5, help="articles for the slow contenders")
    parser.add_argument("--echo", type=int, default=1000, help="most short articles without it")
    parser.add_argument("--out", type=Path, default=Path("out/bench"))
    parser.add_argument("--into", type=Path, metavar="PAGE", help="put the figures into this page")
    chosen = parser.parse_args()
    pythons = interpreters(chosen.out)
    figures = measure(chosen.articles, chosen.stock, chosen.echo, pythons)
    chosen.out.mkdir(parents=True, exist_ok=True)
    (chosen.out / "throughput.json").write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    (chosen.out / "throughput.svg").write_text(plot(figures), "utf-8")
    print(table(figures))
    if chosen.into:
        into(chosen.into, f"{_how()}\n\n{table(figures)}", plot(figures))


def into(page: Path, text: str, picture: str) -> None:
    """Put the figures between the marks of a page of the documents, and the plot beside it."""
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8")
    (page.parent / "images" / "throughput.svg").write_text(picture, "utf-8")


def _how() -> str:
    """The command, the machine and the versions, for a reader of the figures."""
    told = machine()
    versions = ", ".join(f"{name} {told[name]}" for name in LIBRARIES)
    command = " ".join(["python -m benchmarks.throughput", *sys.argv[1:]])
    where = f"{told['cores']} cores of {told['processor']}, {told['system']}"
    return f"`{command}`, {where}, Python {told['python']}, {versions}."


if __name__ == "__main__":
    main()
