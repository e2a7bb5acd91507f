"""Puts a bundle in place: all of it is looked at before any of it is; then models, lists, settings.

A model is put in place in one step, a file by renaming; whatever breaks in between, the settings,
which come last, never name what is not there.
"""

from __future__ import annotations

import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from translate import output
from translate.bundle.create import BOUND
from translate.bundle.opening import Opened
from translate.bundle.record import FOLDER, MODELS, SETTINGS, damaged
from translate.engines.install import install as install_model
from translate.engines.install import twin
from translate.engines.packages import describe
from translate.errors import ModelError, OutputError
from translate.settings import SettingsError, key_of, resolve
from translate.settings_place import FILE

__all__ = ["Effect", "Placed", "install"]


class Effect(StrEnum):
    """What becomes of one thing in a bundle."""

    NEW = "new"
    SAME = "there already"
    OVER = "overwritten"


@dataclass(frozen=True, slots=True)
class Placed:
    """A model or a file of a bundle, where it goes, and what becomes of what is there."""

    what: str
    place: Path
    effect: Effect
    inside: Path


def install(bundle: Opened, into: Path, *, force: bool, dry: bool) -> list[Placed]:
    """Install a bundle: models where models are, everything else into the folder `into`.

    Nothing is written if `dry`, or if anything is wrong: InputError ``bundle-damaged``, ModelError
    for a model that cannot be used, OutputError ``bundle-exists`` for another file or model in its
    place, which only `force` overwrites.
    """
    output.prepare(into / FILE, force=True)
    with tempfile.TemporaryDirectory(prefix=".dwibahasa-bundle-", dir=_there(into)) as name:
        room = Path(name)
        bundle.unpack(room)
        _safe_settings(bundle.path.name, room / SETTINGS)
        plan = [*_models(room), *_files(room, into)]
        taken = [each for each in plan if each.effect is Effect.OVER]
        if taken and not force:
            raise _taken(taken)
        if not dry:
            _place(plan, bundle.path.name)
    return plan


def _there(folder: Path) -> Path:
    """The folder, or the nearest one above that exists."""
    return next(each for each in (folder, *folder.absolute().parents) if each.is_dir())


def _place(plan: Sequence[Placed], origin: str) -> None:
    for each in plan:
        if each.effect is Effect.SAME:
            continue
        if each.inside.is_dir():
            install_model(each.inside, {"origin": origin}, force=each.effect is Effect.OVER)
        else:
            with output.beside(each.place) as file:
                file.write(each.inside.read_bytes())


def _models(room: Path) -> list[Placed]:
    found = sorted((room / MODELS).iterdir()) if (room / MODELS).is_dir() else []
    placed = []
    for inside in found:
        place, same = twin(inside)
        effect = Effect.SAME if same else Effect.OVER if place.exists() else Effect.NEW
        placed.append(Placed(f"model {describe(inside, 'given').pair}", place, effect, inside))
    if len({each.place for each in placed}) < len(placed):
        raise ModelError(
            "The bundle holds two models that are installed into one folder.",
            hint="Have it made anew with one of them.",
            slug="bundle-models",
        )
    return placed


def _files(room: Path, into: Path) -> list[Placed]:
    """Lists and rules first, the settings last."""
    top = room / FOLDER
    found = [path for path in sorted(top.rglob("*")) if path.is_file()]
    found.sort(key=lambda path: path == room / SETTINGS)
    placed = []
    for inside in found:
        place = into / inside.relative_to(top)
        what = "settings" if inside == room / SETTINGS else "file"
        placed.append(Placed(what, place, _effect(inside, place), inside))
    return placed


def _effect(inside: Path, place: Path) -> Effect:
    try:
        if not place.exists() and not place.is_symlink():
            return Effect.NEW
        same = place.is_file() and place.read_bytes() == inside.read_bytes()
    except OSError:
        same = False
    return Effect.SAME if same else Effect.OVER


def _safe_settings(name: str, file: Path) -> None:
    """Settings from elsewhere name no place outside, no cluster and no memory."""
    if not file.is_file():
        raise damaged(name, f"it has no {FILE}")
    try:
        keys = tomllib.loads(file.read_text("utf-8"))
        settings = resolve({}, {}, file).settings
    except (SettingsError, ValueError) as error:
        raise damaged(name, f"its settings cannot be used ({error})") from None
    if bound := [key for key in map(key_of, BOUND) if key in keys]:
        raise damaged(name, f"its settings may not say “{bound[0]}”")
    used = (*settings.glossary, settings.abbreviations, settings.srx, settings.theme)
    for place in filter(None, used):
        path = Path(place)
        outside = ".." in path.parts or not path.is_relative_to(file.parent)
        if outside or not path.is_file():
            raise damaged(name, f"its settings name {path.name!a}, which is not in it")


def _taken(taken: Sequence[Placed]) -> OutputError:
    more = f" and {len(taken) - 3} more" if len(taken) > 3 else ""
    listed = ", ".join(str(each.place) for each in taken[:3])
    return OutputError(
        f"There is something else already: {listed}{more}.",
        hint="Look with --dry-run; --force overwrites it, -o FOLDER installs elsewhere.",
        slug="bundle-exists",
    )
