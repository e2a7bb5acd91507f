"""Workers give the same results as this process, and one that is killed loses nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from glossary.store import merge
from translate import pipeline
from translate.engines.echo import EchoEngine
from translate.errors import UserError
from translate.languages import load_language
from translate.model import Bitext, Block, Document, Kind
from translate.portion import Recipe, _opened
from translate.workers import Workers, processes


def article(count: int) -> Document:
    texts = [f"Menteri ke-{n} tiba di kota Bandung." for n in range(count)]
    blocks = tuple(Block(n, Kind.PARAGRAPH, text) for n, text in enumerate(texts))
    return Document("d", "Judul", "id", blocks)


def run(workers: Workers | None) -> list[Bitext]:
    return pipeline.translate(
        [article(200)],
        engine=EchoEngine("id", "en"),
        glossary=merge([]),
        language=load_language("id"),
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
        workers=workers,
    )


class Dying(ThreadPoolExecutor):
    """Breaks after `lives` results, as a pool does when a process of it is killed."""

    def __init__(self, lives: int) -> None:
        super().__init__(1)
        self.lives = lives

    def map(self, fn: Callable[..., Any], *iterables: Any, **options: Any) -> Any:
        for number, result in enumerate(super().map(fn, *iterables)):
            if number == self.lives:
                raise BrokenExecutor("killed")
            yield result


@pytest.mark.parametrize("opener", [partial(ThreadPoolExecutor, 2), partial(Dying, 1)])
def test_any_executor_gives_what_this_process_gives(opener: Callable[[], Executor]) -> None:
    with Workers(opener, "echo") as workers:
        assert run(workers) == run(None)


def test_workers_that_die_without_a_result_end_the_run() -> None:
    with Workers(partial(Dying, 0), "echo") as workers, pytest.raises(UserError, match="died"):
        run(workers)


def test_a_worker_with_another_model_is_refused() -> None:
    with pytest.raises(UserError, match="another model"):
        _opened(Recipe("echo", "id", "en", (), "other", ""))


class Murderous:
    """An executor of processes of which one is killed after the first result."""

    def __init__(self, kills: list[int]) -> None:
        self.pool: Any = processes(2)
        self.kills = kills

    def map(self, fn: Callable[..., Any], jobs: Any) -> Any:
        for number, result in enumerate(self.pool.map(fn, jobs)):
            yield result
            if number == 0 and not self.kills:
                self.kills.append(min(self.pool._processes))
                os.kill(self.kills[0], signal.SIGKILL)

    def shutdown(self, wait: bool, *, cancel_futures: bool) -> None:
        self.pool.shutdown(wait=wait, cancel_futures=cancel_futures)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are killed the POSIX way")
def test_a_killed_process_loses_nothing() -> None:
    kills: list[int] = []
    opener: Any = partial(Murderous, kills)
    with Workers(opener, "echo") as workers:
        assert run(workers) == run(None)
    assert len(kills) == 1
