"""Errors that a user can cause: each says what failed and what to do next.

    UserError                 exit code 1
    ├── UsageError            exit code 2: the command line asks for something impossible
    ├── InputError            a file that cannot be read as an article, or as a review
    ├── GlossaryError         a term list with a line that makes no sense
    ├── ModelError            a model that is missing, damaged or does not fit
    ├── NetworkError          a download that failed or that is not safe
    ├── MemoryFileError       a translation memory that cannot be used
    └── OutputError           a result that cannot be written

`slug` names the section of ``docs/messages.md`` that explains the message.
"""

from __future__ import annotations

from glossary.errors import GlossaryError, UserError

__all__ = [
    "GlossaryError",
    "InputError",
    "MemoryFileError",
    "ModelError",
    "NetworkError",
    "OutputError",
    "RecordLostError",
    "UsageError",
    "UserError",
]


class UsageError(UserError):
    """The command line asks for something that does not exist or does not fit together."""

    exit_code = 2


class InputError(UserError):
    """An input file is missing, unreadable, too large or of an unknown kind."""


class RecordLostError(InputError):
    """A review file whose hidden record is gone; `run` is what it says of its run, or empty."""

    def __init__(self, message: str, *, hint: str, slug: str, run: str = "") -> None:
        super().__init__(message, hint=hint, slug=slug)
        self.run = run


class ModelError(UserError):
    """A translation model is missing or damaged."""


class NetworkError(UserError):
    """A file cannot be fetched from the network, or not safely."""


class MemoryFileError(UserError):
    """A translation memory is damaged, not ours, newer than this program, or in use."""


class OutputError(UserError):
    """A result cannot be written, or would overwrite something."""
