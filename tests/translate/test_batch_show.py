"""What a run over folders tells: faults once, progress that never goes back, times in words."""

from __future__ import annotations

from concurrent.futures import CancelledError

import pytest
from rich.progress import Progress

from translate.cli.batch.progress import Bar
from translate.cli.batch.show import grouped, time_told
from translate.portion import PHASES


@pytest.mark.parametrize(
    ("faults", "told"),
    [
        ([], []),
        ([("a/x.txt", "x.txt: holds no text.", "h")], [("a/x.txt: holds no text.", "h")]),
        ([("a/x.txt", "/in/a/x.txt: is gone.", "h")], [("a/x.txt: is gone.", "h")]),
        ([("a/x.txt", "'in/a/x.txt': is shut.", "h")], [("a/x.txt: is shut.", "h")]),
        ([("a/x.txt", "b/xa/x.txt: is gone.", "h")], [("a/x.txt: b/xa/x.txt: is gone.", "h")]),
        (
            [(f"{n}/x.txt", "x.txt: holds no text.", "h") for n in range(5)],
            [("0/x.txt, 1/x.txt, 2/x.txt and 2 more: holds no text.", "h")],
        ),
        (
            [("a.txt", "terms.csv, line 2", "h"), ("b.txt", "other", "i"), ("c.txt", "other", "j")],
            [("a.txt: terms.csv, line 2", "h"), ("b.txt: other", "i"), ("c.txt: other", "j")],
        ),
    ],
)
def test_a_fault_of_many_articles_is_told_once(
    faults: list[tuple[str, str, str]], told: list[tuple[str, str]]
) -> None:
    assert grouped(faults) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "0 s"),
        (8.4, "8 s"),
        (89, "89 s"),
        (95, "2 min"),
        (3599, "1 h 0 min"),
        (12_000, "3 h 20 min"),
    ],
)
def test_a_time_is_told_in_words(seconds: float, told: str) -> None:
    assert time_told(seconds) == told


def test_progress_grows_through_a_window_and_ends_with_its_articles() -> None:
    bars = Progress(disable=True)
    bar = Bar(bars, bars.add_task("0", total=10))
    bar.settle(2, 0)
    seen = [bar.completed]
    window = bar.begin(8)
    for phase in PHASES:
        window.report(phase, 0, 40)
        for _ in range(4):
            window.report(phase, 10, 40)
            seen.append(bar.completed)
    for number in range(8):
        window.settle()
        bar.settle(3 + number, 40)
        seen.append(bar.completed)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (2, 10)
    assert seen[6] > 4
    bar.begin(0).report(PHASES[0], 0, 0)
    assert bar.completed == 10


def test_windows_that_are_in_work_at_once_are_shown_together() -> None:
    bars = Progress(disable=True)
    bar = Bar(bars, bars.add_task("0", total=8))
    one, two = bar.begin(4), bar.begin(4)
    for phase in PHASES:
        two.report(phase, 1, 1)
    half = bar.completed
    for phase in PHASES:
        one.report(phase, 1, 1)
    assert 0 < half < bar.completed < 8


def test_a_window_that_was_stopped_ends_the_work_on_it() -> None:
    bars = Progress(disable=True)
    window = Bar(bars, bars.add_task("0", total=1)).begin(1)
    window.report(PHASES[0], 1, 2)
    window.stop()
    with pytest.raises(CancelledError):
        window.report(PHASES[0], 1, 2)
