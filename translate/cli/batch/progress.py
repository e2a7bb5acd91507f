"""The bar of a run over folders: articles, of which those being decoded count in part."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from translate.portion import PHASES

__all__ = ["Bar", "bar"]

DECODING = 0.8  # of the work on a window; the rest is checking and writing


class Bar:
    """Told what is settled and how far decoding has come, it shows both as one."""

    def __init__(self, bars: Progress, task: TaskID) -> None:
        self._bars = bars
        self._task = task
        self._settled = 0
        self._window = (0, 0)  # articles settled before it, articles in it
        self._shares: dict[str, float] = {}

    def begin(self, articles: int) -> None:
        """So many articles are now decoded together."""
        self._window = (self._settled, articles)
        self._shares = {}

    def report(self, phase: str, finished: int, total: int) -> None:
        """So many more of the window's sentences have gone through a phase."""
        share = finished / total if total else 1.0
        self._shares[phase] = min(1.0, self._shares.get(phase, 0.0) + share)
        self._show()

    def settle(self, articles: int, sentences: int) -> None:
        """So many articles are done with, in all, whatever became of them."""
        self._settled = articles
        self._bars.update(self._task, description=f"{sentences:,}")
        self._show()

    @property
    def completed(self) -> float:
        """The articles that are done with, and the part of the window that is."""
        before, size = self._window
        decoded = DECODING * sum(self._shares.values()) / len(PHASES)
        written = min(size, max(0, self._settled - before))
        return self._settled + (size - written) * decoded

    def _show(self) -> None:
        self._bars.update(self._task, completed=self.completed)


@contextmanager
def bar(quiet: bool, articles: int) -> Iterator[Bar]:
    """A bar on stderr with the time left; nothing if `quiet` or if stderr is no terminal."""
    bars = Progress(
        TextColumn("Articles"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description} sentences"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=quiet or not sys.stderr.isatty(),
        transient=True,
    )
    task = bars.add_task("0", total=articles)
    with bars:
        yield Bar(bars, task)
