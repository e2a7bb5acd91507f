"""What `dwibahasa translate` wrote, read back by its kind: bitexts and review files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from glob import escape
from pathlib import Path

from translate import registry
from translate.errors import InputError, RecordLostError, UsageError, UserError
from translate.model import Bitext
from translate.readers.source import read_bytes
from translate.review.applied import applied
from translate.review.rows import ReviewFile, View

__all__ = ["Written", "read_review", "read_written"]

_MOST_BESIDE = 20  # files that are tried for the run of a file that lost its record


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bitext with the words that stand in it now, and as the run made it.

    `unread` are the rows whose words are not in the bitext.
    """

    name: str
    bitext: Bitext
    draft: Bitext
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def read_written(name: str, *, view: View = View.FINAL, approve_unchanged: bool = False) -> Written:
    """The bitext in a file. Raises UsageError for a file of another kind, InputError for a
    damaged one."""
    if _kind(name) in registry.names(registry.REVIEWS):
        review = read_review(name, read_bytes(name, "review"), view)
        found = applied(review, approve_unchanged=approve_unchanged)
        told = (
            tuple(f"{p.row} {p.message}".strip() for p in problems)
            for problems in (found.remarks, found.unread)
        )
        return Written(name, found.bitext, review.manifest, *told)
    bitext = _sent(name)
    return Written(name, bitext, bitext)


def read_review(name: str, data: bytes, view: View, run: str | None = None) -> ReviewFile:
    """A review file by its suffix; `run` is the file that was sent, or the JSON of its run.

    Without `run` a file that lost its hidden record is read by what lies beside it. Raises
    UsageError for a file of another kind, InputError as the readers do.
    """
    if _kind(name) not in registry.names(registry.REVIEWS):
        raise UsageError(
            f"{name} is no review file.",
            hint=f"Give a {_listed(registry.REVIEWS)} that 'dwibahasa translate' wrote.",
            slug="written-format",
        )
    read = registry.load(registry.REVIEWS, _kind(name))
    sent = None if run is None else _sent(run)
    with _named(name):
        try:
            review: ReviewFile = read(data, view, sent)
        except RecordLostError as lost:
            found = _beside(name, lambda sent: read(data, view, sent)) if lost.run else None
            if found is None:
                raise
            return found
        return review


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Errors of the readers, which know no names, with the name of the file."""
    try:
        yield
    except InputError as error:
        raise InputError(f"{name}: {error.message}", hint=error.hint, slug=error.slug) from None


def _sent(name: str) -> Bitext:
    """The run in a file as it was made. Raises as `read_review` does, naming the file."""
    data, kind = read_bytes(name, "review"), _kind(name)
    if kind in registry.names(registry.BITEXTS):
        with _named(name):
            bitext: Bitext = registry.load(registry.BITEXTS, kind)(data)
            return bitext
    if kind not in registry.names(registry.REVIEWS):
        raise _unknown(name)
    with _named(name):
        review: ReviewFile = registry.load(registry.REVIEWS, kind)(data, View.FINAL)
        return review.manifest


def _beside(name: str, read: Callable[[Bitext], ReviewFile]) -> ReviewFile | None:
    """The review, read by a file in its folder that is called the same up to the first dot."""
    path, kinds = Path(name), {*registry.names(registry.REVIEWS), *registry.names(registry.BITEXTS)}
    stem = path.name.partition(".")[0]
    others = sorted(
        (p for p in path.parent.glob(f"{escape(stem)}.*") if p != path and _kind(p.name) in kinds),
        key=lambda p: (_kind(p.name) not in registry.names(registry.BITEXTS), p.name),
    )
    for other in others[:_MOST_BESIDE]:
        with suppress(UserError):
            return replace(read(_sent(str(other))), sent=str(other))
    return None


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
