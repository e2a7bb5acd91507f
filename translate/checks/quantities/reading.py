"""Reads the quantities of a text: digits and words, with their scales, units and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from glossary import addresses
from translate.checks.quantities.calendar import dated, named, slashed, timed
from translate.checks.quantities.lexicon import Lexicon, load_lexicon
from translate.checks.quantities.periods import periodic
from translate.checks.quantities.value import Number, Reading, Tokens, Value, amount, whole_number
from translate.checks.quantities.words import scaled, worded

__all__ = ["read"]

_TOKEN = re.compile(r"\b[kcdm]?m[23](?!\w)|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_UNIT_WORDS = 3  # the longest unit: "kilometer persegi", "dolar amerika"
_SHARED = re.compile(r"\s*[-–—]\s*")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}")
_KEPT = 8_192  # texts: a source is read anew for each of its candidates and by each check


@lru_cache(maxsize=_KEPT)
def read(text: str, lang: str) -> tuple[Value, ...]:
    """The quantities of a text in reading order; none if nothing is known of its language."""
    words = load_lexicon(lang)
    if words is None:
        return ()
    tokens, openers = _tokens(text), words.openers
    values: list[Value] = []
    end = 0
    for at, low in enumerate(tokens.lows):
        # Digits, a word of the lexicon, or a Roman number.
        if at >= end and (low in openers or low[0].isdecimal() or not low.strip("ivx")):
            found, end = _next(tokens, at, words)
            values += found
    values = periodic(tokens, values, words) if values else []
    return tuple(dated(text, _ranged(text, values, words), words))


def _tokens(text: str) -> Tokens:
    """The tokens of a text, save those of addresses."""
    links = [hit.span for hit in addresses.find(text)]
    matches = list(_TOKEN.finditer(text))
    if links:
        matches = [
            match
            for match in matches
            if not any(span.start < match.end() and match.start() < span.end for span in links)
        ]
    return Tokens(text, matches, [match[0].lower() for match in matches])


def _next(tokens: Tokens, at: int, words: Lexicon) -> tuple[list[Value], int]:
    if tokens.lows[at][0].isdecimal():
        return _digits(tokens, at, words)
    found = worded(tokens.lows, at, words)
    if found is not None:
        span = tokens.span(at, found.end)
        unit, end = _unit(tokens.lows, found.end, words)
        sure = found.required and not _in_name(tokens, at, found.end, words)
        value = Value(span, found.readings, unit, sure, scale=found.scale, spelled=True)
        return [value], max(end, found.end)
    value_or_none = named(tokens, at, words)
    return ([value_or_none] if value_or_none else []), at + 1


def _in_name(tokens: Tokens, at: int, end: int, words: Lexicon) -> bool:
    """True for Kepulauan Seribu and kaki lima: a number word that may well be left out."""
    one = end == at + 1
    before = tokens.matches[at - 1][0] if at else ""
    named = one and before[:1].isupper() and tokens.matches[at][0][0].isupper()
    spoken = tokens.lows[max(at - 2, 0) : end]
    return named or any(tuple(spoken[-len(idiom) :]) == idiom for idiom in words.idioms)


def _digits(tokens: Tokens, at: int, words: Lexicon) -> tuple[list[Value], int]:
    lows = tokens.lows
    low = lows[at]
    if "/" in low or _DATE.fullmatch(low):
        return slashed(tokens.matches[at], words), at + 1
    time = timed(tokens, at, words)
    number, foreign = _number(low, words)
    end, factor = scaled(lows, at + 1, words, words.times)
    readings = {amount(value * factor) for value in number}
    if end == at + 1 and end < len(lows):
        readings |= _abbreviated(lows, at, number, words)
    if factor == 1 and len(low) == 2 and _is_decade(lows, at + 1, words):
        readings |= {amount(1900 + value) for value in number}
    unit, after = _unit(lows, end, words)
    sign = _sign(tokens, at, words)
    kind = "time" if time and (":" in low or _clocked(lows, at, words)) else "number"
    value = Value(
        tokens.span(at, end),
        frozenset(readings | time),
        sign or unit,
        scale=factor,
        kind=kind,
        foreign=foreign,
    )
    return [value], max(end, after)


def _clocked(lows: Sequence[str], at: int, words: Lexicon) -> bool:
    return bool(at) and lows[at - 1] in words.clock and ":" not in lows[at - 1]


def _number(digits: str, words: Lexicon) -> tuple[set[Number], bool]:
    """What digits mean; and whether only in the other notation."""
    if digits.isdecimal():
        return {whole_number(digits)}, False
    own = words.notation.read(digits)
    other = words.notation.swapped.read(digits)
    if own is not None:
        # A journalist may have copied 1,500 from an English agency.
        copied = words.notation.decimal in digits and other is not None and words.day_first
        return ({own, other} if copied and other is not None else {own}), False
    if other is not None:
        return {other}, True
    return {whole_number(re.sub(r"\D", "", digits))}, False


def _abbreviated(lows: Sequence[str], at: int, number: set[Number], words: Lexicon) -> set[Reading]:
    """Readings with a scale in short: "Rp 1,5 T", "$2.3bn"."""
    factor = words.short.get(lows[at + 1])
    if factor is None:
        return set()
    return {amount(value * factor) for value in number}


def _is_decade(lows: Sequence[str], at: int, words: Lexicon) -> bool:
    first, *more = lows[at : at + 2] or [""]
    return first in words.eras or (first == "-" and more[:1] != [] and more[0] in words.eras)


def _unit(lows: Sequence[str], at: int, words: Lexicon) -> tuple[str, int]:
    """The unit behind a number, and where it ends."""
    if at < len(lows) and lows[at] == "-":
        at += 1
    for size in range(min(_UNIT_WORDS, len(lows) - at), 0, -1):
        phrase = " ".join(lows[at : at + size])
        if phrase in words.units:
            return words.units[phrase], at + size
    return "", 0


def _sign(tokens: Tokens, at: int, words: Lexicon) -> str:
    """The currency in front of a number."""
    if not at:
        return ""
    lows = tokens.lows
    two = tokens.span(max(at - 2, 0), at).of(tokens.text).lower()
    dotless = lows[at - 2] if at > 1 and lows[at - 1] == "." else ""
    return words.signs.get(two) or words.signs.get(lows[at - 1]) or words.signs.get(dotless, "")


def _ranged(text: str, values: Sequence[Value], words: Lexicon) -> list[Value]:
    """The values, where "10-15 juta" and "2 atau 3 km" share scale and unit."""
    shared = list(values)
    for at in range(len(shared) - 2, -1, -1):
        one, other = shared[at], shared[at + 1]
        gap = text[one.span.end : other.span.start]
        if not (_SHARED.fullmatch(gap) or gap.strip().lower() in words.ranges):
            continue
        if other.scale > 1 and one.scale == 1:
            more = {amount(value * other.scale) for kind, value in one.readings if kind == "n"}
            one = one._replace(readings=one.readings | more)
        shared[at] = one._replace(unit=one.unit or other.unit)
    return shared
