"""Term lists: read from their files, held free of contradictions, and put together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from glossary.entries import Entries, entries
from glossary.errors import GlossaryError
from glossary.formats import read_sheet
from glossary.formats.rows import ID_EN, Pair
from glossary.forms import forms_of
from glossary.limits import hint, limit
from glossary.term import INSERTING, Term
from glossary.tokens import identity


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms in the order in which they prevail, what was odd about the files they stood in, and
    the names of those."""

    terms: tuple[Term, ...] = ()
    warnings: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """A hash of all that steers a translation; notes and file names do not."""
        digest = hashlib.sha256()
        for term in self.terms:
            digest.update(repr(_essence(term)).encode())
        return digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Clash:
    """Two entries that want different renderings of one phrase, which may be their `acronym`."""

    older: Term
    newer: Term
    acronym: bool = False


EMPTY = Glossary()


def read_entries(path: str, pair: Pair = ID_EN) -> Entries:
    """All entries of a term list for one language pair, those that contradict each other included.

    Lines that make no sense are listed as problems. Raises GlossaryError if the file as a whole
    cannot be used.
    """
    sheet = read_sheet(path, pair)
    name = Path(path).name
    found = entries(name, sheet, pair)
    if len(found.terms) > (most := limit("entries")):
        raise GlossaryError(
            f"{name} has {len(found.terms):,} entries; {most:,} is the most.",
            hint=f"Divide it, and give only the part that this article needs. {hint('entries')}",
            slug="glossary-too-large",
        )
    return found


def load(path: str, pair: Pair = ID_EN, *, lenient: bool = False) -> Glossary:
    """Read a term list, in the format that its suffix says, for one language pair.

    The header names the columns source and target, and any of acr_source, acr_target, status,
    note, case, priority, src_lang, tgt_lang, in any order and case. Without a header, two columns
    are source and target, three are source, target and note, four end with the languages. Raises
    GlossaryError naming file and line for everything that makes no sense; what can be passed over
    is listed in `warnings`. If `lenient`, a contradiction can be: the earlier entry is taken.
    """
    found = read_entries(path, pair)
    if found.problems:
        raise found.problems[0]
    warnings = list(found.warnings)
    terms = []
    for term in found.terms:
        if is_empty_word(term, pair):
            told = f"“{term.source}” is a function word and was left out"
            warnings.append(f"{term.where}: {told}.")
        else:
            terms.append(term)
    if not terms:
        warnings.append(f"{Path(path).name} holds no entries.")
    kept, found_clashes = clashes(terms)
    for clash in found_clashes:
        if not clash.acronym and not lenient:
            raise _conflict(clash)
        warnings.append(told_of(clash))
    return Glossary(tuple(kept), tuple(warnings), (Path(path).name,))


def merge(glossaries: Iterable[Glossary]) -> Glossary:
    """One glossary out of several; of two that disagree the earlier wins, and a warning says so.

    An entry of higher priority wins over both place and order.
    """
    everything = [_at(level, glossary) for level, glossary in enumerate(glossaries)]
    kept, found = clashes([term for g in everything for term in g.terms])
    warnings = [w for g in everything for w in g.warnings]
    warnings += [told_of(clash) for clash in found]
    files = dict.fromkeys(name for g in everything for name in g.files)
    return Glossary(tuple(kept), tuple(dict.fromkeys(warnings)), tuple(files))


def _at(level: int, glossary: Glossary) -> Glossary:
    if not level:
        return glossary
    terms = tuple(replace(term, level=level) for term in glossary.terms)
    return Glossary(terms, glossary.warnings, glossary.files)


def clashes(terms: Sequence[Term]) -> tuple[list[Term], list[Clash]]:
    """The terms without repetitions and contradictions, and the contradictions.

    Of two terms that clash over their phrases the earlier is kept, of two that clash only over
    an acronym both are.
    """
    kept: dict[tuple[object, ...], Term] = {}
    first: dict[tuple[str, int, str, str], Term] = {}
    short: dict[tuple[str, int, str, str], Term] = {}
    found = []
    for term in terms:
        essence = _essence(term)
        if essence in kept:
            continue
        clash = None
        if term.status in INSERTING:
            rest = (term.priority, term.context_any, term.context_not)
            for phrase in term.phrases:
                older = first.setdefault((identity(phrase), *rest), term)
                if older is not term and _rendering(older) != _rendering(term):
                    clash = Clash(older, term)
            if clash is None and term.acr_source:
                older = short.setdefault((identity(term.acr_source), *rest), term)
                if _acronym(older) != _acronym(term):
                    found.append(Clash(older, term, acronym=True))
        if clash is not None:
            found.append(clash)
        else:
            kept[essence] = term
    return list(kept.values()), found


def is_empty_word(term: Term, pair: Pair) -> bool:
    """True if every way to write the source consists of function words of its language alone."""
    words = forms_of(pair.source).function_words
    if "|" not in term.source and term.source.split(None, 1)[0] not in words:
        return False
    return all(words.issuperset(phrase.split()) for phrase in identity(term.source).split("|"))


def told_of(clash: Clash) -> str:
    """A sentence on which of two entries is used."""
    older, newer = clash.older, clash.newer
    if clash.acronym:
        return (
            f"The acronym “{newer.acr_source}” is “{_acronym(newer)}” in {newer.where}, "
            f"but “{_acronym(older)}” in {older.where}, which is used."
        )
    told = f"“{newer.source}” is “{_shown(newer)}” in {newer.where}"
    return f"{told}, but “{_shown(older)}” in {older.where}, which is used."


def _essence(term: Term) -> tuple[object, ...]:
    """What tells two entries apart; note and place do not."""
    return (
        term.source,
        term.target,
        term.acr_source,
        term.acr_target,
        term.status,
        term.case,
        term.priority,
        term.pos,
        term.match,
        term.variants,
        term.forbidden,
        term.first_mention,
        term.context_any,
        term.context_not,
    )


def _rendering(term: Term) -> str | None:
    return None if term.copies else identity(term.target)


def _acronym(term: Term) -> str:
    """What stands for the acronym alone."""
    return term.acr_source if term.copies else term.acr_target or term.acr_source


def _shown(term: Term) -> str:
    return term.source if term.copies else term.target


def _conflict(clash: Clash) -> GlossaryError:
    older, newer = clash.older, clash.newer
    return GlossaryError(
        f"{newer.where} wants “{_shown(newer)}” for “{newer.source}”, "
        f"but {older.where} wants “{_shown(older)}”.",
        hint="Remove one, give it the status 'admitted' or a higher priority, or use --lenient.",
        slug="glossary-conflict",
    )
