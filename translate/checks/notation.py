"""Numbers left in the notation of the source language: 2.345 houses for 2,345 of them.

Decimal and grouping signs come from CLDR, so that a language pair is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol

from glossary.term import Span
from translate.model import Finding, Severity

_SIGNED = re.compile(r"(?<![\w.,/:-])\d+(?:[.,]\d+)+(?![\w/:])")


@dataclass(frozen=True, slots=True)
class _Notation:
    group: str
    decimal: str

    def read(self, number: str) -> Decimal | None:
        """The value of `number` in this notation, or None if it is not well formed."""
        whole, sign, fraction = number.partition(self.decimal)
        groups = whole.split(self.group)
        plain = len(groups) == 1 or (
            len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
        )
        if not plain or not all(g.isdigit() for g in groups) or bool(sign) != fraction.isdigit():
            return None
        return Decimal("".join(groups) + ("." + fraction if sign else ""))


def find(source: str, target: str, source_lang: str, target_lang: str) -> Iterator[Finding]:
    """An error for each number of the target that means something else, or nothing, there.

    Times and dates ("14.30", "13.3.2024") are no numbers in the source's notation and may stay.
    """
    theirs, ours = _notation(source_lang), _notation(target_lang)
    if theirs is None or ours is None or theirs == ours:
        return
    copied = set(_SIGNED.findall(source))
    for match in _SIGNED.finditer(target):
        number = match.group()
        meant, said = theirs.read(number), ours.read(number)
        if number in copied and meant is not None and meant != said:
            signs = str.maketrans(theirs.group + theirs.decimal, ours.group + ours.decimal)
            right = number.translate(signs)
            message = f"“{number}” is written as in the source; here it should be {right}."
        elif number not in copied and said is None and meant is not None:
            message = f"“{number}” is not how a number is written here."
        else:
            continue
        yield Finding("number", Severity.ERROR, message, Span(*match.span()))


@cache
def _notation(lang: str) -> _Notation | None:
    try:
        return _Notation(get_group_symbol(lang), get_decimal_symbol(lang))
    except UnknownLocaleError:
        return None
