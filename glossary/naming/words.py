"""The ordinary words of a language: what is none of them and has a capital may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SPLIT = re.compile("['’-]")


@dataclass(frozen=True, slots=True)
class Words:
    """The ordinary words of a language, the affixes that derive others from them, and the clitics
    that may be joined to any."""

    ordinary: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()

    def knows(self, word: str, *, derived: bool) -> bool:
        """True for an ordinary word, with a clitic or hyphenated; `derived` admits affixes."""
        word = word.lower()
        if word in self.ordinary or any(bare in self.ordinary for bare in self._bare(word)):
            return True
        if all(part in self.ordinary for part in _SPLIT.split(word)):
            return True
        return derived and any(stem in self.ordinary for stem in self._stems(word))

    def built(self, word: str) -> bool:
        """True for a noun built with affixes on both sides from an ordinary word: persahabatan."""
        word = word.lower()
        return any(
            word[len(prefix) : -len(suffix)] in self.ordinary
            for prefix in self.prefixes
            for suffix in self.suffixes
            if word.startswith(prefix) and word.endswith(suffix)
        )

    def name(self, word: str) -> str:
        """A name without the clitic that a hyphen joins to it: TikTok-nya."""
        bare, _, clitic = word.rpartition("-")
        return bare if bare and clitic in self.clitics else word

    def _bare(self, word: str) -> Iterator[str]:
        for clitic in self.clitics:
            if word.endswith(clitic):
                yield word.removesuffix(clitic).removesuffix("-")

    def _stems(self, word: str) -> Iterator[str]:
        for prefix in ("", *self.prefixes):
            for suffix in ("", *self.suffixes):
                stem = word.removeprefix(prefix).removesuffix(suffix)
                if stem != word and len(stem) >= 4:
                    yield stem
