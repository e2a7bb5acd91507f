"""Votes on the kind of a name: each of its places in an article speaks by what stands around."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossary.naming.cues import Cues, NameKind
from glossary.naming.runs import ROMAN, Part, Word
from glossary.term import Span

_AGE = re.compile(r"\s*(?:\((?:\d{1,2})(?:\s+\w+)?\)|,\s*\d{1,2}(?=[\s,]+(?:\w+,|\()))")
_ACRONYM = 6  # letters
_ROWS = (NameKind.PERSON, NameKind.PLACE)
_SURE, _LIKELY = 3, 1  # what a cue weighs


@dataclass(frozen=True, slots=True)
class Found:
    """A name in one of the texts: the number of the text, its part of a run, its place."""

    text: int
    part: Part
    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an article says of its names: one kind for each, those that other languages change,
    those whose kind is told beside them somewhere, and those that come again."""

    kinds: dict[str, NameKind]
    renamed: frozenset[str]
    told: frozenset[str]
    again: frozenset[str]


def vote(
    found: Sequence[Found], texts: Sequence[str], split: Sequence[Sequence[Word]], cues: Cues
) -> Verdict:
    """The verdict on the names that were found, by all their places."""
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    renamed, told = set(), set()
    for one in found:
        for kind, weight in _cues_around(one, texts[one.text], split[one.text], cues):
            votes[one.name][kind] += weight
        votes[one.name][NameKind.UNKNOWN] += 0
        if one.part.title in cues.renamed:
            renamed.add(one.name)
        if _told(one, split[one.text], cues):
            told.add(one.name)
    kinds = {name: _winner(vote) for name, vote in votes.items()}
    _coordinate(found, texts, kinds)
    return Verdict(kinds, frozenset(renamed), frozenset(told), _again(found))


def _again(found: Sequence[Found]) -> frozenset[str]:
    """Names of several sentences, not always at the beginning."""
    texts: dict[str, set[int]] = defaultdict(set)
    for one in found:
        texts[one.name].add(one.text)
    inside = {one.name for one in found if not one.part.words[0].opens}
    return frozenset(name for name in inside if len(texts[name]) > 1)


def _told(one: Found, words: Sequence[Word], cues: Cues) -> bool:
    """True for "klub Persika" and for "Bintang Laut FC"."""
    first, last = one.part.words[0], one.part.words[-1]
    before = _before(first, words)
    closed = last.low in cues.ends and len(one.part.words) > 1
    nouns = [before.low if before else "", _further(before, words, cues)]
    return closed or any(noun in cues.firm_nouns for noun in nouns)


def _before(first: Word, words: Sequence[Word]) -> Word | None:
    """The word that a name is joined to."""
    return words[first.at - 1] if first.joined and first.at else None


def _further(before: Word | None, words: Sequence[Word], cues: Cues) -> str:
    """The noun that a word beside a name goes with: *pengamat* politik, *perusahaan* farmasi."""
    if before is None or before.capital or before.low in cues.links or before.low in cues.locatives:
        return ""
    noun = _before(before, words)
    return noun.low if noun and before.low not in cues.origins else ""


def _winner(vote: Counter[NameKind]) -> NameKind:
    (best, most), *rest = [*vote.most_common(), (NameKind.UNKNOWN, 0)]
    return best if most and (not rest or most > rest[0][1]) else NameKind.UNKNOWN


def _cues_around(
    one: Found, text: str, words: Sequence[Word], cues: Cues
) -> list[tuple[NameKind, int]]:
    """What speaks for which kind, and how much: the name itself, or else what stands around it."""
    own = _by_itself(one, cues)
    return [(own, _SURE)] if own else [*_beside(one, text, words, cues)]


