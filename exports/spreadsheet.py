"""Text that a spreadsheet shows as text: nothing in a cell may run as a formula."""

from __future__ import annotations

__all__ = ["harmless"]

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """The text with an apostrophe in front if a spreadsheet would take it for a formula.

    See OWASP, *CSV Injection*. A reviewer sees the apostrophe; a formula would see the reviewer.
    """
    return "'" + text if text.startswith(_STARTS) else text
