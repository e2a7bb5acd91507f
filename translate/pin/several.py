"""Nouns that the source counts are asked of the model in the plural: two community halls.

A source that has no plural tells it by what stands before the noun: dua, 12, ratusan, sejumlah.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from glossary.forms import Forms, forms_of
from glossary.plural import plural
from glossary.term import Note, TermHit
from translate.checks.quantities import Value, read
from translate.checks.quantities.lexicon import load_lexicon
from translate.languages.determiners import determiners_of

__all__ = ["asked"]

_LAST = re.compile(r"([^\W\d_]+)\s+\Z")
_YEARS = range(1800, 2200)


def asked(source: str, hits: Sequence[TermHit], pair: tuple[str, str]) -> tuple[TermHit, ...]:
    """The hits, those in the plural that are nouns and counted for sure; the singular will do as
    well. `pair` are the codes of source and target."""
    words = determiners_of(pair[1])
    return tuple(
        _in_plural(hit)
        if plural(hit.wanted) in hit.accepted
        and not words.is_plural(hit.wanted)
        and _is_counted(source, hit, pair[0])
        else hit
        for hit in hits
    )


def _in_plural(hit: TermHit) -> TermHit:
    several = plural(hit.wanted)
    others = (a for a in hit.accepted if a != several)
    return replace(hit, wanted=several, accepted=(hit.wanted, *others))


def _is_counted(source: str, hit: TermHit, lang: str) -> bool:
    """True if a noun is doubled, or stands right behind a number or a word for several."""
    if Note.PLURAL in hit.notes:
        return True
    forms = forms_of(lang)
    before = source[: hit.span.start]
    word = _LAST.search(before)
    if word and word[1].lower() in forms.several:
        return True
    return _is_number(source, _without_classifier(before, forms), lang)


def _without_classifier(before: str, forms: Forms) -> int:
    """Where a number would end: lima (orang) anggota."""
    word = _LAST.search(before)
    classified = word is not None and word[1].lower() in forms.classifiers
    return len(before[: word.start()].rstrip() if word and classified else before.rstrip())


def _is_number(source: str, end: int, lang: str) -> bool:
    """True if a number of two or more ends there, and counts what follows."""
    found = [value for value in read(source, lang) if value.span.end == end]
    return any(_counts(value, source, lang) for value in found)


def _counts(value: Value, source: str, lang: str) -> bool:
    words = load_lexicon(lang)
    text = value.span.of(source).lower()
    if value.kind != "number" or value.unit or (words is not None and text in words.loose):
        return False
    if value.of("~"):
        return True
    before = source[: value.span.start]
    named = before.rstrip().rpartition(" ")[2]
    name = named[:1].isupper() and " " in before.strip()  # Liga 2, Covid-19
    whole = any(n >= 2 and n.denominator == 1 and n not in _YEARS for n in value.of("n"))
    return whole and not before.endswith("-") and not name
