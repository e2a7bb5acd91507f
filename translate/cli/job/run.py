"""One run of `dwibahasa translate`: plan the outputs, read, translate, write, sum up."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from glossary.formats.rows import Pair
from translate import output, pipeline, registry
from translate.cli import say, show
from translate.cli.job.bench import exporter_of, language_of, look_of, memory_for, workers_for
from translate.cli.job.item import Item, flagged, kept, severities
from translate.cli.job.progress import progress
from translate.cli.job.source import read_all
from translate.cli.job.term_lists import TermLists
from translate.errors import UsageError
from translate.languages import Language
from translate.model import Severity
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
    look = look_of(job.settings)
    made = [exporter_of(name, look) for name in job.settings.formats]
    exporters = {exporter.name: exporter for exporter in made}
    items = _plan(job, {name: exporter.extension for name, exporter in exporters.items()})
    read_all(items, job.settings.source, job.settings.target)
    for source in dict.fromkeys(item.language for item in items if item.document):
        alike = [item for item in items if item.language == source and item.document]
        _of_one_language(replace(job, settings=replace(job.settings, source=source)), alike)
    for item in items:
        if item.bitext is None:
            continue
        with kept(item):
            for name, exporter in exporters.items():
                _deliver(job, item, name, exporter.render(item.bitext))
    _tell(job, items)
    return exit_code(items, job.settings.fail_on)


def _of_one_language(job: Job, items: list[Item]) -> None:
    lang = language_of(job.settings)
    pair = Pair(job.settings.source, job.settings.target)
    lists = TermLists(job.settings.glossary, pair, lenient=job.settings.lenient)
    for item in items:
        if item.document is None:
            continue
        with kept(item):
            item.lists = lists.files(item.name)
            item.glossary = lists.of(item.lists)
            item.proposals = lists.unlisted(item.document, item.lists)
        if item.error:
            item.document = None
    if any(item.document for item in items):
        _translate(job, items, lang)


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
    with (
        memory_for(job.settings) as memory,
        workers_for(job.settings) as workers,
        progress(job.settings.quiet) as report,
    ):
        bitexts = pipeline.translate(
            [item.document for item in ready if item.document is not None],
            engine=engine,
            glossary=[item.glossary for item in ready],
            language=lang,
            options=pipeline.Options(beam=job.settings.beam, builtin=job.settings.builtin),
            report=report,
            memory=memory,
            workers=workers,
        )
    for item, bitext in zip(ready, bitexts, strict=True):
        item.bitext = bitext


def _plan(job: Job, endings: dict[str, str]) -> list[Item]:
    """Where everything will go; what cannot be written is known before anything is translated."""
    if job.settings.out == output.STDIN:
        return [_printed(job)]
    named = _named(job, endings) if output.names_file(job.settings.out) else None
    folder = Path(job.settings.out) if job.settings.out else None
    items: list[Item] = []
    taken: dict[Path, str] = {}
    for name, stem in zip(job.files, output.stems(job.files), strict=True):
        item = Item(name, {})
        items.append(item)
        with kept(item):
            for form, ending in endings.items():
                place = output.destination(name, stem, folder, f"{job.settings.target}.{ending}")
                path = named or place
                if taken.setdefault(path, name) != name:
                    raise UsageError(
                        f"{name} and {taken[path]} would both be written to {path}.",
                        hint="Translate them in two runs, into different folders.",
                        slug="same-output",
                    )
                if name == output.STDIN or os.path.exists(name):  # else reading tells
                    output.prepare(path, force=job.force)
                item.outputs[form] = path
    return items


def _named(job: Job, endings: dict[str, str]) -> Path:
    """The file that `-o hasil.docx` names: for one article in one format."""
    path = Path(job.settings.out)
    alike = all(ending.endswith(path.suffix.lower()) for ending in endings.values())
    if len(job.files) > 1 or len(endings) > 1 or not alike:
        raise UsageError(
            f"-o {path} names one {path.suffix} file, and that is not what will be written.",
            hint=f"Give a folder: -o {path.stem}. Or one article and one --format that ends so.",
            slug="output-one-file",
        )
    return path


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
        say.raw(data)
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
