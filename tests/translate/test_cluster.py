"""A real Dask scheduler and two workers on this machine: the same results, whoever is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from glossary.store import merge
from translate import pipeline
from translate.engines.argos import open_engine
from translate.errors import UserError
from translate.languages import load_language
from translate.model import Bitext, Block, Document, Kind
from translate.workers import Workers, cluster

pytest.importorskip("distributed")
pytestmark = [
    pytest.mark.cluster,
    pytest.mark.model,
    pytest.mark.enable_socket,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are killed the POSIX way"),
]
ROOT = Path(__file__).parent.parent.parent


def start(*words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *words],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


@pytest.fixture
def place(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    told = tmp_path / "scheduler.json"
    local = ["--host", "127.0.0.1", "--no-dashboard"]
    port = 20_000 + os.getpid() % 20_000
    begun = [start("scheduler", *local, "--port", str(port), "--scheduler-file", str(told))]
    options = ["--no-nanny", "--nthreads", "1", "--local-directory", str(tmp_path)]
    try:
        end = time.monotonic() + 60
        while not told.exists() and time.monotonic() < end:
            time.sleep(0.1)
        address = f"tcp://127.0.0.1:{port}"
        begun += [start("worker", address, *local, *options) for _ in range(2)]
        yield address, begun[1:]
    finally:
        for process in begun:
            process.kill()
            process.wait()


def run(workers: Workers | None, victims: list[subprocess.Popen[bytes]]) -> list[Bitext]:
    """Translate 200 sentences; one victim is killed when the first portion is done."""
    texts = [f"Menteri ke-{n} tiba di kota Bandung pada hari Senin." for n in range(200)]
    blocks = tuple(Block(n, Kind.PARAGRAPH, text) for n, text in enumerate(texts))

    def report(phase: str, finished: int, total: int) -> None:
        if finished and victims:
            victims.pop().send_signal(signal.SIGKILL)

    return pipeline.translate(
        [Document("d", "Judul", "id", blocks)],
        engine=open_engine("id", "en"),
        glossary=merge([]),
        language=load_language("id"),
        options=pipeline.Options(),
        report=report,
        workers=workers,
    )


def test_a_worker_killed_in_mid_run_loses_nothing(
    place: tuple[str, list[subprocess.Popen[bytes]]],
) -> None:
    address, victims = place
    with Workers(cluster(address), "argos") as workers:
        assert run(workers, victims[:1]) == run(None, [])
    assert victims[0].wait(10) == -signal.SIGKILL
    assert victims[1].poll() is None


def test_an_address_without_a_scheduler_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.cluster.PATIENCE", 1)
    workers = Workers(cluster("tcp://127.0.0.1:9"), "argos")
    with workers, pytest.raises(UserError, match="no Dask scheduler"):
        run(workers, [])
