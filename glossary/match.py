"""Finds the terms of a glossary in a source text: leftmost, longest, never inside another word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from glossary.casing import agrees, output
from glossary.forms import INDONESIAN, Forms
from glossary.store import Glossary
from glossary.term import Form, Span, Status, Term, TermHit
from glossary.tokens import Token, tokens

_INSERTING = frozenset({Status.PREFERRED, Status.DNT})
# Addresses, handles and hashtags are one word each, whatever stands inside them.
# Lengths are bounded so that a megabyte without a blank costs no more than its size.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S{1,255}|[@#]\w+"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|net|org|info|id|co|tv|gov|edu|int|eu|ru|kz|uk)\b"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One way in which a term may be written."""

    term: Term
    form: Form
    words: tuple[str, ...]
    phrase: str

    def rank(self, words: tuple[str, ...]) -> tuple[int, bool]:
        return (self.term.priority, words == self.words)


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    entry: _Entry
    last: int
    span: Span


class Matcher:
    """A glossary made ready for searching: one tree of words, walked once per text.

    The time of `hits` grows with the text and the longest term, not with the number of terms.
    Only terms that insert something (preferred, dnt) are searched for.
    """

    def __init__(self, glossary: Glossary, forms: Forms = INDONESIAN) -> None:
        self._forms = forms
        self._root = _Node()
        for term in glossary.terms:
            if term.status in _INSERTING:
                for form, phrase in _spellings(term):
                    self._add(term, form, phrase)

    def _add(self, term: Term, form: Form, phrase: str) -> None:
        words = tokens(phrase)
        node = self._root
        for place, token in enumerate(words):
            node = node.children.setdefault(token.key if place else token.key.lstrip(), _Node())
        node.entries.append(_Entry(term, form, tuple(t.text for t in words), phrase))

    def hits(self, text: str) -> tuple[TermHit, ...]:
        """All occurrences in `text`, in order; leftmost first, then longest, never overlapping."""
        walk = _Walk(text, self._root, self._forms)
        found: list[TermHit] = []
        place = 0
        while place < len(walk.words):
            best = walk.longest(place)
            if best is None:
                place += 1
            else:
                found.append(_hit(best, text))
                place = best.last + 1
        return tuple(found)


class _Walk:
    """One text, its words, and the search for matches among them."""

    def __init__(self, text: str, root: _Node, forms: Forms) -> None:
        self.words = tokens(text)
        self._root = root
        self._forms = forms
        self._barred = _inside_addresses(text, self.words)

    def longest(self, place: int) -> _Found | None:
        """The longest match that begins with, or inside a prefix of, word `place`."""
        first = self.words[place]
        prefix = self._forms.prefix(first.text) if _whole(first) else 0
        best = None
        for skip in (0, prefix) if prefix else (0,):
            for found in self._from(place, skip):
                if best is None or found.span.end > best.span.end:
                    best = found
        return best

    def _from(self, place: int, skip: int) -> Iterator[_Found]:
        """Every match that begins `skip` letters into word `place`."""
        read: list[str] = []
        node: _Node | None = self._root
        for last in range(place, len(self.words)):
            token = self.words[last]
            if node is None or last in self._barred:
                return
            gap = " " if token.gap and last > place else ""
            word = token.text if last > place else token.text[skip:]
            start = self.words[place].start + skip
            stem = self._forms.stem(word) if _whole(token) else ""
            for text, end in ((stem, token.end - len(word) + len(stem)), (word, token.end)):
                next_node = node.children.get(gap + text.casefold()) if text else None
                entry = _choose(next_node, (*read, text)) if next_node else None
                if entry and not _part(self.words, place, last):
                    yield _Found(entry, last, Span(start, end))
            node = node.children.get(gap + word.casefold())
            read.append(word)


def _spellings(term: Term) -> Iterator[tuple[Form, str]]:
    """The forms of a term; alternatives of its source are divided by a bar."""
    for source in filter(str.strip, term.source.split("|")):
        yield Form.LONG, source.strip()
        if term.acr_source:
            yield Form.BOTH, f"{source.strip()} ({term.acr_source})"
            yield Form.BOTH, f"{source.strip()}({term.acr_source})"
    if term.acr_source:
        yield Form.ACRONYM, term.acr_source


def _choose(node: _Node, words: tuple[str, ...]) -> _Entry | None:
    fitting = [e for e in node.entries if agrees(words, e.words, e.term.case)]
    # max keeps the first of equals: the nearer file, the earlier line.
    return max(fitting, key=lambda e: e.rank(words), default=None)


def _whole(token: Token) -> bool:
    """True if letters of the normalised form and of the text correspond one to one."""
    return token.end - token.start == len(token.text)


def _inside_addresses(text: str, words: list[Token]) -> frozenset[int]:
    """The numbers of the words that are parts of addresses, handles and hashtags."""
    starts = [word.start for word in words]
    inside: set[int] = set()
    for match in _ADDRESS.finditer(text):
        inside.update(range(bisect_left(starts, match.start()), bisect_left(starts, match.end())))
    return frozenset(inside)


def _part(words: list[Token], first: int, last: int) -> bool:
    """True if the match is part of a longer number (14 in 14.000) or of a doubled word.

    negara-negara is the plural of negara: another word than the entry's.
    """
    before = words[max(0, first - 2) : first][::-1]
    after = words[last + 1 : last + 3]
    sides = ((before, words[first], words[first]), (after, words[last], None))
    for neighbours, edge, right in sides:
        if len(neighbours) < 2:
            continue
        sign, other = neighbours
        joined = not (right or sign).gap and not (sign if right else other).gap
        if joined and sign.text in ".," and edge.text.isdigit() and other.text.isdigit():
            return True
        if joined and sign.text == "-" and _same_word(edge.text, other.text):
            return True
    return False


def _same_word(one: str, other: str) -> bool:
    """True for a word and the same word, perhaps with something joined to its end."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return len(short) > 1 and long.startswith(short)


def _hit(found: _Found, text: str) -> TermHit:
    term, form = found.entry.term, found.entry.form
    here = found.span.of(text)
    return TermHit(term, found.span, form, _wanted(term, form, here, found.entry.phrase))


def _wanted(term: Term, form: Form, here: str, phrase: str) -> str:
    if term.copies:
        return here
    acronym = term.acr_target or term.acr_source
    if form is Form.ACRONYM:
        return acronym
    if form is Form.LONG:
        return output(term.target, here, phrase)
    return f"{output(term.target, here.rpartition('(')[0], phrase.rpartition('(')[0])} ({acronym})"
