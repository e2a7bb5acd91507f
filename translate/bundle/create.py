"""Writes a bundle: what a run with these settings needs, and a settings file that finds it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import IO

from glossary.limits import LIMITS
from glossary.plain_file import open_plain
from translate import output
from translate.bundle.record import FOLDER, MODELS, NAME, SETTINGS, Entry, written
from translate.engines import hashes
from translate.engines.packages import Found
from translate.errors import InputError
from translate.settings import Settings, key_of

__all__ = ["BOUND", "Content", "create", "gather"]

BOUND = ("out", "memory", "cluster", "workers", "model", *(f"limit_{name}" for name in LIMITS))
"""Settings that say where things are on one machine, or how strong it is; they stay there."""

_LISTS, _FILES = "lists", "rules"


@dataclass(frozen=True, slots=True)
class Content:
    """What goes into a bundle: files by their place in it, and the text of its settings."""

    files: Mapping[str, Path]
    settings: str

    def names(self, below: str) -> list[str]:
        """The places of files below a folder."""
        return [name for name in self.files if name.startswith(f"{below}/")]


def gather(settings: Settings, models: Sequence[Found]) -> Content:
    """All files that a run with these settings reads beside its articles, and these models.

    Raises InputError ``bundle-part`` for a file that cannot be read, or whose name is not UTF-8.
    """
    files: dict[str, Path] = {}
    told: dict[str, object] = {}
    for field in fields(Settings):
        value = getattr(settings, field.name)
        if field.name in BOUND or value == field.default:
            continue
        if field.name == "glossary":
            value = [_placed(files, _LISTS, Path(name)) for name in value]
        elif field.name == "theme":
            value = _theme(files, Path(value))
        elif field.name in ("abbreviations", "srx"):
            value = _placed(files, _FILES, Path(value))
        told[key_of(field.name)] = list(value) if isinstance(value, tuple) else value
    for found in models:
        for name in hashes.of_files(found.path):
            files[f"{MODELS}/{found.path.name}/{name}"] = found.path / name
    odd = next((file for place, file in files.items() if place != _utf8(place)), None)
    if odd is not None:
        raise _unfit(f"the name of {odd} is not UTF-8, so that other machines cannot have it")
    return Content(files, "".join(f"{key} = {_toml(value)}\n" for key, value in told.items()))


def _utf8(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")


def create(path: Path, content: Content, *, program: str, force: bool) -> tuple[list[Entry], str]:
    """Write the bundle, for its owner alone; its entries, and its own SHA-256.

    Raises InputError ``bundle-part``, OutputError as `output.prepare` does.
    """
    output.prepare(path, force=force, named=True)
    entries = [_entry(place, file) for place, file in content.files.items()]
    text = content.settings.encode()
    entries.append(Entry(SETTINGS, len(text), hashlib.sha256(text).hexdigest()))
    with output.beside(path) as draft:
        with zipfile.ZipFile(draft, "w") as archive:
            archive.writestr(_info(NAME, 0), written(program, entries))
            for entry in entries:
                with archive.open(_info(entry.path, entry.size), "w") as into:
                    _copy(entry, content, into)
        draft.seek(0)
        digest = _digest(draft)
    return entries, digest


def _copy(entry: Entry, content: Content, into: IO[bytes]) -> None:
    digest = hashlib.sha256()
    file = content.files.get(entry.path)
    with _open(file) if file else io.BytesIO(content.settings.encode()) as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
            into.write(chunk)
    if digest.hexdigest() != entry.sha256:
        raise _unfit(f"{file} changed while it was read")


def _info(name: str, size: int) -> zipfile.ZipInfo:
    """An entry without the time of day: equal contents are an equal bundle."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = (stat.S_IFREG | 0o600) << 16
    info.file_size = size  # large ones are told from the start
    return info


def _entry(place: str, file: Path) -> Entry:
    with _open(file) as stream:
        return Entry(place, os.fstat(stream.fileno()).st_size, _digest(stream))


def _digest(stream: IO[bytes]) -> str:
    return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]


def _open(file: Path) -> IO[bytes]:
    try:
        return open_plain(file)
    except OSError as error:
        raise _unfit(f"{file} cannot be read ({error.strerror or error})") from None


def _placed(files: dict[str, Path], folder: str, file: Path) -> str:
    """Find a place for a file; two of one name get a number."""
    name, number = file.name, 1
    while files.setdefault(f"{FOLDER}/{folder}/{name}", file) != file:
        number += 1
        name = f"{file.stem}-{number}{file.suffix}"
    return f"{folder}/{name}"


def _theme(files: dict[str, Path], file: Path) -> str:
    """A theme goes with its logo, which lies at the same place beside it."""
    try:
        with _open(file) as stream:
            data = tomllib.loads(stream.read().decode("utf-8-sig"))
    except ValueError:
        raise _unfit(f"{file} is no theme that can be read") from None
    files[f"{FOLDER}/theme/{file.name}"] = file
    sections = (section for section in data.values() if isinstance(section, dict))
    for logo in (str(section["logo"]) for section in sections if "logo" in section):
        place = PurePosixPath(Path(logo).as_posix())
        if place.is_absolute() or ".." in place.parts or logo.startswith("~"):
            raise _unfit(f"the logo of {file} lies elsewhere ({logo})")
        files[f"{FOLDER}/theme/{place}"] = file.parent / logo
    return f"theme/{file.name}"


def _toml(value: object) -> str:
    """A value of our settings as TOML; its strings are those of JSON, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _unfit(why: str) -> InputError:
    return InputError(
        f"The bundle cannot be made: {why}.",
        hint="'dwibahasa settings' shows which file asks for it; a logo must lie beside its theme.",
        slug="bundle-part",
    )
