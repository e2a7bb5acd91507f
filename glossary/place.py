"""Where a match stands among the words of a folded text: whole, or joined to what may be joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from glossary.term import Span
from glossary.tokens import unspaced

# Addresses, handles and hashtags are one word each, whatever stands inside them.
# Lengths are bounded so that a megabyte without a blank costs no more than its size.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S{1,255}|[@#]\w+"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|net|org|info|id|co|tv|gov|edu|int|eu|ru|kz|uk)\b"
)
_HINT = re.compile(r"[@#]|://|\w\.\w")
_LONGEST = 64  # letters that a joined prefix or enclitic may lie away; longer words are no words


@dataclass(frozen=True, slots=True)
class Place:
    """Borders in a folded text: of the match, of the word that it begins in, and of the word
    that it ends in (which may be the same)."""

    start: int
    end: int
    word: int
    first_end: int
    last: int
    last_end: int


def surely_inside(
    low: str, start: int, end: int, prefixes: tuple[str, ...], enclitics: tuple[str, ...]
) -> bool:
    """True if ``low[start:end]`` begins or ends inside a word, with nothing that may be joined.

    Most matches of short terms are of this kind; this sends them away at little cost.
    """
    before = start and low[start].isalnum() and low[start - 1].isalnum()
    if before and (unspaced(low[start]) or unspaced(low[start - 1])):
        before = False
    if before and not low.endswith(prefixes, 0, start):
        return True
    after = end < len(low) and low[end - 1].isalnum() and low[end].isalnum()
    if after and (unspaced(low[end]) or unspaced(low[end - 1])):
        return False
    return bool(after) and not low.startswith(enclitics, end)


def place_of(low: str, start: int, end: int) -> Place | None:
    """The place of ``low[start:end]``; None if it is certainly inside a word or a number."""
    word, last_end = start, end
    if _joins(low[start]):
        while word and _joins(low[word - 1]):
            word -= 1
            if start - word > _LONGEST:
                return None
    if _joins(low[end - 1]):
        while last_end < len(low) and _joins(low[last_end]):
            last_end += 1
            if last_end - end > _LONGEST:
                return None
    if _part(low, start, end, word, last_end):
        return None
    if word == start and last_end == end:
        return Place(start, end, start, end, start, end)
    first_end, last = start, end
    while first_end < last_end and _joins(low[first_end]):
        first_end += 1
    while last > word and _joins(low[last - 1]):
        last -= 1
    return Place(start, end, word, first_end, last, last_end)


def addresses(text: str) -> list[Span]:
    """Where addresses, handles and hashtags stand."""
    if not _HINT.search(text):
        return []
    return [Span(*match.span()) for match in _ADDRESS.finditer(text)]


def _joins(character: str) -> bool:
    if character >= "\u0e00" and unspaced(character):
        return False
    return character.isalnum() or character == "_" or "\u0300" <= character <= "\u036f"


def _part(low: str, start: int, end: int, word: int, last_end: int) -> bool:
    """True for a part of a longer number (14 in 14.000) or of a doubled word.

    negara-negara is another word than the entry's negara.
    """
    if word > 1 and low[word - 1] in ".,-":
        edge, other = _word_after(low, word), _word_before(low, word - 1)
        if _joined(low[word - 1], edge, other):
            return True
    if last_end + 1 < len(low) and low[last_end] in ".,-":
        edge, other = _word_before(low, last_end), _word_after(low, last_end + 1)
        return _joined(low[last_end], edge, other)
    return False


def _joined(sign: str, edge: str, other: str) -> bool:
    if sign == "-":
        return _same_word(edge, other)
    return edge.isdigit() and other.isdigit()


def _word_before(low: str, end: int) -> str:
    start = end
    while start and end - start <= _LONGEST and _joins(low[start - 1]):
        start -= 1
    return low[start:end]


def _word_after(low: str, start: int) -> str:
    end = start
    while end < len(low) and end - start <= _LONGEST and _joins(low[end]):
        end += 1
    return low[start:end]


def _same_word(one: str, other: str) -> bool:
    """True for a word and the same word, perhaps with something joined to its end."""
    short, long = sorted((one, other), key=len)
    return len(short) > 1 and long.startswith(short)