def _by_itself(one: Found, cues: Cues) -> NameKind | None:
    """The kind that the words of a name tell: its head, its end, capitals."""
    part = one.part
    first, last, several = part.words[0].low, part.words[-1].low, len(part.words) > 1
    if first in cues.events:
        return NameKind.UNKNOWN
    if part.head:
        return NameKind.ORGANISATION if part.head in cues.organisations else NameKind.PLACE
    if last in cues.ends and several:
        return NameKind.ORGANISATION
    if _acronym(one.name) or (
        not one.name.isupper()
        and any(_acronym(word.text) and not ROMAN.fullmatch(word.text) for word in part.words)
    ):
        return NameKind.ORGANISATION
    if part.governed or (last in cues.sides and several):
        return NameKind.PLACE
    return None


def _beside(
    one: Found, text: str, words: Sequence[Word], cues: Cues
) -> Iterator[tuple[NameKind, int]]:
    part = one.part
    first, last = part.words[0], part.words[-1]
    before = _before(first, words)
    low = before.low if before and not before.capital else ""
    person = part.title or (low in cues.titles and low not in cues.governing)
    if person:
        alone = part.title in cues.governing and len(part.words) == 1
        yield NameKind.PERSON, _LIKELY if alone else _SURE
    if first.low in cues.given or any(w.text in cues.particles for w in part.words[1:-1]):
        person = True
        yield NameKind.PERSON, _SURE
    if any(len(w.text) == 1 for w in part.words[1:-1]) or _AGE.match(text[one.span.end :]):
        person = True
        yield NameKind.PERSON, _SURE
    yield from _before_it(before.low if before else "", low, cues, person=bool(person))
    noun = _further(before, words, cues)
    if noun in cues.firm_nouns:
        yield NameKind.ORGANISATION, _LIKELY + 1
    elif noun in cues.titles and noun not in cues.governing:
        yield NameKind.PERSON, _LIKELY + 1
    behind = last.at + 1
    following = words[behind] if behind < len(words) else None
    if following and following.joined and following.low in cues.says:
        yield NameKind.PERSON, _LIKELY
    if _in_apposition(one, text, cues):
        yield NameKind.PERSON, _LIKELY + 1


def _before_it(
    word: str, small: str, cues: Cues, *, person: bool
) -> Iterator[tuple[NameKind, int]]:
    """What the word before a name tells; `small` is the same if it has no capital."""
    if word in cues.locatives:
        yield NameKind.PLACE, _LIKELY + 1
    if word in cues.origins:
        yield NameKind.PLACE, _LIKELY
    if word in cues.firm_nouns:
        yield NameKind.ORGANISATION, _SURE
    elif small in cues.places:
        yield NameKind.PLACE, _SURE
    if word in cues.thing_nouns and not person:
        yield NameKind.UNKNOWN, _LIKELY + 1
    if word in cues.speech:
        yield NameKind.PERSON, _LIKELY


def _acronym(name: str) -> bool:
    return name.isalpha() and name.isupper() and 1 < len(name) <= _ACRONYM


def _in_apposition(one: Found, text: str, cues: Cues) -> bool:
    """True in "Juru bicara polisi, Rina, …" and in "Rina, petani cabai, …"."""
    before, behind = text[: one.span.start], text[one.span.end :]
    if before.endswith(", "):
        chunk = re.split(r"[.,;:!?\"“”()]", before[:-2])[-1].split()
        if any(word.lower() in cues.titles for word in (*chunk[:2], *chunk[-3:])):
            return True
    follows = re.match(r", (\w+)", behind)
    return bool(follows and follows[1] in cues.titles)


def _coordinate(found: Sequence[Found], texts: Sequence[str], kinds: dict[str, NameKind]) -> None:
    """People in a row are of one kind, and places: Rina, Dodi, dan Marthen."""
    pairs = list(pairwise(found))
    for one, other in (*pairs, *((b, a) for a, b in reversed(pairs))):
        if one.text != other.text or kinds[other.name] is not NameKind.UNKNOWN:
            continue
        left, right = sorted((one, other), key=lambda f: f.span)
        gap = texts[one.text][left.span.end : right.span.start] if left is not right else ""
        if gap in (", ", " dan ", ", dan ") and kinds[one.name] in _ROWS:
            kinds[other.name] = kinds[one.name]
