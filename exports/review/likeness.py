"""Rows known by nothing but sources that are no longer the same: matched where only one fits.

Also which rows were divided, or hold several: their sources tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from exports.review.identity import Owners, words
from exports.review.rows import FoundRow
from translate.review.rows import Fault

__all__ = ["aligned", "with_parts"]

_LEAST = 0.75  # of the longer source must be the same letters
_MARGIN = 0.10  # by which the next best must be worse
_MOST = 1_000_000  # pairs that are compared
_PART = 12  # letters of a source that says whose it is


def aligned(found: Sequence[FoundRow], owners: Owners) -> list[FoundRow]:
    """The rows, with ids for those without one whose source is like that of one missing row.

    It must be like no other, or the only such one between the same neighbours, and the row must be
    that for the missing one. Equal sources between the same neighbours go by their order.
    """
    taken = {row.id for row in found}
    loose = [n for n, row in enumerate(found) if row.id is None and words(row.source or "")]
    free = [id for id, sent in owners.rows.items() if id not in taken and words(sent.source)]
    if not loose or not free or len(loose) * len(free) > _MOST:
        return list(found)
    pairs = _Pairs.of(found, loose, free, owners)
    chosen = {n: id for n in loose if (id := pairs.row_for(n)) and pairs.found_for(id) == n}
    chosen |= pairs.in_order()
    return [
        replace(row, id=chosen[n], matched="likeness") if n in chosen else row
        for n, row in enumerate(found)
    ]


@dataclass(frozen=True)
class _Pairs:
    """How alike each found row (by number) and each missing row (by id) are, if they are at all.

    `near` are those between the same neighbours, `order` is that in which rows were sent.
    """

    scores: Mapping[tuple[int, str], float]
    near: frozenset[tuple[int, str]]
    order: Mapping[str, int]

    @classmethod
    def of(
        cls, found: Sequence[FoundRow], loose: Sequence[int], free: Sequence[str], owners: Owners
    ) -> _Pairs:
        """Compare all with all."""
        matrix = process.cdist(
            [words(found[n].source or "") for n in loose],
            [words(owners.rows[id].source) for id in free],
            scorer=Levenshtein.normalized_similarity,
            score_cutoff=_LEAST,
        )
        scores = {
            (n, id): float(score)
            for n, line in zip(loose, matrix, strict=True)
            for id, score in zip(free, line, strict=True)
            if score
        }
        order = {id: place for place, id in enumerate(owners.rows)}
        gaps = _gaps(found, order)
        near = frozenset((n, id) for n, id in scores if gaps[n][0] < order[id] < gaps[n][1])
        return cls(scores, near, order)

    def row_for(self, n: int) -> str | None:
        """The missing row that a found one must be."""
        pair = self._only([pair for pair in self.scores if pair[0] == n])
        return pair[1] if pair else None

    def found_for(self, id: str) -> int | None:
        """The found row that a missing one must be."""
        pair = self._only([pair for pair in self.scores if pair[1] == id])
        return pair[0] if pair else None

    def in_order(self) -> dict[int, str]:
        """Found rows for missing ones of one and the same source between the same neighbours."""
        equal = [pair for pair in self.near if self.scores[pair] == 1]
        found: dict[frozenset[str], list[int]] = {}
        for n in sorted({n for n, _ in equal}):
            found.setdefault(frozenset(id for m, id in equal if m == n), []).append(n)
        whole = {ids: rows for ids, rows in found.items() if len(ids) == len(rows)}
        return {
            n: id
            for ids, rows in whole.items()
            for n, id in zip(rows, sorted(ids, key=self.order.__getitem__), strict=True)
        }

    def _only(self, pairs: Sequence[tuple[int, str]]) -> tuple[int, str] | None:
        best = max((self.scores[pair] for pair in pairs), default=0.0)
        least = best if best == 1 else best - _MARGIN
        rivals = [pair for pair in pairs if self.scores[pair] >= least]
        if len(rivals) > 1:
            rivals = [pair for pair in rivals if pair in self.near]
        return rivals[0] if len(rivals) == 1 else None


def _gaps(found: Sequence[FoundRow], order: Mapping[str, int]) -> list[tuple[int, int]]:
    """For each row the places of the known rows before and after it."""
    places = [-1 if row.id is None else order[row.id] for row in found]
    before, last = [], -1
    for place in places:
        before.append(last)
        last = place if place >= 0 else last
    after, last = [], len(order)
    for place in reversed(places):
        after.append(last)
        last = place if place >= 0 else last
    return list(zip(before, reversed(after), strict=True))


def with_parts(found: Sequence[FoundRow], owners: Owners) -> list[FoundRow]:
    """The rows, with a fault for each that has lost a part of its source to a row that is not ours,
    or has the whole source of a missing one in its own.

    Where there are too many to look at, each whose source was edited counts as divided.
    """
    taken = {row.id for row in found}
    strangers = [words(row.source or "") for row in found if row.id is None]
    missing = [words(sent.source) for id, sent in owners.rows.items() if id not in taken]
    if not strangers and not missing:
        return list(found)
    edited = [n for n, row in enumerate(found) if _edited(row, owners)]
    faults: dict[int, tuple[Fault, ...]]
    if len(edited) * (len(strangers) + len(missing)) > _MOST:
        faults = dict.fromkeys(edited, (Fault.SPLIT,))
    else:
        faults = {n: _parted(found[n], owners, strangers, missing) for n in edited}
    return [
        replace(row, faults=tuple(dict.fromkeys((*row.faults, *faults[n]))))
        if faults.get(n)
        else row
        for n, row in enumerate(found)
    ]


def _edited(row: FoundRow, owners: Owners) -> bool:
    known = row.id is not None and row.source is not None
    return known and not owners.unchanged(row.id or "", row.source or "")


def _parted(
    row: FoundRow, owners: Owners, strangers: Sequence[str], missing: Sequence[str]
) -> tuple[Fault, ...]:
    here, sent = words(row.source or ""), words(owners.rows[row.id or ""].source)
    split = any(_in(part, sent) and not _in(part, here) for part in strangers)
    merged = any(_in(part, here) and not _in(part, sent) for part in missing)
    return (*((Fault.SPLIT,) if split else ()), *((Fault.MERGED,) if merged else ()))


def _in(part: str, text: str) -> bool:
    return len(part) >= _PART and f" {part} " in f" {text} "
