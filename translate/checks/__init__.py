"""Checks of a translation against its source: one small function per finding, one table of them.

Each check takes source and target and yields findings; spans lie in the target.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from glossary.term import Span
from translate.model import Finding, Severity

Check = Callable[[str, str], Iterator[Finding]]

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_QUOTE = re.compile(r'["“”„«»]')
_GARBLED = re.compile("\ufffd+")
_COUNTED = "zero one two three four five six seven eight nine ten eleven twelve"
_ORDERED = "first second third fourth fifth sixth seventh eighth ninth tenth"
_SMALL = {
    **{word: str(value) for value, word in enumerate(_COUNTED.split(" "))},
    **{word: str(value) for value, word in enumerate(_ORDERED.split(" "), 1)},
    "once": "1",
    "twice": "2",
}


def find(source: str, target: str) -> tuple[Finding, ...]:
    """All findings on one sentence, in the order of the table `CHECKS`.

    An empty target is reported alone: nothing else can be said of it.
    """
    found: list[Finding] = []
    for check in CHECKS:
        found.extend(check(source, target))
        if check is empty and found:
            break
    return tuple(found)


def weight(findings: tuple[Finding, ...]) -> int:
    """How bad findings are together: 100 an error, 10 a warning, 1 an information."""
    return sum(10**f.severity.rank for f in findings)


def empty(source: str, target: str) -> Iterator[Finding]:
    """The source says something, the target nothing."""
    if source.strip() and not target.strip():
        yield Finding("empty", Severity.ERROR, "No translation came out of this sentence.")


def echo(source: str, target: str) -> Iterator[Finding]:
    """The target is (mostly) the source again; names and numbers may of course stay."""
    ours = [w for w in _WORD.findall(target) if w.islower()]
    theirs = {w for w in _WORD.findall(source) if w.islower()}
    same = [w for w in ours if w in theirs]
    if len(same) >= 3 and len(same) > 0.6 * len(ours):
        yield Finding("echo", Severity.ERROR, "The sentence seems to be left untranslated.")


def repetition(source: str, target: str) -> Iterator[Finding]:
    """A phrase of up to six words comes twice in a row, or one of four words three times in all.

    Where the source repeats itself, so may the target.
    """
    words = list(_WORD.finditer(target))
    plain = [match.group().lower() for match in words]
    for size in range(1, 7):
        at = _doubled(plain, size)
        if at is not None and _doubled(_lower_words(source), size) is None:
            span = Span(words[at].start(), words[at + 2 * size - 1].end())
            yield _repeated(" ".join(plain[at : at + size]), span)
            return
    fours = Counter(tuple(plain[i : i + 4]) for i in range(len(plain) - 3))
    for phrase, times in fours.items():
        if times >= 3:
            yield _repeated(" ".join(phrase), None)
            return


def _repeated(phrase: str, span: Span | None) -> Finding:
    return Finding("repetition", Severity.ERROR, f"“{phrase}” is repeated.", span)


def _lower_words(text: str) -> list[str]:
    return [match.group().lower() for match in _WORD.finditer(text)]


def _doubled(words: list[str], size: int) -> int | None:
    """Where `size` words first come twice in a row; "had had" and "that that" are English."""
    for at in range(len(words) - 2 * size + 1):
        phrase = words[at : at + size]
        if phrase == words[at + size : at + 2 * size] and phrase not in (["had"], ["that"]):
            return at
    return None


def quotes(source: str, target: str) -> Iterator[Finding]:
    """Quotation marks were lost or added."""
    before, after = len(_QUOTE.findall(source)), len(_QUOTE.findall(target))
    if before != after:
        kind = "lost" if after < before else "added"
        message = f"Quotation marks were {kind}: {before} in the source, {after} here."
        yield Finding("quotes", Severity.WARNING, message)


def brackets(source: str, target: str) -> Iterator[Finding]:
    """Brackets were lost or added."""
    for pair in ("()", "[]"):
        before, after = ([text.count(mark) for mark in pair] for text in (source, target))
        if before != after:
            message = f"The brackets {pair} differ from the source."
            yield Finding("brackets", Severity.WARNING, message)


def garbled(source: str, target: str) -> Iterator[Finding]:
    """The model began a character that it did not end: U+FFFD stands there."""
    for match in _GARBLED.finditer(target):
        if match.group() not in source:
            message = "A character of the source was lost here."
            yield Finding("garbled", Severity.ERROR, message, Span(*match.span()))


def numbers(source: str, target: str) -> Iterator[Finding]:
    """A number of the source is missing, or one turned up that the source does not have.

    Numbers are compared by their digits, so that 1.500 and 1,500, 1,5 and 1.5, 14.30 and 14:30
    agree; small ones may be written as words in either text.
    """
    there = Counter(_digits(m.group()) for m in _NUMBER.finditer(source))
    here = Counter(_digits(m.group()) for m in _NUMBER.finditer(target))
    spelled = Counter(_SMALL[w] for w in _parts(target) if w in _SMALL)
    for value, times in (there - here).items():
        if spelled[value] < times:
            message = f"The number {_written(source, value)} of the source is missing."
            yield Finding("number", Severity.ERROR, message)
    for match in _NUMBER.finditer(target):
        value = _digits(match.group())
        # Up to twelve the source may have a word for it.
        if here[value] > there[value] and not (value.isdigit() and int(value) <= 12):
            here[value] -= 1
            message = f"The number {match.group()} does not stand in the source."
            yield Finding("number", Severity.ERROR, message, Span(*match.span()))


def _parts(text: str) -> list[str]:
    return [part for word in _WORD.findall(text.lower()) for part in word.split("-")]


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number).lstrip("0") or "0"


def _written(text: str, value: str) -> str:
    return next(m.group() for m in _NUMBER.finditer(text) if _digits(m.group()) == value)


def length(source: str, target: str) -> Iterator[Finding]:
    """The target is far shorter or longer than its source, by characters."""
    if len(source) < 25:
        return
    ratio = len(target.strip()) / len(source.strip() or " ")
    if not 0.4 <= ratio <= 2.5:
        kind = "short" if ratio < 1 else "long"
        message = f"The translation is unusually {kind} ({ratio:.1f} times the source)."
        yield Finding("length", Severity.WARNING, message)


CHECKS: tuple[Check, ...] = (empty, echo, repetition, garbled, quotes, brackets, numbers, length)
