"""Checks of a translation against its source: one small function per finding, one table of them.

Each check takes a `Sentence` and yields findings; spans lie in the target. `translate.checks.table`
says what every finding means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from translate.checks.marks import brackets, ending, quotes
from translate.checks.numbers import numbers
from translate.checks.sentence import Sentence
from translate.checks.whole import dropped, echo, empty, garbled, length
from translate.checks.words import doubled, repetition, untranslated
from translate.model import Finding

__all__ = ["CHECKS", "Check", "Sentence", "find", "weight"]

Check = Callable[[Sentence], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    empty,
    echo,
    untranslated,
    repetition,
    doubled,
    garbled,
    quotes,
    brackets,
    ending,
    numbers,
    dropped,
    length,
)
_KEPT = 8_192  # pairs: second tries, the ladder, rules and the last look ask about the same ones


@lru_cache(maxsize=_KEPT)
def find(source: str, target: str, source_lang: str, target_lang: str) -> tuple[Finding, ...]:
    """All findings on one sentence, in the order of the table `CHECKS`.

    An empty target is reported alone: nothing else can be said of it.
    """
    sentence = Sentence(source, target, source_lang, target_lang)
    found: list[Finding] = []
    for check in CHECKS:
        found.extend(check(sentence))
        if check is empty and found:
            break
    return tuple(found)


def weight(findings: tuple[Finding, ...]) -> int:
    """How bad findings are together: 100 an error, 10 a warning, 1 an information."""
    return sum(10**f.severity.rank for f in findings)
