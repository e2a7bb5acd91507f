"""Dates and numbers that the model wrote wrong, put right where only one value can be meant.

A date in figures (14/3/2026) is rare in what models learn from: the embedded one gives it another
month more often than not. Its value is certain, and so is the way in which the target language
writes it (CLDR, by way of Babel). The same goes for 3.450 that English writes 3,450, and for a
fourth quarter that became a first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.casing import raised
from glossary.term import Span
from translate.checks.numbers import numbers
from translate.checks.quantities import read
from translate.checks.quantities.lexicon import load_lexicon
from translate.checks.sentence import Sentence
from translate.dates import written
from translate.model import Finding

__all__ = ["Amended", "amended"]

_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}))?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+[.,]\d{1,2}")
_ANY_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_SWAPPED = str.maketrans(".,", ",.")
_REST = re.compile(r", \d{1,2}(?=[).]|$)")
_HALF = re.compile(r"\s?([ap])\.?m\b")
_WORD_OR_FIGURE = re.compile(r"\d+(?!\w*[ -])|[^\W\d_]+")
_NOTHING = ("", Span(0, 0))


@dataclass(frozen=True, slots=True)
class Amended:
    """A target put right, and where the places are now that had to stay as they were."""

    text: str
    kept: tuple[Span | None, ...]


def amended(
    source: str, target: str, kept: Sequence[Span | None], pair: tuple[str, str]
) -> Amended:
    """The target with wrong dates and notations put right; `kept` are the places of terms there.

    Only what a finding names on both sides is touched, or the one date that each side has; never
    the rendering of a term, and only where the finding is gone afterwards. `pair` are the codes of
    source and target.
    """
    done = Amended(target, tuple(kept))
    found = numbers(Sentence(source, target, *pair))
    for finding in sorted(found, key=lambda each: each.span or Span(0, 0), reverse=True):
        for text, place in _right(finding, Sentence(source, done.text, *pair)):
            if not text or any(span and span.overlaps(place) for span in done.kept):
                continue
            changed = done.text[: place.start] + text + done.text[place.end :]
            left = numbers(Sentence(source, changed, *pair))
            if len(left) < len(found):
                found = left
                done = Amended(changed, tuple(_moved(s, place, len(text)) for s in done.kept))
                break
    return done


def _right(finding: Finding, sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """What may have to stand where in the target, the likeliest first."""
    place = finding.span
    if finding.check == "number" and place is not None:
        there = place.of(sentence.target)
        if _GROUPED.fullmatch(there):
            yield there.translate(_SWAPPED), place
        figures = finding.source_span.of(sentence.source) if finding.source_span else ""
        if _digits(there) and _digits(there) == _digits(figures):
            yield figures.translate(_SWAPPED), place
        yield _of_period(finding, sentence)
    elif finding.check == "time" and place is not None:
        yield _other_half(place, sentence.target)
    elif finding.check == "date":
        yield _of_date(finding, sentence)


def _digits(figures: str) -> str:
    """The digits of a number in figures but for zeros at its end: 5.000.000,00 is no 5,000,000,000,
    but was meant to be. Empty for anything else."""
    if not _ANY_FIGURES.fullmatch(figures):
        return ""
    return "".join(filter(str.isdigit, figures)).rstrip("0")


def _of_period(finding: Finding, sentence: Sentence) -> tuple[str, Span]:
    """The right ordinal, or the right figure of Q1, for a period that is the only one of its kind
    on each side: no fourth quarter is a first one."""
    ours, theirs = (
        [value for value in read(text, lang) if value.kind == "period"]
        for text, lang in (
            (sentence.source, sentence.source_lang),
            (sentence.target, sentence.target_lang),
        )
    )
    words = load_lexicon(sentence.target_lang)
    if (len(ours), len(theirs)) != (1, 1) or theirs[0].span != finding.span or words is None:
        return _NOTHING
    number = int(next(iter(ours[0].of("n"))))
    ordinals = {value: word for word, value in words.ordinals.items()}
    for match in _WORD_OR_FIGURE.finditer(
        sentence.target, theirs[0].span.start, theirs[0].span.end
    ):
        place = Span(*match.span())
        if match[0].isdecimal():
            return str(number), place
        if match[0].lower() in words.ordinals and number in ordinals:
            right = ordinals[number]
            return (raised(right) if match[0][0].isupper() else right), place
    return _NOTHING


def _of_date(finding: Finding, sentence: Sentence) -> tuple[str, Span]:
    place = finding.span
    figures = finding.source_span
    if place is None or figures is None:
        place = _only_date(sentence.target, sentence.target_lang)
        figures = _only_date(sentence.source, sentence.source_lang)
    if place is None or figures is None:
        return _NOTHING
    return _date(figures.of(sentence.source), sentence), _with_rest(place, sentence.target)


def _other_half(place: Span, target: str) -> tuple[str, Span]:
    """The other half of the day behind a time: 10.45 WITA is no 10:45 p.m."""
    half = _HALF.match(target, place.end)
    if half is None:
        return _NOTHING
    return ("a" if half[1] == "p" else "p"), Span(*half.span(1))


def _only_date(text: str, lang: str) -> Span | None:
    """The date of a text that has one."""
    dates = {value.date for value in read(text, lang) if value.date is not None}
    return dates.pop() if len(dates) == 1 else None


def _with_rest(place: Span, target: str) -> Span:
    """A date with the bare number behind it: "Nov. 18, 12" comes of 18/12."""
    rest = _REST.match(target, place.end)
    return Span(place.start, rest.end()) if rest else place


def _date(figures: str, sentence: Sentence) -> str:
    match, words = _FIGURES.fullmatch(figures), load_lexicon(sentence.source_lang)
    if match is None or words is None:
        return ""
    day, month = int(match[1]), int(match[3])
    if not words.day_first:
        day, month = month, day
    return written(day, month, int(match[4]) if match[4] else None, sentence.target_lang)


def _moved(span: Span | None, place: Span, length: int) -> Span | None:
    """A span that goes along with the text behind a place that was changed."""
    if span is None or span.start < place.end:
        return span
    by = length - (place.end - place.start)
    return Span(span.start + by, span.end + by)
