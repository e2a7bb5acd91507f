"""The bar of a run over folders: articles, of which those being decoded count in part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager

from rich.progress import Progress, TaskID

from translate.cli.bars import bars
from translate.portion import PHASES

__all__ = ["Bar", "Window", "bar"]

DECODING = 0.8  # of the work on a window; the rest is checking and writing


class Window:
    """Some articles that are decoded together: how far they have come, and how many are `left`."""

    def __init__(self, articles: int, show: Callable[[], None]) -> None:
        self.left = articles
        self._show = show
        self._shares: dict[str, float] = {}
        self._stopped = False

    def stop(self) -> None:
        """Nobody waits for this window any more."""
        self._stopped = True

    def report(self, phase: str, finished: int, total: int) -> None:
        """So many more of the sentences have gone through a phase. Raises CancelledError once the
        window was stopped, so that the work on it ends."""
        if self._stopped:
            raise CancelledError
        share = finished / total if total else 1.0
        self._shares[phase] = min(1.0, self._shares.get(phase, 0.0) + share)
        self._show()

    def settle(self) -> None:
        """One more of the articles is done with."""
        self.left -= 1

    @property
    def part(self) -> float:
        """What is done of the articles that are not yet done with."""
        return self.left * DECODING * sum(self._shares.values()) / len(PHASES)


class Bar:
    """Told what is settled and how far decoding has come, it shows both as one."""

    def __init__(self, bars: Progress, task: TaskID) -> None:
        self._bars = bars
        self._task = task
        self._settled = 0
        self._windows: list[Window] = []

    def begin(self, articles: int) -> Window:
        """So many articles are now decoded together."""
        window = Window(articles, self._show)
        self._windows.append(window)
        return window

    def settle(self, articles: int, sentences: int) -> None:
        """So many articles are done with, in all, whatever became of them."""
        self._settled = articles
        self._windows = [window for window in self._windows if window.left]
        self._bars.update(self._task, description=f"{sentences:,}")
        self._show()

    @property
    def completed(self) -> float:
        """The articles that are done with, and the parts of those that are not."""
        return self._settled + sum(window.part for window in self._windows)

    def _show(self) -> None:
        self._bars.update(self._task, completed=self.completed)


@contextmanager
def bar(quiet: bool, articles: int) -> Iterator[Bar]:
    """A bar on stderr with the time left; nothing if `quiet` or if stderr is no terminal."""
    shown = bars(quiet, about="Articles", counted="{task.description} sentences")
    task = shown.add_task("0", total=articles)
    with shown:
        yield Bar(shown, task)
