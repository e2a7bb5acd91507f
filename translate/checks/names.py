"""Names that stand in the source and are missing in the target.

A built-in name is accounted for if one of its known renderings stands in the target, in whatever
form or order of its words. Any other capitalised word counts as a name unless it is an ordinary
word of the language (a word list that belongs to the language) or part of a term; it must stand
unchanged in the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from glossary.builtin import builtin_terms
from glossary.formats.rows import Pair
from glossary.forms import forms_of
from glossary.match import Matcher
from glossary.naming.cues import Cues
from glossary.naming.runs import ROMAN, opens_sentence
from glossary.store import Glossary
from glossary.term import Span, TermHit
from translate.languages.naming import cues_of, words_of
from translate.model import Finding, HitResult, Outcome, Severity

RECOGNISED = "name"
"""Stands in `where` of terms that are recognised names, as a file does in others."""

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SPLIT = re.compile("['’-]")
_STEM = 5  # letters that a derived form shares with its name: Russia, Russian
_SHORT = 3  # letters of words that are taken as they stand
_KEPT = 8_192  # sentences: names are looked for before they are translated, and once more after
_SHOWN = 3  # renderings that a finding names


def recognised(hit: TermHit) -> bool:
    """True for a hit of a name that was recognised in the article and stands in no list."""
    return hit.term.where == RECOGNISED


def find(
    source: str,
    target: str,
    results: Sequence[HitResult],
    source_lang: str,
    target_lang: str,
    *,
    watched: Sequence[TermHit] = (),
    named: Sequence[HitResult] = (),
    builtin: bool = True,
) -> Iterator[Finding]:
    """A warning for each name of the source that the target lost; nothing without a word list.

    What belongs to a term of the glossary, inserted or watched, is left to it. `named` are the
    names that were recognised and held; those that could not be are told. Without `builtin`
    the renderings of built-in names are not asked for.
    """
    cues = cues_of(source_lang)
    if not cues.words.ordinary or not target.strip():
        return
    there = _words(target)
    taken = [hit.span for hit in (*(result.hit for result in results), *watched)]
    known = listed(source, taken, source_lang, target_lang)
    held = [result.hit.span for result in named]
    spans = [*taken, *held, *(hit.span for hit in known)]
    found = [*_unrendered(source, target, known, there)] if builtin else []
    found += _unheld(source, named)
    found += _lost(source, spans, there, cues)
    yield from (finding for _, finding in sorted(found, key=lambda pair: pair[0]))


def _unheld(source: str, named: Sequence[HitResult]) -> Iterator[tuple[int, Finding]]:
    for result in named:
        if result.outcome is Outcome.FLAGGED:
            name = result.hit.span.of(source)
            message = f"The name “{name}” of the source is missing or spelled differently."
            yield result.hit.span.start, Finding("name", Severity.WARNING, message)


def _lost(
    source: str, spans: Sequence[Span], there: set[str], cues: Cues
) -> Iterator[tuple[int, Finding]]:
    """Names outside of `spans` that no list knows and that do not stand in the target.

    In headlines and at the beginning of a sentence a capital says little: there a word is no name
    if affixes derive it from an ordinary one.
    """
    told: set[str] = set()
    for match in _TOKEN.finditer(source):
        name = match.group()
        if name in there or name in told or not _looks_like_name(name):
            continue
        place = Span(*match.span())
        if any(span.overlaps(place) for span in spans) or _generic(name, cues):
            continue
        opens = opens_sentence(source, place.start) or _is_headline(source)
        if cues.words.knows(name, derived=opens):
            continue
        told.add(name)
        message = f"The name “{name}” of the source is missing or spelled differently."
        yield place.start, Finding("name", Severity.WARNING, message)


def _looks_like_name(word: str) -> bool:
    return word[0].isupper() and len(word) > 2 and not ROMAN.fullmatch(word)


def _generic(word: str, cues: Cues) -> bool:
    """True for what stands before names, and is translated: Sersan, Polres, Piala."""
    low = word.casefold()
    heads = (cues.titles, cues.organisations - cues.firms, cues.places, cues.events)
    return cues.bars(word) or any(low in group for group in heads)


def _is_headline(text: str) -> bool:
    """True if nearly all words are capitalised, so that capitals say little."""
    words = [word for word in _TOKEN.findall(text) if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def listed(source: str, taken: Sequence[Span], source_lang: str, target_lang: str) -> list[TermHit]:
    """The built-in names of a sentence, save those that overlap a term of the glossary."""
    hits = _builtin(source, source_lang, target_lang)
    return [hit for hit in hits if not any(hit.span.overlaps(span) for span in taken)]


@lru_cache(maxsize=_KEPT)
def _builtin(source: str, source_lang: str, target_lang: str) -> tuple[TermHit, ...]:
    return _matcher(source_lang, target_lang).search(source).watched


def rendered(form: str, target: str) -> bool:
    """True if a rendering of a built-in name stands in a target, in whatever order of its words."""
    there = _words(target)
    return _stands(form, target, there, {word.casefold() for word in there})


def _words(target: str) -> set[str]:
    """The words of a target, and the parts of those that have several."""
    there = set(_TOKEN.findall(target))
    there.update(*(_SPLIT.split(word) for word in there if not word.isalpha()))
    return there


def _unrendered(
    source: str, target: str, known: Sequence[TermHit], there: set[str]
) -> Iterator[tuple[int, Finding]]:
    low = {word.casefold() for word in there} if known else set()
    told: set[str] = set()
    for hit in known:
        name = hit.span.of(source)
        if name in told or any(_stands(text, target, there, low) for text in (*hit.accepted, name)):
            continue
        told.add(name)
        wanted = " or ".join(f"“{text}”" for text in hit.accepted[:_SHOWN])
        message = f"The name “{name}” of the source is missing; {wanted} is expected."
        yield hit.span.start, Finding("name", Severity.WARNING, message)


def _stands(rendering: str, target: str, there: set[str], low: set[str]) -> bool:
    """True if each word of a rendering stands in the target, or a longer one that begins like it.
    A symbol stands if it is there: $.

    Order and function words are left to the translator; so are capitals, save those of acronyms.
    """
    if not _TOKEN.search(rendering):
        return rendering in target
    for word in _TOKEN.findall(rendering):
        if len(word) <= _SHORT:
            if word[0].isupper() and word not in there:
                return False
        elif not any(other.startswith(word[:_STEM].casefold()) for other in low):
            return False
    return True


@cache
def _matcher(source_lang: str, target_lang: str) -> Matcher:
    terms = builtin_terms(Pair(source_lang, target_lang))
    return Matcher(Glossary(terms), forms_of(source_lang))


def ordinary_words(lang: str) -> frozenset[str]:
    """The words of a language that are no names, in lower case; none if it has no word list."""
    return words_of(lang).ordinary
