"""What is wrong with a term list: contradictions, unreachable entries, useless entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.entries import Entries
from glossary.folding import key
from glossary.formats.rows import Pair
from glossary.place import addresses
from glossary.store import Clash, clashes, is_empty_word, told_of
from glossary.term import INSERTING, Mention, Status, Term
from glossary.tokens import identity, unspaced


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something to put right: `kind` is line, conflict, acronym, duplicate, unreachable, useless
    or note; `where` is file:line, or "" for a whole file; `serious` flaws change translations."""

    kind: str
    serious: bool
    where: str
    message: str


def flaws(found: Entries, pair: Pair) -> list[Flaw]:
    """All flaws of the entries of a list, or of several lists put together in order."""
    told = [Flaw("line", True, "", problem.message) for problem in found.problems]
    told += [Flaw("note", False, "", warning) for warning in found.warnings]
    told += [_clash(clash) for clash in clashes(found.terms)[1]]
    told += _foreign_acronyms(found.terms)
    told += _repeated(found.terms)
    told += _outranked(found.terms)
    told += _forbidden_wishes(found.terms)
    for term in found.terms:
        told += _useless(term, pair)
    return told


def _clash(clash: Clash) -> Flaw:
    return Flaw("acronym" if clash.acronym else "conflict", True, clash.newer.where, told_of(clash))


def _foreign_acronyms(terms: Sequence[Term]) -> Iterator[Flaw]:
    """An acronym that is another entry's whole source and reads differently there."""
    sources = {key(p): t for t in terms if t.status in INSERTING for p in t.source.split("|")}
    for term in terms:
        other = sources.get(key(term.acr_source)) if term.acr_source else None
        if other and other is not term and term.status in INSERTING and not other.copies:
            short = term.acr_target or term.acr_source
            if identity(other.target) != identity(short):
                told = f"The acronym “{term.acr_source}” is “{short}” here"
                message = f"{told}, but “{other.target}” in {other.where}."
                yield Flaw("acronym", True, term.where, message)


def _repeated(terms: Sequence[Term]) -> Iterator[Flaw]:
    first: dict[tuple[str, str, str, str], Term] = {}
    for term in terms:
        same = (identity(term.source), identity(term.target), term.status, term.acr_source)
        older = first.setdefault(same, term)
        if older is not term and older.priority == term.priority and older.case is term.case:
            message = f"“{term.source}” stands in {older.where} already."
            yield Flaw("duplicate", False, term.where, message)


def _outranked(terms: Sequence[Term]) -> Iterator[Flaw]:
    """Entries that an entry of the same source and of higher priority always goes before."""
    highest: dict[str, Term] = {}
    inserting = [term for term in terms if term.status in INSERTING]
    for term in inserting:
        for phrase in term.phrases if not (term.context_any or term.context_not) else ():
            best = highest.setdefault(identity(phrase), term)
            if term.priority > best.priority:
                highest[identity(phrase)] = term
    for term in inserting:
        others = [highest.get(identity(phrase), term) for phrase in term.phrases]
        if all(other.priority > term.priority for other in others):
            message = f"“{term.source}” never comes true: {others[0].where} has a higher priority."
            yield Flaw("unreachable", False, term.where, message)


def _forbidden_wishes(terms: Sequence[Term]) -> Iterator[Flaw]:
    wanted = {(key(t.source), identity(t.target)): t for t in terms if t.status in INSERTING}
    for term in terms:
        if term.status is Status.FORBIDDEN:
            for target in term.target.split("|"):
                other = wanted.get((key(term.source), identity(target)))
                if other:
                    told = f"“{target}” is forbidden for “{term.source}” here"
                    message = f"{told}, but wanted in {other.where}."
                    yield Flaw("conflict", True, term.where, message)


def _useless(term: Term, pair: Pair) -> Iterator[Flaw]:
    if is_empty_word(term, pair):
        message = f"“{term.source}” is a function word; such an entry is left out."
        yield Flaw("useless", False, term.where, message)
    if not any(c.isalnum() for c in term.source):
        message = f"“{term.source}” holds no letter and no digit."
        yield Flaw("useless", False, term.where, message)
    if any(addresses(phrase) for phrase in term.phrases):
        message = f"“{term.source}” never comes true: addresses and tags are not searched."
        yield Flaw("unreachable", False, term.where, message)
    if any(len(key(phrase)) == 1 and unspaced(phrase) for phrase in term.phrases):
        message = f"“{term.source}” never comes true: it is one sign, of a script without blanks."
        yield Flaw("unreachable", False, term.where, message)
    if term.first_mention is not Mention.AS_SOURCE and not term.acr_source:
        message = f"“{term.source}” has a first_mention but no acr_source, so it has no effect."
        yield Flaw("useless", False, term.where, message)
    if term.status is Status.PREFERRED and identity(term.source) == identity(term.target):
        message = f"“{term.source}” is its own target; the status dnt says so more clearly."
        yield Flaw("useless", False, term.where, message)
    if term.status in (Status.ADMITTED, Status.FORBIDDEN) and not term.target:
        message = f"“{term.source}” is {term.status} without a target, which says nothing."
        yield Flaw("useless", False, term.where, message)
