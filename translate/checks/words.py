"""Checks of single words: said twice, said over and over, left in the language of the source."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from operator import eq

from glossary import addresses
from glossary.term import Span
from translate.checks.names import ordinary_words
from translate.checks.sentence import WORD, Sentence, words
from translate.languages.lists import lines_of
from translate.languages.naming import cues_of
from translate.model import Finding, Severity

__all__ = ["doubled", "repetition", "untranslated"]

_LETTERS = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])")
_LEAST = 3  # letters of a word that may be called untranslated
_SMALL = re.compile(r" [^\W\d_A-Z]")
_GLOSS = re.compile(r"\s*[\"”’'»]?\s*[(\[]|[\"”’'»]?,?\s+(?:or|meaning|literally)\b")


def repetition(sentence: Sentence) -> Iterator[Finding]:
    """A word three times in a row, a phrase of up to six twice, one of four words three times.

    Where the source repeats itself, so may the target.
    """
    plain = _lows(sentence.target)
    if len(set(pairwise(plain))) >= len(plain) - 1:
        return  # no two words come twice: nothing is repeated
    source = _lows(sentence.source)
    for size in range(1, 7):
        times = 3 if size == 1 else 2
        at = _in_a_row(plain, size, times)
        if at is not None and _in_a_row(source, size, 2) is None:
            places = list(WORD.finditer(sentence.target))
            span = Span(places[at].start(), places[at + times * size - 1].end())
            yield _repeated(" ".join(plain[at : at + size]), span)
            return
    fours = Counter(tuple(plain[i : i + 4]) for i in range(len(plain) - 3))
    for phrase, often in fours.items():
        if often >= 3:
            yield _repeated(" ".join(phrase), None)
            return


def _lows(text: str) -> list[str]:
    return [word.lower() for word in words(text)]


def _repeated(phrase: str, span: Span | None) -> Finding:
    return Finding("repetition", Severity.ERROR, f"“{phrase}” is repeated.", span)


def _in_a_row(words: list[str], size: int, times: int) -> int | None:
    """Where `size` words first come so many times in a row; bare numbers do not count."""
    for at in range(len(words) - times * size + 1):
        phrase = words[at : at + size]
        if phrase * times == words[at : at + times * size] and not all(map(str.isdigit, phrase)):
            return at
    return None


def doubled(sentence: Sentence) -> Iterator[Finding]:
    """A word stands twice with nothing between, and neither the source nor the language says so."""
    folded = [word.casefold() for word in words(sentence.target)]
    if not any(map(eq, folded, folded[1:])) or _in_a_row(_lows(sentence.source), 1, 2) is not None:
        return
    allowed = _doubled(sentence.target_lang)
    for one, other in pairwise(WORD.finditer(sentence.target)):
        word = one.group()
        same = word.casefold() == other.group().casefold() and not word.isdigit()
        beside = sentence.target[one.end() : other.start()].isspace()
        if same and beside and word.casefold() not in allowed:
            span = Span(one.start(), other.end())
            yield Finding("doubled", Severity.WARNING, f"“{word}” stands twice.", span)


@cache
def _doubled(lang: str) -> frozenset[str]:
    path = files("translate.languages").joinpath(f"{lang}.checks.toml")
    if not path.is_file():
        return frozenset()
    return frozenset(tomllib.loads(path.read_text("utf-8"))["doubled"])


def untranslated(sentence: Sentence) -> Iterator[Finding]:
    """A lower-case word of the source that stands in the target, and is no word of its language;
    so is a word that opens both.

    Needs the word list of the source language and the list of words that the pair shares. A word
    that is explained in brackets was left on purpose.
    """
    foreign = ordinary_words(sentence.source_lang)
    shared = _shared(sentence.source_lang, sentence.target_lang)
    here = words(sentence.target)
    small = {*(word for word in here if word.islower()), *map(str.lower, here[:1])}
    if not foreign or not shared or not (small & foreign) - shared:
        return
    there = {word.casefold() for word in _LETTERS.findall(sentence.source)}
    links = [hit.span for hit in addresses.find(sentence.target)]
    for match in _LETTERS.finditer(sentence.target):
        word, span = match.group(), Span(*match.span())
        low = word.lower() if _opens(match.start(), word, sentence) else word
        if len(word) < _LEAST or not low.islower() or low not in there or low in shared:
            continue
        if low not in foreign or any(link.overlaps(span) for link in links):
            continue
        if _GLOSS.match(sentence.target, span.end):
            continue
        message = f"“{word}” seems to be left untranslated."
        yield Finding("untranslated", Severity.WARNING, message, span)


def _opens(start: int, word: str, sentence: Sentence) -> bool:
    """True for the first word of both sides, if a word in small letters follows on both; the
    given name of a person may read like an ordinary word."""
    if start or not word[1:].islower() or not sentence.source.startswith(word):
        return False
    cues = cues_of(sentence.source_lang)
    if cues.bars(word) or word.lower() in cues.given:
        return False
    behind = (text[len(word) :] for text in (sentence.source, sentence.target))
    return all(_SMALL.match(text) for text in behind)


@cache
def _shared(source_lang: str, target_lang: str) -> frozenset[str]:
    return frozenset(lines_of(f"{source_lang}-{target_lang}.shared.txt"))
