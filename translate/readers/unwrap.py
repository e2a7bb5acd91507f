"""Joins the lines of hard-wrapped prose; leaves text with one paragraph a line as it is.

Whether a text is wrapped is decided once for the whole of it: in wrapped prose many lines go on
with a small letter on the next. Then a line is joined with the next if it was full, that is, if
the next word had not fitted on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from translate.languages import Language
from translate.readers.draft import Group, Line

_STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_FIRST = re.compile(r"\s*(\S+)")
_HYPHENATED = re.compile(r"([^\W\d_]+)-$")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WIDEST, _NARROWEST = 130, 30  # columns that text is wrapped at
_SHARE = 0.25  # of lines that go on in mid-sentence, in wrapped text
_LONGEST_WORD = 60  # characters
_OPEN = "\"'“‘«("


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped: `width` in characters, 0 for not at all; `words` are all its words.

    With `soft` every line end is a mere blank, as Markdown has it.
    """

    soft: bool = False
    width: int = 0
    words: frozenset[str] = frozenset()


def wrapping_of(groups: Sequence[Group], *, soft: bool = False) -> Wrapping:
    """Whether and at what width the lines of `groups` are wrapped."""
    pairs = divided = 0
    widths: list[int] = []
    for group in groups:
        for line, following in pairwise(group):
            pairs += len(line.text) >= _NARROWEST  # a short line tells nothing
            if goes_on(line.text, following.text):
                widths.append(len(line.text))
                divided += bool(_HYPHENATED.search(line.text[-_LONGEST_WORD:]))
    widths.sort()
    width = widths[len(widths) * 9 // 10] if widths else 0
    seldom = not divided and len(widths) < _SHARE * pairs  # "kecamat-/an" tells by itself
    if not _NARROWEST <= width <= _WIDEST or seldom:
        width = 0
    if not width and not soft:
        return Wrapping()
    words: set[str] = set()
    for group in groups:
        for line in group:
            words.update(word.casefold() for word in _WORDS.findall(line.text))
    return Wrapping(soft, width, frozenset(words))


def belongs(line: str, following: str, wrapping: Wrapping) -> bool:
    """True if `following` continues `line` in a paragraph."""
    if wrapping.soft:
        return True
    if not wrapping.width:
        return False
    if goes_on(line, following) or _HYPHENATED.search(line[-_LONGEST_WORD:]):
        return True
    first = _FIRST.match(following)
    reach = len(line) + 1 + (len(first[1]) if first else 0)
    if _STOP.search(line):
        return reach > wrapping.width
    return reach > wrapping.width or (reach > 0.9 * wrapping.width and not _is_title(line))


def goes_on(line: str, following: str) -> bool:
    """True if `line` stops in mid-sentence and `following` begins with a small letter."""
    begins = following.lstrip().lstrip(_OPEN)[:1]
    return begins.islower() and not _STOP.search(line)


def _is_title(line: str) -> bool:
    """True if nearly all longer words of a line have capitals, as in a headline."""
    words = [word for word in line.split() if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


def joined(lines: Sequence[Line], wrapping: Wrapping, language: Language) -> str:
    """The lines as one text: a blank between them, words divided at a line end made whole."""
    text = lines[0].text.strip()
    parts = [text]
    for line in lines[1:]:
        piece = line.text.strip()
        divided = _HYPHENATED.search(parts[-1][-_LONGEST_WORD:])
        if divided is None:
            parts += [" ", piece]
        elif _keeps_hyphen(divided[1], piece, wrapping, language):
            parts.append(piece)
        else:
            parts[-1] = parts[-1][:-1]
            parts.append(piece)
    return "".join(parts)


def _keeps_hyphen(before: str, piece: str, wrapping: Wrapping, language: Language) -> bool:
    """True for "negara-/negara" and "Kontra-/Terorisme", false for "pem-/bangunan".

    The document's own words decide; else words that resemble each other are a reduplication.
    """
    found = _LETTERS.match(piece)
    if found is None or not piece[0].islower():
        return True
    left, right = before.casefold(), found[0].casefold()
    if f"{left}-{right}" in wrapping.words:
        return True
    if left + right in wrapping.words:
        return False
    alike = min(len(left), len(right)) >= 3 and (left[:3] in right[:6] or left[-3:] == right[-3:])
    return alike or left in language.hyphens
