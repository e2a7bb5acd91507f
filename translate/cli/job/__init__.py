"""`dwibahasa translate`: what is asked for; the work is imported when the command runs."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from translate.cli.options import FORMATS, JsonOption, MemoryOption, SettingsOption
from translate.look import Arrangement, Columns, Paper, Rows

INTERRUPTED = 130  # the exit code after Ctrl-C

EXAMPLES = """
**Examples**

`dwibahasa translate artikel.txt`

`dwibahasa translate a.txt b.md -o out/ --glossary istilah.csv --format docx --format json`

`cat artikel.txt | dwibahasa translate - --format text -o -`

**Exit codes**: 0 done, 1 something failed, 2 wrong usage, 3 done but with findings at or above
`--fail-on`, 130 interrupted.
"""


class FailOn(StrEnum):
    """What makes the exit code 3: a finding of a severity or above, or a term that is not there."""

    NEVER = "never"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"
    MISSING_TERM = "missing-term"


def translate(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            help="Articles (.txt, .md, .html, .docx, .odt, .rtf, .epub), folders, patterns; "
            "'-' is standard input.",
            metavar="FILES...",
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            metavar="FOLDER",
            help="Folder for the results (default: beside each article), or a name for the only "
            "one; '-' prints.",
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="LANG", help="Language of the article (default: id); auto tells it."
        ),
    ] = None,
    target: Annotated[
        str | None,
        typer.Option("--to", metavar="LANG", help="Language to translate into (default: en)."),
    ] = None,
    glossary: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE",
            help="Term list (CSV, TSV, TBX, TMX, UTX, XLSX); several count nearest first.",
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"{FORMATS} (default: docx); may be given several times.",
        ),
    ] = None,
    model: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH",
            help="An Argos package (a folder or an .argosmodel file), before those installed; "
            "several may lead from one language to the other.",
        ),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="argos (default) translates; echo copies the source (a dry run).",
        ),
    ] = None,
    builtin: Annotated[
        bool | None,
        typer.Option(" /--no-builtin", help="Do not check the names that come along."),
    ] = None,
    abbreviations: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Abbreviations that end no sentence, one a line."),
    ] = None,
    srx: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="SRX 2.0 rules that split sentences instead of ours."),
    ] = None,
    beam: Annotated[
        int | None,
        typer.Option(min=1, max=16, metavar="N", help="Width of the search (default: 4)."),
    ] = None,
    columns: Annotated[
        Columns | None,
        typer.Option(help="full (default): flags, status and note too; simple: the texts alone."),
    ] = None,
    rows: Annotated[
        Rows | None, typer.Option(help="What a row holds: a paragraph (default), or a sentence.")
    ] = None,
    layout: Annotated[
        Arrangement | None,
        typer.Option(help="side (default): English beside its source; stacked: under it."),
    ] = None,
    page: Annotated[Paper | None, typer.Option(help="The paper: a4 (default) or letter.")] = None,
    theme: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Colours, fonts, sizes, logo and name for the pages."),
    ] = None,
    names: Annotated[
        bool | None,
        typer.Option(" /--no-names", help="Leave the table of names out of the pages."),
    ] = None,
    memory: MemoryOption = None,
    no_memory: Annotated[
        bool | None, typer.Option("--no-memory", help="Reuse and remember nothing.")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, max=64, metavar="N", help="Processes that decode (default: this one)."),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="A Dask cluster that decodes: tcp://host:8786."),
    ] = None,
    lenient: Annotated[
        bool | None,
        typer.Option("--lenient", help="Where term lists contradict themselves, take the first."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite existing results.")] = False,
    only_flagged: Annotated[
        bool, typer.Option("--only-flagged", help="Of a folder, redo only what has doubts.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Count what there is to do; write nothing.")
    ] = False,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="Exit with 3 if a finding is as bad as this, or a term is missing."),
    ] = None,
    settings: SettingsOption = None,
    quiet: Annotated[bool | None, typer.Option("-q", "--quiet", help="Print errors only.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Translate articles into bilingual documents for review.

    Each `artikel.txt` becomes `artikel.en.review.docx`: a table with the
    source on the left and the English on the right, terms marked, doubts flagged with comments.
    """
    work = import_module("translate.cli.job.run")
    inputs = import_module("translate.cli.batch.inputs")
    folders = [f"{name}/*" if os.path.isdir(name) else name for name in files]
    chosen = import_module("translate.cli.chosen").chosen(context.params, folders, settings)
    job = work.Job(tuple(dict.fromkeys(files)), chosen.settings, force=force, as_json=as_json)
    try:
        if only_flagged or dry_run or any(map(inputs.is_set, files)):
            batch = import_module("translate.cli.batch.run")
            code: int = batch.run_batch(
                job, only_flagged=only_flagged, dry=dry_run, settled=settings is not None
            )
        else:
            code = work.run_job(job)
        raise typer.Exit(code)
    except KeyboardInterrupt:
        print("Interrupted; no half-written file was left behind.", file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
