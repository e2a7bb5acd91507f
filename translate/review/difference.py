"""Which words were deleted and inserted between two versions of a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Indel

__all__ = [
    "Change",
    "Piece",
    "Replacement",
    "Word",
    "difference",
    "marked",
    "replacements",
    "rewritten",
    "steps",
    "words",
    "words_of",
]

# Words are compared one by one; letters, where a script writes no blanks between words.
_UNBROKEN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(
    rf"([{_UNBROKEN}]|\d+(?:[.,:]\d+)*|[^\W\d{_UNBROKEN}]+(?:[-'’][^\W{_UNBROKEN}]+)*|[^\w\s]|\w)(\s*)"
)
_UNBROKEN_LETTER = re.compile(f"[{_UNBROKEN}]")
_EDGES = re.compile(r"^\W+|\W+$")
_MOST_CUBIC = 40_000
_MOST_WORK = 4_000_000  # words of the one text times words of the other


class Change(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that was kept, deleted or inserted as one."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """Words that were replaced by others; `start` is where they stood in the text before."""

    before: str
    after: str
    start: int


class Word(NamedTuple):
    """A word or mark, and the white space behind it."""

    text: str
    gap: str


def words(text: str) -> list[Word]:
    """The words and marks of a text; what stands before the first word goes with it."""
    lead = text[: len(text) - len(text.lstrip())]
    found = [Word(*match.groups()) for match in _WORD.finditer(text)]
    if found and lead:
        found[0] = Word(lead + found[0].text, found[0].gap)
    return found


def words_of(text: str) -> list[str]:
    """The words and marks of a text, without white space."""
    return [word.text for word in words(text.strip())]


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order; what was deleted stands before what replaced it.

    Kept and inserted pieces together are `after`, kept and deleted ones the words of `before`:
    its white space may be that of `after`.
    """
    old, new = words(before), words(after)
    pieces: list[Piece] = []
    for kind, i1, i2, j1, j2 in steps([w.text for w in old], [w.text for w in new]):
        if kind == "equal":
            pieces.append(Piece(Change.KEPT, _text(new[j1:j2])))
            continue
        if i1 < i2:
            pieces.append(Piece(Change.DELETED, _text(old[i1:i2])))
        if j1 < j2:
            pieces.append(Piece(Change.INSERTED, _text(new[j1:j2])))
    return tuple(_apart(pieces))


def replacements(before: str, after: str) -> Iterator[Replacement]:
    """What was deleted with something else put in its place, marks at the edges left out."""
    old, new = words(before), words(after)
    starts = list(accumulate((len(w.text) + len(w.gap) for w in old), initial=0))
    for kind, i1, i2, j1, j2 in steps([w.text for w in old], [w.text for w in new]):
        gone, come = _text(old[i1:i2]), _text(new[j1:j2])
        one, other = (_EDGES.sub("", text) for text in (gone, come))
        if kind == "replace" and one and other:
            yield Replacement(one, other, starts[i1] + gone.index(one))


def rewritten(before: str, after: str, start: int, end: int) -> Replacement | None:
    """What the words between two places of `before` have become, None if they stayed as they were.

    Edits that go over the edges are told whole; so are the words that they leave.
    """
    old, new = words(before), words(after)
    starts = list(accumulate((len(w.text) + len(w.gap) for w in old), initial=0))
    first = max(bisect_right(starts, start) - 1, 0)
    last = bisect_left(starts, end)
    path = steps([w.text for w in old], [w.text for w in new])
    touched = [s for s in path if s[0] != "equal" and s[1] < last and s[2] > first]
    if not touched:
        return None
    first, last = min(first, touched[0][1]), max(last, touched[-1][2])
    i1, j1 = next((s[1], s[3]) for s in path if s[1] <= first < s[2])
    i2, j2 = next((s[2], s[4]) for s in path if s[1] < last <= s[2])
    gone = _text(old[first:last]).strip()
    come = _text(new[j1 + first - i1 : j2 - (i2 - last)]).strip()
    return Replacement(gone, come, starts[first])


def marked(before: str, after: str) -> str:
    """Both texts in one as plain text: ``Prices [-rose-] {+fell+}.``, as wdiff writes it."""
    parts = []
    for piece in difference(before, after):
        text = piece.text.rstrip()
        gap = piece.text[len(text) :]
        match piece.change:
            case Change.DELETED:
                parts.append(f"[-{text}-]{gap}")
            case Change.INSERTED:
                parts.append(f"{{+{text}+}}{gap}")
            case Change.KEPT:
                parts.append(piece.text)
    return "".join(parts)


def steps(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """How `old` becomes `new`, as difflib tells it.

    Its longest common stretches read best, but take cubic time where words are repeated; long
    texts get the fewest edits instead, texts of absurd length are replaced whole.
    """
    if list(old) == list(new):
        return [("equal", 0, len(old), 0, len(new))]
    size = len(old) * len(new)
    if size > _MOST_WORK:
        return [("replace", 0, len(old), 0, len(new))]
    if size > _MOST_CUBIC:
        path = Indel.opcodes(old, new)
        return _joined((o.tag, o.src_start, o.src_end, o.dest_start, o.dest_end) for o in path)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return list(matcher.get_opcodes())


def _joined(path: Iterable[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """The same steps with what is deleted and inserted at one place as one replacement."""
    found: list[tuple[str, int, int, int, int]] = []
    for kind, i1, i2, j1, j2 in path:
        if found and kind != "equal" and found[-1][0] != "equal":
            _, a1, _, b1, _ = found.pop()
            joined = "replace" if a1 < i2 and b1 < j2 else kind
            found.append((joined, a1, i2, b1, j2))
        else:
            found.append((kind, i1, i2, j1, j2))
    return found


def _text(part: Sequence[Word]) -> str:
    return "".join(word.text + word.gap for word in part)


def _apart(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """A blank between a deleted piece and the next one, where it lost its own."""
    for here, following in zip(pieces, [*pieces[1:], None], strict=False):
        joint = here.text[-1:] + (following.text[:1] if following else "")
        runs_on = len(joint) == 2 and joint.isalnum() and not _UNBROKEN_LETTER.search(joint)
        if here.change is Change.DELETED and runs_on:
            yield Piece(here.change, here.text + " ")
        else:
            yield here
