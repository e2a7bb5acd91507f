"""Checks across sentences and files: one source with two targets, two sources with one target."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
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
    sources: dict[str, dict[str, Translation]] = {}
    targets: dict[str, dict[str, Translation]] = {}
    for bitext in bitexts:
        for translation in bitext.translations:
            if _counts(translation):
                source, target = _plain(translation.segment.text), _plain(translation.target)
                sources.setdefault(source, {}).setdefault(target, translation)
                targets.setdefault(target, {}).setdefault(source, translation)

    def looked(translation: Translation) -> Translation:
        if not _counts(translation):
            return translation
        source, target = _plain(translation.segment.text), _plain(translation.target)
        found = [
            *_inconsistent([t for other, t in sources[source].items() if other != target]),
            *_same(translation, [t for other, t in targets[target].items() if other != source]),
        ]
        if not found:
            return translation
        return replace(translation, findings=(*translation.findings, *found))

    return [
        replace(bitext, translations=tuple(looked(t) for t in bitext.translations))
        for bitext in bitexts
    ]


def _inconsistent(others: Sequence[Translation]) -> list[Finding]:
    if not others:
        return []
    other = others[0]
    message = f"{other.segment.id} renders the same source as “{_short(other.target)}”."
    return [Finding("inconsistent", Severity.WARNING, message)]


def _same(translation: Translation, others: Sequence[Translation]) -> list[Finding]:
    if not others or len(_WORD.findall(translation.target)) < _LEAST:
        return []
    own = set(_NAME.findall(translation.segment.text))
    for other in others:
        theirs = set(_NAME.findall(other.segment.text))
        if own != theirs:
            message = f"{other.segment.id} reads the same for “{_short(other.segment.text)}”."
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
