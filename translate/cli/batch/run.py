"""A run over folders: what is not up to date is translated, window by window, tree by tree."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, nullcontext
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any

from translate import output, pipeline
from translate.cli.batch import show as batch_show
from translate.cli.batch.dry_run import dry_run
from translate.cli.batch.inputs import Source, find, see_to_settings
from translate.cli.batch.lock import locked
from translate.cli.batch.manifest import Manifest, Record, digest
from translate.cli.batch.plan import Fate, Plan, Task
from translate.cli.batch.progress import Bar, Window, bar
from translate.cli.batch.results import is_result, outputs_of, see_to_folder
from translate.cli.job.bench import exporter_of, look_of, memory_for, workers_for
from translate.cli.job.item import as_data, flagged, kept, severities
from translate.cli.job.run import Job
from translate.errors import UserError
from translate.memory.file import MemoryFile
from translate.model import Bitext, Severity
from translate.workers import Workers

__all__ = ["run_batch"]

WINDOW = 30_000  # characters that are translated together, some 250 sentences …
LEAST = 4_000  # … and at least: an article of usual length
MOST_FILES = 256  # files in a window
AHEAD = 4  # windows that are translated at once; the decoder's threads are the same for all


@dataclass(slots=True)
class Run:
    """What a run works with, and what has come of it."""

    job: Job
    manifest: Manifest
    exporters: Mapping[str, Any]
    memory: MemoryFile | None
    workers: Workers | None
    fate: Fate = field(default_factory=Fate)


def run_batch(job: Job, *, only_flagged: bool, dry: bool, settled: bool = False) -> int:
    """Do the job for folders and patterns, and return the exit code; `settled` if its settings
    apply whatever settings files lie there."""
    see_to_folder(job, dry=dry)
    look = look_of(job.settings)
    made = [exporter_of(name, look) for name in job.settings.formats]
    exporters = {exporter.name: exporter for exporter in made}
    out = Path(job.settings.out) if job.settings.out else None
    found = find(job.files, out, is_result(job.settings.target))
    if not settled:
        see_to_settings(job.files, found)
    sources = outputs_of(found.sources, exporters, job)
    with (
        nullcontext() if dry or out is None else locked(out),
        memory_for(job.settings) as memory,
        workers_for(job.settings) as workers,
    ):
        manifest = Manifest(out)  # read when no other run writes it any more
        run = Run(job, manifest, exporters, memory, workers)
        plan = Plan(job, manifest, only_flagged=only_flagged)
        plan.open()
        if dry:
            code = dry_run(found, plan.tasks(sources, run.fate), run.fate, manifest, memory, job)
        else:
            run.fate.errors += [Record(name, "", error=error.data) for name, error in found.closed]
            _work(run, plan, sources)
            batch_show.summary(job, found, run.fate)
            code = _exit_code(run, sources)
    return code


def _work(run: Run, plan: Plan, sources: Mapping[Source, dict[str, Path]]) -> None:
    """Make what is to be made; whatever ends this, the manifest says how far it came."""
    began = time.monotonic()
    output.prepare(Path(run.job.settings.out) / "manifest", force=True)
    with bar(run.job.settings.quiet, len(sources)) as shown:
        windows = _windows(plan.tasks(sources, run.fate), len(sources), run)
        with closing(_translated(run, windows, shown)) as translated:
            for tasks, bitexts, window in translated:
                for task, bitext in zip(tasks, bitexts, strict=True):
                    _settle(run, task, bitext)
                    window.settle()
                    shown.settle(run.fate.counts.total(), run.fate.sentences)
        shown.settle(run.fate.counts.total(), run.fate.sentences)
    seconds = run.fate.seconds = time.monotonic() - began
    old = run.manifest.last
    new = run.fate.sentences > 0
    run.manifest.close(
        {
            "tool": "dwibahasa",
            "version": version("dwibahasa"),
            "conditions": [tongue.told for tongue in plan.tongues] or old.get("conditions", []),
            "counts": dict(run.fate.counts),
            "sentences": run.fate.sentences if new else old.get("sentences", 0),
            "seconds": round(seconds, 3) if new else old.get("seconds", 0),
        },
        run.fate.errors,
    )


def _windows(
    tasks: Iterable[Task | tuple[str, UserError]], most: int, run: Run
) -> Iterator[list[Task]]:
    """Tasks of one language that are translated together; an article with an error is recorded
    at once. There are at `most` so many tasks.

    The first windows are small, so that the decoder has work at once, and so are the last ones,
    since it has none while they are checked and written.
    """
    window: list[Task] = []
    size = done = limit = 0
    for number, task in enumerate(tasks, start=1):
        if isinstance(task, tuple):
            _failed(run, *task)
            continue
        if task.item.error or task.item.document is None:
            if task.item.error:
                _failed(run, task.article, task.item.error)
            continue
        window.append(task)
        size += sum(len(block.text) for block in task.item.document.blocks)
        if size >= max(LEAST, min(WINDOW, limit)) or len(window) >= MOST_FILES:
            yield from _by_language(window)
            done += size
            left = done // number * (most - number)
            limit = min(2 * size, left // AHEAD)
            window, size = [], 0
    yield from _by_language(window)


def _by_language(window: Sequence[Task]) -> Iterator[list[Task]]:
    for _, tasks in groupby(window, key=lambda task: task.tongue.settings.source):
        yield list(tasks)


def _translated(
    run: Run, windows: Iterable[list[Task]], shown: Bar
) -> Generator[tuple[list[Task], list[Bitext], Window], None, None]:
    """Windows with what became of them, in order.

    While one is decoded, others are read, checked and written: the decoder works in threads of its
    own, outside of the interpreter. No more windows are begun than are soon wanted.
    """
    ahead = 1 if run.workers else AHEAD
    pool = ThreadPoolExecutor(ahead)
    waiting: deque[tuple[list[Task], Future[list[Bitext]], Window]] = deque()

    def first() -> tuple[list[Task], list[Bitext], Window]:
        tasks, made, window = waiting[0]
        bitexts = made.result()
        waiting.popleft()
        return tasks, bitexts, window

    try:
        for tasks in windows:
            window = shown.begin(len(tasks))
            waiting.append((tasks, pool.submit(_translate, run, tasks, window), window))
            if len(waiting) > ahead:
                yield first()
        while waiting:
            yield first()
    finally:
        for _, _, window in waiting:
            window.stop()
        pool.shutdown(wait=False, cancel_futures=True)


def _translate(run: Run, tasks: Sequence[Task], window: Window) -> list[Bitext]:
    """Some articles of one language."""
    tongue = tasks[0].tongue
    return pipeline.translate(
        [task.item.document for task in tasks if task.item.document is not None],
        engine=tongue.engine,
        glossary=[task.item.glossary for task in tasks],
        language=tongue.language,
        options=pipeline.Options(
            beam=tongue.settings.beam, builtin=tongue.settings.builtin, alone=True
        ),
        report=window.report,
        memory=run.memory,
        workers=run.workers,
    )


def _settle(run: Run, task: Task, bitext: Bitext) -> None:
    """Write what became of an article, and count it."""
    task.item.bitext = bitext
    before = run.manifest.records.get(task.article)
    with kept(task.item):
        _deliver(run, task)
    if task.item.error:
        promised = run.manifest.records.get(task.article) is not before
        _failed(run, task.article, task.item.error, halfway=promised)
    else:
        run.fate.counts["translated"] += 1
        run.fate.sentences += len(bitext.translations)
    task.item.bitext = task.item.document = None


def _deliver(run: Run, task: Task) -> None:
    """Render all results, promise them in the manifest, write them."""
    item = task.item
    if item.bitext is None:
        return
    data = {path: run.exporters[form].render(item.bitext) for form, path in item.outputs.items()}
    out = run.job.settings.out
    record = Record(
        task.article,
        task.source,
        item.bitext.signature.glossary,
        task.key,
        {path.relative_to(out).as_posix(): digest(raw) for path, raw in data.items()},
        len(item.bitext.translations),
        dict(Counter(severities(item))),
        flagged(item),
        language=task.tongue.settings.source,
    )
    run.fate.doubtful += record.doubtful
    run.manifest.add([record])
    for path, raw in data.items():
        output.write(path, raw)
        item.written.append(path)
    if run.job.as_json:
        run.fate.made.append(as_data(item))


def _failed(run: Run, article: str, error: UserError, *, halfway: bool = False) -> None:
    """Record an error; `halfway` if results were promised and some of them may not be there."""
    old = run.manifest.records.get(article) or Record(article, "")
    # What is known of its results stays true: they may be up to date again, or edited meanwhile.
    record = replace(old, source="" if halfway else old.source, error=error.data)
    run.manifest.add([record])
    run.fate.errors.append(record)
    run.fate.counts["failed"] += 1


def _exit_code(run: Run, sources: Iterable[Source]) -> int:
    """1 if an article failed; 3 for what --fail-on names, in what is up to date, too."""
    if run.fate.errors:
        return 1
    fail_on = run.job.settings.fail_on
    names = (source.inside.as_posix() for source in sources)
    records = [run.manifest.records[name] for name in names if name in run.manifest.records]
    if fail_on == "missing-term":
        return 3 if any(record.missing_terms for record in records) else 0
    ranks = [Severity(s).rank for record in records for s, n in record.findings.items() if n]
    return 3 if fail_on != "never" and max(ranks, default=-1) >= Severity(fail_on).rank else 0
