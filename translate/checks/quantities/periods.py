"""Quarters, halves and centuries by their numbers: kuartal IV, fourth quarter, Q4, abad XIX."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from glossary.term import Span
from translate.checks.quantities.lexicon import Lexicon
from translate.checks.quantities.value import Reading, Tokens, Value

__all__ = ["contrasted", "periodic"]

_MOST = 31  # periods are counted in small numbers: "kuartal 2025" has a year behind it
_ENDING = re.compile(r"\A(?:st|nd|rd|th)(?!\w)")
_BEFORE = re.compile(r"(?:st|nd|rd|th)[\s-]+")
_PART = re.compile(r"\w+|[^\w\s]")
_BETWEEN = re.compile(r"[\s-]+")
_MARKS = ("-", "–", ",")
_NEAR = 4  # signs between a period and its number: "kuartal ke-4", "4th quarter"


def periodic(tokens: Tokens, values: Sequence[Value], words: Lexicon) -> list[Value]:
    """The values, where a number and the period that it counts are one."""
    found = list(values)
    if words.periods.kinds.keys().isdisjoint(tokens.lows):
        return found
    for at, low in enumerate(tokens.lows):
        if low in words.periods.kinds:
            place = tokens.span(at, at + 1)
            number = _numbered(tokens.text, place, found, words)
            if number is not None:
                _join(tokens, found, place, number, words)
    return found


def _numbered(text: str, place: Span, values: Sequence[Value], words: Lexicon) -> Value | None:
    """The number of the period that a word at a place names; none for a "third quarter-final"."""
    for value in values:
        before = value.span.end <= place.start
        gap = text[value.span.end : place.start] if before else text[place.end : value.span.start]
        if value.kind != "number" or len(gap) > _NEAR or value.span.overlaps(place):
            continue
        if len(place) == 1:
            fits = not gap and not value.spelled  # Q4, 4Q
        elif before:
            fits = text[place.end : place.end + 1] != "-" and _is_ordinal(value, text, gap, words)
        else:
            fits = _follows(value, text, gap, words)
        if fits and any(0 < n <= _MOST and n.denominator == 1 for n in value.of("n")):
            return value
    return None


def _is_ordinal(value: Value, text: str, gap: str, words: Lexicon) -> bool:
    """True for a number before a period that counts it: "fourth", "4th", "IV"."""
    style = _style(value, text, words)
    return (
        style != "word" and (_BEFORE if style == "figures" else _BETWEEN).fullmatch(gap) is not None
    )


def _follows(value: Value, text: str, gap: str, words: Lexicon) -> bool:
    """True if a number behind a period belongs to it: kuartal 4, kuartal ke-4, triwulan-IV."""
    between = gap.lower().replace("-", " ").split()
    if (
        not gap
        or len(between) > words.periods.first
        or not words.periods.prefixes.issuperset(between)
    ):
        return False
    last = _last(value, text)
    spoken = any(last in known for known in (words.ordinals, words.add, words.teens, words.times))
    return not value.spelled or (words.periods.first and spoken)


def _last(value: Value, text: str) -> str:
    """The last word of a number."""
    return _BETWEEN.split(value.span.of(text).lower())[-1]


def _join(tokens: Tokens, values: list[Value], place: Span, number: Value, words: Lexicon) -> None:
    """Puts a period in place of its number, and of what its word may mean by itself; the numbers
    that go with that one are periods, too: "kuartal I dan II", "first and second quarters"."""
    text, kind = tokens.text, words.periods.kinds[place.of(tokens.text).lower()]
    one, other = sorted((place, number.span), key=lambda span: span.start)
    whole = _counted(number._replace(span=Span(one.start, other.end)), kind)
    at = values.index(number)
    values[at] = whole
    values[:] = [v for v in values if v is whole or not v.span.overlaps(whole.span)]
    at, step = values.index(whole), 1 if words.periods.first else -1
    while 0 <= at + step < len(values):
        first, second = sorted((values[at], values[at + step]), key=lambda v: v.span.start)
        at += step
        joined = _joins(text[first.span.end : second.span.start].lower(), words)
        alike = _style(values[at], text, words) == _style(number, text, words)
        if values[at].kind != "number" or not joined or not alike:
            break
        values[at] = _counted(values[at], kind)


def _joins(gap: str, words: Lexicon) -> bool:
    """True if what stands between two numbers makes one count of them: ", ", "th to the "."""
    parts = _PART.findall(_ENDING.sub("", gap))
    joining = {part for part in parts if part in words.ranges or part in _MARKS}
    return bool(joining) and words.periods.prefixes.issuperset(set(parts) - joining)


def _counted(value: Value, kind: str) -> Value:
    """A number as the number of a period."""
    ordinal = [n for n in value.of("n") if n.denominator == 1 and 0 < n <= _MOST]
    readings: frozenset[Reading] = frozenset((k, n) for k in ("n", kind) for n in ordinal)
    return value._replace(readings=readings, kind="period") if ordinal else value


def _style(value: Value, text: str, words: Lexicon) -> str:
    """How a number is written: in figures, in Roman ones, as an ordinal, or as a plain word."""
    if not value.spelled:
        return "figures" if text[value.span.start].isdecimal() else "roman"
    return "ordinal" if _last(value, text) in words.ordinals else "word"


def contrasted(
    ours: Sequence[Value], theirs: Sequence[Value]
) -> tuple[Sequence[Value], Sequence[Value]]:
    """The values of both sides, where periods that contradict each other must be rendered: the one
    side tells of a fourth quarter, the other of a first one that it has from nowhere. Such a number
    is no other number of the sentence, either."""
    here, there = (Counter(v.period for v in side if v.kind == "period") for side in (ours, theirs))
    lost, added = here - there, there - here
    kinds = {kind for kind, _ in lost} & {kind for kind, _ in added}
    if not kinds:
        return ours, theirs

    def needed(side: Sequence[Value], these: Counter[Reading]) -> list[Value]:
        odd = {period for period in these if period[0] in kinds}
        return [_sure(v) if v.kind == "period" and v.period in odd else v for v in side]

    return needed(ours, lost), needed(theirs, added)


def _sure(value: Value) -> Value:
    return value._replace(readings=frozenset({value.period}), required=True)
