"""A memory unit: a source sentence and the target that a person approved for it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

__all__ = ["MemoryUnit", "key_of"]


@dataclass(frozen=True, slots=True)
class MemoryUnit:
    """An approved translation of one sentence.

    `made` is a time in UTC, ``2025-03-03T09:15:00Z``, or empty; `waived` names the checks whose
    findings the reviewer dismissed; `note` is what was written beside the sentence.
    """

    source_lang: str
    target_lang: str
    source: str
    target: str
    author: str = ""
    made: str = ""
    waived: tuple[str, ...] = ()
    note: str = ""

    @property
    def key(self) -> str:
        """What must be equal for the unit to be reused."""
        return key_of(self.source)


def key_of(text: str) -> str:
    """The text with its characters composed and its white space made plain; case counts."""
    whole = text.encode("utf-8", "replace").decode("utf-8")  # half characters cannot be stored
    return " ".join(unicodedata.normalize("NFC", whole).split())
