"""Sentences whose words a reviewer made one text: looked at together, as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from translate.model import Finding, Severity, Translation

__all__ = ["SHARED", "together"]

SHARED = Finding("shared", Severity.INFO, "Shares its words with its neighbours, after an edit.")


def together(translations: Sequence[Translation]) -> Iterator[tuple[Translation, ...]]:
    """Each sentence by itself, and those of a paragraph that share their words in one."""
    for key, found in groupby(translations, key=_key):
        if key is None:
            yield from ((translation,) for translation in found)
        else:
            yield tuple(found)


def _key(translation: Translation) -> int | None:
    return translation.segment.block if translation.shared else None
