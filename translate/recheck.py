"""The checks alone, on bitexts that are there: nothing is translated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from glossary import addresses
from glossary.forms import forms_of
from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import TermHit
from translate import naming
from translate.checks import across
from translate.checks.every import find_all, without
from translate.checks.numbers import numbers
from translate.checks.sentence import Sentence
from translate.checks.shared import SHARED, together
from translate.memory.recall import recalled
from translate.memory.unit import key_of
from translate.model import Bitext, HitResult, Origin, Translation

__all__ = ["recheck"]

_OF_THE_RUN = ("divided", "cut", "confidence")
"""Findings that only the run itself can make; they hold as long as its words stand."""

Waived = Mapping[tuple[str, str], Sequence[str]]
"""What was waived, by the key of a source and the approved target."""


def recheck(
    bitexts: Sequence[Bitext],
    *,
    glossary: Glossary | None,
    builtin: bool = True,
    waived: Waived | None = None,
    drafts: Sequence[Bitext] | None = None,
) -> list[Bitext]:
    """The bitexts with the findings of today's checks on the words that stand in them now.

    Without a glossary the terms that the run looked for are looked for again. `drafts` are the
    same bitexts as the run made them: what it alone could know is kept where nothing was edited.
    """
    looked = []
    for bitext, old in zip(bitexts, drafts or bitexts, strict=True):
        search = _search(glossary, bitext)
        olds = iter(old.translations)
        done: list[Translation] = []
        for group in together(bitext.translations):
            before = [next(olds) for _ in group]
            if group[0].shared:
                done += _checked_together(group, before, bitext, search, builtin)
            else:
                done.append(_checked(group[0], before[0], bitext, search, builtin))
        looked.append(replace(bitext, translations=tuple(done)))
    return [
        replace(b, translations=tuple(_waived(t, waived or {}) for t in b.translations))
        for b in across.compared(looked)
    ]


Search = Callable[[str], tuple[Sequence[TermHit], Sequence[TermHit]]]


def _search(glossary: Glossary | None, bitext: Bitext) -> Search | None:
    """Finds the hits of a text and those only watched; None without a glossary."""
    if glossary is None:
        return None
    matcher = Matcher(glossary, forms_of(bitext.document.source_lang))

    def search(text: str) -> tuple[Sequence[TermHit], Sequence[TermHit]]:
        found = matcher.search(text)
        return addresses.joined(addresses.find(text), found.hits), found.watched

    return search


def _checked(
    translation: Translation,
    before: Translation,
    bitext: Bitext,
    search: Search | None,
    builtin: bool,
) -> Translation:
    source, target = translation.segment.text, translation.target
    pair = (bitext.document.source_lang, bitext.target_lang)
    sentence = Sentence(source, target, *pair)
    if translation.origin is Origin.COPIED and source == target:
        return replace(translation, findings=numbers(sentence))
    mine = [r.hit for r in translation.hits]
    hits, watched = search(source) if search else (mine, ())
    hits = addresses.joined(filter(addresses.is_address, mine), hits)  # code is told by the run
    called = [r.hit for r in translation.names]
    free = [n for n in called if not any(n.span.overlaps(hit.span) for hit in hits)]
    results = recalled(target, [*hits, *free])
    same = target == before.target
    kept = [f for f in before.findings if f.check in _OF_THE_RUN] if same else []
    found = find_all(sentence, results, watched, builtin=builtin, before=kept)
    band = translation.band if same else None
    terms, names = naming.apart(results)
    return replace(translation, hits=terms, names=names, findings=found, waived=(), band=band)


def _checked_together(
    group: Sequence[Translation],
    before: Sequence[Translation],
    bitext: Bitext,
    search: Search | None,
    builtin: bool,
) -> Iterator[Translation]:
    """Sentences that share their words: all that is found is told at the first of them."""
    hits: list[HitResult] = []
    names: list[HitResult] = []
    place = 0
    for old in before:
        hits += _shifted(old.hits, place)
        names += _shifted(old.names, place)
        place += len(old.segment.text) + 1
    first = group[0]
    whole = replace(
        first,
        segment=replace(first.segment, text=" ".join(t.segment.text for t in group)),
        target=" ".join(t.target for t in group if t.target),
        hits=tuple(hits),
        names=tuple(names),
    )
    found = _checked(whole, whole, bitext, search, builtin).findings
    told = tuple(replace(finding, span=None, source_span=None) for finding in found)
    yield replace(first, findings=(SHARED, *told), waived=(), band=None)
    yield from (replace(t, findings=(SHARED,), waived=(), band=None) for t in group[1:])


def _shifted(results: Sequence[HitResult], place: int) -> Iterator[HitResult]:
    return (replace(r, hit=replace(r.hit, span=r.hit.span.shifted(place))) for r in results)


def _waived(translation: Translation, waived: Waived) -> Translation:
    what = waived.get((key_of(translation.segment.text), translation.target), ())
    return without(translation, what)
