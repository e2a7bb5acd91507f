"""What a person, or a program, sees of a run over folders at its end."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from translate.cli import show
from translate.cli.batch.inputs import Found
from translate.cli.batch.manifest import Record
from translate.cli.batch.plan import Fate
from translate.cli.job.run import Job
from translate.errors import UserError

__all__ = ["passed_over", "summary"]


def summary(
    job: Job,
    found: Found,
    fate: Fate,
    errors: Sequence[Record],
    made: Sequence[dict[str, Any]],
) -> None:
    """Print what became of all articles."""
    if job.as_json:
        failed = [{"input": r.article, "error": r.error} for r in errors]
        told = {
            "counts": dict(fate.counts),
            "unknown": dict(found.unknown),
            "files": [*made, *failed],
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for record in errors:
        fault = record.error or {}
        show.error(UserError(fault["message"], hint=fault["hint"], slug=fault["slug"]))
    if job.settings.quiet:
        return
    counts = ", ".join(f"{count} {what}" for what, count in sorted(fate.counts.items()))
    print(f"{_files(len(found.sources))}: {counts}{passed_over(found)}")
    print(f"  → {job.settings.out}")


def passed_over(found: Found) -> str:
    """What lay in the folders and is no article, in a few words."""
    parts = [f"{count} {suffix}" for suffix, count in found.unknown.items()]
    return f" · not read: {', '.join(parts)}" if parts else ""


def _files(count: int) -> str:
    return f"{count} article{'' if count == 1 else 's'}"
