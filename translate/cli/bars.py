"""How every bar of ours looks: what it is about, how far, how many of what, the time left."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["bars"]


def _terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def bars(quiet: bool, *, about: str, counted: str) -> Progress:
    """Bars on stderr; nothing if `quiet` or if stderr is no terminal. `about` and `counted` may
    name fields of a task, as rich's columns do."""
    return Progress(
        TextColumn(about),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(counted),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=quiet or not _terminal(),
        transient=True,
    )
