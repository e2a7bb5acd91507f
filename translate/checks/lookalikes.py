"""Names that stand in the target once as they should, and once more misspelled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from glossary.term import Span
from translate.model import Finding, Severity

_NAME = re.compile(r"[^\W\d_]{5,40}")
_STEM = 5  # letters that a derived form shares with its name: Kazakhstan, Kazakhstani
_LIKE = 0.75  # share of letters in common; Cazastan and Kazakhstan have 0.78


def find(source: str, target: str) -> Iterator[Finding]:
    """A warning for each capitalised word that is not in the source but nearly a name of it.

    Names that do not stand in the target at all are left to the search for lost names.
    """
    ours = {word for word in _NAME.findall(source) if word[0].isupper()}
    theirs = set(_NAME.findall(target))
    names = sorted(ours & theirs)
    if not names or theirs <= ours:
        return
    for match in _NAME.finditer(target):
        word = match.group()
        if not word[0].isupper() or word in ours:
            continue
        for name in names:
            if word[:_STEM] != name[:_STEM] and _alike(word.lower(), name.lower()):
                message = f"“{word}” looks like a misspelling of “{name}”."
                yield Finding("name", Severity.WARNING, message, Span(*match.span()))
                break


def _alike(one: str, other: str) -> bool:
    if 2 * min(len(one), len(other)) < _LIKE * (len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE
