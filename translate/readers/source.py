"""Fetches the bytes of an input file or of standard input, never more than the limit."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import BinaryIO

from glossary.limits import hint, limit, size_told
from glossary.plain_file import open_plain, see_plain
from translate.errors import InputError


def read_bytes(path: str, name: str, most: int | None = None) -> bytes:
    """The bytes at `path` ("-" is standard input), at most those of the limit `name`, or `most`.

    Raises InputError if there is no such file, it is a folder, may not be read, or is larger.
    """
    try:
        if path == "-":
            return _take(_standard_input(), "standard input", name, most)
        found = see_plain(path)
        if stat.S_ISDIR(found.st_mode):
            raise _folder(path)
        if found.st_size > (most or limit(name)):
            raise _too_large(path, name, most, found.st_size)
        with open_plain(path) as file:
            return _take(file, path, name, most)
    except FileNotFoundError:
        raise _missing(path) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(
            f"{path!a}: cannot be read ({reason}).",
            hint="Check that the file may be read by you, or copy it to a folder of your own.",
            slug="input-unreadable",
        ) from None


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "it is closed")
    return sys.stdin.buffer


def _take(file: BinaryIO, path: str, name: str, most: int | None) -> bytes:
    raw = file.read((most or limit(name)) + 1)
    if len(raw) > (most or limit(name)):
        raise _too_large(path, name, most, None)
    return raw


def _missing(path: str) -> InputError:
    return InputError(
        f"{path}: there is no such file.",
        hint="Check the spelling and the folder; quote names that contain blanks.",
        slug="input-missing",
    )


def _folder(path: str) -> InputError:
    return InputError(
        f"{path}: is a folder, not a file.",
        hint=f"Name the files in it, e.g. {os.path.join(path, '*.txt')}",
        slug="input-folder",
    )


def _too_large(path: str, name: str, most: int | None, size: int | None) -> InputError:
    found = size_told(size) if size is not None else "more"
    return InputError(
        f"{path}: is too large ({found}; the limit is {size_told(most or limit(name))}).",
        hint=f"Check that it is the right file. {hint(name)}",
        slug="input-too-large",
    )
