"""Writes a paragraph of Word anew: its target text in the looks of its source text."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from exports.docx.elements import Element, parsed
from exports.docx.wml import Ink, run, w
from translate.model import Run
from translate.office.inline import Atom, Look
from translate.office.pieces import Piece, Stretch

__all__ = ["rewrite"]

_BLANKS = frozenset({"tab", "break", "page"})


@dataclass(frozen=True, slots=True)
class _Part:
    """Text in a look, or an atom that is no text."""

    look: Look
    text: str = ""
    atom: Atom | None = None


def rewrite(
    paragraph: Element,
    pieces: Sequence[Piece],
    targets: Mapping[int, tuple[str, Sequence[Run]]],
) -> None:
    """Replace the content of `paragraph` in place; a piece without a target stays as it is."""
    parts: list[_Part] = []
    for number, piece in enumerate(pieces):
        parts += map(_kept, piece.before)
        if number in targets:
            parts += _translated(piece, *targets[number])
        else:
            parts += [_source(piece, stretch) for stretch in piece.stretches]
        parts += map(_kept, piece.after)
    properties = paragraph.find(w("pPr"))
    starts, ends = _bookmarks(paragraph, "bookmarkStart"), _bookmarks(paragraph, "bookmarkEnd")
    content = list(_written(parts))
    for child in list(paragraph):
        paragraph.remove(child)
    head = [] if properties is None else [properties]
    paragraph.extend([*head, *starts, *content, *ends])


def _bookmarks(paragraph: Element, name: str) -> list[Element]:
    """The limits of bookmarks in a paragraph, not those in text boxes that hang on it."""
    return [
        element
        for element in paragraph.iter(w(name))
        if next(element.iterancestors(w("p")), None) is paragraph
    ]


def _kept(atom: Atom) -> _Part:
    return _Part(atom.look, "", atom) if atom.mark else _Part(atom.look, atom.text)


def _source(piece: Piece, stretch: Stretch) -> _Part:
    if stretch.atom:
        return _Part(stretch.look, "", stretch.atom)
    return _Part(stretch.look, piece.text[stretch.start : stretch.end])


def _translated(piece: Piece, target: str, runs: Sequence[Run]) -> Iterator[_Part]:
    """The target text with its runs; whatever no run covers looks like most of the source."""
    base, place = piece.base, 0
    missing = {
        number: stretch.atom for number, stretch in enumerate(piece.stretches) if stretch.atom
    }
    for found in sorted(runs, key=lambda r: (r.span.start, r.span.end)):
        if found.number >= len(piece.stretches) or found.span.start < place:
            continue
        stretch = piece.stretches[found.number]
        if found.span.start > place:
            yield _Part(base, target[place : found.span.start])
        place = found.span.start
        if stretch.atom:
            missing.pop(found.number, None)
            yield _Part(stretch.look, "", stretch.atom)
            if stretch.atom.mark in _BLANKS and target[place : place + 1] == " ":
                place += 1
        else:
            yield _Part(stretch.look, target[place : found.span.end])
            place = found.span.end
    yield _Part(base, target[place:])
    for atom in missing.values():  # a picture or a note is never lost
        yield _Part(atom.look, "", atom)


def _written(parts: Sequence[_Part]) -> Iterator[Element]:
    """The elements of a paragraph, with links and fields around their text."""
    filled = [part for part in parts if part.text or part.atom]
    for _, group in groupby(filled, key=lambda part: id(part.look.shell)):
        together = list(group)
        shell = together[0].look.shell
        inner = list(_fields(together))
        if shell is None:
            yield from inner
        else:
            around = copy.copy(shell)
            around[:] = inner
            yield around


def _fields(parts: Sequence[_Part]) -> Iterator[Element]:
    for _, group in groupby(parts, key=lambda part: id(part.look.field)):
        inner = list(group)
        look = inner[0].look
        if look.field:
            yield from (_held(copy.deepcopy(limit), look) for limit in look.field.opening)
        yield from (_element(part) for part in inner)
        if look.field:
            yield from (_held(copy.deepcopy(limit), look) for limit in look.field.closing)


def _element(part: _Part) -> Element:
    atom = part.atom
    if atom is None or atom.element is None:
        return _look(_run_of(part.text), part.look)
    return atom.element if atom.bare else _held(atom.element, part.look)


def _run_of(text: str) -> Element:
    return parsed(run(text, Ink()))[0]


def _held(element: Element, look: Look) -> Element:
    """A run around something that is no text."""
    made = etree.Element(w("r"))
    made.append(element)
    return _look(made, look)


def _look(made: Element, look: Look) -> Element:
    if look.properties is not None:
        made.insert(0, copy.deepcopy(look.properties))
    return made
