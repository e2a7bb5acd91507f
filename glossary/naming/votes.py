"""Votes on the kind of a name: each of its places in an article speaks by what stands around."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from glossary.naming.cues import Cues, NameKind
from glossary.naming.runs import Part, Word
from glossary.term import Span

_AGE = re.compile(r"\s*(?:\((?:\d{1,2})(?:\s+\w+)?\)|,\s*\d{1,2}(?=[\s,]+(?:\w+,|\()))")
_ACRONYM = 6  # letters
_SURE, _LIKELY = 3, 1  # what a cue weighs


@dataclass(frozen=True, slots=True)
class Found:
    """A name in one of the texts: the number of the text, its part of a run, its place."""

    text: int
    part: Part
    span: Span
    name: str


def vote(
    found: Sequence[Found], texts: Sequence[str], split: Sequence[Sequence[Word]], cues: Cues
) -> tuple[dict[str, NameKind], set[str]]:
    """One kind for each name, by all its places; and the names that other languages change."""
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    renamed = set()
    for one in found:
        for kind, weight in _cues_around(one, texts[one.text], split[one.text], cues):
            votes[one.name][kind] += weight
        votes[one.name][NameKind.UNKNOWN] += 0
        if one.part.title in cues.renamed:
            renamed.add(one.name)
    kinds = {name: _winner(vote) for name, vote in votes.items()}
    _coordinate(found, texts, kinds)
    return kinds, renamed


def _winner(vote: Counter[NameKind]) -> NameKind:
    (best, most), *rest = [*vote.most_common(), (NameKind.UNKNOWN, 0)]
    return best if most and (not rest or most > rest[0][1]) else NameKind.UNKNOWN


def _cues_around(
    one: Found, text: str, words: Sequence[Word], cues: Cues
) -> list[tuple[NameKind, int]]:
    """What speaks for which kind, and how much."""
    part, told = one.part, []
    first, last = part.words[0], part.words[-1]
    if part.head:
        firm = part.head in cues.organisations
        return [(NameKind.ORGANISATION if firm else NameKind.PLACE, _SURE)]
    if last.low in cues.ends and len(part.words) > 1:
        return [(NameKind.ORGANISATION, _SURE)]
    if any(_acronym(word.text) for word in part.words) and not one.name.isupper():
        return [(NameKind.ORGANISATION, _SURE)]
    if _acronym(one.name):
        return [(NameKind.ORGANISATION, _SURE)]
    if last.low in cues.sides and len(part.words) > 1:
        return [(NameKind.PLACE, _SURE)]
    at = words.index(first)
    before = words[at - 1] if at and first.joined else None
    behind = text[one.span.end :]
    if part.title or (before and not before.capital and before.low in cues.titles):
        alone = part.title in cues.governing and len(part.words) == 1
        told.append((NameKind.PERSON, _LIKELY if alone else _SURE))
    if first.low in cues.given or any(w.text in cues.particles for w in part.words[1:-1]):
        told.append((NameKind.PERSON, _SURE))
    if any(len(w.text) == 1 for w in part.words[1:-1]) or _AGE.match(behind):
        told.append((NameKind.PERSON, _SURE))
    if before and before.low in cues.locatives:
        told.append((NameKind.PLACE, _LIKELY + 1))
    if before and before.low in cues.firm_nouns:
        told.append((NameKind.ORGANISATION, _SURE))
    if before and before.low in cues.thing_nouns and not told:
        told.append((NameKind.UNKNOWN, _LIKELY + 1))
    if before and before.low in cues.speech:
        told.append((NameKind.PERSON, _LIKELY))
    following = words[words.index(last) + 1] if words.index(last) + 1 < len(words) else None
    if following and following.joined and following.low in cues.says:
        told.append((NameKind.PERSON, _LIKELY))
    if _in_apposition(one, text, cues):
        told.append((NameKind.PERSON, _LIKELY + 1))
    return told


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
    """Names in a row are of one kind: Rina, Dodi, dan Marthen."""
    pairs = list(pairwise(found))
    for one, other in (*pairs, *((b, a) for a, b in reversed(pairs))):
        left, right = sorted((one, other), key=lambda f: (f.text, f.span))
        if one.text != other.text or kinds[other.name] is not NameKind.UNKNOWN:
            continue
        gap = texts[one.text][left.span.end : right.span.start] if left is not right else ""
        if gap in (", ", " dan ", ", dan ") and kinds[one.name] is NameKind.PERSON:
            kinds[other.name] = NameKind.PERSON
