"""The work of `dwibahasa review guide`: one page for the reviewer, written as a Word file."""

from __future__ import annotations

from pathlib import Path

from translate import output, registry
from translate.cli import say


def write_guide(lang: str, out: str | None, *, force: bool) -> None:
    """Write the guide in a language to `out`, or into the folder `out`, and print its path."""
    name = f"guide.{lang}.docx"
    data: bytes = registry.load(registry.GUIDES, "docx")(lang)
    path = Path(out or name)
    if path.is_dir():
        path /= name
    output.prepare(path, force=force)
    output.write(path, data)
    say.line(path)
