"""Near matches: approved units whose sources are much like a sentence, for the reviewer to see."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from translate.memory.file import MemoryFile
from translate.memory.unit import MemoryUnit, key_of
from translate.memory.units import fingerprint, of_pair
from translate.model import Bitext, NearUnit, Origin, Translation

__all__ = ["LEAST", "NearUnits", "with_near"]

LEAST = 75
"""The score, in percent, below which a unit is no help to a reviewer."""
_MOST = 3
_LOOKED_AT = 20  # of the best, among which equal numbers decide
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


class NearUnits:
    """Approved units of one language pair, ready to be compared with many sentences.

    The score is 100 × (1 - edits / length of the longer text), edits of single characters after
    Levenshtein (1966). Numbers count as one character and all as equal, capitals as small ones:
    what differs in nothing else scores 98 and 99.
    """

    def __init__(self, units: Iterable[MemoryUnit]) -> None:
        known = sorted(((_form(u.source), u) for u in units), key=lambda k: (len(k[0]), k[1].key))
        self._forms = [form for form, _ in known]
        self._lengths = [len(form) for form in self._forms]
        self._units = [unit for _, unit in known]

    def search(self, text: str, *, least: int = LEAST, most: int = _MOST) -> tuple[NearUnit, ...]:
        """At most `most` units that score `least` or more, the best first."""
        form = _form(text)
        # A text that is much longer or shorter cannot reach the score.
        start = bisect_left(self._lengths, len(form) * least / 100)
        end = bisect_right(self._lengths, len(form) * 100 / least)
        found = process.extract(
            form,
            self._forms[start:end],
            processor=None,
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=least / 100,
            limit=max(most, _LOOKED_AT),
        )
        scored = [(self._units[start + at], alike) for _, alike, at in found]
        near = [_near(text, unit, alike) for unit, alike in scored]
        ranked = sorted(near, key=lambda n: (-n.score, n.source))
        return tuple(n for n in ranked[:most] if n.score >= least)


def with_near(bitexts: Sequence[Bitext], memory: MemoryFile | None) -> list[Bitext]:
    """The bitexts with near matches beside the machine's translations, which stay as they are."""
    if memory is None:
        return list(bitexts)
    pairs = {(b.document.source_lang, b.target_lang) for b in bitexts}
    known = {pair: NearUnits(of_pair(memory, *pair)) for pair in pairs}
    found: dict[tuple[tuple[str, str], str], tuple[NearUnit, ...]] = {}

    def looked_up(translation: Translation, pair: tuple[str, str]) -> Translation:
        text = translation.segment.text
        if translation.origin is not Origin.MACHINE:
            return translation
        if (pair, text) not in found:
            found[pair, text] = known[pair].search(text)
        near = found[pair, text]
        return replace(translation, near=near) if near else translation

    return [
        replace(
            b,
            translations=tuple(
                looked_up(t, (b.document.source_lang, b.target_lang)) for t in b.translations
            ),
        )
        for b in bitexts
    ]


def _form(text: str) -> str:
    """A text as it is compared: small letters, every number the same."""
    return _NUMBER.sub("0", key_of(text).casefold())


def _near(text: str, unit: MemoryUnit, alike: float) -> NearUnit:
    score = min(int(alike * 100), 99)
    if _NUMBER.findall(text) != _NUMBER.findall(unit.source):
        score -= 1
    if key_of(text) == unit.key:
        score = 100
    return NearUnit(fingerprint([unit]), score, unit.source, unit.target)
