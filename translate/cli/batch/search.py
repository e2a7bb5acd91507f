"""The files below a folder, or those that a pattern means; links to folders are not followed."""

from __future__ import annotations

import fnmatch
import glob
import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["matching", "top_of"]

_HIDDEN = (".", "~$")
"""How names begin that nobody sees: dot files, and what Word puts beside a file that is open."""


def top_of(name: str) -> Path:
    """The folder itself, or the part of a pattern before its first wild card."""
    if os.path.isdir(name):
        return Path(name)
    parts = Path(name).parts
    fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:fixed])


def matching(name: str, out: Path | None, closed: dict[Path, str]) -> Iterator[Path]:
    """The files that a folder or pattern means, without hidden ones and what lies in `out`.

    Folders that cannot be looked into go into `closed`, with the reason.
    """
    apart = os.path.realpath(out) if out is not None else None
    top = top_of(name)
    if os.path.isdir(name):
        yield from _below(top, ("**",), apart, closed)
    else:
        parts = Path(name).parts[len(top.parts) :]
        yield from sorted(set(_below(top, parts, apart, closed)), key=str)


def _below(
    top: Path, parts: tuple[str, ...], apart: str | None, closed: dict[Path, str]
) -> Iterator[Path]:
    """The files under `top` whose place fits `parts`; ``glob`` would follow links in a circle."""
    waiting = [(top, parts)]
    while waiting:
        folder, parts = waiting.pop()
        if os.path.realpath(folder) == apart:
            continue
        first, rest = parts[0], parts[1:]
        folders, files = _listed(folder, closed)
        inside = []
        if first == "**":
            inside = [(folder, rest)] if rest else []
            inside += [(folder / each, parts) for each in folders]
        elif rest:
            inside = [(folder / each, rest) for each in folders if fnmatch.fnmatch(each, first)]
        if not rest:
            yield from (folder / each for each in files if fnmatch.fnmatch(each, first))
        waiting.extend(reversed(inside))


def _listed(folder: Path, closed: dict[Path, str]) -> tuple[list[str], list[str]]:
    """The names of folders and of files in a folder, in order."""
    folders, files = [], []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith(_HIDDEN):
                    continue
                if not _is_folder(entry):
                    files.append(entry.name)
                elif not entry.is_symlink():
                    folders.append(entry.name)
    except (FileNotFoundError, NotADirectoryError):
        pass  # a pattern that begins nowhere, or a folder that went away meanwhile
    except OSError as error:
        closed[folder] = error.strerror or str(error)
    return sorted(folders), sorted(files)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle, or to where nobody may look: reading it tells
        return False
