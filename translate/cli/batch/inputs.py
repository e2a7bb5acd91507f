"""Which articles folders and patterns mean, and where each stands in the tree that mirrors them."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from glossary.plural import counted
from translate.cli.batch.search import matching, top_of
from translate.cli.job.term_lists import is_list
from translate.errors import InputError, UsageError, UserError
from translate.readers import reader_for
from translate.settings_place import FILE, see_to_one

__all__ = ["Found", "Source", "find", "is_set", "see_to_settings"]


@dataclass(frozen=True, slots=True)
class Source:
    """An article: its path as it is opened, and its place below the folder that was named."""

    path: str
    inside: Path


@dataclass(frozen=True, slots=True)
class Found:
    """The articles in order, how many files of each unknown suffix and how many results of ours
    were passed over, and the folders that nobody could look into, each with its error."""

    sources: tuple[Source, ...]
    unknown: Mapping[str, int]
    own: int
    closed: tuple[tuple[str, UserError], ...] = ()


def is_set(name: str) -> bool:
    """True for a folder and for a pattern such as ``berita/**/*.txt`` that is no file's name."""
    return os.path.isdir(name) or (glob.has_magic(name) and not os.path.lexists(name))


def find(names: Sequence[str], out: Path | None, is_result: Callable[[str], bool]) -> Found:
    """The articles that files, folders and patterns mean, each once.

    Hidden files, what lies under `out` and what is called like a result (``artikel.en.json``) are
    passed over, links to folders are not followed. A file that is named is always taken.
    Raises UsageError if there is nothing, InputError if that is because a folder is closed.
    """
    taken: dict[str, Source] = {}
    unknown: Counter[str] = Counter()
    own = 0
    closed: dict[Path, str] = {}
    known: dict[str, bool] = {}
    for name in names:
        if not is_set(name):
            taken.setdefault(os.path.abspath(name), Source(name, Path(Path(name).name)))
            continue
        top = top_of(name)
        for path in matching(name, out, closed):
            suffix = path.suffix.lower()
            if is_result(path.name):
                own += 1
            elif is_list(path) or path.name == FILE:
                continue
            elif not known.setdefault(suffix, reader_for(suffix) is not None):
                unknown[suffix or "no suffix"] += 1
            else:
                source = Source(str(path), path.relative_to(top))
                taken.setdefault(os.path.abspath(path), source)
    shut = tuple((str(folder), _closed(folder, why)) for folder, why in closed.items())
    if shut and not taken:
        raise shut[0][1]
    if not taken:
        raise UsageError(
            f"There is no article in {', '.join(names)}.",
            hint=f"Passed over: {_told(unknown, own)}. Check the folder, or quote the pattern.",
            slug="nothing-found",
        )
    return Found(tuple(taken.values()), dict(sorted(unknown.items())), own, shut)


def see_to_settings(names: Sequence[str], found: Found) -> None:
    """See that all lies under one settings file. Raises UsageError ``settings-several``."""
    named = [os.path.join(name, "*") if os.path.isdir(name) else name for name in names]
    folders = {os.path.dirname(source.path): source.path for source in reversed(found.sources)}
    see_to_one([*named, *folders.values()])


def _closed(folder: Path, why: str) -> InputError:
    return InputError(
        f"{folder}: the folder cannot be looked into ({why}).",
        hint="Check its permissions, or copy it to a folder of your own.",
        slug="input-unreadable",
    )


def _told(unknown: Counter[str], own: int) -> str:
    parts = [f"{count} of {suffix}" for suffix, count in sorted(unknown.items())]
    return ", ".join([*parts, *([counted(own, "result")] if own else [])]) or "nothing"
