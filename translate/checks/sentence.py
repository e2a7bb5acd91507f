"""What a check looks at: one source sentence and its target, and their words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["WORD", "Sentence", "words"]

WORD = re.compile(r"\w+(?:['’-]\w+)*")
_KEPT = 1_024  # texts: several checks ask for the words of one after another


class Sentence(NamedTuple):  # one is made, and looked up among others, for each question
    """A source, its target, and the codes of their languages."""

    source: str
    target: str
    source_lang: str
    target_lang: str


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in order, each with its apostrophes and hyphens."""
    return tuple(WORD.findall(text))
