"""`dwibahasa memory`: look into the translation memory, take it elsewhere, fill it, forget."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer

from translate import output, registry
from translate.cli.chosen import memory_of
from translate.cli.options import JsonOption, MemoryOption
from translate.errors import UsageError
from translate.memory import units
from translate.memory.file import MemoryFile
from translate.memory.place import memory_path
from translate.memory.unit import MemoryUnit
from translate.readers.source import read_bytes

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
    with MemoryFile(memory_path(memory_of(memory))) as file:
        if near:
            _show_near(units.all_units(file), words, limit, as_json)
            return
        found = units.search(file, words, limit)
    if as_json:
        _print_json({"units": [_data(unit) for unit in found]})
        return
    for unit in found:
        made = " · ".join(filter(None, (unit.author, unit.made[:10])))
        print(f"{unit.source_lang}  {unit.source}")
        print(f"{unit.target_lang}  {unit.target}{f'  [{made}]' if made else ''}\n")
    print(f"{len(found)} unit{'' if len(found) == 1 else 's'}")


def _show_near(known: list[MemoryUnit], words: str, limit: int, as_json: bool) -> None:
    found = import_module("translate.memory.near").NearUnits(known).search(words, most=limit)
    if as_json:
        _print_json({"near": [asdict(unit) for unit in found]})
        return
    marked = import_module("translate.review.difference").marked
    for unit in found:
        print(f"{unit.score} %  {marked(unit.source, words)}\n      {unit.target}\n")
    print(f"{_counted(len(found))} near")


@memory_app.command("stats")
def memory_stats(memory: MemoryOption = None, as_json: JsonOption = False) -> None:
    """Count what the memory holds, and say where it lies."""
    with MemoryFile(memory_path(memory_of(memory))) as file:
        found = units.summary(file)
        path = str(file.path)
    size = Path(path).stat().st_size
    if as_json:
        _print_json({"path": path, "bytes": size, "units": found.units} | asdict(found))
        return
    print(f"{path}  ({size / 1024:,.0f} KB)")
    print(f"  approved units  {found.units:,}")
    for pair, count in found.pairs.items():
        print(f"    {pair}  {count:,}")
    print(f"  drafts          {found.drafts:,}")
    print(f"  reviews         {found.reviews:,}")


@memory_app.command("export")
def memory_export(
    to: Annotated[str, typer.Argument(metavar="FILE", help="The file to write; '-' prints it.")],
    form: FormatOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
    memory: MemoryOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write all approved units to a TMX, CSV or JSONL file."""
    exchange = _exchange(to, form)
    with MemoryFile(memory_path(memory_of(memory))) as file:
        found = units.all_units(file)
    data = exchange.write(found)
    if to == output.STDIN:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    output.prepare(Path(to), force=force)
    output.write(Path(to), data)
    if as_json:
        _print_json({"output": to, "units": len(found)})
    else:
        print(f"{_counted(len(found))} → {to}")


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
    found = _exchange(source, form).read(read_bytes(source, "review"))
    with MemoryFile(memory_path(memory_of(memory))) as file:
        done = units.store(file, found, replace_=replace)
    if as_json:
        kept = [{"memory": _data(ours), "file": _data(theirs)} for ours, theirs in done.kept]
        counts = {"added": done.added, "changed": done.changed, "same": done.same}
        _print_json(counts | {"kept": kept})
    else:
        print(f"{_counted(done.added)} added, {done.changed} changed, {done.same} there already")
        for ours, theirs in done.kept:
            print(f"kept: {ours.source}\n  memory: {ours.target}\n  file:   {theirs.target}")
        if done.kept:
            print("--replace lets the file win.")
    if done.kept:
        raise typer.Exit(3)


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
    if (source is not None) + drafts + everything != 1:
        raise UsageError(
            "'memory forget' wants one thing: a sentence, --drafts, or --everything.",
            hint="For example: dwibahasa memory forget 'Harga beras naik.'",
            slug="forget-what",
        )
    forgotten = {"units": 0, "drafts": 0}
    with MemoryFile(memory_path(memory_of(memory))) as file:
        if not drafts:
            forgotten["units"] = units.forget(file, source)
        if source is None:
            forgotten["drafts"] = units.forget_drafts(file)
    if as_json:
        _print_json({"forgotten": forgotten})
    else:
        print(f"{_counted(forgotten['units'])} and {forgotten['drafts']} drafts forgotten")


def _exchange(file: str, form: str | None) -> Any:
    """The format that is named, or that the ending of the file stands for."""
    name = form or Path(file).suffix.removeprefix(".").lower() or "tmx"
    return registry.load(registry.EXCHANGES, name)()


def _data(unit: MemoryUnit) -> dict[str, Any]:
    return asdict(unit)


def _counted(number: int) -> str:
    return f"{number:,} unit{'' if number == 1 else 's'}"


def _print_json(data: dict[str, Any]) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))
