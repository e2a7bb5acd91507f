"""The checks alone, on bitexts that are there: nothing is translated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
from translate.memory.recall import recalled
from translate.memory.unit import key_of
from translate.model import Bitext, Origin, Translation

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
        pairs = zip(bitext.translations, old.translations, strict=True)
        done = tuple(_checked(t, before, bitext, search, builtin) for t, before in pairs)
        looked.append(replace(bitext, translations=done))
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
    hits, watched = search(source) if search else ([r.hit for r in translation.hits], ())
    called = [r.hit for r in translation.names]
    free = [n for n in called if not any(n.span.overlaps(hit.span) for hit in hits)]
    results = recalled(target, [*hits, *free])
    same = target == before.target
    kept = [f for f in before.findings if f.check in _OF_THE_RUN] if same else []
    found = find_all(sentence, results, watched, builtin=builtin, before=kept)
    band = translation.band if same else None
    terms, names = naming.apart(results)
    return replace(translation, hits=terms, names=names, findings=found, waived=(), band=band)


def _waived(translation: Translation, waived: Waived) -> Translation:
    what = waived.get((key_of(translation.segment.text), translation.target), ())
    return without(translation, what)
