"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, Any

import typer

__all__ = ["FORMATS", "JsonOption", "MemoryOption", "SettingsOption", "wants_json"]

FORMATS = "docx, clean-docx, html, markdown, text, json, csv, xlsx, xliff, xliff12, tmx"
"""What `--format` knows, written down so that no start need read the registry; tests compare."""

_JSON = "dwibahasa.json"


def _note_json(context: typer.Context, asked: bool) -> bool:
    context.meta[_JSON] = asked
    return asked


def wants_json(context: Any) -> bool:
    """True if the command of this context, or of one below it, was given ``--json``."""
    return bool(context.meta.get(_JSON))


JsonOption = Annotated[
    bool,
    typer.Option("--json", callback=_note_json, help="Print the result for machines (JSON)."),
]
MemoryOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="The translation memory (default: one in the user's data folder)."
    ),
]
SettingsOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="Settings file (default: the nearest dwibahasa.toml upwards)."
    ),
]
