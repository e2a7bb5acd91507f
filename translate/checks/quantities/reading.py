"""Reads the quantities of a text: digits and words, with their scales, units and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from glossary import addresses
from glossary.term import Span
from translate.checks.quantities.calendar import dated, named, slashed, timed
from translate.checks.quantities.lexicon import Lexicon, load_lexicon
from translate.checks.quantities.value import Token, Value, amount
from translate.checks.quantities.words import scaled, worded

__all__ = ["read"]

_TOKEN = re.compile(r"\b[kcdm]?m[23](?!\w)|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_UNIT_WORDS = 3  # the longest unit: "kilometer persegi", "dolar amerika"
_SHARED = re.compile(r"\s*[-–—]\s*")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}")
_FIGURES = re.compile(r"\d|(?<![^\W\d_])[IVX]+(?![^\W\d_])")
_KEPT = 8_192  # texts: a source is read anew for each of its candidates and by each check


@lru_cache(maxsize=_KEPT)
def read(text: str, lang: str) -> tuple[Value, ...]:
    """The quantities of a text in reading order; none if nothing is known of its language."""
    words = load_lexicon(lang)
    if words is None or _is_bare(text, words):
        return ()
    links = [hit.span for hit in addresses.find(text)]
    tokens = [
        Token(match.group().lower(), Span(*match.span()))
        for match in _TOKEN.finditer(text)
        if not any(span.start < match.end() and match.start() < span.end for span in links)
    ]
    values: list[Value] = []
    at = 0
    while at < len(tokens):
        if _opens(tokens[at].low, words):
            found, at = _next(text, tokens, at, words)
            values += found
        else:
            at += 1
    return tuple(dated(text, _ranged(text, values, words), words))


def _is_bare(text: str, words: Lexicon) -> bool:
    """True if nothing in a text can begin a quantity: so it is with most, and costs little."""
    lows = map(str.lower, _TOKEN.findall(text))
    return words.openers.isdisjoint(lows) and not _FIGURES.search(text)


def _opens(low: str, words: Lexicon) -> bool:
    """True for what a quantity may begin with: digits, a word of the lexicon, a Roman number."""
    return low in words.openers or low[0].isdecimal() or not low.strip("ivx")


def _next(text: str, tokens: Sequence[Token], at: int, words: Lexicon) -> tuple[list[Value], int]:
    token = tokens[at]
    if token.low[0].isdecimal():
        return _digits(text, tokens, at, words)
    found = worded(tokens, at, words)
    if found is not None:
        span = Span(token.span.start, tokens[found.end - 1].span.end)
        unit, end = _unit(tokens, found.end, words)
        sure = found.required and not _in_name(text, tokens, at, found.end, words)
        value = Value(span, found.readings, unit, sure, scale=found.scale, spelled=True)
        return [value], max(end, found.end)
    value_or_none = named(text, tokens, at, words)
    return ([value_or_none] if value_or_none else []), at + 1


def _in_name(text: str, tokens: Sequence[Token], at: int, end: int, words: Lexicon) -> bool:
    """True for Kepulauan Seribu and kaki lima: a number word that may well be left out."""
    one = end == at + 1
    before = tokens[at - 1].span.of(text) if at else ""
    named = one and before[:1].isupper() and tokens[at].span.of(text)[0].isupper()
    spoken = [token.low for token in tokens[max(at - 2, 0) : end]]
    return named or any(tuple(spoken[-len(idiom) :]) == idiom for idiom in words.idioms)


def _digits(text: str, tokens: Sequence[Token], at: int, words: Lexicon) -> tuple[list[Value], int]:
    token = tokens[at]
    if "/" in token.low or _DATE.fullmatch(token.low):
        return slashed(token, words), at + 1
    time = timed(text, tokens, at, words)
    number, foreign = _number(token.low, words)
    end, factor = scaled(tokens, at + 1, words, words.times)
    readings = {amount(value * factor) for value in number}
    if end == at + 1 and end < len(tokens):
        readings |= _abbreviated(tokens, at, number, words)
    if factor == 1 and len(token.low) == 2 and _is_decade(tokens, at + 1, words):
        readings |= {amount(1900 + value) for value in number}
    unit, after = _unit(tokens, end, words)
    sign = _sign(text, tokens, at, words)
    span = Span(token.span.start, tokens[end - 1].span.end)
    kind = "time" if time and (":" in token.low or _clocked(tokens, at, words)) else "number"
    value = Value(
        span,
        frozenset(readings | time),
        sign or unit,
        scale=factor,
        kind=kind,
        foreign=foreign,
    )
    return [value], max(end, after)


def _clocked(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    return bool(at) and tokens[at - 1].low in words.clock and ":" not in tokens[at - 1].low


def _number(digits: str, words: Lexicon) -> tuple[set[Fraction], bool]:
    """What digits mean; and whether only in the other notation."""
    own = words.notation.read(digits)
    other = words.notation.swapped.read(digits)
    if own is not None:
        # A journalist may have copied 1,500 from an English agency.
        copied = words.notation.decimal in digits and other is not None and words.day_first
        return ({own, other} if copied and other is not None else {own}), False
    if other is not None:
        return {other}, True
    return {Fraction(re.sub(r"\D", "", digits))}, False


def _abbreviated(
    tokens: Sequence[Token], at: int, number: set[Fraction], words: Lexicon
) -> set[tuple[str, Fraction]]:
    """Readings with a scale in short: "Rp 1,5 T", "$2.3bn"."""
    after = tokens[at + 1]
    factor = words.short.get(after.low)
    if factor is None:
        return set()
    return {amount(value * factor) for value in number}


def _is_decade(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    first, *more = [token.low for token in tokens[at : at + 2]] or [""]
    return first in words.eras or (first == "-" and more[:1] != [] and more[0] in words.eras)


def _unit(tokens: Sequence[Token], at: int, words: Lexicon) -> tuple[str, int]:
    """The unit behind a number, and where it ends."""
    if at < len(tokens) and tokens[at].low == "-":
        at += 1
    for size in range(min(_UNIT_WORDS, len(tokens) - at), 0, -1):
        phrase = " ".join(token.low for token in tokens[at : at + size])
        if phrase in words.units:
            return words.units[phrase], at + size
    return "", 0


def _sign(text: str, tokens: Sequence[Token], at: int, words: Lexicon) -> str:
    """The currency in front of a number."""
    if not at:
        return ""
    two = text[tokens[max(at - 2, 0)].span.start : tokens[at - 1].span.end].lower()
    dotless = tokens[at - 2].low if at > 1 and tokens[at - 1].low == "." else ""
    return (
        words.signs.get(two) or words.signs.get(tokens[at - 1].low) or words.signs.get(dotless, "")
    )


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
            one = replace(one, readings=one.readings | more)
        shared[at] = replace(one, unit=one.unit or other.unit)
    return shared
