"""Which words of a row belong to which of its sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from translate.review.rows import ReviewRow

__all__ = ["Assigned", "How", "align", "assign"]

_WORD = re.compile(r"\S+")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*$")
_MOST_WORK = 4_000_000  # words of the draft times words of the row

How = str
"""``row`` (it has one sentence), ``bookmarks`` or ``alignment``."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The text of each sentence, by id; None where it cannot be told.

    `shown` has words for every sentence: together, in order, they are those of the row. Where
    nothing can be told between some, the first of them has the words of all.
    """

    texts: Mapping[str, str | None]
    how: How
    shown: Mapping[str, str]


def assign(row: ReviewRow, drafts: Mapping[str, str]) -> Assigned:
    """Divide a row among its sentences; `drafts` are their texts as the reviewer got them.

    Bookmarks are believed unless a sentence ran dry, or lost its full stop, beside one that
    changed: then words may have gone over a border, and the row is aligned with the drafts, as it
    is where bookmarks are gone.
    """
    text = plain(row.target)
    if len(drafts) == 1 or not text:
        texts = dict.fromkeys(drafts, text)
        return Assigned(texts, "row", texts)
    found = {sentence.id: plain(sentence.text) for sentence in row.sentences}
    marked = {id: found[id] for id in drafts if id in found}
    complete = len(marked) == len(drafts)
    if complete and not _spilled(marked, drafts):
        return Assigned(marked, "bookmarks", _whole(marked, text))
    parts = _divided(list(drafts.values()), row.target)
    if complete and any(part.sure is None for part in parts):
        return Assigned(_unspilled(marked, drafts), "bookmarks", _whole(marked, text))
    aligned = dict(zip(drafts, parts, strict=True))
    parted = {id: part.shown for id, part in aligned.items()}
    shown = _whole(parted, text)
    sure = {id: part.sure if shown is parted else None for id, part in aligned.items()}
    return Assigned(sure, "alignment", shown)


def _whole(shown: Mapping[str, str], text: str) -> Mapping[str, str]:
    """What is shown, if it makes the row's text in its order; else all of it in the first place."""
    if "".join("".join(shown.values()).split()) == "".join(text.split()):
        return shown
    return {id: "" if number else text for number, id in enumerate(shown)}


def plain(text: str) -> str:
    """The text with line breaks and runs of blanks made one blank; hard spaces stay."""
    return re.sub(r"[ \t\r\n\v\f]+", " ", text).strip()


def same(one: str, other: str) -> bool:
    """True if two texts differ in white space only."""
    return one.split() == other.split()


def _spilled(marked: Mapping[str, str], drafts: Mapping[str, str]) -> bool:
    """True if a sentence ran dry, or lost its end, beside one that changed."""
    changed = {id for id in drafts if not same(marked[id], drafts[id])}
    if any(not marked[id] for id in changed) and any(marked[id] for id in changed):
        return True
    return any(
        {id, following} <= changed and _ENDED.search(drafts[id]) and not _ENDED.search(marked[id])
        for id, following in pairwise(drafts)
    )


def _unspilled(marked: Mapping[str, str], drafts: Mapping[str, str]) -> dict[str, str | None]:
    """What bookmarks say, save of changed sentences: they may hold the words of a dry one."""
    return {id: marked[id] if same(marked[id], drafts[id]) else None for id in drafts}


def align(drafts: Sequence[str], text: str) -> list[str | None]:
    """The part of `text` for each draft: its borders are those of the drafts, carried over.

    A border that stands among words that were all rewritten is set at the ends of sentences, if
    there are just as many as borders; else its neighbours are None. Nothing is lost or doubled.
    """
    return [part.sure for part in _divided(drafts, text)]


class _Part(NamedTuple):
    """The words that are a sentence's for sure, and those that stand at its place."""

    sure: str | None
    shown: str


def _divided(drafts: Sequence[str], text: str) -> list[_Part]:
    """A part for each draft; what some have together is shown at the first of them."""
    old = [_WORD.findall(draft) for draft in drafts]
    spots = list(_WORD.finditer(text))
    new = [spot.group() for spot in spots]
    before = [word for words in old for word in words]
    if len(before) * len(new) > _MOST_WORK or not new:
        return [_Part(None, "" if number else plain(text)) for number in range(len(drafts))]
    borders = _borders([len(words) for words in old], before, new)
    edges: list[int | None] = [0, *borders, len(new)]

    def words(first: int, last: int) -> str:
        return plain(text[spots[first].start() : spots[last - 1].end()]) if first < last else ""

    found: list[_Part] = []
    begun: int | None = None  # where the words of those begin that cannot be told apart
    for first, last in pairwise(edges):
        if first is not None and last is not None and first <= last:
            found.append(_Part(words(first, last), words(first, last)))
            begun = None
            continue
        begun = len(found) if begun is None else begun
        found.append(_Part(None, ""))
        start = edges[begun]
        if start is not None and last is not None:
            found[begun] = _Part(None, words(start, last))
    return found


def _borders(sizes: Sequence[int], before: list[str], new: list[str]) -> list[int | None]:
    """For each border between drafts, the number of the new word that stands behind it."""
    wanted = [sum(sizes[: n + 1]) for n in range(len(sizes) - 1)]
    result: list[int | None] = [None] * len(wanted)
    steps = SequenceMatcher(None, before, new, autojunk=False).get_opcodes()
    for kind, i1, i2, j1, _ in steps:
        for n, border in enumerate(wanted):
            if kind == "equal" and i1 <= border <= i2:
                result[n] = j1 + border - i1
    outer = {0, *wanted, len(before)}
    for kind, i1, i2, j1, j2 in steps:
        inside = [n for n, b in enumerate(wanted) if i1 < b < i2 or i1 == b == i2]
        if kind == "equal" or not inside:
            continue
        ends = [j for j in range(max(j1, 1), j2 + 1) if _ENDED.search(new[j - 1])]
        if kind == "insert":
            # A whole sentence between two others belongs to the first, as beside bookmarks.
            full = len(inside) == 1 and sizes[inside[0]] and sizes[inside[0] + 1]
            ends = ends[-1:] if full else ends
        else:
            ends = [j for j in ends if (j > j1 or i1 not in outer) and (j < j2 or i2 not in outer)]
        for place, n in enumerate(inside):
            result[n] = ends[place] if len(ends) == len(inside) else None
    return result
