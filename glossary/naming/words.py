"""The ordinary words of a language: what is none of them and has a capital may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_SHORT = 3  # letters of stems that are too short to tell anything
_KEPT = 8192  # words: names and openings come again and again
_SPLIT = re.compile("['’-]")


@dataclass(frozen=True, slots=True, eq=False)  # one for each language; its hash is asked for often
class Words:
    """The ordinary words of a language, the affixes that derive others from them, and the clitics
    that may be joined to any; `rare` are further words that are no names."""

    ordinary: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    rare: frozenset[str] = frozenset()

    @lru_cache(maxsize=_KEPT)  # noqa: B019 -- there is one for each language
    def knows(self, word: str, *, derived: bool) -> bool:
        """True for an ordinary word, with a clitic or hyphenated; `derived` admits affixes, those
        that are there and those that headlines leave out: Geledah for menggeledah."""
        word = word.lower()
        if self._has(word) or any(map(self._has, self._bare(word))):
            return True
        if all(map(self._has, _SPLIT.split(word))):
            return True
        return derived and any(map(self._has, (*self._stems(word), *self._verbs(word))))

    def _has(self, word: str) -> bool:
        return word in self.ordinary or word in self.rare

    def built(self, word: str) -> bool:
        """True for a noun built with affixes on both sides from an ordinary word: persahabatan."""
        word = word.lower()
        return any(
            word[len(prefix) : -len(suffix)] in self.ordinary
            for prefix in self.prefixes
            if word.startswith(prefix)
            for suffix in self.suffixes
            if word.endswith(suffix)
        )

    def name(self, word: str) -> str:
        """A name without the clitic that a hyphen joins to it: TikTok-nya."""
        bare, _, clitic = word.rpartition("-")
        return bare if bare and clitic in self.clitics else word

    def _bare(self, word: str) -> Iterator[str]:
        for clitic in self.clitics:
            if word.endswith(clitic):
                yield word.removesuffix(clitic).removesuffix("-")

    def _verbs(self, word: str) -> Iterator[str]:
        """What a bare stem may stand for; the first letter may melt into the prefix: tuding,
        menuding."""
        for prefix in self.prefixes:
            yield prefix + word
            if len(word) > _SHORT:
                yield prefix + word[1:]

    def _stems(self, word: str) -> Iterator[str]:
        suffixes = ["", *filter(word.endswith, self.suffixes)]
        for prefix in ("", *filter(word.startswith, self.prefixes)):
            for suffix in suffixes:
                stem = word.removeprefix(prefix).removesuffix(suffix)
                if stem != word and len(stem) > _SHORT:
                    yield stem
