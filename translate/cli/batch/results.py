"""The results of a run over folders: what they are called, and where each goes."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from translate import output, registry
from translate.cli.batch.inputs import Source, is_set
from translate.cli.batch.search import top_of
from translate.cli.job.run import Job
from translate.errors import UsageError

__all__ = ["is_result", "outputs_of", "see_to_folder"]


def see_to_folder(job: Job, *, dry: bool) -> None:
    """See that results have a folder of their own. Raises UsageError ``folder-out``."""
    out = job.settings.out
    named = bool(out) and output.names_file(out)
    lost = named or output.STDIN in (*job.files, out) or not (out or dry)
    tops = [top_of(name) for name in job.files if is_set(name)] if out and not lost else []
    same = next((top for top in tops if os.path.realpath(top) == os.path.realpath(out)), None)
    if lost or same is not None:
        which = f"The articles lie in {same}, the results would, too. " if same is not None else ""
        raise UsageError(
            f"{which}A folder is translated into another one.",
            hint="For example: dwibahasa translate berita -o out",
            slug="folder-out",
        )


def is_result(target: str) -> Callable[[str], bool]:
    """Tells whether a name ends like a result; exporters are loaded once a name looks like it."""

    @cache
    def endings() -> tuple[str, ...]:
        loaded = (registry.load(registry.EXPORTERS, n) for n in registry.names(registry.EXPORTERS))
        return tuple(f".{target}.{each().extension}".casefold() for each in loaded)

    def told(name: str) -> bool:
        folded = name.casefold()
        return f".{target}.".casefold() in folded and folded.endswith(endings())

    return told


def outputs_of(
    sources: Sequence[Source], exporters: Mapping[str, Any], job: Job
) -> dict[Source, dict[str, Path]]:
    """Where the results of each article go; two articles of one stem keep their endings."""
    shared: dict[Path, int] = {}
    for source in sources:
        stem = source.inside.with_suffix("")
        shared[stem] = shared.get(stem, 0) + 1
    planned: dict[Source, dict[str, Path]] = {}
    taken: dict[Path, str] = {}
    for source in sources:
        stem = source.inside.with_suffix("")
        base = Path(job.settings.out) / (source.inside if shared[stem] > 1 else stem)
        planned[source] = {}
        for form, exporter in exporters.items():
            path = base.with_name(f"{base.name}.{job.settings.target}.{exporter.extension}")
            if taken.setdefault(path, source.path) != source.path:
                raise UsageError(
                    f"{source.path} and {taken[path]} would both be written to {path}.",
                    hint="Translate them in two runs, into different folders.",
                    slug="same-output",
                )
            planned[source][form] = path
    return planned
