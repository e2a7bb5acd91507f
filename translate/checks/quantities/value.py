"""A quantity found in a text: where it stands, and the values that it may mean."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from glossary.term import Span

__all__ = ["Reading", "Token", "Value", "amount", "clock", "month", "vague", "weekday"]

Reading = tuple[str, Fraction]
"""A kind of value (``n`` number, ``~`` some of this size, ``m`` month, ``d`` weekday, ``t`` minutes
since midnight) and the value."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of a text; `low` is it in lower case."""

    low: str
    span: Span


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity with all that it may mean; `unit` is empty if none was understood.

    Only a `required` one must come out on the other side. Values of one date have one `date`, its
    span. `scale` is the factor of a scale word ("million"), else 1. `kind` is number, date or time.
    `foreign` is true for digits that make sense in another notation only,
    `spelled` for a number in words.
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

    def of(self, kind: str) -> set[Fraction]:
        """The readings of one kind."""
        return {value for other, value in self.readings if other == kind}


def amount(value: Fraction | int) -> Reading:
    """A number."""
    return ("n", Fraction(value))


def vague(value: Fraction | int) -> Reading:
    """So many, more or less: hundreds."""
    return ("~", Fraction(value))


def month(number: int) -> Reading:
    """A month, from 1."""
    return ("m", Fraction(number))


def weekday(number: int) -> Reading:
    """A day of the week; Monday is 1."""
    return ("d", Fraction(number))


def clock(minutes: int) -> Reading:
    """Minutes since midnight."""
    return ("t", Fraction(minutes % 1440))
