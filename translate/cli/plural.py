"""How many of a thing, as it is said: ``1 article``, ``2 articles``."""

from __future__ import annotations

__all__ = ["counted"]


def counted(number: int, thing: str) -> str:
    """A number with a noun whose plural takes an s."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
