"""The run of a review file whose hidden record was lost, or is not taken: what was sent."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exports.bitext import as_json
from exports.identity import run_id
from translate.errors import InputError, RecordLostError
from translate.look import Look
from translate.model import Bitext

__all__ = ["MARK", "Sent", "marked_run", "of_run"]

MARK = "dwibahasa:"
"""Stands before the id of the run where a property or a note of the file holds it."""
_RUN = re.compile(f"{MARK}([0-9a-f]{{10}})")


@dataclass(frozen=True, slots=True)
class Sent:
    """A run as it was sent; `assumed` if the file itself no longer says that it belongs to it."""

    run: str
    look: Look
    bitext: Bitext
    assumed: bool = False


def marked_run(text: str) -> str:
    """The id of the run in such a property; empty if there is none."""
    found = _RUN.fullmatch(text.strip())
    return found[1] if found else ""


def of_run(sent: Bitext | None, run: str, look: Look, kind: str) -> Sent:
    """The run that was given for a file, which says that it belongs to `run`, or nothing.

    `kind` is what the file is called in messages. Raises RecordLostError ``review-record`` if none
    was given, InputError ``review-other-run`` if it is another one.
    """
    if sent is None:
        of = f" of the run {run}" if run else ""
        raise RecordLostError(
            f"This {kind} has lost its hidden record{of}: the program that saved it dropped it.",
            hint="Put the file as it was sent, or the .json of that run, beside it under its old "
            "name, or name it: dwibahasa review import FILE --run SENT.",
            slug="review-record",
            run=run,
        )
    known = run_id(as_json(sent))
    if run and run != known:
        raise InputError(
            f"This {kind} belongs to the run {run}, what was given for it to the run {known}.",
            hint="Give the file as it was sent to the reviewer, or the .json written with it.",
            slug="review-other-run",
        )
    return Sent(known, look, sent, not run)
