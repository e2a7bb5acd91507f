"""The lists that lie beside this file: one entry a line, remarks begin with #."""

from __future__ import annotations

from importlib.resources import files

__all__ = ["lines_of"]


def lines_of(name: str) -> list[str]:
    """The entries of a list, by the name of its file; none if there is no such list."""
    path = files("translate.languages").joinpath(name)
    lines = path.read_text("utf-8").splitlines() if path.is_file() else ()
    return [line for line in lines if line and not line.startswith("#")]
