"""Finds the terms of a glossary in a source text: leftmost, longest, never inside another word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ahocorasick import Automaton

from glossary.casing import agrees
from glossary.folding import Folded, bare, fold, key
from glossary.forms import INDONESIAN, PLAIN, Forms
from glossary.hits import Entry, Found, hit_of
from glossary.place import Place, addresses, place_of, surely_inside
from glossary.plural import doubled
from glossary.store import Glossary
from glossary.term import INSERTING, CaseRule, Form, MatchRule, Span, Term, TermHit, parts
from glossary.tokens import tokens, unspaced


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


class Matcher:
    """A glossary made ready for searching: one automaton (Aho-Corasick), run once over a text.

    The time of a search grows with the text and what is found there, not with the number of terms.
    Entries that ignore diacritics have an automaton of their own, over the text without them.
    """

    def __init__(self, glossary: Glossary, forms: Forms = INDONESIAN) -> None:
        self._forms = forms
        by_key: dict[str, tuple[Entry, ...]] = {}
        folded: dict[str, tuple[Entry, ...]] = {}
        for term in glossary.terms:
            if not term.target and term.status not in INSERTING:
                continue  # nothing is said yet
            folds = term.match is MatchRule.FOLD
            into = folded if folds else by_key
            for form, phrase in _spellings(term):
                low = bare(key(phrase)) if folds else key(phrase)
                into[low] = (*into.get(low, ()), Entry(term, form, phrase, len(low)))
        automata = ((_built(by_key), False), (_built(folded), True))
        self._automata = [(built, folds) for built, folds in automata if built is not None]
        # What may be joined by any of the rules that occur: a first sieve, common to all entries.
        indonesian = any(t.match is MatchRule.INDONESIAN for t in glossary.terms)
        every = (forms, INDONESIAN) if indonesian else (forms,)
        self._prefixes = tuple(prefix for one in every for prefix in one.prefixes)
        self._enclitics = tuple(clitic for one in every for clitic in one.enclitics)

    def hits(self, text: str) -> tuple[TermHit, ...]:
        """All terms to insert in `text`, in order; leftmost, then longest, never overlapping."""
        return self.search(text).hits

    def search(self, text: str, paragraph: str = "") -> Matches:
        """All that `text` holds of the glossary; `paragraph` is what it stands in, for entries
        that ask for other words around them."""
        if not self._automata:
            return Matches()
        found = sorted(self._found(text, paragraph or text), key=lambda f: f.order)
        if not found:
            return Matches()
        inserted, rest = _disjoint((f for f in found if f.inserts), ())
        watched, more = _disjoint((f for f in found if not f.inserts), inserted)
        groups = (inserted, watched, (*rest, *more))
        return Matches(*(tuple(hit_of(f, text, self._forms) for f in group) for group in groups))

    def _found(self, text: str, paragraph: str) -> Iterable[Found]:
        folded = fold(text)
        barred: list[Span] | None = None
        around = _Around(paragraph, self._forms)
        found: dict[tuple[Place, Span], Found] = {}
        for automaton, folds in self._automata:
            low = bare(folded.low) if folds else folded.low
            for last, entries in automaton.iter(low):
                start, end = last + 1 - entries[0].size, last + 1
                if surely_inside(low, start, end, self._prefixes, self._enclitics):
                    continue
                place = place_of(low, start, end)
                if place is None:
                    continue
                for span, fitting in self._fitting(folded, place, text, entries):
                    kept = tuple(e for e in fitting if around.suits(e.term))
                    if not kept:
                        continue
                    if barred is None:
                        barred = addresses(text)
                    if not any(span.overlaps(address) for address in barred):
                        before = found.get((place, span))
                        every = (*before.entries, *kept) if before else kept
                        found[place, span] = Found(place, span, every)
        return found.values()

    def _fitting(
        self, folded: Folded, place: Place, text: str, entries: Sequence[Entry]
    ) -> Iterator[tuple[Span, tuple[Entry, ...]]]:
        """The entries that may stand at a place, by the forms that they allow there."""
        whole = place.word == place.start and place.end == place.last_end
        if whole or all(e.term.match in _USUAL for e in entries):
            groups = [(self._forms, tuple(entries))]
        else:
            groups = [(self._forms_of(e.term), (e,)) for e in entries]
        for forms, group in groups:
            span = _span(folded, place, text, forms)
            if span is not None:
                here = span.of(text)
                fitting = tuple(e for e in group if _agrees(here, e))
                if fitting:
                    yield span, fitting

    def _forms_of(self, term: Term) -> Forms:
        rules = {MatchRule.INDONESIAN: INDONESIAN, MatchRule.PLAIN: PLAIN}
        return rules.get(term.match, self._forms)


_USUAL = frozenset({MatchRule.LANGUAGE, MatchRule.FOLD})


def _built(by_key: dict[str, tuple[Entry, ...]]) -> Automaton | None:
    automaton = Automaton()
    for low, entries in by_key.items():
        # One letter of a script without blanks is a part of nearly every word.
        if low and not (len(low) == 1 and unspaced(low)):
            automaton.add_word(low, entries)
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton


class _Around:
    """The words of a paragraph, for entries that want some of them, or none."""

    def __init__(self, paragraph: str, forms: Forms) -> None:
        self._paragraph = paragraph
        self._forms = forms
        self._low = ""

    def suits(self, term: Term) -> bool:
        """True if the paragraph has what the entry asks for, and nothing that it excludes."""
        if not term.context_any and not term.context_not:
            return True
        self._low = self._low or fold(self._paragraph).low
        if term.context_any and not any(map(self._holds, parts(term.context_any))):
            return False
        return not any(map(self._holds, parts(term.context_not)))

    def _holds(self, phrase: str) -> bool:
        low = key(phrase)
        start = self._low.find(low)
        while start >= 0:
            end = start + len(low)
            if not surely_inside(self._low, start, end, (), self._forms.enclitics):
                return True
            start = self._low.find(low, start + 1)
        return False


def _span(folded: Folded, place: Place, text: str, forms: Forms) -> Span | None:
    """Where a match stands in `text`; None if it is a part of another word."""
    if place.start in folded.torn or place.end in folded.torn:
        return None
    start, end = folded.original(place.start, place.end)
    word = text[start:end]
    if place.word < place.start:
        begun = folded.original(place.word, place.start)[0]
        whole = text[begun : folded.original(place.start, place.first_end)[1]]
        if forms.prefix(whole) != start - begun or folded.is_torn(place.word, place.first_end):
            return None
    if place.end < place.last_end:
        if folded.is_torn(place.last, place.last_end):
            return None
        begun = folded.original(max(place.last, place.start), place.last_end)[0]
        whole = text[begun : folded.original(place.last, place.last_end)[1]]
        if len(forms.stem(whole)) != end - begun:
            return None
    return Span(start, end) if word else None


def _spellings(term: Term) -> Iterator[tuple[Form, str]]:
    """The forms of a term; alternatives of its source are divided by a bar."""
    for phrase in term.phrases:
        yield Form.LONG, phrase
        if term.pos == "noun" and (twice := doubled(phrase)):
            yield Form.LONG, twice
        if term.acr_source:
            yield Form.BOTH, f"{phrase} ({term.acr_source})"
            yield Form.BOTH, f"{phrase}({term.acr_source})"
    if term.acr_source:
        yield Form.ACRONYM, term.acr_source


def _agrees(here: str, entry: Entry) -> bool:
    phrase, rule = entry.phrase, entry.term.case
    if here == phrase:
        return True
    if entry.term.match is MatchRule.FOLD:
        here, phrase = bare(here), bare(phrase)
    if rule is CaseRule.AUTO:  # the two usual cases, without looking at words
        if phrase == phrase.lower():
            return True
        if here == here.lower():
            return False
    words = [t.text for t in tokens(here)]
    return agrees(words, [t.text for t in tokens(phrase)], rule)


def _disjoint(found: Iterable[Found], taken: Iterable[Found]) -> tuple[list[Found], list[Found]]:
    """Those that keep their place, in order, and those that lose it to one before or `taken`."""
    spans = sorted((Span(t.span.start, t.span.end) for t in taken), reverse=True)
    kept: list[Found] = []
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
