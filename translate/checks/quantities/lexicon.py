"""How a language writes numbers: its data file, completed with signs and calendar from CLDR."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_group_symbol

from translate.checks.quantities.value import Number, whole_number

__all__ = ["Lexicon", "Notation", "load_lexicon"]

_WIDTHS = ("wide", "abbreviated")
_TABLES = ("words", "time", "dates", "currencies")


@dataclass(frozen=True, slots=True)
class Notation:
    """The signs between groups of digits and before decimals."""

    group: str
    decimal: str

    def read(self, number: str) -> Number | None:
        """The value of `number` in this notation, or None if it is not well formed."""
        whole, sign, fraction = number.partition(self.decimal)
        groups = whole.split(self.group)
        plain = len(groups) == 1 or (
            1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
        )
        if (
            not plain
            or not all(g.isdecimal() for g in groups)
            or bool(sign) != fraction.isdecimal()
        ):
            return None
        digits = whole_number("".join(groups) + fraction)
        return Fraction(digits, 10 ** len(fraction)) if sign else digits

    @property
    def swapped(self) -> Notation:
        """The notation with the two signs exchanged."""
        return Notation(self.decimal, self.group)


@dataclass(frozen=True, slots=True)
class Periods:
    """What is counted through a year or through history, by its `kinds`. The number stands behind
    it if `first`, and may have one of the `prefixes` of ordinals: kuartal ke-4, the second. Models
    know those of the kinds `figures` best in figures, others in words."""

    kinds: Mapping[str, str]
    prefixes: frozenset[str]
    first: bool
    figures: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words and signs of one language, in lower case; `known` if it has number words at all.

    `add` words add their value, `times` multiply the last one, `scales` all before them, `short`
    only digits; `vague` are "hundreds"; `loose` may stand for a number and need not. `tens_and`
    stands between tens and ones where numbers are spelled as in English, else it is None. `openers`
    are all words with which a quantity may begin.
    """

    known: bool
    notation: Notation
    add: Mapping[str, int]
    ordinals: Mapping[str, int]
    teens: frozenset[str]
    times: Mapping[str, int]
    scales: Mapping[str, int]
    whole: Mapping[str, int]
    short: Mapping[str, int]
    vague: Mapping[str, int]
    some: frozenset[str]
    half: frozenset[str]
    idioms: tuple[tuple[str, ...], ...]
    joiners: frozenset[str]
    articles: frozenset[str]
    ranges: frozenset[str]
    periods: Periods
    parts: Mapping[str, int]
    loose: Mapping[str, tuple[Fraction, ...]]
    clock: frozenset[str]
    morning: frozenset[str]
    evening: frozenset[str]
    halves: bool
    zones: frozenset[str]
    hours: Mapping[str, int]
    day_first: bool
    cues: frozenset[str]
    months: Mapping[str, int]
    days: Mapping[str, int]
    ambiguous: frozenset[str]
    eras: frozenset[str]
    signs: Mapping[str, str]
    units: Mapping[str, str]
    tens_and: str | None
    openers: frozenset[str] = frozenset()


@cache
def load_lexicon(lang: str) -> Lexicon | None:
    """The lexicon of a language; None if not even CLDR knows it."""
    code = re.split(r"[-_]", lang)[0].casefold()
    try:
        locale = Locale.parse(code)
        notation = Notation(get_group_symbol(code), get_decimal_symbol(code))
    except (UnknownLocaleError, ValueError):
        return None
    path = files("translate.languages").joinpath(f"{code}.numbers.toml")
    data = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    built = _build(data, locale, notation)
    return replace(built, openers=_openers(built))


def _openers(words: Lexicon) -> frozenset[str]:
    adding = (words.add, words.ordinals, words.whole, words.loose, words.vague, words.some)
    others = (words.half, words.articles, words.hours, words.months, words.days)
    return frozenset().union(*adding, *others)


def _build(data: Mapping[str, Any], locale: Locale, notation: Notation) -> Lexicon:
    words, time, dates, money = (data.get(name, {}) for name in _TABLES)

    def some(name: str) -> frozenset[str]:
        return frozenset(words.get(name, ()))

    return Lexicon(
        known=bool(words),
        notation=notation,
        add=words.get("add", {}),
        ordinals=words.get("ordinals", {}),
        teens=some("teens"),
        times=words.get("times", {}),
        scales=words.get("scales", {}),
        whole=words.get("whole", {}),
        short=words.get("short", {}),
        vague=words.get("vague", {}),
        some=some("some"),
        half=some("half"),
        idioms=tuple(tuple(phrase.split()) for phrase in words.get("idioms", ())),
        joiners=some("joiners"),
        articles=some("articles"),
        ranges=some("ranges"),
        periods=_periods(words),
        parts=words.get("parts", {}),
        loose={word: tuple(map(Fraction, v)) for word, v in words.get("loose", {}).items()},
        clock=frozenset(time.get("before", ())),
        morning=frozenset(time.get("morning", ())),
        evening=frozenset(time.get("evening", ())),
        halves=bool(time.get("am")),
        zones=frozenset(time.get("zones", ())),
        hours=time.get("words", {}),
        day_first=dates.get("order") == "dmy",
        cues=frozenset(dates.get("cues", ())),
        months=_calendar(locale.months) | dates.get("months", {}),
        days=_weekdays(locale) | dates.get("days", {}),
        ambiguous=frozenset(dates.get("ambiguous", ())),
        eras=frozenset(dates.get("eras", ())),
        signs=money.get("signs", {}),
        units=_units(data) | money.get("words", {}),
        tens_and=words.get("tens_and"),
    )


def _units(data: Mapping[str, Any]) -> dict[str, str]:
    return {text: unit for unit, texts in data.get("units", {}).items() for text in texts}


def _periods(words: Mapping[str, Any]) -> Periods:
    prefixes = frozenset(words.get("ordinal_prefix", ()))
    figures = frozenset(words.get("period_figures", ()))
    return Periods(words.get("periods", {}), prefixes, bool(words.get("period_first")), figures)


def _calendar(names: Any) -> dict[str, int]:
    return {
        name.casefold().rstrip("."): number
        for width in _WIDTHS
        for number, name in names["format"][width].items()
        if name.rstrip(".").isalpha()
    }


def _weekdays(locale: Locale) -> dict[str, int]:
    """Monday is 1."""
    return {name: number + 1 for name, number in _calendar(locale.days).items()}
