"""The terms of a whole article: what its first mentions and its own acronyms ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from glossary.extract import definitions
from glossary.folding import key
from glossary.forms import Forms
from glossary.match import Matcher, Matches
from glossary.term import Form, Mention, Note, Status, Term, TermHit, parts

__all__ = ["defined", "keys_of", "search", "unlisted"]

_ARTICLE = "article"  # where a term stands that only the article defines
_AKIN = 0.7  # of the letters of two spellings of one name
_DEFINED = re.compile(r"\s?\(\s*([A-Z][A-Za-z0-9-]{1,11})\s*\)")


def search(matcher: Matcher, sentences: Sequence[tuple[str, str]], forms: Forms) -> list[Matches]:
    """What the sentences of one article, in order, hold of the glossary; each comes with the
    paragraph that it stands in.

    A definition “Long Form (ABC)” binds the acronym for the rest of the article: where a list
    means another thing by it, the article's sense is taken and the occurrence is noted. Terms that
    ask for it get their acronym added at the first mention, or are shortened after it.
    """
    bound: dict[str, Term] = {}
    seen: set[Term] = set()
    full: set[Term] = set()
    done = []
    for text, paragraph in sentences:
        found = matcher.search(text, paragraph)
        _bind(text, found.hits, forms, bound)
        hits = (_in_its_sense(hit, text, bound) for hit in found.hits)
        done.append(replace(found, hits=tuple(_mentioned(hit, seen, full) for hit in hits)))
    return done


def defined(texts: Iterable[str], forms: Forms) -> list[tuple[str, str]]:
    """Long forms and acronyms that the texts define as “Long Form (ABC)”, each pair once."""
    pairs = (
        (long, short)
        for text in texts
        if "(" in text
        for long, short, _ in definitions(text, forms)
    )
    return list(dict.fromkeys(pairs))


def keys_of(terms: Iterable[Term]) -> frozenset[str]:
    """What the terms of a list are searched as."""
    return frozenset(key(phrase) for t in terms for phrase in (*t.phrases, t.acr_source))


def unlisted(
    pairs: Iterable[tuple[str, str]], lists: Sequence[frozenset[str]]
) -> list[tuple[str, str]]:
    """The pairs of long form and acronym that no list has, each list told by its keys."""

    def known(long: str, short: str) -> bool:
        searched = {key(long), key(f"{long} ({short})")}
        return not all(searched.isdisjoint(keys) for keys in lists)

    return [pair for pair in pairs if not known(*pair)]


def _bind(text: str, hits: Sequence[TermHit], forms: Forms, bound: dict[str, Term]) -> None:
    """Note the acronyms that a sentence defines: those of listed terms, then those of others."""
    if "(" not in text:
        return
    listed = set()
    for hit in hits:
        match = _DEFINED.match(text, hit.span.end) if hit.form is Form.LONG else None
        if hit.form is Form.BOTH:
            bound.setdefault(hit.term.acr_source, hit.term)
            listed.add(hit.term.acr_source)
        elif match is not None:
            bound.setdefault(match[1], _copied(match[1], hit.span.of(text)))
            listed.add(match[1])
    for long, short, _ in definitions(text, forms):
        if short not in listed:
            bound.setdefault(short, _copied(short, long))


def _copied(acronym: str, long: str) -> Term:
    """What an acronym asks for that the article defines and no list has: to stay as it is."""
    return Term(acronym, "", status=Status.DNT, note=long, where=_ARTICLE)


def _in_its_sense(hit: TermHit, text: str, bound: dict[str, Term]) -> TermHit:
    here = hit.span.of(text)
    term = bound.get(here)
    if term is None or term == hit.term or hit.form is Form.BOTH:
        return hit
    # An entry that is the acronym alone does not say what it is short for; the article may agree.
    if term.where == _ARTICLE and (hit.form is not Form.ACRONYM or _akin(term.note, hit.term)):
        return hit
    wanted = here if term.copies else term.acr_target or term.acr_source
    if wanted == hit.wanted:
        return hit
    return TermHit(term, hit.span, Form.ACRONYM, wanted, (), (), (*hit.notes, Note.CLASH))


def _akin(long: str, term: Term) -> bool:
    """True if a long form is one of the entry's, in another spelling or in the other language."""
    low = key(long)
    ours = (key(phrase) for phrase in (*term.phrases, *parts(term.target)))
    return any(SequenceMatcher(None, low, other).ratio() >= _AKIN for other in ours)


def _mentioned(hit: TermHit, seen: set[Term], full: set[Term]) -> TermHit:
    """The hit as the first-mention rule of its term wants it."""
    term, rule = hit.term, hit.term.first_mention
    if rule is Mention.AS_SOURCE or not term.acr_source or term.copies:
        return hit
    first = term not in seen
    after_full = term in full
    seen.add(term)
    if hit.form is not Form.ACRONYM:
        full.add(term)
    acronym = term.acr_target or term.acr_source
    if rule is Mention.EXPAND and first and hit.form is not Form.BOTH:
        long = hit.wanted if hit.form is Form.LONG else term.target
        return replace(
            hit, wanted=f"{long} ({acronym})", accepted=(), notes=(*hit.notes, Note.ADDED)
        )
    if rule is Mention.SHORT and after_full and hit.form is Form.LONG:
        return replace(hit, wanted=acronym, accepted=(), notes=(*hit.notes, Note.SHORTENED))
    return hit
