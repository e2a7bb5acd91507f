"""Headings of columns, sections and pages that stand alone, put into the target language by a list.

A model learns from sentences: of one word without any it makes what it likes ("Rata-rata": queen).
Such a word is no sentence, and a list of some hundred knows nearly all that tables and reports use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from glossary.casing import is_acronym, raised
from translate.checks.names import listed
from translate.languages import load_language
from translate.languages.lists import lines_of
from translate.leftover import renderings_of
from translate.told.number import without_number

__all__ = ["labelled"]

_ENDS = " .:"
_INITIAL = re.compile(r"[A-Z]\. +")  # the number of a chapter, where what follows is a label
_LONGEST = 80  # characters of a name or a label


def labelled(text: str, pair: tuple[str, str]) -> str | None:
    """A label, or a built-in name alone, in the target language, with the number before it and the
    colon behind; None for all else. `pair` are the codes of source and target."""
    if len(text) > _LONGEST:
        return None
    number = without_number(text, ()).number
    initial = _INITIAL.match(text)
    number = initial.group() if initial else number
    bare = text[len(number) :].rstrip(_ENDS)
    rendering = _labels(*pair).get(" ".join(bare.lower().split()))
    written = _cased(rendering, bare, pair[1]) if rendering else _named(text, bare, pair)
    return number + written + text[len(number) + len(bare) :] if written else None


def _named(text: str, bare: str, pair: tuple[str, str]) -> str:
    """The first rendering of a built-in name that is all of a text but its number and end; empty
    if it is none. The whole text is looked through, as it is for its names."""
    hits = listed(text, (), *pair)
    if len(hits) != 1 or hits[0].span.of(text) != bare:
        return ""
    rendering = hits[0].accepted[0]
    if bare.isupper() and not is_acronym(bare):
        return rendering.upper()
    return raised(rendering) if bare[0].isupper() else rendering


def _cased(rendering: str, like: str, lang: str) -> str:
    """A rendering in the case of the label: TUJUAN, Latar Belakang, Latar belakang."""
    if like.isupper():
        return rendering.upper()
    words = like.split()
    if len(words) > 1 and all(word[0].isupper() or word == "dan" for word in words):
        small = load_language(lang).headline_small
        title = (w if w in small else raised(w) for w in rendering.split())
        return raised(" ".join(title))
    return raised(rendering) if like[:1].isupper() else rendering


@cache
def _labels(source_lang: str, target_lang: str) -> Mapping[str, str]:
    """Labels, and the words that models leave, with their renderings; a label goes before."""
    left = renderings_of(source_lang, target_lang).items()
    rows = lines_of(f"{source_lang}-{target_lang}.labels.tsv")
    labels: dict[str, str] = dict(row.split("\t") for row in rows)
    return {word: forms[0] for word, forms in left} | labels
