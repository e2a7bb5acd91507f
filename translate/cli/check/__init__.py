"""`dwibahasa check`: the checks alone, on a bitext or a review file."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from translate.cli.options import JsonOption, MemoryOption

__all__ = ["check"]


class FailOn(StrEnum):
    """From which severity of finding the exit code is 3."""

    NEVER = "never"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Revisions(StrEnum):
    """How tracked changes are read."""

    FINAL = "final"
    ORIGINAL = "original"


def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="JSON bitexts and review files (.docx).", metavar="FILES..."),
    ] = None,
    glossary: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FILE", help="Term list; without one, the terms of the run are checked."
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--check", metavar="NAME", help="Only this check; may be given several times."
        ),
    ] = None,
    skip: Annotated[
        list[str] | None,
        typer.Option("--skip", metavar="NAME", help="Not this check; may be given several times."),
    ] = None,
    list_checks: Annotated[
        bool, typer.Option("--list-checks", help="Print the checks with letter and severity.")
    ] = False,
    revisions: Annotated[
        Revisions, typer.Option(help="Tracked changes: as if accepted, or as if rejected.")
    ] = Revisions.FINAL,
    no_builtin: Annotated[
        bool, typer.Option("--no-builtin", help="Do not check the names that come along.")
    ] = False,
    memory: MemoryOption = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit with 3 if there is a finding of this severity or above.")
    ] = FailOn.NEVER,
    as_json: JsonOption = False,
) -> None:
    """Check translations that are there, a reviewer's edits included; nothing is translated.

    With `--memory FILE` the findings that a reviewer waived are not told.
    """
    work = import_module("translate.cli.check.run")
    if list_checks:
        work.list_checks(as_json=as_json)
        raise typer.Exit
    request = work.Request(
        files=tuple(files or ()),
        glossaries=tuple(glossary or ()),
        only=tuple(only or ()),
        skip=tuple(skip or ()),
        original=revisions is Revisions.ORIGINAL,
        builtin=not no_builtin,
        memory=memory,
        fail_on=None if fail_on is FailOn.NEVER else fail_on.value,
        as_json=as_json,
    )
    code: int = work.run_checks(request)
    raise typer.Exit(code)
