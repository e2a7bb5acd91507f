"""What `dwibahasa memory` does, command by command."""

from __future__ import annotations

from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from glossary.plural import counted
from translate import output, registry
from translate.cli import say
from translate.cli.chosen import memory_of
from translate.errors import UsageError
from translate.memory import units
from translate.memory.file import MemoryFile
from translate.memory.place import memory_path
from translate.memory.unit import MemoryUnit
from translate.readers.source import read_bytes

__all__ = ["bring", "forget", "search", "stats", "take"]


def search(words: str, *, limit: int, near: bool, memory: str | None, as_json: bool) -> None:
    """Show the units that hold these words, or sources like them."""
    with MemoryFile(memory_path(memory_of(memory))) as file:
        if near:
            _show_near(units.all_units(file), words, limit, as_json)
            return
        found = units.search(file, words, limit)
    if as_json:
        say.data({"units": [_data(unit) for unit in found]})
        return
    for unit in found:
        made = " · ".join(filter(None, (unit.author, unit.made[:10])))
        say.line(f"{unit.source_lang}  {unit.source}")
        say.line(f"{unit.target_lang}  {unit.target}{f'  [{made}]' if made else ''}", "")
    say.line(counted(len(found), "unit"))


def _show_near(known: list[MemoryUnit], words: str, limit: int, as_json: bool) -> None:
    found = import_module("translate.memory.near").NearUnits(known).search(words, most=limit)
    if as_json:
        say.data({"near": [asdict(unit) for unit in found]})
        return
    marked = import_module("translate.review.difference").marked
    for unit in found:
        say.line(f"{unit.score} %  {marked(unit.source, words)}", f"      {unit.target}", "")
    say.line(f"{counted(len(found), 'unit')} near")


def stats(*, memory: str | None, as_json: bool) -> None:
    """Count what the memory holds, and say where it lies."""
    with MemoryFile(memory_path(memory_of(memory))) as file:
        found = units.summary(file)
        path = str(file.path)
    size = Path(path).stat().st_size
    if as_json:
        say.data({"path": path, "bytes": size, "units": found.units} | asdict(found))
        return
    say.line(f"{path}  ({size / 1024:,.0f} KB)")
    say.line(f"  approved units  {found.units:,}")
    for pair, count in found.pairs.items():
        say.line(f"    {pair}  {count:,}")
    say.line(f"  drafts          {found.drafts:,}")
    say.line(f"  reviews         {found.reviews:,}")


def take(to: str, *, form: str | None, force: bool, memory: str | None, as_json: bool) -> None:
    """Write all approved units to a file."""
    exchange = _exchange(to, form)
    with MemoryFile(memory_path(memory_of(memory))) as file:
        found = units.all_units(file)
    data = exchange.write(found)
    if to == output.STDIN:
        say.raw(data)
        return
    output.prepare(Path(to), force=force, named=True)
    output.write(Path(to), data)
    if as_json:
        say.data({"output": to, "units": len(found)})
    else:
        say.line(f"{counted(len(found), 'unit')} → {to}")


def bring(
    source: str, *, form: str | None, replace: bool, memory: str | None, as_json: bool
) -> int:
    """Take approved units in; 3 if some stay as they are in the memory."""
    found = _exchange(source, form).read(read_bytes(source, "review"))
    with MemoryFile(memory_path(memory_of(memory))) as file:
        done = units.store(file, found, replace_=replace)
    if as_json:
        kept = [{"memory": _data(ours), "file": _data(theirs)} for ours, theirs in done.kept]
        counts = {"added": done.added, "changed": done.changed, "same": done.same}
        say.data(counts | {"kept": kept})
    else:
        added = counted(done.added, "unit")
        say.line(f"{added} added, {done.changed} changed, {done.same} there already")
        for ours, theirs in done.kept:
            say.line(
                f"kept: {ours.source}", f"  memory: {ours.target}", f"  file:   {theirs.target}"
            )
        if done.kept:
            say.line("--replace lets the file win.")
    return 3 if done.kept else 0


def forget(
    source: str | None, *, drafts: bool, everything: bool, memory: str | None, as_json: bool
) -> None:
    """Delete a unit, the drafts, or everything."""
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
        say.data({"forgotten": forgotten})
    else:
        say.line(
            f"{counted(forgotten['units'], 'unit')} and {forgotten['drafts']} drafts forgotten"
        )


def _exchange(file: str, form: str | None) -> Any:
    """The format that is named, or that the ending of the file stands for."""
    name = form or Path(file).suffix.removeprefix(".").lower() or "tmx"
    return registry.load(registry.EXCHANGES, name)()


def _data(unit: MemoryUnit) -> dict[str, Any]:
    return asdict(unit)
