"""Finds the terms of a glossary in a source text: leftmost, longest, never inside another word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ahocorasick import Automaton

from glossary.casing import agrees, output
from glossary.folding import Folded, fold, key
from glossary.forms import INDONESIAN, Forms
from glossary.place import Place, addresses, place_of, surely_inside
from glossary.plural import doubled, plural
from glossary.store import Glossary
from glossary.term import INSERTING, CaseRule, Form, Span, Status, Term, TermHit
from glossary.tokens import tokens

_LOOKED_FOR = (Status.ADMITTED, Status.FORBIDDEN, Status.PROPOSED)


@dataclass(frozen=True, slots=True)
class Matches:
    """What a text holds of a glossary, each in order and without overlap.

    `hits` are terms to insert; `watched` stand where no term is inserted, and are only checked:
    their term's status says for what. `shadowed` fitted, but lost their place to a longer, an
    earlier or an inserting one.
    """

    hits: tuple[TermHit, ...] = ()
    watched: tuple[TermHit, ...] = ()
    shadowed: tuple[TermHit, ...] = ()


class _Entry(NamedTuple):  # a dataclass takes twice the time to make, and there are many
    """One way in which a term may be written; `size` is the length of the key."""

    term: Term
    form: Form
    phrase: str
    size: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A place where entries of one key fit."""

    place: Place
    span: Span
    entries: tuple[_Entry, ...]

    @property
    def order(self) -> tuple[int, int, int]:
        """Leftmost word first, then the longest."""
        return (self.place.word, -self.span.end, self.span.start)


class Matcher:
    """A glossary made ready for searching: one automaton (Aho-Corasick), run once over a text.

    The time of a search grows with the text and what is found there, not with the number of terms.
    """

    def __init__(self, glossary: Glossary, forms: Forms = INDONESIAN) -> None:
        self._forms = forms
        by_key: dict[str, tuple[_Entry, ...]] = {}
        for term in glossary.terms:
            if not term.target and term.status not in INSERTING:
                continue  # nothing is said yet
            for form, phrase in _spellings(term):
                low = key(phrase)
                by_key[low] = (*by_key.get(low, ()), _Entry(term, form, phrase, len(low)))
        self._automaton = Automaton()
        for low, entries in by_key.items():
            if low:
                self._automaton.add_word(low, entries)
        self._empty = not len(self._automaton)
        if not self._empty:
            self._automaton.make_automaton()

    def hits(self, text: str) -> tuple[TermHit, ...]:
        """All terms to insert in `text`, in order; leftmost, then longest, never overlapping."""
        return self.search(text).hits

    def search(self, text: str) -> Matches:
        """All that `text` holds of the glossary."""
        found = sorted(self._found(text), key=lambda f: f.order) if not self._empty else []
        if not found:
            return Matches()
        inserted, rest = _disjoint((f for f in found if _inserts(f)), ())
        watched, more = _disjoint((f for f in found if not _inserts(f)), inserted)
        return Matches(
            tuple(_hit(f, text) for f in inserted),
            tuple(_watched(f, text) for f in watched),
            tuple(_hit(f, text) if _inserts(f) else _watched(f, text) for f in (*rest, *more)),
        )

    def _found(self, text: str) -> Iterator[_Found]:
        folded = fold(text)
        barred: list[Span] | None = None
        low = folded.low
        for last, entries in self._automaton.iter(low):
            start, end = last + 1 - entries[0].size, last + 1
            if surely_inside(low, start, end, self._forms.prefixes, self._forms.enclitics):
                continue
            place = place_of(low, start, end)
            if place is None:
                continue
            span = self._span(folded, place, text)
            if span is None:
                continue
            if barred is None:
                barred = addresses(text)
            here = span.of(text)
            fitting = tuple(e for e in entries if _agrees(here, e))
            if fitting and not any(span.overlaps(address) for address in barred):
                yield _Found(place, span, fitting)

    def _span(self, folded: Folded, place: Place, text: str) -> Span | None:
        """Where a match stands in `text`; None if it is a part of another word."""
        if place.start in folded.torn or place.end in folded.torn:
            return None
        start, end = folded.original(place.start, place.end)
        word = text[start:end]
        if place.word < place.start:
            begun = folded.original(place.word, place.start)[0]
            whole = text[begun : folded.original(place.start, place.first_end)[1]]
            if self._forms.prefix(whole) != start - begun or folded.is_torn(
                place.word, place.first_end
            ):
                return None
        if place.end < place.last_end:
            if folded.is_torn(place.last, place.last_end):
                return None
            begun = folded.original(max(place.last, place.start), place.last_end)[0]
            whole = text[begun : folded.original(place.last, place.last_end)[1]]
            if len(self._forms.stem(whole)) != end - begun:
                return None
        return Span(start, end) if word else None


