"""Checks of a sentence as a whole: nothing came out, the source again, too short, too long."""

from __future__ import annotations

import math
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from glossary import addresses
from glossary.term import Span
from translate.checks.names import ordinary_words
from translate.checks.sentence import Sentence, words
from translate.model import Finding, Severity

__all__ = ["dropped", "echo", "empty", "garbled", "length"]

_GARBLED = re.compile("\ufffd+")
_CLAUSE = re.compile(r"[^,;:()–—]+")
_ANCHOR = re.compile(r"(?<!\w)(?:[^\W\d_a-zà-ÿ][\w'’-]*|\d[\d.,]*)")
_SHORTEST = 25  # characters; below, lengths say nothing
_USUAL = 80  # characters of the sentences at which the spread was measured
_FAR = 4.5  # spreads from the mean
_SHORTER = 1.0  # spreads below the mean, where clauses may have been dropped
_CLAUSE_WORDS = 4


def empty(sentence: Sentence) -> Iterator[Finding]:
    """The source says something, the target nothing."""
    if sentence.source.strip() and not sentence.target.strip():
        yield Finding("empty", Severity.ERROR, "No translation came out of this sentence.")


def echo(sentence: Sentence) -> Iterator[Finding]:
    """The target is (mostly) the source again; names, numbers, addresses may of course stay."""
    ours, theirs = _small(sentence.target), frozenset(_small(sentence.source))
    same = [w for w in ours if w in theirs]
    if len(same) >= 3 and len(same) > 0.6 * len(ours):
        yield Finding("echo", Severity.ERROR, "The sentence seems to be left untranslated.")


def _small(text: str) -> list[str]:
    """The words in small letters, those of addresses left out."""
    for hit in reversed(list(addresses.find(text))):
        text = text[: hit.span.start] + text[hit.span.end :]
    return [word for word in words(text) if word.islower()]


def garbled(sentence: Sentence) -> Iterator[Finding]:
    """The model began a character that it did not end: U+FFFD stands there."""
    for match in _GARBLED.finditer(sentence.target):
        if match.group() not in sentence.source:
            message = "A character of the source was lost here."
            yield Finding("garbled", Severity.ERROR, message, Span(*match.span()))


def length(sentence: Sentence) -> Iterator[Finding]:
    """The target is far shorter or longer than is usual between the two languages."""
    if len(sentence.source) < _SHORTEST or not sentence.target.strip():
        return
    away = _away(sentence)
    if abs(away) > _FAR:
        kind = "short" if away < 0 else "long"
        ratio = len(sentence.target.strip()) / len(sentence.source.strip() or " ")
        message = f"The translation is unusually {kind} ({ratio:.1f} times the source)."
        yield Finding("length", Severity.WARNING, message)


def dropped(sentence: Sentence) -> Iterator[Finding]:
    """A clause whose names and numbers are all missing, in a target that is short as well."""
    if len(sentence.source) < 2 * _SHORTEST or _away(sentence) > -_SHORTER:
        return
    target = re.sub(r"[.,]", "", sentence.target.casefold())
    ordinary = ordinary_words(sentence.source_lang)
    for match in _CLAUSE.finditer(sentence.source):
        clause = match.group().strip()
        anchors = [
            re.sub(r"[.,]", "", anchor.casefold())
            for anchor in _ANCHOR.findall(clause[1:])
            if len(anchor) > 1 and anchor.casefold() not in ordinary
        ]
        if len(clause.split()) < _CLAUSE_WORDS or len(anchors) < 2:
            continue
        if not any((anchor if anchor[0].isdigit() else anchor[:3]) in target for anchor in anchors):
            start = match.start() + match.group().index(clause)
            message = f"Nothing of “{clause}” seems to have come out."
            span = Span(start, start + len(clause))
            yield Finding("dropped", Severity.ERROR, message, None, span)


def _away(sentence: Sentence) -> float:
    """How many spreads the log ratio of lengths is from the mean; shorter texts spread more."""
    mean, spread = _usual(sentence.source_lang, sentence.target_lang)
    source, target = len(sentence.source.strip()), len(sentence.target.strip())
    if not source or not target:
        return 0.0
    wide = spread * math.sqrt(max(1.0, _USUAL / source))
    return (math.log(target / source) - mean) / wide


@cache
def _usual(source_lang: str, target_lang: str) -> tuple[float, float]:
    text = files("translate.languages").joinpath("pairs.toml").read_text("utf-8")
    data = tomllib.loads(text)
    found = data.get(f"{source_lang}-{target_lang}", data["default"])
    return float(found["mean"]), float(found["spread"])
