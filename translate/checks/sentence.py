"""What a check looks at: one source sentence and its target."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A source, its target, and the codes of their languages."""

    source: str
    target: str
    source_lang: str
    target_lang: str
