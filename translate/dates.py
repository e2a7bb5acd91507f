"""Dates and times as the target language writes them: in one style, whoever wrote the sentence.

The rules write dates with a calendar (CLDR, by way of Babel); the model writes "14 March", "Nov.
22" and "December 21" as it has read them. A reader should find one style in one document.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from importlib import import_module

from glossary.term import Span
from translate.checks.quantities import Value, read
from translate.checks.quantities.lexicon import load_lexicon

__all__ = ["in_style", "on_one_clock", "written"]

_LEAP = 2024  # stands for a year that is not told, so that 29 February is a day
_PLAIN = re.compile(r"\d{1,2} [^\W\d_]+\.?(?:,? \d{4})?|[^\W\d_]+\.? \d{1,2}(?:,? \d{4})?")
_SEVERAL = re.compile(r"\d\W*(?:(?:and|or|to)\s+|[-–—/,&]\s*)\Z")  # 14 and 16 March
_TWICE = re.compile(r"\b(?:1[3-9]|2[0-4])[:.][0-5]\d(\s?[ap]\.?m\b(?:\.(?=\W*\w))?)", re.IGNORECASE)
_KEPT = 1_024  # dates: those of one week come again and again
_YEAR = 1000  # a number in a date from which it is one

_Date = tuple[int, int, int | None]
"""Day, month and year; None for a year that is not told."""


@lru_cache(maxsize=_KEPT)
def written(day: int, month: int, year: int | None, lang: str) -> str:
    """A date as a language writes it; empty if there is no such day."""
    try:
        told = date(year or _LEAP, month, day)
    except ValueError:
        return ""
    dates = import_module("babel.dates")
    locale = lang.replace("-", "_")
    if year:
        return str(dates.format_date(told, "long", locale=locale))
    return str(dates.format_skeleton("MMMMd", told, locale=locale))


def in_style(
    source: str, target: str, taken: Sequence[Span], pair: tuple[str, str]
) -> Iterator[tuple[Span, str]]:
    """The plain dates of a target in another style than `written`, the last one first, and how
    they should stand. Only a date that the source has, too, is certain to be one; what overlaps a
    `taken` place stays, and so does a target that is its source."""
    if source == target:
        return
    odd = [
        (place, told[:2], right)
        for place, told in sorted(_dates(target, pair[1]), reverse=True)
        if (right := written(*told, pair[1])) and place.of(target) != right
    ]
    there = {told[:2] for _, told in _dates(source, pair[0])} if odd else ()
    for place, day, right in odd:
        now = place.of(target)
        if day not in there or not _PLAIN.fullmatch(now):
            continue
        several = now[0].isdecimal() and _SEVERAL.search(target, 0, place.start)
        if not several and not any(place.overlaps(other) for other in taken):
            yield place, right


def on_one_clock(
    source: str, target: str, taken: Sequence[Span], pair: tuple[str, str]
) -> Iterator[tuple[Span, str]]:
    """The half of the day behind times that have told it already, 14:30 p.m., to be left out."""
    lexicon = load_lexicon(pair[1])
    for match in reversed(list(_TWICE.finditer(target))) if lexicon and lexicon.halves else ():
        place = Span(*match.span(1))
        if not any(place.overlaps(other) for other in taken):
            yield place, ""


def _dates(text: str, lang: str) -> Iterator[tuple[Span, _Date]]:
    """The dates of a text that tell a day and a month, each with its place."""
    groups: dict[Span, list[Value]] = defaultdict(list)
    for value in read(text, lang):
        if value.date is not None:
            groups[value.date].append(value)
    for place, values in groups.items():
        months = {int(n) for value in values for n in value.of("m")}
        others = [value for value in values if not value.of("m")]
        numbers = [int(n) for value in others for n in value.of("n")]
        days = [n for n in numbers if n < _YEAR]
        years = [n for n in numbers if n >= _YEAR]
        if len(months) == 1 and len(days) == 1 and len(years) <= 1:
            yield place, (days[0], months.pop(), years[0] if years else None)