def _spellings(term: Term) -> Iterator[tuple[Form, str]]:
    """The forms of a term; alternatives of its source are divided by a bar."""
    for source in term.source.split("|"):
        phrase = source.strip()
        if not phrase:
            continue
        yield Form.LONG, phrase
        if term.pos == "noun" and (twice := doubled(phrase)):
            yield Form.LONG, twice
        if term.acr_source:
            yield Form.BOTH, f"{phrase} ({term.acr_source})"
            yield Form.BOTH, f"{phrase}({term.acr_source})"
    if term.acr_source:
        yield Form.ACRONYM, term.acr_source


def _agrees(here: str, entry: _Entry) -> bool:
    phrase, rule = entry.phrase, entry.term.case
    if here == phrase:
        return True
    if rule is CaseRule.AUTO:  # the two usual cases, without looking at words
        if phrase == phrase.lower():
            return True
        if here == here.lower():
            return False
    words = [t.text for t in tokens(here)]
    return agrees(words, [t.text for t in tokens(phrase)], rule)


def _disjoint(
    found: Iterable[_Found], taken: Iterable[_Found]
) -> tuple[list[_Found], list[_Found]]:
    """Those that keep their place, in order, and those that lose it to one before or `taken`."""
    spans = sorted((Span(t.span.start, t.span.end) for t in taken), reverse=True)
    kept: list[_Found] = []
    lost = []
    reached = 0
    for one in found:
        while spans and spans[-1].end <= one.span.start:
            spans.pop()
        if one.place.word < reached or (spans and spans[-1].start < one.span.end):
            lost.append(one)
        else:
            kept.append(one)
            reached = one.place.last_end
    return kept, lost


def _inserts(found: _Found) -> bool:
    return any(e.term.status in INSERTING for e in found.entries)


def _best(found: _Found, here: str, statuses: Iterable[Status]) -> _Entry | None:
    fitting = [e for e in found.entries if e.term.status in statuses]
    words = [t.text for t in tokens(here)] if len(fitting) > 1 else []
    # max keeps the first of equals: the nearer file, the earlier line.
    return max(
        fitting,
        key=lambda e: (e.term.priority, words == [t.text for t in tokens(e.phrase)]),
        default=None,
    )


def _hit(found: _Found, text: str) -> TermHit:
    here = found.span.of(text)
    best = _best(found, here, INSERTING)
    assert best is not None
    wanted = _wanted(best, here)[0]
    accepted, forbidden = _also(found, here)
    if best.term.pos == "noun" and best.form is Form.LONG and not best.term.copies:
        accepted = (*accepted, plural(wanted))
    other = tuple(a for a in accepted if a != wanted)
    return TermHit(best.term, found.span, best.form, wanted, other, forbidden)


def _watched(found: _Found, text: str) -> TermHit:
    here = found.span.of(text)
    best = next(b for status in _LOOKED_FOR if (b := _best(found, here, (status,))))
    accepted, forbidden = _also(found, here)
    choices = _wanted(best, here)
    return TermHit(best.term, found.span, best.form, choices[0], accepted or choices, forbidden)


def _also(found: _Found, here: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The renderings that are accepted, and those that are forbidden, at a place."""
    told: dict[Status, dict[str, None]] = {Status.ADMITTED: {}, Status.FORBIDDEN: {}}
    for entry in found.entries:
        if entry.term.status in told:
            told[entry.term.status].update(dict.fromkeys(_wanted(entry, here)))
    return tuple(told[Status.ADMITTED]), tuple(told[Status.FORBIDDEN])


def _wanted(entry: _Entry, here: str) -> tuple[str, ...]:
    """The renderings of a term where it is written like `here`; one, if it is inserted."""
    term, form = entry.term, entry.form
    if term.copies:
        return (here,)
    acronym = term.acr_target or term.acr_source
    if form is Form.ACRONYM:
        return (acronym,)
    targets = [term.target] if term.status in INSERTING else term.target.split("|")
    if form is Form.LONG:
        return tuple(output(t.strip(), here, entry.phrase) for t in targets)
    long, phrase = here.rpartition("(")[0], entry.phrase.rpartition("(")[0]
    return tuple(f"{output(t.strip(), long, phrase)} ({acronym})" for t in targets)
