"""Opens a bundle that came from somewhere: nothing is believed before its hash is compared."""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from glossary.packed import DAMAGE
from glossary.plain_file import open_plain
from translate.bundle.record import NAME, Entry, damaged, parse
from translate.errors import InputError, OutputError

__all__ = ["Opened", "opened"]

MOST_FILES = 5_000
MOST_BYTES = 16 << 30  # unpacked; a model has some 350 MB
MOST_RECORD = 4 << 20
_RATIO = 300  # how much larger than packed a file may be
_RATIO_FROM = 1 << 20
_CHUNK = 1 << 20
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would change the ends of lines


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle whose files are all there, of the right size; `check` and `unpack` look inside."""

    path: Path
    entries: tuple[Entry, ...]
    archive: zipfile.ZipFile

    def check(self) -> None:
        """Compare every hash. Raises InputError ``bundle-damaged``."""
        for entry in self.entries:
            self._copy(entry, None)

    def unpack(self, room: Path) -> None:
        """Unpack into an empty folder, for its owner alone; raises as `check` does."""
        for entry in self.entries:
            self._copy(entry, room / entry.path)

    def _copy(self, entry: Entry, place: Path | None) -> None:
        """Read a file of the bundle, and write it if there is a place; the hash must be right."""
        digest, size = hashlib.sha256(), 0
        with _sink(place) as put:
            for chunk in self._chunks(entry):
                put(chunk)
                size += len(chunk)
                digest.update(chunk)
                if size > entry.size:
                    break
        if size != entry.size or digest.hexdigest() != entry.sha256:
            raise damaged(self.path.name, f"{entry.path} is not what its hash says")

    def _chunks(self, entry: Entry) -> Iterator[bytes]:
        try:
            with self.archive.open(entry.path) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except DAMAGE as error:
            raise damaged(self.path.name, f"{entry.path} cannot be unpacked ({error})") from None


@contextmanager
def _sink(place: Path | None) -> Iterator[Callable[[bytes], object]]:
    """What takes the bytes of a file: a new one at `place`, for its owner alone, or nothing."""
    if place is None:
        yield lambda data: None
        return
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(number, "wb") as file:
            yield file.write
    except OSError as error:
        raise OutputError(
            f"Cannot write {place}: {error.strerror or error}.",
            hint="Make room there, or choose another folder with -o FOLDER.",
            slug="unwritable-output",
        ) from None


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """A bundle, for as long as the context lasts.

    Raises InputError ``bundle-missing`` if there is no such file, ``bundle-damaged`` for one that
    is no bundle, is too large, or whose files are not those of its record.
    """
    try:
        with open_plain(path, streams=False) as file, zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
            record = _record(path.name, archive, infos)
            _within(path.name, record, infos)
            yield Opened(path, tuple(record), archive)
    except FileNotFoundError:
        raise InputError(
            f"{path}: there is no such file.",
            hint="Give a file that 'dwibahasa bundle create' made.",
            slug="bundle-missing",
        ) from None
    except DAMAGE as error:
        told = getattr(error, "strerror", None) or str(error) or "it is no bundle"
        raise damaged(path.name, told[:80]) from None


def _record(name: str, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> list[Entry]:
    if not infos or infos[0].filename != NAME or infos[0].file_size > MOST_RECORD:
        raise damaged(name, f"it does not begin with {NAME}")
    with archive.open(infos[0]) as stream:
        return parse(name, stream.read(MOST_RECORD + 1))


def _within(name: str, entries: list[Entry], infos: list[zipfile.ZipInfo]) -> None:
    """Refuse what is too much, and what is in the archive but not in the record or otherwise."""
    if len(entries) > MOST_FILES or sum(entry.size for entry in entries) > MOST_BYTES:
        raise damaged(name, "it unpacks to more than a bundle can hold")
    inside = {info.filename: info for info in infos[1:]}
    if len(inside) != len(infos) - 1 or inside.keys() != {entry.path for entry in entries}:
        raise damaged(name, "it holds other files than its record names")
    for entry in entries:
        info = inside[entry.path]
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise damaged(name, f"{entry.path} is no plain file")
        large = info.file_size > _RATIO_FROM and info.file_size > _RATIO * info.compress_size
        if info.file_size != entry.size or large:
            raise damaged(name, f"{entry.path} is not of the size that its record names")
