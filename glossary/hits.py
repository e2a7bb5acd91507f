"""A place in a text where entries fit becomes a hit: which entry prevails, and what it wants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from glossary.casing import output
from glossary.forms import Forms
from glossary.place import Place
from glossary.plural import doubled, plural
from glossary.term import INSERTING, Form, Note, Span, Status, Term, TermHit, parts
from glossary.tokens import tokens

_LOOKED_FOR = (Status.ADMITTED, Status.FORBIDDEN, Status.PROPOSED)


class Entry(NamedTuple):  # a dataclass takes twice the time to make, and there are many
    """One way in which a term may be written; `size` is the length of the key."""

    term: Term
    form: Form
    phrase: str
    size: int


@dataclass(frozen=True, slots=True)
class Found:
    """A place where entries of one key fit."""

    place: Place
    span: Span
    entries: tuple[Entry, ...]

    @property
    def order(self) -> tuple[int, int, int]:
        """Leftmost word first, then the longest."""
        return (self.place.word, -self.span.end, self.span.start)

    @property
    def inserts(self) -> bool:
        """True if an entry here goes into a translation."""
        return any(e.term.status in INSERTING for e in self.entries)


def hit_of(found: Found, text: str, forms: Forms) -> TermHit:
    """The hit at a place: of an entry to insert, else of one that is only looked for."""
    return _hit(found, text, forms) if found.inserts else _watched(found, text, forms)


def _best(found: Found, here: str, statuses: Iterable[Status]) -> Entry | None:
    fitting = [e for e in found.entries if e.term.status in statuses]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    words = [t.text for t in tokens(here)]
    # min keeps the first of equals: the earlier line.
    return min(
        fitting,
        key=lambda e: (
            -e.term.priority,
            e.term.level,
            words != [t.text for t in tokens(e.phrase)],
            e.term.id,
        ),
    )


def _hit(found: Found, text: str, forms: Forms) -> TermHit:
    here = found.span.of(text)
    best = _best(found, here, INSERTING)
    assert best is not None
    wanted = _wanted(best, here)[0]
    accepted, forbidden = _also(found, here)
    if best.term.pos == "noun" and best.form is Form.LONG and not best.term.copies:
        accepted = (*accepted, plural(wanted))
    other = tuple(a for a in accepted if a != wanted)
    notes = _notes(found, best, text, forms)
    return TermHit(best.term, found.span, best.form, wanted, other, forbidden, notes)


def _watched(found: Found, text: str, forms: Forms) -> TermHit:
    here = found.span.of(text)
    best = next(b for status in _LOOKED_FOR if (b := _best(found, here, (status,))))
    accepted, forbidden = _also(found, here)
    choices = _wanted(best, here)
    notes = _notes(found, best, text, forms)
    return TermHit(
        best.term, found.span, best.form, choices[0], accepted or choices, forbidden, notes
    )


def _notes(found: Found, entry: Entry, text: str, forms: Forms) -> tuple[Note, ...]:
    """What is joined to an occurrence or stands before it, as far as a reviewer should know."""
    place, span = found.place, found.span
    notes = []
    if place.word < place.start and text[: span.start].endswith(forms.prepositions):
        notes.append(Note.JOINED)
    behind = text[span.end : span.end + 12].removeprefix("-")
    joined = "".join(takewhile(str.isalnum, behind))
    if joined.casefold() in forms.possessives:
        notes.append(Note.POSSESSIVE)
    if entry.term.pos == "noun" and entry.form is Form.LONG:
        before = text[: span.start].split()[-1:]
        several = bool(before) and before[0].casefold() in forms.plurals
        if several or any(entry.phrase == doubled(phrase) for phrase in entry.term.phrases):
            notes.append(Note.PLURAL)
    return tuple(notes)


def _also(found: Found, here: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The renderings that are accepted, and those that are forbidden, at a place."""
    told: dict[Status, dict[str, None]] = {Status.ADMITTED: {}, Status.FORBIDDEN: {}}
    for entry in found.entries:
        if entry.term.status in told:
            told[entry.term.status].update(dict.fromkeys(_wanted(entry, here)))
        if entry.term.forbidden:
            renderings = (output(t, here, entry.phrase) for t in parts(entry.term.forbidden))
            told[Status.FORBIDDEN].update(dict.fromkeys(renderings))
    return tuple(told[Status.ADMITTED]), tuple(told[Status.FORBIDDEN])


def _wanted(entry: Entry, here: str) -> tuple[str, ...]:
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
