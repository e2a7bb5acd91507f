"""What a person, or a program, sees of a run over folders at its end."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath

from glossary.plural import counted
from translate.cli import say, show
from translate.cli.batch.inputs import Found
from translate.cli.batch.manifest import ERRORS, FOLDER
from translate.cli.batch.plan import Fate
from translate.cli.job.run import Job
from translate.errors import UserError

__all__ = ["grouped", "passed_over", "summary", "time_told"]

_ORDER = ("translated", "up to date", "edited", "passed over", "failed")
_NAMED = 3  # articles that are named where more have the same fault


def summary(job: Job, found: Found, fate: Fate) -> None:
    """Print what became of all articles."""
    if job.as_json:
        failed = [{"input": r.article, "error": r.error} for r in fate.errors]
        told = {
            "counts": dict(fate.counts),
            "sentences": fate.sentences,
            "to_look_at": fate.doubtful,
            "seconds": round(fate.seconds, 3),
            "unknown": dict(found.unknown),
            "files": [*fate.made, *failed],
        }
        say.data(told)
        return
    faults = ((r.article, r.error or {}) for r in fate.errors)
    for message, hint in grouped((name, e["message"], e["hint"]) for name, e in faults):
        show.error(UserError(message, hint=hint, slug=""))
    if job.settings.quiet:
        return
    counts = ", ".join(f"{fate.counts[what]} {what}" for what in _ORDER if fate.counts[what])
    say.line(f"{counted(len(found.sources), 'article')}: {counts}{passed_over(found)}")
    if fate.sentences:
        doubts = (
            f"{counted(fate.doubtful, 'article')} to look at"
            if fate.doubtful
            else "nothing to look at"
        )
        say.line(f"  {counted(fate.sentences, 'sentence')} in {time_told(fate.seconds)} · {doubts}")
    say.line(f"  → {job.settings.out}")
    if fate.errors:
        say.line(f"  errors → {Path(job.settings.out) / FOLDER / ERRORS}")


def grouped(faults: Iterable[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Each message once, behind the articles that it is of, with its hint.

    `faults` are (article, message, hint).
    """
    groups: dict[tuple[str, str], list[str]] = {}
    for name, message, hint in faults:
        told = _without(name, message)
        groups.setdefault((told, hint), []).append(name)
    return [(f"{_listed(names)}: {told}", hint) for (told, hint), names in groups.items()]


def _without(name: str, message: str) -> str:
    """A message without the file that it begins with: the place in the tree is said before it."""
    file, _, told = message.partition(": ")
    place = PurePath(file.strip("'")).as_posix()
    known = place in (name, PurePath(name).name) or place.endswith(f"/{name}")
    return told if told and known else message


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"


def passed_over(found: Found) -> str:
    """What lay in the folders and is no article, in a few words."""
    parts = [counted(len(found.closed), "folder")] if found.closed else []
    parts += [f"{count} {suffix}" for suffix, count in found.unknown.items()]
    return f" · not read: {', '.join(parts)}" if parts else ""


def time_told(seconds: float) -> str:
    """A time in words: ``8 s``, ``12 min``, ``3 h 20 min``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
