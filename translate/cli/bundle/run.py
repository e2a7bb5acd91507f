"""What the commands of `dwibahasa bundle` do and print."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import Any

from glossary.formats.rows import Pair
from translate.bundle.create import BOUND, Content, gather
from translate.bundle.create import create as write
from translate.bundle.install import Effect
from translate.bundle.install import install as place
from translate.bundle.opening import opened
from translate.bundle.record import FOLDER, Entry
from translate.cli import say
from translate.cli.chosen import chosen
from translate.cli.job.bench import language_of, look_of
from translate.cli.job.term_lists import TermLists
from translate.engines.archive import unpacked
from translate.engines.install import named
from translate.engines.packages import Found, describe, select
from translate.settings import Settings, key_of

__all__ = ["create", "install", "show"]


def create(
    file: str,
    models: Sequence[str],
    lists: Sequence[str],
    given: str | None,
    *,
    force: bool,
    as_json: bool,
) -> None:
    """Pack what the settings ask for, after a look whether it can be used."""
    found = chosen({"glossary": list(lists)}, [], given)
    settings = found.settings
    with ExitStack() as stack:
        packages = list(_packages(settings, models, stack))
        _try(settings)
        content = gather(settings, [each for each in packages if each.place != "embedded"])
        program = f"dwibahasa {version('dwibahasa')}"
        entries, digest = write(Path(file), content, program=program, force=force)
    bound = [key for key in BOUND if found.origins[key] != "default" and key != "model"]
    if as_json:
        say.data(_told(file, digest, entries) | {"left_out": [key_of(key) for key in bound]})
        return
    _list(file, digest, entries)
    for each in packages:
        if each.place == "embedded":
            say.line(f"  left out  {each.pair} {each.version}: it comes with the program")
    for key in bound:
        say.line(f"  left out  {key_of(key)}: it belongs to this machine")
    if missing := _unset(content):
        say.line(f"  {missing}")


def show(file: str, *, as_json: bool) -> None:
    """List what is in a bundle whose hashes are right."""
    with opened(Path(file)) as bundle:
        bundle.check()
        digest = _sha256(Path(file))
        if as_json:
            say.data(_told(file, digest, bundle.entries))
        else:
            _list(file, digest, bundle.entries)


def install(file: str, out: str, *, dry: bool, force: bool, as_json: bool) -> None:
    """Install a bundle, and tell what went where."""
    with opened(Path(file)) as bundle:
        plan = place(bundle, Path(out), force=force or dry, dry=dry)
    if as_json:
        rows = [{"what": p.what, "place": str(p.place), "effect": p.effect.value} for p in plan]
        say.data({"bundle": file, "sha256": _sha256(Path(file)), "dry_run": dry, "placed": rows})
        return
    for each in plan:
        say.line(f"{each.effect.value:<14} {each.what:<12} {each.place}")
    over = any(each.effect is Effect.OVER for each in plan)
    need = " --force is needed." if over and not force else ""
    say.line(f"Nothing was written.{need}" if dry else "All hashes were right.")


def _packages(settings: Settings, models: Sequence[str], stack: ExitStack) -> Iterator[Found]:
    """The packages that were named, else those that a run with these settings would take."""
    for name in models or settings.model:
        path = Path(name)
        if os.path.isdir(path):
            yield describe(path, "given")
        elif os.path.exists(path) or name.endswith(".argosmodel"):
            yield describe(stack.enter_context(unpacked(path)), "given")
        else:
            yield named(name)[0]
    if not models and not settings.model and settings.engine == "argos":
        yield from select(settings.source, settings.target)


def _try(settings: Settings) -> None:
    """Read lists, rules and theme once: a bundle with a fault is found here, not over there."""
    look_of(settings)
    language_of(settings)
    TermLists(settings.glossary, Pair(settings.source, settings.target), lenient=settings.lenient)


def _unset(content: Content) -> str:
    return "" if content.settings else "no settings apply here: those over there are the defaults"


def _list(file: str, digest: str, entries: Sequence[Entry]) -> None:
    size = sum(entry.size for entry in entries)
    say.line(f"{file}: {len(entries)} files, {size / 1e6:.1f} MB unpacked")
    say.line(f"  sha256    {digest}")
    for name in dict.fromkeys(entry.model for entry in entries if entry.model):
        parts = [entry for entry in entries if entry.model == name]
        say.line(f"  model     {name}, {sum(part.size for part in parts) / 1e6:.1f} MB")
    for entry in entries:
        if not entry.model:
            say.line(f"  file      {entry.path.removeprefix(f'{FOLDER}/')}, {entry.size:,} bytes")


def _told(file: str, digest: str, entries: Sequence[Entry]) -> dict[str, Any]:
    files = [{"path": e.path, "size": e.size, "sha256": e.sha256} for e in entries]
    models = list(dict.fromkeys(entry.model for entry in entries if entry.model))
    return {"bundle": file, "sha256": digest, "models": models, "files": files}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
