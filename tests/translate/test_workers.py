"""Workers give the same results as this process, and one that is killed loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from functools import partial
from pathlib import Path
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

ROOT = Path(__file__).parent.parent.parent


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


def children(parent: int) -> list[int]:
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True)
    return [int(line) for line in told.stdout.split()]


def alive(process: int) -> bool:
    """True while a process runs; one that only waits to be buried does not."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True).stdout
    return bool(state.strip()) and not state.strip().startswith(b"Z")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks ps for children")
def test_workers_end_with_the_process_that_began_them() -> None:
    code = (
        "from translate.workers import processes\nfrom time import sleep\n"
        "if __name__ == '__main__':\n    pool = processes(2)\n    list(pool.map(abs, [1, 2]))\n"
        "    print('ready', flush=True)\n    sleep(600)\n"
    )
    root = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT)
    assert root.stdout is not None
    assert root.stdout.readline() == b"ready\n"
    begun = children(root.pid)
    assert len(begun) >= 2
    root.kill()
    root.communicate()
    end = time.monotonic() + 60
    while any(map(alive, begun)) and time.monotonic() < end:
        time.sleep(0.1)
    assert not any(map(alive, begun))
