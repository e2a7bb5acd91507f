"""The ordinary words of a language: what is none of them and has a capital may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPLIT = re.compile("['’-]")
_CLITIC = re.compile("-?(?:nya|lah|kah|pun)$")


@dataclass(frozen=True, slots=True)
class Words:
    """The ordinary words of a language and the affixes that derive others from them."""

    ordinary: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()

    def knows(self, word: str, *, derived: bool) -> bool:
        """True for an ordinary word, with a clitic or hyphenated; `derived` admits affixes."""
        word = word.lower()
        if word in self.ordinary or _CLITIC.sub("", word) in self.ordinary:
            return True
        if all(part in self.ordinary for part in _SPLIT.split(word)):
            return True
        return derived and any(stem in self.ordinary for stem in self._stems(word))

    def _stems(self, word: str) -> Iterator[str]:
        for prefix in ("", *self.prefixes):
            for suffix in ("", *self.suffixes):
                stem = word.removeprefix(prefix).removesuffix(suffix)
                if stem != word and len(stem) >= 4:
                    yield stem
