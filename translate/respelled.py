"""Look-alikes of a lost name in the target: put right where the model respelled it, left where the
target language spells it in another way.

A place that no list knows may be foreign and have an English name: Kaspia, Caspian. Two spellings
are taken for one name where they come together by the rules that the pair has for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

__all__ = ["Spelling", "mended", "spelled"]

Spelling = Sequence[tuple[str, str]]
"""Letters of the target language, and what the source language writes for them."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*")
_ALIKE = 0.75  # share of letters in common; Cazastan and Kazakhstan have 0.78
_FIRST = 0.85  # the same for the first word of a target, which has a capital anyway; not where the
# name is the first word of the source
_SHORTEST = 4  # letters of a word that is compared, its look-alike may have one less
_STEM = 4  # letters by which a word is known to be the rendering of another
_ENDING = "aeiouny"  # letters of endings that differ between languages: Kaspia, Caspian


def mended(source: str, target: str, name: str, known: Sequence[str]) -> str:
    """The target with the look-alike of each lost word of a name replaced, if there is just one.

    Look-alikes of words in `known`, the other renderings of the sentence, stand for these.
    """
    there = set(_TOKEN.findall(target))
    ours = _TOKEN.findall(source)
    barred = {token[:_STEM].casefold() for text in known for token in _TOKEN.findall(text)}
    barred -= {token[:_STEM].casefold() for token in _TOKEN.findall(name)}
    for word in _TOKEN.findall(name):
        if word in there or len(word) < _SHORTEST:
            continue
        alike = [
            match
            for match in _TOKEN.finditer(target)
            if match.group() not in ours
            and match.group()[:_STEM].casefold() not in barred
            and _alike(word, match.group(), _ALIKE if match.start() or word == ours[0] else _FIRST)
        ]
        if len(alike) == 1:
            target = target[: alike[0].start()] + word + target[alike[0].end() :]
    return target


def spelled(target: str, forms: Sequence[str], spelling: Spelling) -> Iterator[str]:
    """The forms of a name as the target language spells it, as far as it stands in the target."""
    there = {_root(word, spelling): word for word in _TOKEN.findall(target) if word[0].isupper()}
    for form in forms:
        other = _TOKEN.sub(lambda m: there.get(_root(m.group(), spelling), m.group()), form)
        if other != form:
            yield other


def _root(word: str, spelling: Spelling) -> str:
    low = word.casefold()
    for theirs, ours in spelling:
        low = low.replace(theirs, ours)
    single = "".join(letter for letter, _ in groupby(low))
    return single.rstrip(_ENDING) if len(single.rstrip(_ENDING)) >= _STEM else single


def _alike(word: str, other: str, least: float) -> bool:
    if not other[:1].isupper() or len(other) < _SHORTEST - 1:
        return False
    matcher = SequenceMatcher(None, word.casefold(), other.casefold(), autojunk=False)
    return matcher.quick_ratio() >= least and matcher.ratio() >= least
