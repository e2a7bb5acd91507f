"""Stand-ins: invented names that the model is known to copy stand in the source for terms.

A candidate counts only if it holds every stand-in once, as a whole word, and nothing else that
looks like one; then the terms take their places. What is left of a stand-in never reaches a reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from glossary.tokens import tokens
from translate.engines import Candidate
from translate.model import Rung
from translate.pin.judge import Case
from translate.pin.ladder import Sort
from translate.pin.variants import plain

SMALL = 3  # letters of a word that stays small inside a name: of, and, the
ALIKE = 0.5  # share of a stand-in's letter pairs that makes a word a remainder of it

_NAMES = """Veldoran Marbeko Tolvina Kestarin Ondravi Berantov Zelmira Haldovan Sorbetin
Varnelo Gorvandi Lenkovar Tarmolin Molvarek Saltorin Kordavel Pelkaris Dumaresk
Farlondo Jelvanto Ruskamin"""
_ACRONYMS = "GKTV BZRN TVKL KRZB VLTG MZKR DVRN TGZL ZKBT RVKD XBLN FQRT"

POOL: Mapping[Sort, tuple[str, ...]] = MappingProxyType(
    {Sort.NAME: tuple(_NAMES.split()), Sort.ACRONYM: tuple(_ACRONYMS.split())}
)
"""Among these a calibration chooses those that the model copies."""


@dataclass(frozen=True, slots=True)
class Disguise:
    """A source with stand-ins for its terms; `masks` gives one for each hit, "" where there is
    none, and `made` how the hit was written."""

    text: str
    masks: tuple[str, ...]
    made: tuple[Rung, ...]


def sort_of(wanted: str) -> Sort:
    """What a rendering looks like: an acronym, a name, or a noun."""
    words = wanted.split()
    if len(words) == 1 and wanted.isalpha() and wanted.isupper():
        return Sort.ACRONYM
    big = [word[:1].isupper() or len(word) <= SMALL for word in words]
    return Sort.NAME if wanted[:1].isupper() and all(big) else Sort.NOUN


def disguises(
    case: Case, missing: Sequence[int], stand_ins: Mapping[Sort, Sequence[str]]
) -> list[Disguise]:
    """The source with stand-ins for the missing names, and with stand-ins for the nouns, too.

    A noun seldom reads well as a name, but where it is copied it is in its place.
    """
    both = [disguised(case, missing, stand_ins, nouns=nouns) for nouns in (False, True)]
    return list({each.text: each for each in both if each}.values())


def disguised(
    case: Case,
    missing: Sequence[int],
    stand_ins: Mapping[Sort, Sequence[str]],
    *,
    nouns: bool = False,
) -> Disguise | None:
    """The source with stand-ins for the missing terms, other names written as wanted; with
    `nouns` these get the stand-ins of names.

    None if there are no stand-ins of a fitting sort that are absent from the sentence.
    """
    seen = " ".join((case.source, case.free.text, *case.wanted)).casefold()
    left = {sort: [s for s in pool if s.casefold() not in seen] for sort, pool in stand_ins.items()}
    parts, masks, made, last = [], [], [], 0
    for i, hit in enumerate(case.hits):
        sort = sort_of(hit.wanted)
        pool = left.get(Sort.NAME if nouns and sort is Sort.NOUN else sort, [])
        mask = pool.pop(0) if pool and i in missing else ""
        copied = not mask and sort is not Sort.NOUN
        written = mask or (hit.wanted if copied else plain(hit.span.of(case.source), case.markup))
        parts += [plain(case.source[last : hit.span.start], case.markup), written]
        masks.append(mask)
        made.append(Rung.STAND_IN if mask else Rung.IN_SOURCE if copied else Rung.FREE)
        last = hit.span.end
    if not any(masks):
        return None
    parts.append(plain(case.source[last:], case.markup))
    return Disguise("".join(parts), tuple(masks), tuple(made))


def revealed(case: Case, disguise: Disguise, candidate: Candidate) -> Candidate | None:
    """The candidate with the terms in place of their stand-ins; None if one is missing, comes
    twice, or has left anything behind."""
    words = tokens(candidate.text)
    text = candidate.text
    places = []
    for i, mask in enumerate(disguise.masks):
        found = [word for word in words if word.text == mask]
        if mask and len(found) != 1:
            return None
        places += [(found[0], case.wanted[i])] if mask else []
    for word, wanted in sorted(places, key=lambda place: -place[0].start):
        text = text[: word.start] + wanted + text[word.end :]
    if remains(text, filter(None, disguise.masks), (case.source, case.free.text, *case.wanted)):
        return None
    return Candidate(text, candidate.score, candidate.cut)


def remains(text: str, masks: Iterable[str], known: Sequence[str]) -> bool:
    """True if a word of `text` that does not stand in one of the `known` texts is like a mask."""
    fine = {word.text.casefold() for other in known for word in tokens(other)}
    fresh = {word.text.casefold() for word in tokens(text)} - fine
    return any(_like(word, mask.casefold()) for mask in masks for word in fresh)


def _like(word: str, mask: str) -> bool:
    pairs = {a + b for a, b in pairwise(mask)}
    shared = pairs & {a + b for a, b in pairwise(word)}
    return mask in word or len(shared) >= max(2, ALIKE * len(pairs))
