"""Reads the reviewed file that a command was given."""

from __future__ import annotations

from translate.cli.reading import read_review
from translate.errors import InputError
from translate.readers.source import read_bytes
from translate.review.rows import ReviewFile, View

__all__ = ["reviewed"]


def reviewed(file: str, revisions: str, run: str | None = None) -> tuple[bytes, ReviewFile]:
    """The bytes of a reviewed file and what stands in it.

    `revisions` is final, original or refuse-if-any, `run` the file as it was sent, or the JSON of
    its run, where the draft is to be taken from there. Raises InputError as the reader does, and
    ``review-revisions`` where there should be no tracked changes.
    """
    data = read_bytes(file, "review")
    view = View.ORIGINAL if revisions == "original" else View.FINAL
    review = read_review(file, data, view, run)
    if revisions == "refuse-if-any" and review.revisions:
        raise InputError(
            f"{file} has {review.revisions:,} tracked changes.",
            hint="Have them accepted or rejected, or choose with --revisions final or original.",
            slug="review-revisions",
        )
    return data, review
