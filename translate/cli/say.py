"""What the program prints: lines for people, data for machines, whatever the terminal can take.

Names of files and texts may come from strangers. What would steer a terminal, forge a line or
turn the direction of writing is shown as its code, here and nowhere else.
"""

from __future__ import annotations

import codecs
import errno
import io
import json
import os
import re
import sys
from typing import Any

from translate.errors import OutputError

__all__ = ["any_encoding", "close", "data", "is_full", "line", "plain", "raw", "unwritable"]

_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ASCII = {
    "→": "->",
    "–": "-",
    "…": "...",
    "·": "-",
    "×": "x",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
}
"""What stands for signs of ours where an encoding lacks them; of others the code is shown."""
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EBADF})
_FALLBACK = "dwibahasa-plain"


def plain(text: object) -> str:
    """A text on one line, without anything that a terminal would obey."""
    return _UNSAFE.sub(lambda match: _SHORT.get(match[0]) or _code(match[0], "\\x"), str(text))


def line(*lines: object) -> None:
    """Print each on a line of its own."""
    for each in lines:
        print(plain(each))


def data(value: Any) -> None:
    """Print JSON; in ASCII where stdout is not in UTF-8, so that it is right in any encoding."""
    encoding = str(getattr(sys.stdout, "encoding", None))
    wide = encoding.lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not wide, indent=2)
    escaped = (_UNSAFE.sub(lambda match: _code(match[0], "\\u00"), row) for row in text.split("\n"))
    print("\n".join(escaped))


def raw(result: bytes) -> None:
    """Print a result as it would be written to a file: in UTF-8. Raises OutputError."""
    if sys.stdout is None:
        raise unwritable("it is closed")
    sys.stdout.flush()
    sys.stdout.buffer.write(result)
    sys.stdout.buffer.flush()


def any_encoding() -> None:
    """From now on no message fails because stdout or stderr cannot encode a sign of it."""
    codecs.register_error(_FALLBACK, _instead)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_FALLBACK)


def close() -> OutputError | None:
    """Write out what is still to be printed; the error if stdout is full or gone. None if its
    reader has just seen enough (``| head``). Nothing can be printed afterwards if it failed."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError) as error:
        with open(os.devnull, "wb") as nothing:
            os.dup2(nothing.fileno(), sys.__stdout__.fileno() if sys.__stdout__ else 1)
        quiet = isinstance(error, BrokenPipeError)
        return None if quiet else unwritable(getattr(error, "strerror", None) or str(error))
    return None


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    told = (_ASCII.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in signs)
    return "".join(told), error.end


def is_full(error: OSError) -> bool:
    """True for what `print` raises where stdout takes no more; files are named in their errors."""
    return error.filename is None and error.errno in _FULL


def unwritable(why: str) -> OutputError:
    """The error for a stdout that takes no more."""
    return OutputError(
        f"Standard output cannot be written: {why}.",
        hint="Make room where it goes, or let it go elsewhere.",
        slug="unwritable-stdout",
    )


def _code(sign: str, short: str) -> str:
    return f"{short}{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}"
