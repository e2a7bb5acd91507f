"""Months, weekdays and times of day, and the dates that they make with numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.term import Span
from translate.checks.quantities.lexicon import Lexicon
from translate.checks.quantities.value import (
    Reading,
    Tokens,
    Value,
    amount,
    clock,
    month,
    weekday,
    whole_number,
)

__all__ = ["dated", "named", "slashed", "timed"]

_CLOCK = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?(?:[.:]\d{2})?")
_HALF = re.compile(r"\s*([ap])\.?\s?m\b", re.IGNORECASE)
_BEFORE = re.compile(r"(?:st|nd|rd|th)?[\s,.(]*(?:of\s+)?")
_AFTER = re.compile(r"[\s,.()/]*")
_ROMAN = re.compile("X{0,3}(?:IX|IV|V?I{0,3})(?<=..)")
_PART = re.compile(r"\d+")
_LETTERS = {"i": 1, "v": 5, "x": 10}
_LATE = 9  # behind this hour "siang" may still be the morning
_NEAR = 4  # tokens behind a time in which its part of the day stands


def named(tokens: Tokens, at: int, words: Lexicon) -> Value | None:
    """The month, weekday or hour that a word names; required if it can be nothing else."""
    word, low, span = tokens.matches[at][0], tokens.lows[at], tokens.span(at, at + 1)
    if low in words.hours:
        return Value(span, frozenset({clock(words.hours[low])}), required=False)
    if not word[0].isupper():
        return None
    counts = at > 0 and words.periods.first and tokens.lows[at - 1] in words.periods.kinds
    if _ROMAN.fullmatch(word) or (counts and low in _LETTERS):
        return Value(span, frozenset({amount(_roman(low))}), required=False)
    if low in words.months:
        reading = month(words.months[low])
    elif low in words.days:
        reading = weekday(words.days[low])
    else:
        return None
    beside = [*tokens.lows[max(at - 1, 0) : at], *tokens.lows[at + 1 : at + 2]]
    digits = any(other[0].isdecimal() and len(other) <= 4 for other in beside)
    cued = at > 0 and tokens.lows[at - 1] in words.cues
    sure = cued or (digits and reading[0] == "m")
    return Value(span, frozenset({reading}), required=sure, kind="date")


def _roman(low: str) -> int:
    values = [_LETTERS[letter] for letter in low]
    return sum(
        -one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True)
    )


def slashed(token: re.Match[str], words: Lexicon) -> list[Value]:
    """The parts of 12/3/2024, 13.3.2024 or 3/4; the order decides which one is the month."""
    parts = list(_PART.finditer(token[0]))
    numbers = [whole_number(part[0]) for part in parts]
    whole = len(parts) == 3 or (len(parts) == 2 and max(numbers) <= 31)
    date = Span(*token.span()) if whole else None
    kind = "date" if whole else "number"
    values = []
    for place, (part, number) in enumerate(zip(parts, numbers, strict=True)):
        readings = {amount(number)}
        if whole and 1 <= number <= 12 and (place == 1 if words.day_first else place < 2):
            readings.add(month(number))
        if len(parts) == 3 and place == 2 and number < 100:
            readings.add(amount(2000 + number))
        span = Span(token.start() + part.start(), token.start() + part.end())
        values.append(Value(span, frozenset(readings), kind=kind, date=date))
    return values


def timed(tokens: Tokens, at: int, words: Lexicon) -> set[Reading]:
    """The times of day that digits may mean; empty if they cannot be one."""
    lows = tokens.lows
    match = _CLOCK.fullmatch(lows[at])
    if match is None:
        return set()
    hour, minute = int(match[1]), int(match[2] or 0)
    half = _HALF.match(tokens.text, tokens.matches[at].end()) if words.halves else None
    cued = at > 0 and lows[at - 1] in words.clock
    if hour > 24 or minute > 59 or not (match[2] or half or cued):
        return set()
    if half:
        return {clock((hour % 12 + (12 if half[1].lower() == "p" else 0)) * 60 + minute)}
    near = set(lows[at + 1 : at + 1 + _NEAR])
    late = 0 < hour <= _LATE and bool(near & words.evening)  # "pukul 9 malam" is never 9 a.m.
    times = set() if late else {hour * 60 + minute}
    zoned = at + 1 < len(lows) and lows[at + 1] in words.zones
    whole = zoned and bool(match[2]) and not near & words.evening
    if hour <= 12 and not whole and not near & words.morning:
        times.add((hour + 12) * 60 + minute)
    found = {clock(time) for time in times}
    if cued and not minute:
        found |= {amount(hour), amount(hour - 12 if hour > 12 else hour)}
    return found


def dated(text: str, values: Sequence[Value], words: Lexicon) -> list[Value]:
    """The values, where a month and the numbers around it are one date."""
    found = list(values)
    for at, value in enumerate(values):
        if value.kind != "date" or value.date is not None or not value.of("m"):
            continue
        first = last = at
        if at and _is_day(values[at - 1]) and _gap(_BEFORE, text, values[at - 1], value):
            first = at - 1
        elif at + 1 < len(values) and _is_day(values[at + 1]):
            last = at + 1 if _gap(_AFTER, text, value, values[at + 1]) else at
        following = last + 1
        if following < len(values) and _is_year(values[following]):
            last = following if _gap(_AFTER, text, values[last], values[following]) else last
        if first < last:
            span = Span(values[first].span.start, values[last].span.end)
            sure = all(values[place].required for place in range(first, last + 1) if place != at)
            for place in range(first, last + 1):
                needed = sure if place == at else found[place].required
                found[place] = found[place].within(span, required=needed)
    return found


def _gap(pattern: re.Pattern[str], text: str, one: Value, other: Value) -> bool:
    gap = text[one.span.end : other.span.start]
    return len(gap) <= 6 and pattern.fullmatch(gap) is not None


def _is_day(value: Value) -> bool:
    return any(kind == "n" and 1 <= number <= 31 for kind, number in value.readings)


def _is_year(value: Value) -> bool:
    return any(kind == "n" and 1000 <= number <= 2999 for kind, number in value.readings)
