"""Ordinary words that the model left in the language of the source, put into the other by a list.

A word that was rare in training is copied as if it were a name, in all candidates of a search: "the
halte was moved". Another search costs time and seldom finds it; a list that has the one everyday
rendering does both better. What no list knows is told by the check `untranslated`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from glossary.casing import raised
from glossary.term import Span
from translate.checks import find
from translate.languages.detect import function_words
from translate.languages.determiners import determiners_of
from translate.languages.lists import lines_of

__all__ = ["renderings_of", "worded"]

_BEFORE = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*|[^\w\s]")
_BEHIND = re.compile(r" ([^\W\d_]+)")
_OPENING = "\"'“‘([ "
_NEAR = 4  # words before a noun among which its article is looked for


def worded(
    source: str, target: str, taken: Sequence[Span], pair: tuple[str, str]
) -> Iterator[tuple[Span, str]]:
    """The words that were left, the last one first, and what should stand there; what overlaps a
    `taken` place stays.

    A sentence that was left as a whole is no matter of words. Nothing is said of a word that only
    the target writes small, which was a name, nor of one whose rendering stands there already: "the
    district and kecamatan".
    """
    renderings = renderings_of(*pair)
    if not renderings or source.casefold() == target.casefold():
        return
    findings = find(source, target, *pair)
    if any(found.check == "echo" for found in findings):
        return
    left = [found.span for found in findings if found.check == "untranslated" and found.span]
    for place in reversed(left):
        word = place.of(target)
        forms = renderings.get(word.lower())
        if forms is None or any(place.overlaps(span) for span in taken):
            continue
        if _is_name(word, source) or any(_whole(form).search(target) for form in forms):
            continue
        form = forms[_is_several(target, place, pair[1])] if len(forms) > 1 else forms[0]
        yield place, raised(form) if word[0].isupper() else form


def _is_name(word: str, source: str) -> bool:
    """True for a word that the source writes large, and not only because it opens it."""
    return word not in source and not source.lstrip(_OPENING).startswith(raised(word))


def _is_several(target: str, place: Span, lang: str) -> bool:
    """True if a noun should be a plural there: after a word that asks for one, or where it has no
    article, unless it describes another noun."""
    words = determiners_of(lang)
    behind = _BEHIND.match(target, place.end)
    if behind and words.is_plural(behind[1]):
        return False
    near = [match.group() for match in _BEFORE.finditer(target, 0, place.start)][-_NEAR:]
    for word in map(str.lower, reversed(near)):
        if word in words.several or (word[0].isdigit() and word != "1"):
            return True
        if words.before(word, len(word)):
            return False
        if word in function_words(lang) or not word[0].isalnum():
            return True
    return True


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


@cache
def renderings_of(source_lang: str, target_lang: str) -> Mapping[str, tuple[str, ...]]:
    """For each word its rendering and, if it can be counted, the plural of that."""
    rows = (line.split("\t") for line in lines_of(f"{source_lang}-{target_lang}.left.tsv"))
    return {word: tuple(forms) for word, *forms in rows}
