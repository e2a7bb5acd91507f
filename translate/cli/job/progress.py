"""The bars of a run: a phase each, with the time left, on stderr."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import TaskID

from translate.cli.bars import bars
from translate.pipeline import Report

__all__ = ["progress"]


@contextmanager
def progress(quiet: bool) -> Iterator[Report]:
    """A bar a phase, with the time left; nothing if `quiet` or if stderr is no terminal."""
    shown = bars(quiet, about="{task.description:<14}", counted="sentences")
    tasks: dict[str, TaskID] = {}

    def report(phase: str, finished: int, total: int) -> None:
        if phase not in tasks:
            tasks[phase] = shown.add_task(phase, total=total)
        shown.update(tasks[phase], advance=finished, total=total)

    with shown:
        yield report
