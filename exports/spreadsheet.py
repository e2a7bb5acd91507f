"""Text that a spreadsheet shows as text: nothing in a cell may run as a formula."""

from __future__ import annotations

import re

__all__ = ["guarded", "harmless", "meant"]

_STARTS = ("=", "+", "-", "@", "\t", "\r")
_GUARDED = re.compile("'+[=+\\-@\t\r]")


def harmless(text: str) -> str:
    """The text with an apostrophe in front if a spreadsheet would take it for a formula.

    See OWASP, *CSV Injection*. A reviewer sees the apostrophe; a formula would see the reviewer.
    """
    return "'" + text if text.startswith(_STARTS) else text


def meant(cell: str) -> str:
    """The text of a cell that was written `guarded`; of others, they themselves."""
    return cell[1:] if _GUARDED.match(cell) else cell


def guarded(text: str) -> str:
    """As `harmless`, but so that `meant` gives every text back, those with apostrophes too."""
    return "'" + text if _GUARDED.match("'" + text) else text
