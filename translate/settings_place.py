"""Where the settings of articles lie: the one ``dwibahasa.toml`` that applies to a run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from translate.errors import UsageError

__all__ = ["FILE", "nearest", "see_to_one"]

FILE = "dwibahasa.toml"


def nearest(inputs: Iterable[str]) -> Path | None:
    """The settings file for these articles: found upwards from each, else from the current folder.

    Raises UsageError if the articles lie under different ones.
    """
    found = {file: name for file, name in _found(inputs).items() if file is not None}
    _only_one(found)
    return next(iter(found), None)


def see_to_one(inputs: Iterable[str]) -> None:
    """Raise UsageError if articles lie under different settings files, or only some under one."""
    _only_one(_found(inputs))


def _found(inputs: Iterable[str]) -> dict[Path | None, str]:
    """The settings files of articles, each with the first one of it."""
    found: dict[Path | None, str] = {}
    for name in inputs or ("-",):
        file = (None if name == "-" else _upwards(Path(name).parent)) or _upwards(Path())
        found.setdefault(file, name)
    return found


def _only_one(found: Mapping[Path, str] | Mapping[Path | None, str]) -> None:
    if len(found) > 1:
        (one, first), (other, second) = list(found.items())[:2]
        none = "no settings file"
        raise UsageError(
            f"{first} belongs to {one or none}, but {second} to {other or none}.",
            hint="Translate them in two runs, or say with --settings which file applies to all.",
            slug="settings-several",
        )


def _upwards(folder: Path) -> Path | None:
    here = Path(os.path.abspath(folder))  # resolve() would follow links to elsewhere
    files = (place / FILE for place in (here, *here.parents))
    return next((file for file in files if os.path.isfile(file)), None)
