"""How large things may be: defaults that a setting changes, looked up in the environment.

``limit-article = 50_000_000`` in a settings file and ``DWIBAHASA_LIMIT_ARTICLE=50000000`` say the
same; what a file says is put into the environment, where every part of the program, and every
process that it starts, finds it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["LIMITS", "MOST", "hint", "limit", "size_told", "use"]

MOST = 1 << 40
_VARIABLE = "DWIBAHASA_LIMIT_"
_FROM_FILE = "DWIBAHASA_FILE_LIMIT_"
LIMITS: Mapping[str, int] = MappingProxyType(
    {
        "article": 20_000_000,  # bytes of a text, of Markdown, of a saved page
        "page": 10_000_000,  # bytes of one article's HTML
        "markdown": 2_000_000,  # bytes; it takes far longer to take apart than plain text
        "office": 200_000_000,  # bytes of a file that may hold pictures
        "lines": 200_000,
        "paragraphs": 200_000,
        "parts": 4_000,  # of a packed file
        "unpacked": 1 << 30,  # bytes of all parts
        "list": 200 << 20,  # bytes; a list of the most entries allowed stays below it
        "entries": 200_000,
        "review": 512 << 20,  # bytes of what comes back: reviews, bitexts, units
        "model": 4 << 30,  # bytes unpacked; the largest official package has about 350 MB
        "download": 2 << 30,  # bytes
    }
)


def limit(name: str) -> int:
    """The limit that applies now: what the environment says, else the settings file, else ours.

    What is no number counts as nothing: commands that settle settings complain of it.
    """
    for variable in (_VARIABLE, _FROM_FILE):
        told = os.environ.get(variable + name.upper(), "")
        if told.isascii() and told.isdecimal() and len(told) <= 13 and 0 < int(told) <= MOST:
            return int(told)
    return LIMITS[name]


def use(limits: Mapping[str, int]) -> None:
    """Let the limits of a settings file apply, and no other file's."""
    for name in LIMITS:
        os.environ.pop(_FROM_FILE + name.upper(), None)
    for name, value in limits.items():
        os.environ[_FROM_FILE + name.upper()] = str(value)


def hint(name: str) -> str:
    """A sentence on how to change a limit, for the hint of a message."""
    return f"If it is meant to be so large: limit-{name} in dwibahasa.toml allows more."


def size_told(count: int) -> str:
    """A number of bytes in words: ``50 bytes``, ``1.5 kB``, ``20 MB``, ``200 MiB``."""
    if count >= 1 << 20 and count % (1 << 20) == 0:
        return f"{count >> 20:,} MiB"
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if count >= unit:
            return f"{count / unit:,.1f}".removesuffix(".0") + f" {name}"
    return f"{count} byte{'' if count == 1 else 's'}"
