"""`dwibahasa export`: a finished document from a run or a reviewed file."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from translate.cli.options import FORMATS, JsonOption, MemoryOption

__all__ = ["export"]


def export(
    file: Annotated[
        str,
        typer.Argument(
            metavar="RUN", help="The JSON bitext of a run, or a review file, reviewed or not."
        ),
    ],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=f"{FORMATS} (default: clean-docx); may be given several times.",
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            metavar="FOLDER",
            help="Folder for the results (default: beside the run); '-' prints.",
        ),
    ] = None,
    original: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="The source file of the run: clean-docx is made in its style."
        ),
    ] = None,
    memory: MemoryOption = None,
    approve_unchanged: Annotated[
        bool,
        typer.Option("--approve-unchanged", help="What the reviewer left as it was is approved."),
    ] = False,
    require_approved: Annotated[
        bool,
        typer.Option("--require-approved", help="Write nothing, and exit with 3, before all is."),
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Overwrite existing results.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Write the article as it stands after its review, in any format.

    The reviewer's edits are in it; with `--memory FILE` approved translations from there, too.
    Rows that cannot be read are shown in a warning, and the exit code is 3.
    Nothing is translated, and nothing is remembered: `dwibahasa review import` does that.
    """
    work = import_module("translate.cli.export.run")
    request = work.Request(
        file=file,
        formats=tuple(dict.fromkeys(formats or ["clean-docx"])),
        out=out,
        original=original,
        memory=memory,
        approve_unchanged=approve_unchanged,
        require_approved=require_approved,
        force=force,
        as_json=as_json,
    )
    raise typer.Exit(work.run_export(request))
