"""Whether a word begins with a vowel to the ear, as far as its letters make it certain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

_HEAD = re.compile(r"[^\W_]+(?:,\d+)*")
_LETTERS = "AEIOU"
_SPELLED = 3  # letters; longer acronyms with a vowel in them may be read as words
_LONGEST = 6  # letters; a longer run of capitals is a word that shouts


@dataclass(frozen=True, slots=True)
class Sounds:
    """`begins` has for beginnings of words whether they sound like a vowel, None where that is
    not sure; one that ends in $ is a whole word. `letters` are those whose names begin with one."""

    begins: Mapping[str, bool | None] = field(default_factory=dict)
    letters: str = ""

    @classmethod
    def of(cls, data: Mapping[str, Sequence[str]]) -> Sounds:
        """The sounds of a language, read from its data."""
        kinds = (("vowel", True), ("consonant", False), ("unsure", None))
        told = {begin: value for name, value in kinds for begin in data[name]}
        return cls(MappingProxyType(told), str(data["letters"]))

    def vowel(self, text: str) -> bool | None:
        """Whether a text begins with a vowel to the ear; None if that is not certain."""
        head = _HEAD.match(text)
        if head is None:
            return None
        word = head.group()
        if word.isupper() and word.isalpha() and len(word) <= _LONGEST:
            return self._acronym(word)
        if re.fullmatch(r"[A-Z]{2,}s", word):
            return self._acronym(word[:-1])
        low = word.lower() + "$"
        fits = [begin for begin in self.begins if low.startswith(begin)]
        return self.begins[max(fits, key=len)] if fits else None

    def _acronym(self, word: str) -> bool | None:
        """An acronym is spelled out, or read as a word; certain is what comes to the same."""
        spelled = word[0] in self.letters if self.letters else None
        read = self.begins.get(word[0].lower())
        vowels = [letter in _LETTERS for letter in word]
        syllable = len(word) == _SPELLED and vowels == [False, True, False]
        as_letters = (
            len(word) < _SPELLED or not any(vowels) or (len(word) == _SPELLED and not syllable)
        )
        return spelled if as_letters or spelled == read else None
