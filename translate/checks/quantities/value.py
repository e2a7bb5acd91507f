"""A quantity found in a text: where it stands, and the values that it may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from glossary.term import Span

__all__ = [
    "Number",
    "Reading",
    "Tokens",
    "Value",
    "amount",
    "clock",
    "month",
    "vague",
    "weekday",
    "whole_number",
]

_MANY = 4_000  # digits

Number = int | Fraction
"""A value; whole ones are integers, with which all goes faster."""

Reading = tuple[str, Number]
"""A kind of value (``n`` number, ``~`` some of this size, ``m`` month, ``d`` weekday, ``t`` minutes
since midnight; `quarter`, `half` and other periods that are counted) and the value."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, numbers and signs of a text, and what each is in lower case: `lows`."""

    text: str
    matches: Sequence[re.Match[str]]
    lows: Sequence[str]

    def span(self, first: int, end: int) -> Span:
        """Where the tokens from the `first` one to before `end` stand."""
        return Span(self.matches[first].start(), self.matches[end - 1].end())


class Value(NamedTuple):  # a dataclass takes twice the time to make, and there are many
    """A quantity with all that it may mean; `unit` is empty if none was understood.

    Only a `required` one must come out on the other side. Values of one date have one `date`, its
    span. `scale` is the factor of a scale word ("million"), else 1. `kind` is number, date, time
    or period. `foreign` is true for digits that make sense in another notation only, `spelled` for
    a number in words.
    """

    span: Span
    readings: frozenset[Reading]
    unit: str = ""
    required: bool = True
    kind: str = "number"
    scale: int = 1
    date: Span | None = None
    foreign: bool = False
    spelled: bool = False

    @property
    def period(self) -> Reading:
        """The kind of a period and its number; only a value that is one has this."""
        return next(reading for reading in sorted(self.readings) if len(reading[0]) > 1)

    def of(self, kind: str) -> set[Number]:
        """The readings of one kind."""
        return {value for other, value in self.readings if other == kind}

    def within(self, date: Span, *, required: bool) -> Value:
        """The value as a part of a date."""
        _, readings, unit, _, _, scale, _, foreign, spelled = self
        return Value(self.span, readings, unit, required, "date", scale, date, foreign, spelled)


def whole_number(digits: str) -> int:
    """What digits mean, however many: `int` alone refuses more than 4,300 of them."""
    return int(digits) if len(digits) <= _MANY else int(Decimal(digits))


def amount(value: Number) -> Reading:
    """A number."""
    return ("n", value)


def vague(value: Number) -> Reading:
    """So many, more or less: hundreds."""
    return ("~", value)


def month(number: int) -> Reading:
    """A month, from 1."""
    return ("m", number)


def weekday(number: int) -> Reading:
    """A day of the week; Monday is 1."""
    return ("d", number)


def clock(minutes: int) -> Reading:
    """Minutes since midnight."""
    return ("t", minutes % 1440)
