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
def _group(group: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=group)}


def names(group: str) -> list[str]:
    """The registered names of a group, sorted."""
    return sorted(_group(group))


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
