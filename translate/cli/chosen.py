"""`dwibahasa settings`, and the settings that any command works with."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from glossary.limits import LIMITS, use
from translate import registry
from translate.cli import say
from translate.errors import UsageError, UserError
from translate.settings import Resolved, key_of, place_of, resolve
from translate.settings_place import nearest

__all__ = ["chosen", "limits_for", "memory_of", "show"]


def chosen(flags: Mapping[str, object], files: Sequence[str], given: str | None) -> Resolved:
    """The settings for these articles; `given` names the file that applies, whatever lies there."""
    file = Path(given) if given is not None else nearest(files)
    found = resolve(flags, os.environ, file)
    from_file = {
        name: getattr(found.settings, f"limit_{name}")
        for name in LIMITS
        if found.origins[f"limit_{name}"] == str(found.file)
    }
    use(from_file)
    _at_hand(found)
    return found


def _at_hand(found: Resolved) -> None:
    """Raises UsageError, naming the place, if a file or variable names no format or engine of ours;
    what a flag names is told by the command."""
    asked = (
        ("formats", registry.EXPORTERS, found.settings.formats, registry.exporter),
        ("engine", registry.ENGINES, (found.settings.engine,), _engine),
    )
    for field, group, names, load in asked:
        place = place_of(found, field)
        for name in names if place else ():
            if name in registry.names(group):  # and may be loaded when it is needed
                continue
            try:
                load(name)
            except UsageError as error:
                told = f"{place}: {error.message}"
                raise UsageError(told, hint=error.hint, slug=error.slug) from None


def _engine(name: str) -> object:
    return registry.load(registry.ENGINES, name)


def limits_for(files: Sequence[str]) -> None:
    """Let the limits of the settings for these files apply; a settings file that is no good is
    the matter of commands that need more of it."""
    with contextlib.suppress(UserError):
        if nearest(files) is not None:
            chosen({}, files, None)


def memory_of(flag: str | None, file: str = "") -> str | None:
    """The memory that was asked for by a flag or by the settings for a file; None if by neither."""
    return chosen({"memory": flag}, [file] if file else [], None).settings.memory or None


def show(files: Sequence[str], given: str | None, *, as_json: bool) -> None:
    """Print each setting with its value and where that comes from."""
    found = chosen({}, files, given)
    rows = [
        {"key": key_of(name), "value": value, "from": found.origins[name]}
        for name, value in asdict(found.settings).items()
    ]
    if as_json:
        told = {"file": str(found.file) if found.file else None, "settings": rows}
        say.data(told)
        return
    say.line(f"Settings file: {found.file or 'none'}")
    for row in rows:
        say.line(f"{row['key']:<13} {_written(row['value']):<24} {row['from']}")


def _written(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    told = ", ".join(value) if isinstance(value, tuple) else str(value)
    return told or "–"
