"""`dwibahasa memory`: look into the translation memory, take it elsewhere, fill it, forget."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Annotated

import typer

from translate.cli.options import JsonOption, MemoryOption

memory_app = typer.Typer(
    help="The translation memory: approved sentences that are reused exactly.",
    no_args_is_help=True,
)
FormatOption = Annotated[
    str | None,
    typer.Option("--format", metavar="FORMAT", help="tmx, csv or jsonl (default: the ending)."),
]


@memory_app.command("search")
def memory_search(
    words: Annotated[str, typer.Argument(help="Words in the source or the target.")],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="The most units to show.")] = 20,
    near: Annotated[
        bool, typer.Option("--near", help="Take the words for a sentence; show units like it.")
    ] = False,
    memory: MemoryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the approved units that hold these words, in whatever case.

    With `--near` those whose source is at least 75 % like them, with the difference marked:
    [-in the memory-], {+in the words given+}.
    """
    _run().search(words, limit=limit, near=near, memory=memory, as_json=as_json)


@memory_app.command("stats")
def memory_stats(memory: MemoryOption = None, as_json: JsonOption = False) -> None:
    """Count what the memory holds, and say where it lies."""
    _run().stats(memory=memory, as_json=as_json)


@memory_app.command("export")
def memory_export(
    to: Annotated[str, typer.Argument(metavar="FILE", help="The file to write; '-' prints it.")],
    form: FormatOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
    memory: MemoryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write all approved units to a TMX, CSV or JSONL file."""
    _run().take(to, form=form, force=force, memory=memory, as_json=as_json)


@memory_app.command("import")
def memory_import(
    source: Annotated[str, typer.Argument(metavar="FILE", help="A TMX, CSV or JSONL file.")],
    form: FormatOption = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let the file win over what the memory holds.")
    ] = False,
    memory: MemoryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take approved units in; 3 if the memory holds other targets for some, which stay."""
    done = _run().bring(source, form=form, replace=replace, memory=memory, as_json=as_json)
    raise typer.Exit(done)


@memory_app.command("forget")
def memory_forget(
    source: Annotated[
        str | None, typer.Argument(help="The source sentence whose unit is to go, in full.")
    ] = None,
    drafts: Annotated[
        bool, typer.Option("--drafts", help="Forget what the engine made and nobody approved.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--everything", help="Forget all units, drafts and reviews.")
    ] = False,
    memory: MemoryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Delete a unit, the drafts, or everything; what is deleted is overwritten in the file."""
    _run().forget(source, drafts=drafts, everything=everything, memory=memory, as_json=as_json)


def _run() -> ModuleType:
    """The work, imported when a command is given: a help text needs none of it."""
    return import_module("translate.cli.memory.run")
