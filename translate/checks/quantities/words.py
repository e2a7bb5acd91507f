"""Numbers written in words: "dua puluh tiga", "half a million", "tens of thousands"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from translate.checks.quantities.lexicon import Lexicon
from translate.checks.quantities.value import Number, Reading, amount, vague

__all__ = ["Worded", "scaled", "worded"]


@dataclass(frozen=True, slots=True)
class Worded:
    """A number in words that ends before the token `end`; small ones need not come out."""

    end: int
    readings: frozenset[Reading]
    required: bool
    scale: int = 1


def worded(lows: Sequence[str], start: int, words: Lexicon) -> Worded | None:
    """The number that begins at a token, or None if none does."""
    low = lows[start]
    if low in words.vague:
        return _vague(lows, start, words)
    if low in words.some:
        end, factor = scaled(lows, start + 1, words, words.times)
        return Worded(end, frozenset({vague(factor)}), required=True) if factor > 1 else None
    number = _Sum()
    at = _opening(lows, start, words, number)
    while at < len(lows) and (after := _step(lows, at, words, number)):
        at = after
    if at == start or not number.begun:
        found = words.loose.get(low)
        if found is None:
            return None
        return Worded(start + 1, frozenset(map(amount, found)), required=False)
    return _finished(lows, at, words, number)


def scaled(lows: Sequence[str], at: int, words: Lexicon, more: object = None) -> tuple[int, int]:
    """Scale words from a token on: where they end, and their product (1 if there are none)."""
    factor = 1
    smaller = words.times if more is words.times else {}
    if at + 1 < len(lows) and lows[at] == "-" and lows[at + 1] in words.scales:
        at += 1
    while at < len(lows):
        step = words.scales.get(lows[at]) or smaller.get(lows[at])
        if not step:
            break
        factor *= step
        at += 1
    return at, factor


class _Sum:
    """What was added up so far: whole scales, the part below them, and its last word."""

    def __init__(self) -> None:
        self.total: Number = 0
        self.current: Number = 0
        self.last: Number = 0
        self.begun = self.ordinal = False
        self.scale = 1

    @property
    def value(self) -> Number:
        return self.total + self.current

    def add(self, value: Number) -> None:
        self.current += value
        self.last = value
        self.begun = True

    def times(self, factor: int) -> None:
        self.current += self.last * (factor - 1)
        self.last *= factor

    def whole(self, value: int) -> None:
        """A scale with its "one" in it, which smaller parts may follow: seribu dua ratus."""
        self.add(value)
        self.scaled(1)
        self.last = value

    def scaled(self, factor: int) -> None:
        self.total += self.current * factor
        self.current, self.last, self.scale = 0, factor, factor


def _opening(lows: Sequence[str], start: int, words: Lexicon, number: _Sum) -> int:
    """Reads "a" and "half" in front of a scale word; returns where the rest begins."""
    at = start
    low = lows[at]
    if low in words.half or low in words.articles:
        at += 1
        if at < len(lows) and lows[at] in words.articles:
            at += 1
        following = lows[at] if at < len(lows) else ""
        big = following in words.scales or following in words.times or following in words.whole
        if not big:
            return start
        number.add(Fraction(1, 2) if low in words.half else 1)
    return at


def _step(lows: Sequence[str], at: int, words: Lexicon, number: _Sum) -> int:
    """Takes one more word into the number; 0 if it does not belong to it."""
    low = lows[at]
    following = lows[at + 1] if at + 1 < len(lows) else ""
    if number.ordinal and low not in words.times and low not in words.teens:
        return 0
    value = words.add.get(low, words.ordinals.get(low))
    if value is not None:
        if number.begun and not _fits(value, number):
            return 0
        number.ordinal = low not in words.add
        number.add(value)
    elif not number.begun and low not in words.whole:
        return 0
    elif low in words.teens and 0 < number.last < 10:
        number.add(10)
    elif low in words.times and 0 < number.last < 100:
        number.times(words.times[low])
    elif low in words.scales and number.current:
        number.scaled(words.scales[low])
    elif low in words.whole and not number.current:
        number.whole(words.whole[low])
    elif low in words.whole and words.whole[low] < 100:
        number.times(words.whole[low])
    elif low in words.half:
        number.add(Fraction(1, 2))
    elif low == "-":
        tens = number.last >= 20 and (following in words.add or following in words.ordinals)
        return at + 1 if tens or following in words.scales or following in words.times else 0
    elif low in words.joiners:
        return _joined(lows, at, words, number)
    else:
        return 0
    return at + 1


def _fits(value: int, number: _Sum) -> bool:
    """True if a word may follow: "twenty three", "seratus dua", not "three four"."""
    if number.last in (1000, 10**6, 10**9, 10**12) and not number.current:
        return value < number.last
    return number.last >= 20 and value < number.last and number.last % 10 == 0


def _joined(lows: Sequence[str], at: int, words: Lexicon, number: _Sum) -> int:
    """ "two hundred and five", "two and a half"; not "five and six"."""
    rest = lows[at + 1 : at + 3]
    if [word for word in rest if word not in words.articles][:1] in ([h] for h in words.half):
        return at + 1 + next(i for i, word in enumerate(rest) if word in words.half)
    big = number.last >= 100 and lows[at] not in words.articles
    return at + 1 if big and rest and words.add.get(rest[0], 100) < 100 else 0


def _vague(lows: Sequence[str], start: int, words: Lexicon) -> Worded:
    value = words.vague[lows[start]]
    at, factor = scaled(lows, start + 1, words, words.times)
    value *= factor
    while at + 1 < len(lows) and lows[at] in words.joiners:
        more = words.vague.get(lows[at + 1]) or words.scales.get(lows[at + 1])
        if not more:
            break
        value, at = value * more, at + 2
    return Worded(at, frozenset({vague(value)}), required=True)


def _finished(lows: Sequence[str], at: int, words: Lexicon, number: _Sum) -> Worded:
    """Takes parts of a whole behind the number: "two-thirds", "tiga perempat"."""
    after = at + 1 if at < len(lows) and lows[at] == "-" else at
    whole = not number.ordinal and number.value < 10
    if whole and after < len(lows) and lows[after] in words.parts:
        part = Fraction(number.value, words.parts[lows[after]])
        return Worded(after + 1, frozenset({amount(part)}), required=False)
    readings = {amount(number.value)}
    only = lows[at - 1]
    if number.ordinal and only in words.parts:
        readings.add(amount(Fraction(1, words.parts[only])))
    needed = number.value >= 3 and number.value.denominator == 1
    return Worded(at, frozenset(readings), required=needed, scale=number.scale)
