"""Where the memory lies if nobody says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

__all__ = ["memory_path"]


def memory_path(given: str | None) -> Path:
    """The file that was asked for, else the one in the user's data folder."""
    if given is not None:
        return Path(given)
    return user_data_path("dwibahasa", appauthor=False) / "memory.sqlite3"
