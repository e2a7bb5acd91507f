"""Texts of equal length together: what a batch holds besides must not change what comes out.

Padding shifts the sums of a model in 8 bits by enough to turn a word, now and then. Among
texts of one length there is none, and CTranslate2 gives each what it would give it alone.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

__all__ = ["evenly"]


def evenly(lengths: Sequence[Hashable]) -> list[list[int]]:
    """The numbers of the texts, those of equal length together, in the order of their first."""
    groups: dict[Hashable, list[int]] = {}
    for number, length in enumerate(lengths):
        groups.setdefault(length, []).append(number)
    return list(groups.values())
