"""Readers, engines, exporters … by name, through entry points; third parties use the same door."""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from translate.errors import UsageError

READERS = "dwibahasa.readers"
ENGINES = "dwibahasa.engines"
EXPORTERS = "dwibahasa.exporters"
CONFLICTS = "dwibahasa.conflicts"
EXCHANGES = "dwibahasa.exchanges"
REPORTS = "dwibahasa.reports"
REVIEWS = "dwibahasa.reviews"
BITEXTS = "dwibahasa.bitexts"
GUIDES = "dwibahasa.guides"


@cache
def _points() -> Any:
    """Those of all packages; to ask for each group by itself would read them all each time."""
    return entry_points()  # its type depends on the version of Python


@cache
def _group(group: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in _points().select(group=group)}


def names(group: str) -> list[str]:
    """The registered names of a group, sorted."""
    return sorted(_group(group))


def exporter(name: str) -> Any:
    """An exporter by its name, or by the ending of its files: ``md``, ``txt``, ``xlf``.

    Raises UsageError as `load` does.
    """
    if name not in _group(EXPORTERS):
        known = (load(EXPORTERS, each)() for each in names(EXPORTERS))
        named = next((made for made in known if made.extension == name), None)
        if named is not None:
            return named
    return load(EXPORTERS, name)()


@cache
def load(group: str, name: str) -> Any:
    """Load what `name` stands for.

    Raises UsageError for an unknown name; the message lists the known ones.
    """
    found = _group(group).get(name)
    if found is None:
        kind = group.rpartition(".")[2].removesuffix("s")
        raise UsageError(
            f"There is no {kind} named '{name}'.",
            hint=f"Known: {', '.join(names(group)) or 'none – is the package installed?'}.",
            slug="unknown-name",
        )
    return found.load()
