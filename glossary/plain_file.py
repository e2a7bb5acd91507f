"""Files that may be opened: for a named pipe, a device or a socket one could wait forever."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

__all__ = ["SpecialFileError", "open_plain", "read_plain", "see_plain"]

_STREAMS = ("/dev/", "/proc/")
"""Where streams are shown as files, /dev/stdin and what ``<(…)`` makes: they are asked for."""
_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


class SpecialFileError(OSError):
    """What was named as a file is something else, from which bytes may never come."""

    def __init__(self, kind: str) -> None:
        super().__init__(errno.EINVAL, f"it is {kind}, not a file")

    def __str__(self) -> str:
        return str(self.strerror)


def see_plain(path: str | Path, *, streams: bool = True) -> os.stat_result:
    """What the system knows of a file, for which `streams` of the shell will do or not.

    Raises SpecialFileError, and OSError as `os.stat` does.
    """
    found = os.stat(path)
    kind = _KINDS.get(stat.S_IFMT(found.st_mode))
    if kind and not (streams and os.fspath(path).startswith(_STREAMS)):
        raise SpecialFileError(kind)
    return found


def open_plain(path: str | Path, *, streams: bool = True) -> BinaryIO:
    """The file, opened to read bytes. Raises as `see_plain` and `open` do."""
    see_plain(path, streams=streams)
    return open(path, "rb")


def read_plain(path: str | Path, most: int) -> bytes:
    """The first bytes of a file: all of them, or one more than `most`. Raises as `open_plain`."""
    with open_plain(path) as file:
        return file.read(most + 1)
