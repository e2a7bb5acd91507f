"""Checks of punctuation: quotation marks, brackets, the mark that ends a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.term import Span
from translate.checks.sentence import Sentence
from translate.model import Finding, Severity

__all__ = ["brackets", "ending", "quotes"]

_QUOTE = re.compile(r'["“”„«»]')
_CLOSERS = " \t\n\u00a0\"'“”‘’»«)]"
_ENDS = {
    ".": "stop",
    "!": "stop",
    "。": "stop",
    "?": "question",
    "？": "question",
    ":": "colon",
    "…": "ellipsis",
    ",": "comma",
    ";": "comma",
    "-": "dash",
    "–": "dash",
    "—": "dash",
}
_NAMES = {
    "stop": "a full stop",
    "question": "a question mark",
    "colon": "a colon",
    "ellipsis": "an ellipsis",
    "": "no mark",
}
_TOLD = {("question", "*"), ("*", "question"), ("stop", ""), ("colon", "*"), ("stop", "comma")}
_NAMED = re.compile(  # an acronym, an age, a date
    r"\((?:[A-Z]\w*(?: \w+){0,2}|\d{1,3}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)\)"
)
_ABBREVIATION = re.compile(r"(?:\b\w\.)+$")


def quotes(sentence: Sentence) -> Iterator[Finding]:
    """Quotation marks were lost or added."""
    before, after = (len(_QUOTE.findall(text)) for text in (sentence.source, sentence.target))
    if before != after:
        kind = "lost" if after < before else "added"
        message = f"Quotation marks were {kind}: {before} in the source, {after} here."
        yield Finding("quotes", Severity.WARNING, message)


def brackets(sentence: Sentence) -> Iterator[Finding]:
    """Brackets were lost or added; an acronym, an age or a date may stand without."""
    for pair in ("()", "[]"):
        texts = (sentence.source, sentence.target)
        whole = [[text.count(mark) for mark in pair] for text in texts]
        if whole[0] == whole[1]:
            continue
        bare = [[_NAMED.sub("", text).count(mark) for mark in pair] for text in texts]
        if bare[0] != bare[1]:
            message = f"The brackets {pair} differ from the source."
            yield Finding("brackets", Severity.WARNING, message)


def ending(sentence: Sentence) -> Iterator[Finding]:
    """The sentence ends otherwise than its source: no question mark, no stop, no colon."""
    there, here = _end(sentence.source), _end(sentence.target)
    if there == here or not {(there, here), (there, "*"), ("*", here)} & _TOLD:
        return
    source = sentence.source.rstrip(_CLOSERS)
    if there == "stop" and _ABBREVIATION.search(source):
        return
    message = f"The source ends with {_name(there)}, this with {_name(here)}."
    end = len(sentence.target.rstrip())
    yield Finding("ending", Severity.WARNING, message, Span(max(end - 1, 0), end) if end else None)


def _end(text: str) -> str:
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(("...", "..")):
        return "ellipsis"
    if "?" in bare[-3:] and bare[-1:] in "?!":
        return "question"
    return _ENDS.get(bare[-1:], "")


def _name(end: str) -> str:
    return _NAMES.get(end, f"a {end}")
