"""Which language a text is in, by its function words; data in ``function_words.toml``.

Counting function words (after Grefenstette 1995, "Comparing two language identification schemes")
needs no library, loads at once, and is not disturbed by names.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SAMPLE = 20_000  # characters are enough to tell a language
_LEAST_WORDS = 20  # fewer do not tell the language of a document
_LEAST_SHARE = 0.15  # of function words in running text of a language; most have 0.3 and more
_KEPT = 2_048  # sentences: terms, names and rules each ask whether one is to be passed over
_LEAD = 1.5  # by which the first must be ahead of any other
_QUOTED = re.compile(r"[\"“„«][^\"“”„«»]*[\"”»]?")


def known_languages() -> frozenset[str]:
    """The codes of the languages that can be told."""
    return frozenset(_table())


def function_words(code: str) -> frozenset[str]:
    """The function words of a language; none if they are not known."""
    return _table().get(code, frozenset())


def language_of(texts: Iterable[str], codes: Collection[str]) -> str | None:
    """The language of these texts together, one of `codes`; None if there is no telling."""
    words = [word.casefold() for word in _WORD.findall(_sample(texts))]
    if len(words) < _LEAST_WORDS:
        return None
    likely = sorted(code for code in codes if code in _table())
    likely.sort(key=lambda code: -_count(words, _table()[code]))
    if not likely or _count(words, _table()[likely[0]]) < _LEAST_SHARE * len(words):
        return None
    first = _table()[likely[0]]
    for code in likely[1:]:  # neighbours share most words: what only one of them has decides
        other = _table()[code]
        if _count(words, first - other) <= _LEAD * _count(words, other - first):
            return None
    return likely[0]


@lru_cache(maxsize=_KEPT)
def is_written_in(text: str, code: str, other: str, words_of_other: frozenset[str]) -> bool:
    """True if a sentence is in the language `code` and not in `other`.

    It needs function words of `code`, a fifth of all, two of them beside an ordinary word in small
    letters: "in the eastern part" tells, the title "The Return of the King" does not. What stands
    around a quotation must have one, too. No function word of `other` may occur in small letters,
    and not more `words_of_other`, ordinary words of that language and its loan words, than these.
    """
    plain = text.lower() if text.isupper() else text
    ours, theirs = _table().get(code), _table().get(other, frozenset())
    # Most texts are in the other language, and its function words are among the first.
    if not ours or any(m[0] in theirs and m[0] not in ours for m in _WORD.finditer(plain)):
        return False
    written = _WORD.findall(plain)
    if len(written) < 4:
        return False
    small = [word.casefold() for word in written]
    function = [word in ours and word not in theirs for word in small]
    ordinary = [word.islower() and not function[i] for i, word in enumerate(written)]
    beside = [f and any(ordinary[max(i - 1, 0) : i + 2]) for i, f in enumerate(function)]
    foreign = sum(word in words_of_other and word not in ours for word in small)
    if sum(beside) < 2 or sum(function) < max(foreign, 0.2 * len(written)):
        return False
    around = _WORD.findall(_QUOTED.sub(" ", text))
    return not around or any(word.casefold() in ours for word in around)


def _count(words: list[str], known: frozenset[str]) -> int:
    return sum(map(known.__contains__, words))


def _sample(texts: Iterable[str]) -> str:
    found: list[str] = []
    length = 0
    for text in texts:
        found.append(text)
        length += len(text)
        if length > _SAMPLE:
            break
    return " ".join(found)[:_SAMPLE]


@cache
def _table() -> dict[str, frozenset[str]]:
    source = files("translate.languages") / "function_words.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return {code: frozenset(words.split()) for code, words in table.items()}
