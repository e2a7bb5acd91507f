"""One run of `dwibahasa translate`: plan the outputs, read, translate, write, sum up."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from glossary.formats.rows import Pair
from translate import output, pipeline, registry
from translate.cli import show
from translate.cli.item import Item, flagged, kept, severities
from translate.cli.source import read_all
from translate.cli.term_lists import TermLists
from translate.errors import MemoryFileError, UsageError
from translate.languages import Language, load_language
from translate.look import Arrangement, Columns, Dressable, Look, Paper, Rows
from translate.look.theme import Theme
from translate.look.theme_file import read_theme
from translate.memory.file import MemoryFile
from translate.memory.place import memory_path
from translate.model import Severity
from translate.segment.abbreviations import with_abbreviations
from translate.settings import Settings

PRINTABLE = ("json", "text")


@dataclass(frozen=True, slots=True)
class Job:
    """What the command line asked for, as plain values."""

    files: tuple[str, ...]
    settings: Settings
    force: bool
    as_json: bool


def run_job(job: Job) -> int:
    """Do the job and return the exit code."""
    look = _look(job.settings)
    exporters = {name: _exporter(name, look) for name in job.settings.formats}
    items = _plan(job, {name: exporter.extension for name, exporter in exporters.items()})
    source = read_all(items, job.settings.source, job.settings.target)
    job = replace(job, settings=replace(job.settings, source=source))
    lang = _language(job.settings)
    pair = Pair(job.settings.source, job.settings.target)
    lists = TermLists(job.settings.glossary, pair, lenient=job.settings.lenient)
    for item in items:
        if item.document is None:
            continue
        with kept(item):
            item.lists = lists.files(item.name)
            item.glossary = lists.of(item.lists)
            item.proposals = lists.unlisted(item.document, item.glossary)
        if item.error:
            item.document = None
    if any(item.document for item in items):
        _translate(job, items, lang)
    for item in items:
        if item.bitext is None:
            continue
        with kept(item):
            for name, exporter in exporters.items():
                _deliver(job, item, name, exporter.render(item.bitext))
    _tell(job, items)
    return exit_code(items, job.settings.fail_on)


def _look(settings: Settings) -> Look:
    return Look(
        Columns(settings.columns),
        Rows(settings.rows),
        Arrangement(settings.layout),
        Paper(settings.page),
        read_theme(Path(settings.theme)) if settings.theme else Theme(),
    )


def _exporter(name: str, look: Look) -> Any:
    made = registry.load(registry.EXPORTERS, name)()
    return made.dressed(look) if isinstance(made, Dressable) else made


def _language(chosen: Settings) -> Language:
    """The source language, with the user's abbreviations or break rules."""
    lang = load_language(chosen.source)
    if chosen.abbreviations:
        lang = with_abbreviations(lang, chosen.abbreviations)
    if chosen.srx:
        rules = import_module("translate.segment.srx").load_srx(chosen.srx, chosen.source)
        lang = replace(lang, rules=rules)
    return lang


def _tell(job: Job, items: list[Item]) -> None:
    if job.as_json:
        show.data(items)
        return
    for item in items:
        if item.error:
            show.error(item.error)
    if job.settings.quiet:
        return
    if job.settings.out == output.STDIN:  # stdout holds the result itself
        for note in (note for i in items if i.document for note in i.document.notes):
            show.note(note)
    else:
        show.summary(items)


def _translate(job: Job, items: list[Item], lang: Language) -> None:
    engine = registry.load(registry.ENGINES, job.settings.engine)(
        job.settings.source, job.settings.target, job.settings.model
    )
    ready = [item for item in items if item.document is not None]
    with _memory(job) as memory, show.progress(job.settings.quiet) as report:
        bitexts = pipeline.translate(
            [item.document for item in ready if item.document is not None],
            engine=engine,
            glossary=[item.glossary for item in ready],
            language=lang,
            options=pipeline.Options(beam=job.settings.beam, builtin=job.settings.builtin),
            report=report,
            memory=memory,
        )
    for item, bitext in zip(ready, bitexts, strict=True):
        item.bitext = bitext


@contextmanager
def _memory(job: Job) -> Iterator[MemoryFile | None]:
    """The memory of a run; where the usual place cannot be written, none, with a word about it."""
    if job.settings.no_memory:
        yield None
        return
    try:
        memory = MemoryFile(memory_path(job.settings.memory or None))
    except MemoryFileError as error:
        if job.settings.memory or error.slug != "memory-unwritable":
            raise
        show.note(f"{error.message} Nothing is remembered in this run.")
        yield None
        return
    with memory:
        yield memory


def _plan(job: Job, endings: dict[str, str]) -> list[Item]:
    """Where everything will go; what cannot be written is known before anything is translated."""
    if job.settings.out == output.STDIN:
        return [_printed(job)]
    folder = Path(job.settings.out) if job.settings.out else None
    items: list[Item] = []
    taken: dict[Path, str] = {}
    for name, stem in zip(job.files, output.stems(job.files), strict=True):
        item = Item(name, {})
        items.append(item)
        with kept(item):
            for form, ending in endings.items():
                path = output.destination(name, stem, folder, f"{job.settings.target}.{ending}")
                if taken.setdefault(path, name) != name:
                    raise UsageError(
                        f"{name} and {taken[path]} would both be written to {path}.",
                        hint="Translate them in two runs, into different folders.",
                        slug="same-output",
                    )
                output.prepare(path, force=job.force)
                item.outputs[form] = path
    return items


def _printed(job: Job) -> Item:
    fits = (
        len(job.files) == 1
        and len(job.settings.formats) == 1
        and job.settings.formats[0] in PRINTABLE
    )
    if not fits or job.as_json:
        raise UsageError(
            "'-o -' prints one result: one file, one of --format json or text, no --json.",
            hint="For example: dwibahasa translate artikel.txt --format text -o -",
            slug="cannot-print",
        )
    return Item(job.files[0], {job.settings.formats[0]: Path(output.STDIN)})


def _deliver(job: Job, item: Item, form: str, data: bytes) -> None:
    path = item.outputs[form]
    if job.settings.out == output.STDIN:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        output.write(path, data)
        item.written.append(path)


def exit_code(items: list[Item], fail_on: str) -> int:
    """What the run ends with: 1 or 2 for an error, 3 for what `fail_on` names."""
    errors = [item.error for item in items if item.error]
    if errors:
        return errors[0].exit_code if len(items) == 1 else 1
    if fail_on == "missing-term":
        return 3 if any(flagged(item) for item in items) else 0
    worst = max((Severity(f).rank for i in items for f in severities(i)), default=-1)
    return 3 if fail_on != "never" and worst >= Severity(fail_on).rank else 0
