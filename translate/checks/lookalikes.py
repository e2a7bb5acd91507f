"""Names that stand in the target once as they should, and once more misspelled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    others = [word for word in theirs - ours if word[0].isupper()]
    meant = {word: name for word in others if (name := _meant(word, names))}
    for match in _NAME.finditer(target) if meant else ():
        word = match.group()
        if word in meant:
            message = f"“{word}” looks like a misspelling of “{meant[word]}”."
            yield Finding("name", Severity.WARNING, message, Span(*match.span()))


def _meant(word: str, names: Sequence[str]) -> str:
    """The first of the names that a word is nearly, but not one that it is derived from."""
    low, stem = word.lower(), word[:_STEM]
    far = (name for name in names if name[:_STEM] != stem)
    return next((name for name in far if _alike(low, name.lower())), "")


def _alike(one: str, other: str) -> bool:
    letters, others = set(one), set(other)
    common = min(len(one) - len(letters - others), len(other) - len(others - letters))  # at most
    if 2 * common < _LIKE * (len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE
