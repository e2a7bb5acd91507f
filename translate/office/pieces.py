"""Divides the atoms of a paragraph into pieces, each a text of its own, at tabs and line breaks.

A tab or line break inside a sentence divides nothing: it is read as a blank and kept as a mark.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from translate.office.inline import BREAKS, Atom, Look

__all__ = ["Piece", "Stretch", "pieces"]

_BULLET = re.compile(r"[•‣▪●◦·*–—-]\s+(?=\S)")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]|[•‣▪●◦·*–—-])")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters `start` to `end` of a piece that look alike, or a mark (`atom`), which covers
    nothing or the blank that it is read as."""

    start: int
    end: int
    look: Look
    atom: Atom | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and how it looks, between atoms that stay as they are."""

    text: str
    stretches: tuple[Stretch, ...]
    before: tuple[Atom, ...] = ()
    after: tuple[Atom, ...] = ()
    bullet: bool = False

    @property
    def base(self) -> Look:
        """The look of most of the text that is no link, in bold or the like."""
        plain, any_look = Counter[tuple[bytes, int, int]](), Counter[tuple[bytes, int, int]]()
        looks = {}
        for stretch in self.stretches:
            if stretch.atom is None:
                looks[stretch.look.key] = stretch.look
                length = stretch.end - stretch.start
                any_look[stretch.look.key] += length
                if not stretch.look.styles and not stretch.look.key[1] and not stretch.look.key[2]:
                    plain[stretch.look.key] += length
        best = (plain or any_look).most_common(1)
        return looks[best[0][0]] if best else Look()


def pieces(found: Sequence[Atom], *, whole: bool) -> list[Piece]:
    """The pieces of a paragraph in order; `whole` keeps it together, as a heading.

    All atoms are in exactly one piece; the last piece has no text if the paragraph has none.
    """
    lines: list[list[Atom]] = [[]]
    for atom in found:
        if atom.mark in BREAKS:
            lines += [[atom], []]
        else:
            lines[-1].append(atom)
    parts: list[list[Atom]] = [lines[0]]
    for i in range(1, len(lines), 2):
        (divider,), following = lines[i], lines[i + 1]
        if _joins(_text(parts[-1]), divider, _text(following), whole=whole):
            parts[-1] += [Atom(" ", divider.look, divider.mark, divider.element), *following]
        else:
            parts[-1].append(divider)
            parts.append(following)
    made: list[Piece] = []
    loose: list[Atom] = []
    for part in parts:
        piece = _piece([*loose, *part])
        loose = [] if piece.text else [*loose, *part]
        if piece.text:
            made.append(piece)
    if not made:
        return [Piece("", (), tuple(loose))]
    if loose:
        last = made[-1]
        made[-1] = Piece(last.text, last.stretches, last.before, (*last.after, *loose), last.bullet)
    return made


def _text(part: Sequence[Atom]) -> str:
    return "".join(atom.text for atom in part).strip()


def _joins(before: str, divider: Atom, after: str, *, whole: bool) -> bool:
    """True if a tab or break does not divide: inside a sentence, behind a number, in a heading."""
    if not before or not after or divider.mark == "page":
        return False
    if whole or _NUMBER.fullmatch(before):
        return divider.mark != "tab" or not whole or bool(_NUMBER.fullmatch(before))
    return after[0].islower() and before[-1] not in ".!?:;"


def _piece(part: Sequence[Atom]) -> Piece:
    raw = "".join(atom.text for atom in part)
    start = len(raw) - len(raw.lstrip())
    bullet = _BULLET.match(raw, start)
    start = bullet.end() if bullet else start
    end = max(start, len(raw.rstrip()))
    text = raw[start:end]
    before: list[Atom] = []
    after: list[Atom] = []
    stretches: list[Stretch] = []
    place = 0
    for atom in part:
        first, place = place, place + len(atom.text)
        if atom.mark:
            if place <= start and (not text or first < start or not stretches):
                before.append(atom)
            elif first >= end:
                after.append(atom)
            else:
                stretches.append(Stretch(first - start, place - start, atom.look, atom))
            continue
        for low, high, side in (
            (first, min(place, start), before),
            (max(first, end), place, after),
        ):
            if low < high:
                side.append(Atom(atom.text[low - first : high - first], atom.look))
        low, high = max(first, start), min(place, end)
        if low < high:
            last = stretches[-1] if stretches else None
            if last and last.atom is None and last.look.key == atom.look.key:
                stretches[-1] = Stretch(last.start, high - start, last.look)
            else:
                stretches.append(Stretch(low - start, high - start, atom.look))
    return Piece(text, tuple(stretches), tuple(before), tuple(after), bool(bullet))
