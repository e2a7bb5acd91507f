"""Packages come into Argos' own folder, and leave it: checked first, then renamed in one step."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

from translate.engines import Decoding, hashes
from translate.engines.archive import unpacked
from translate.engines.argos import ArgosEngine
from translate.engines.packages import Found, argos, available, damaged, describe
from translate.errors import ModelError, OutputError

SAMPLE = "2024"  # every model should make something of a number


def folder() -> Path:
    """Where packages are installed: Argos' own folder, so that other programs see them, too."""
    return Path(argos().settings.package_data_dir)


def install(path: Path, origin: Mapping[str, str], *, force: bool = False) -> Found:
    """Install the package at `path` (a folder or a ``.argosmodel``) and describe it there.

    It is unpacked beside its later place, opened, tried on a sentence and its files' hashes written
    down, before it is renamed. Raises ModelError if anything is wrong with it or it is there
    already (without `force`), OutputError if the folder cannot be written.
    """
    into = folder()
    try:
        into.mkdir(parents=True, exist_ok=True)
        if not os.path.exists(path):
            raise damaged(path, "there is no such file or folder")
        with nullcontext(path) if os.path.isdir(path) else unpacked(path, into) as source:
            return _place(source, into, origin, force=force)
    except OSError as error:
        raise OutputError(
            f"The package cannot be installed into {into}: {error.strerror or error}.",
            hint="Make room there or make the folder writable; ARGOS_PACKAGES_DIR names another.",
            slug="unwritable-models",
        ) from None


def _place(source: Path, into: Path, origin: Mapping[str, str], *, force: bool) -> Found:
    found = describe(source, "given")
    place = into / _name(found)
    if place.exists() and not force:
        raise ModelError(
            f"{found.pair} {found.version} is installed already, in {place}.",
            hint="Use --force to install it anew, or 'dwibahasa models verify' to check it.",
            slug="model-exists",
        )
    with tempfile.TemporaryDirectory(prefix=".dwibahasa-new-", dir=into) as room:
        made = Path(room) / place.name
        shutil.copytree(source, made)
        try_out(describe(made, "given"))
        hashes.write(made, origin)
        if place.exists():
            place.rename(Path(room) / "old")
        made.rename(place)
    return describe(place, "installed")


def _name(found: Found) -> str:
    name = f"translate-{found.source_lang}_{found.target_lang}-{found.version.replace('.', '_')}"
    if not all(part.isalnum() for part in name.replace("-", "_").split("_") if part):
        raise damaged(found.path, f"its languages or version make no name for a folder ({name})")
    return name


def twin(source: Path) -> tuple[Path, bool]:
    """Where the package in the folder `source` would be installed, and whether just its files lie
    there. Raises ModelError if it is no package."""
    place = folder() / _name(describe(source, "given"))
    return place, place.is_dir() and hashes.of_files(place) == hashes.of_files(source)


def try_out(package: Found) -> None:
    """Open a package and translate a sample with it. Raises ModelError if that fails."""
    ArgosEngine(package).translate([SAMPLE], Decoding(beam=1))


def named(name: str) -> list[Found]:
    """The packages that a user means by ``id-en``, ``id→en`` or the name of their folder.

    Raises ModelError, naming what is at hand, if there is none.
    """
    found, _ = available()
    meant = [
        package
        for package in found
        if name in (package.path.name, package.pair, package.pair.replace("→", "-"))
    ]
    if not meant:
        have = ", ".join(dict.fromkeys(package.pair.replace("→", "-") for package in found))
        raise ModelError(
            f"There is no package '{name}' here.",
            hint=f"At hand: {have or 'none'}; 'dwibahasa models list' shows their folders.",
            slug="no-model",
        )
    return meant


def remove(package: Found) -> None:
    """Delete an installed package. Raises ModelError for the one that comes along."""
    if package.place != "installed":
        raise ModelError(
            f"{package.pair} in {package.path} is part of dwibahasa and stays.",
            hint="An installed package for the same pair goes before it.",
            slug="embedded-model",
        )
    try:
        # Renamed first: a deletion that is interrupted leaves nothing that looks like a package.
        with tempfile.TemporaryDirectory(prefix=".dwibahasa-old-", dir=package.path.parent) as room:
            package.path.rename(Path(room) / "old")
    except OSError as error:
        raise OutputError(
            f"{package.path} cannot be deleted: {error.strerror or error}.",
            hint="Make its folder writable, or delete it by hand.",
            slug="unwritable-models",
        ) from None
