"""Reads a file of sentences and counts right, wrong and missed boundaries."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent.parent / "data"
HALVES = {half: DATA / f"sentences_id.{half}.txt" for half in ("open", "blind", "second")}

Splitter = Callable[[str], Iterable[str]]
"""A paragraph to its sentences; white space around them does not matter."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text and the offsets, counted in characters that are no white space, where sentences end.

    The end of the text itself is no boundary: everybody finds it.
    """

    text: str
    ends: frozenset[int]


@dataclass(frozen=True, slots=True)
class Score:
    """Boundaries inside paragraphs: found and right, found and wrong, missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was found, the part that is right, in percent."""
        return 100 * self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what is there, the part that was found, in percent."""
        return 100 * self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in percent."""
        return 200 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def read_gold(path: Path) -> tuple[Paragraph, ...]:
    """The paragraphs of a file whose head explains its form."""
    paragraphs: list[list[str]] = [[]]
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# "):
            continue
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return tuple(_joined(lines) for lines in paragraphs if lines)


def _joined(lines: list[str]) -> Paragraph:
    text = lines[0]
    ends = []
    for line in lines[1:]:
        ends.append(_ink(text))
        text += line[1:] if line.startswith("+") else f" {line}"
    return Paragraph(text, frozenset(ends))


def _ink(text: str) -> int:
    return len("".join(text.split()))


def found_ends(paragraph: Paragraph, sentences: Iterable[str]) -> frozenset[int]:
    """Where `sentences` end, counted like `Paragraph.ends`."""
    ends, seen = [], 0
    for sentence in sentences:
        seen += _ink(sentence)
        ends.append(seen)
    return frozenset(ends) - {_ink(paragraph.text)}


def measure(paragraphs: Iterable[Paragraph], split: Splitter) -> Score:
    """The score of a splitter over paragraphs."""
    right = wrong = missed = 0
    for paragraph in paragraphs:
        found = found_ends(paragraph, split(paragraph.text))
        right += len(found & paragraph.ends)
        wrong += len(found - paragraph.ends)
        missed += len(paragraph.ends - found)
    return Score(right, wrong, missed)
