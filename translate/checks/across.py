"""Checks across sentences and files: one source with two targets, two sources with one target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from translate.model import Bitext, Finding, Origin, Severity, Translation

__all__ = ["compared"]

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<!^)(?<![.!?\"“:] )\b(?:[^\W\d_a-z]\w{2,}|\d[\d.,]*)")
_LEAST = 4  # words of a target that may not render two sources
_KEPT = 8_192  # texts: each one is asked for twice
_SHOWN = 60  # characters of another sentence that a message shows


def compared(bitexts: Sequence[Bitext]) -> list[Bitext]:
    """The bitexts of one run with a finding on each sentence that another one contradicts.

    Case, punctuation and copied lines do not count. Two sources with one target are told only if
    they differ in a name or a number: there are many ways to say the same.
    """
    sources: dict[str, dict[str, _Place]] = {}
    targets: dict[str, dict[str, _Place]] = {}
    for bitext in bitexts:
        for translation in bitext.translations:
            if _counts(translation):
                source, target = _plain(translation.segment.text), _plain(translation.target)
                place = _Place(bitext, translation)
                sources.setdefault(source, {}).setdefault(target, place)
                targets.setdefault(target, {}).setdefault(source, place)

    def looked(bitext: Bitext, translation: Translation) -> Translation:
        if not _counts(translation):
            return translation
        source, target = _plain(translation.segment.text), _plain(translation.target)
        here = _Place(bitext, translation)
        found = [
            *_inconsistent(here, [p for other, p in sources[source].items() if other != target]),
            *_same(here, [p for other, p in targets[target].items() if other != source]),
        ]
        if not found:
            return translation
        return replace(translation, findings=(*translation.findings, *found))

    return [
        replace(bitext, translations=tuple(looked(bitext, t) for t in bitext.translations))
        for bitext in bitexts
    ]


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence and the bitext in which it stands."""

    bitext: Bitext
    translation: Translation

    def seen_from(self, here: _Place) -> str:
        """Its id, with the file if that is another one."""
        name = self.translation.segment.id
        if self.bitext is here.bitext:
            return name
        document = self.bitext.document
        return f"{name} of {document.metadata.get('file') or document.title}"


def _inconsistent(here: _Place, others: Sequence[_Place]) -> list[Finding]:
    if not others:
        return []
    place, target = others[0].seen_from(here), others[0].translation.target
    message = f"{place} renders the same source as “{_short(target)}”."
    return [Finding("inconsistent", Severity.WARNING, message)]


def _same(here: _Place, others: Sequence[_Place]) -> list[Finding]:
    if not others or len(_WORD.findall(here.translation.target)) < _LEAST:
        return []
    own = set(_NAME.findall(here.translation.segment.text))
    for other in others:
        text = other.translation.segment.text
        if own != set(_NAME.findall(text)):
            message = f"{other.seen_from(here)} reads the same for “{_short(text)}”."
            return [Finding("same", Severity.WARNING, message)]
    return []


def _counts(translation: Translation) -> bool:
    if translation.origin is Origin.COPIED or translation.shared:
        return False
    return bool(translation.target.strip())


@lru_cache(maxsize=_KEPT)
def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
