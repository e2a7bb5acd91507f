"""Dates and numbers that the model wrote wrong, put right where only one value can be meant.

A date in figures (14/3/2026) is rare in what models learn from: the embedded one gives it another
month more often than not. Its value is certain, and so is the way in which the target language
writes it (CLDR, by way of Babel). The same goes for 3.450 that English writes 3,450.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from importlib import import_module

from glossary.term import Span
from translate.checks.numbers import numbers
from translate.checks.quantities.lexicon import load_lexicon
from translate.checks.sentence import Sentence
from translate.model import Finding
from translate.pin import Pinned

__all__ = ["amended"]

_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}))?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+[.,]\d{1,2}")
_SWAPPED = str.maketrans(".,", ",.")
_LEAP = 2024  # stands for a year that is not told, so that 29 February is a day


def amended(source: str, pinned: Pinned, pair: tuple[str, str]) -> Pinned:
    """The target with wrong dates and notations put right, and the spans of its terms moved along.

    Only what a finding names on both sides is touched, never the rendering of a term, and only
    where the finding is gone afterwards. `pair` are the codes of source and target.
    """
    sentence = Sentence(source, pinned.target, *pair)
    found = list(numbers(sentence))
    for finding in sorted(found, key=lambda each: each.span or Span(0, 0), reverse=True):
        text, place = _right(finding, sentence), finding.span
        if not text or not place or pinned.touches(place):
            continue
        tried = pinned.changed(place, text)
        left = list(numbers(replace(sentence, target=tried.target)))
        if len(left) < len(found):
            found, pinned = left, tried
    return pinned


def _right(finding: Finding, sentence: Sentence) -> str:
    """What should stand at the place of a finding; empty if that is not certain."""
    if finding.span is None:
        return ""
    there = finding.span.of(sentence.target)
    if finding.check == "number":
        return there.translate(_SWAPPED) if _GROUPED.fullmatch(there) else ""
    if finding.check != "date" or finding.source_span is None:
        return ""
    return _date(finding.source_span.of(sentence.source), sentence)


def _date(figures: str, sentence: Sentence) -> str:
    match, words = _FIGURES.fullmatch(figures), load_lexicon(sentence.source_lang)
    if match is None or words is None:
        return ""
    day, month = int(match[1]), int(match[3])
    if not words.day_first:
        day, month = month, day
    try:
        told = date(int(match[4] or _LEAP), month, day)
    except ValueError:
        return ""
    dates = import_module("babel.dates")
    locale = sentence.target_lang.replace("-", "_")
    if match[4]:
        return str(dates.format_date(told, "long", locale=locale))
    return str(dates.format_skeleton("MMMMd", told, locale=locale))
