"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["FORMATS", "JsonOption", "MemoryOption", "SettingsOption"]

FORMATS = "docx, clean-docx, html, markdown, text, json, csv, xlsx, xliff, xliff12, tmx"
"""What `--format` knows, written down so that no start need read the registry; tests compare."""

JsonOption = Annotated[bool, typer.Option("--json", help="Print the result for machines (JSON).")]
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
