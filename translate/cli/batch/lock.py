"""One run at a time writes into a folder: a lock that the system drops when its process ends.

A run that was killed leaves the file ``.dwibahasa/lock`` and no lock on it: the next one goes on.
Where a file system knows no locks, the last run to write wins, as for any program.
"""

from __future__ import annotations

import errno
import json
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from translate.cli.batch.manifest import FOLDER
from translate.errors import OutputError

if sys.platform == "win32":
    import msvcrt

    def _take(number: int) -> None:
        os.lseek(number, 1 << 30, os.SEEK_SET)  # beyond the text, which others may read
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


__all__ = ["locked"]

_HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder of results for this process.

    Raises OutputError ``folder-busy``, which names the run that holds it, or
    ``unwritable-output``.
    """
    path = folder / FOLDER / "lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError as error:
        raise OutputError(
            f"Cannot write {path}: {error.strerror or error}.",
            hint="Choose another folder with -o FOLDER.",
            slug="unwritable-output",
        ) from None
    with file:
        try:
            _take(file.fileno())
        except OSError as error:
            if error.errno in _HELD:
                raise _busy(folder, path) from None
        _sign(file)
        yield


def _sign(file: IO[bytes]) -> None:
    since = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    told = {"process": os.getpid(), "machine": platform.node(), "since": since}
    file.truncate(0)
    file.write(json.dumps(told).encode())
    file.flush()


def _busy(folder: Path, path: Path) -> OutputError:
    try:
        told: Any = json.loads(path.read_bytes())
        who = f"process {told['process']} on {told['machine']}, since {told['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        who = "which has just begun"
    return OutputError(
        f"Another run writes into {folder}: {who}.",
        hint="Wait for it, or choose another folder with -o FOLDER.",
        slug="folder-busy",
    )
