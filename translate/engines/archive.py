"""An `.argosmodel` file is a zip archive: unpacked for a while, within limits and its folder."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from glossary.limits import limit
from glossary.packed import DAMAGE
from glossary.plain_file import open_plain
from translate.engines.packages import damaged

MAX_FILES = 1000
LINK = 0o120000  # the kind of a symbolic link among the bits of a file's mode


@contextmanager
def unpacked(archive: Path, beside: Path | None = None) -> Iterator[Path]:
    """The package folder of a ``.argosmodel``, unpacked for as long as the context lasts.

    `beside` is a folder to unpack in (default: the system's temporary one). Raises ModelError for
    entries outside their own folder, links, too many files or bytes.
    """
    with tempfile.TemporaryDirectory(prefix=".dwibahasa-model-", dir=beside) as name:
        room = Path(name)
        _extract(archive, room)
        roots = [*sorted(room.glob("metadata.json")), *sorted(room.glob("*/metadata.json"))]
        if not roots:
            raise damaged(archive, "metadata.json is missing")
        yield roots[0].parent


def _extract(archive: Path, room: Path) -> None:
    try:
        with open_plain(archive, streams=False) as file, zipfile.ZipFile(file) as packed:
            entries = packed.infolist()
            if len(entries) > MAX_FILES or sum(e.file_size for e in entries) > limit("model"):
                raise damaged(archive, "it unpacks to more than a package may hold (limit-model)")
            for entry in entries:
                mode = entry.external_attr >> 16
                inside = (room / entry.filename).resolve().is_relative_to(room.resolve())
                if not inside or (mode & 0o170000) == LINK:
                    raise damaged(archive, f"the entry '{entry.filename}' points outside")
                packed.extract(entry, room)
    except DAMAGE as error:
        raise damaged(archive, f"it cannot be unpacked ({error})") from None
