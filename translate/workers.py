"""Workers that decode portions of a run elsewhere, through any `concurrent.futures.Executor`."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from functools import partial
from importlib import import_module
from types import TracebackType

from translate.engines import Engine
from translate.errors import UsageError, UserError
from translate.memory.drafts import program
from translate.pin import Pinned
from translate.pin.calibration import ladder_of
from translate.portion import PHASES, Portion, Recipe, Task, decode

__all__ = ["Workers", "cluster", "processes"]

_ADDRESS = re.compile(r"(?:(?:tcp|tls|ws|wss|ucx)://)?(?:[\w.-]+|\[[\da-fA-F:.]+\]):\d{1,5}")
TRIES = 3  # executors in a row that may break without a result


class Workers:
    """Decodes on the executor that `open_executor` gives; use it in a ``with``.

    If that breaks (a process was killed) another one is opened, and what is not done is done
    there. `engine` is the registered name, `models` the paths that the engine is opened with.
    """

    def __init__(
        self, open_executor: Callable[[], Executor], engine: str, models: Sequence[str] = ()
    ) -> None:
        self._open = open_executor
        self._engine = engine
        self._models = tuple(models)
        self._executor: Executor | None = None

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def _close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def decoded(
        self,
        portions: Sequence[tuple[Task, ...]],
        engine: Engine,
        beam: int,
        report: Callable[[str, int], None],
        *,
        builtin: bool = True,
    ) -> Iterator[tuple[Pinned, ...]]:
        """What becomes of each portion, in order. Raises UserError if workers keep dying."""
        pair = (engine.source_lang, engine.target_lang)
        recipe = Recipe(self._engine, *pair, self._models, engine.model, program())
        ladder = ladder_of(engine)
        for portion, results in zip(
            portions,
            self._mapped([Portion(tasks, recipe, beam, ladder, builtin) for tasks in portions]),
            strict=True,
        ):
            for phase in PHASES:
                report(phase, len(portion))
            yield results

    def _mapped(self, jobs: Sequence[Portion]) -> Iterator[tuple[Pinned, ...]]:
        done = failures = 0
        while done < len(jobs):
            if self._executor is None:
                self._executor = self._open()
            try:
                for results in self._executor.map(decode, jobs[done:]):
                    done += 1
                    failures = 0
                    yield results
            except BrokenExecutor:
                self._close()
                failures += 1
                if failures == TRIES:
                    raise UserError(
                        "The workers died again and again.",
                        hint="See that they have memory enough, or take fewer: --workers 1.",
                        slug="workers-died",
                    ) from None


def processes(count: int) -> Executor:
    """So many processes on this machine, that share its cores."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return ProcessPoolExecutor(
        count,
        multiprocessing.get_context("spawn"),  # threads of CTranslate2 do not survive a fork
        initializer=_ready,
        initargs=(max(1, (cores or 1) // count),),
    )


def _ready(threads: int) -> None:
    """A worker's start: its share of the cores; Ctrl-C is for the process that began it, and where
    that is killed, nobody would ever tell the worker to end."""
    os.environ["OMP_NUM_THREADS"] = str(threads)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def cluster(address: str) -> Callable[[], Executor]:
    """What opens the executor of a Dask cluster. Raises UsageError for what is no address, and
    without the extra."""
    if not _ADDRESS.fullmatch(address):
        raise UsageError(
            f"“{address}” is no address of a Dask scheduler.",
            hint="Give host and port: --cluster tcp://192.168.1.5:8786",
            slug="cluster-unreachable",
        )
    try:
        module = import_module("translate.cluster")
    except ModuleNotFoundError:
        raise UsageError(
            "--cluster needs Dask, which is not installed.",
            hint='Install it with: pip install "dwibahasa[cluster]"',
            slug="cluster-extra",
        ) from None
    return partial(module.ClusterExecutor, address)
