"""What `dwibahasa translate` wrote, read back by its kind: bitexts and review files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translate import registry
from translate.errors import UsageError
from translate.model import Bitext
from translate.readers.source import read_bytes
from translate.review.applied import applied
from translate.review.rows import ReviewFile, View

__all__ = ["MOST_BYTES", "Written", "read_review", "read_written"]

MOST_BYTES = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bitext with the words that stand in it now, and as the run made it."""

    name: str
    bitext: Bitext
    draft: Bitext
    notes: tuple[str, ...] = ()


def read_written(name: str, *, view: View = View.FINAL, approve_unchanged: bool = False) -> Written:
    """The bitext in a file. Raises UsageError for a file of another kind, InputError for a
    damaged one."""
    data = read_bytes(name, MOST_BYTES)
    kind = _kind(name)
    if kind in registry.names(registry.REVIEWS):
        review: ReviewFile = registry.load(registry.REVIEWS, kind)(data, view)
        found = applied(review, approve_unchanged=approve_unchanged)
        note = f"not read, and taken as they were sent: {', '.join(found.unread)}"
        notes = (note,) if found.unread else ()
        return Written(name, found.bitext, review.manifest, notes)
    if kind in registry.names(registry.BITEXTS):
        bitext: Bitext = registry.load(registry.BITEXTS, kind)(data)
        return Written(name, bitext, bitext)
    raise _unknown(name)


def read_review(name: str, data: bytes, view: View) -> ReviewFile:
    """A review file by its suffix. Raises UsageError for a file of another kind."""
    if _kind(name) not in registry.names(registry.REVIEWS):
        raise UsageError(
            f"{name} is no review file.",
            hint=f"Give a {_listed(registry.REVIEWS)} that 'dwibahasa translate' wrote.",
            slug="written-format",
        )
    review: ReviewFile = registry.load(registry.REVIEWS, _kind(name))(data, view)
    return review


def _kind(name: str) -> str:
    return Path(name).suffix.casefold().removeprefix(".")


def _listed(group: str) -> str:
    return ", ".join(f".{name}" for name in registry.names(group))


def _unknown(name: str) -> UsageError:
    kinds = f"{_listed(registry.REVIEWS)}, {_listed(registry.BITEXTS)}"
    return UsageError(
        f"{name} is neither a bitext nor a review file.",
        hint=f"Give what 'dwibahasa translate' wrote: {kinds}.",
        slug="written-format",
    )
