"""The commands and their options; the work itself is imported when a command runs."""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib import import_module
from importlib.metadata import version as distribution_version
from typing import Annotated

import typer

from translate.cli import show
from translate.cli.glossary import glossary_app
from translate.cli.inspect import examine, list_models
from translate.cli.memory import memory_app
from translate.cli.options import JsonOption, MemoryOption
from translate.cli.review import review_app
from translate.errors import UserError

EXAMPLES = """
**Examples**

`dwibahasa translate artikel.txt`

`dwibahasa translate a.txt b.md -o out/ --glossary istilah.csv --format docx --format json`

`cat artikel.txt | dwibahasa translate - --format text -o -`

**Exit codes**: 0 done, 1 something failed, 2 wrong usage, 3 done but with findings at or above
`--fail-on`, 130 interrupted.
"""

app = typer.Typer(
    name="dwibahasa",
    help="Articles into side-by-side bilingual Word documents, offline, with terms pinned.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
models_app = typer.Typer(help="The translation models at hand.", no_args_is_help=True)
app.add_typer(models_app, name="models")
app.add_typer(glossary_app, name="glossary")
app.add_typer(memory_app, name="memory")
app.add_typer(review_app, name="review")


class FailOn(StrEnum):
    """From which severity of finding the exit code is 3."""

    NEVER = "never"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


def _version(asked: bool) -> None:
    if asked:
        print(f"dwibahasa {distribution_version('dwibahasa')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Articles into side-by-side bilingual Word documents, offline, with terms pinned."""


@app.command(epilog=EXAMPLES)
def translate(
    files: Annotated[
        list[str],
        typer.Argument(help="Articles: .txt, .md; '-' reads standard input.", metavar="FILES..."),
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            metavar="FOLDER",
            help="Folder for the results (default: beside each article); '-' prints.",
        ),
    ] = None,
    source: Annotated[
        str, typer.Option("--from", metavar="LANG", help="Language of the article.")
    ] = "id",
    target: Annotated[
        str, typer.Option("--to", metavar="LANG", help="Language to translate into.")
    ] = "en",
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
            help="docx (default), json or text; may be given several times.",
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(metavar="PATH", help="An Argos package: a folder or an .argosmodel file."),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(metavar="NAME", help="argos translates; echo copies the source (a dry run)."),
    ] = "argos",
    no_builtin: Annotated[
        bool, typer.Option("--no-builtin", help="Do not check the names that come along.")
    ] = False,
    beam: Annotated[
        int, typer.Option(min=1, max=16, metavar="N", help="Width of the search, 1 to 16.")
    ] = 4,
    memory: MemoryOption = None,
    no_memory: Annotated[
        bool, typer.Option("--no-memory", help="Reuse and remember nothing.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite existing results.")] = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit with 3 if there is a finding of this severity or above.")
    ] = FailOn.NEVER,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Translate articles into bilingual documents for review.

    Each `artikel.txt` becomes `artikel.en.review.docx`: a table with the
    source on the left and the English on the right, terms marked, doubts flagged with comments.
    """
    work = import_module("translate.cli.job")
    job = work.Job(
        files=tuple(dict.fromkeys(files)),
        out=out,
        source_lang=source,
        target_lang=target,
        glossaries=tuple(glossary or ()),
        formats=tuple(dict.fromkeys(formats or ["docx"])),
        model=model,
        engine=engine,
        beam=beam,
        builtin=not no_builtin,
        force=force,
        fail_on=None if fail_on is FailOn.NEVER else fail_on.value,
        quiet=quiet,
        as_json=as_json,
        memory=memory,
        no_memory=no_memory,
    )
    try:
        code: int = work.run_job(job)
        raise typer.Exit(code)
    except KeyboardInterrupt:
        print("Interrupted; no half-written file was left behind.", file=sys.stderr)
        raise typer.Exit(130) from None


@models_app.command("list")
def models_list(as_json: JsonOption = False) -> None:
    """List the models at hand: embedded ones and installed Argos packages."""
    raise typer.Exit(list_models(as_json=as_json))


@app.command()
def doctor(as_json: JsonOption = False) -> None:
    """Check that everything needed is there, and translate one sentence."""
    raise typer.Exit(examine(as_json=as_json))


def run() -> None:
    """The program; a user's mistake ends in one line and a hint, never in a traceback."""
    try:
        app()
    except UserError as error:
        show.error(error)
        sys.exit(error.exit_code)
