"""Text as normalised tokens that remember where they stood: the common ground of all matching.

Curly quotes count as straight ones, all hyphens as one, soft hyphens and zero-width characters as
nothing, and any run of white space, line breaks and no-break spaces included, as one blank.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f"  # accents written as characters of their own belong to their letter
# Thai, Lao, Burmese, Khmer, Japanese and Chinese put no blanks between words: each letter is one.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003fffd"
)
_TOKEN = re.compile(
    rf"[^\W{_UNSPACED}](?:[^\W{_UNSPACED}]+|[{_MARKS}{_INVISIBLE}]+)*|[^\s{_INVISIBLE}]"
)
_ASCII = re.compile(r"\w+|\S")  # the same where all is ASCII
_BLANKLESS = re.compile(f"[{_UNSPACED}]")
_DROP = re.compile(f"[{_INVISIBLE}]")
_ODD = re.compile(f"[{_INVISIBLE}{_MARKS}\u212a]")  # the last one is a Kelvin, normally a K
SAME = str.maketrans(
    dict.fromkeys("‐‑‒–−﹣－", "-") | dict.fromkeys("‘’‚‛′ʼ", "'") | dict.fromkeys("“”„‟″", '"')
)


class Token(NamedTuple):
    """A word or a single other character: ``original[start:end]``.

    `text` is its normalised form, `gap` tells whether white space stands before it.
    """

    start: int
    end: int
    text: str
    gap: bool

    @property
    def key(self) -> str:
        """The form without case, marked with a blank where white space stands before it."""
        return f" {self.text.casefold()}" if self.gap else self.text.casefold()


def unspaced(text: str) -> bool:
    """True if a text begins in a script that puts no blanks between words."""
    return text[:1] >= "\u0e00" and _BLANKLESS.match(text) is not None


def tokens(text: str) -> list[Token]:
    """All tokens of `text`, in order; offsets are those of `text` itself."""
    found = []
    last = 0
    if text.isascii():
        for match in _ASCII.finditer(text):
            start, end = match.span()
            found.append(Token(start, end, match.group(), 0 < last < start))
            last = end
        return found
    for match in _TOKEN.finditer(text):
        raw = match.group()
        start, end = match.span()
        plain = raw if raw.isascii() else normal(raw)
        gap = 0 < last < start and any(map(str.isspace, text[last:start]))
        found.append(Token(start, end, plain, gap))
        last = end
    return found


def literal(text: str) -> bool:
    """True if ASCII words are written in a text letter by letter, with nothing in between."""
    return text.isascii() or _ODD.search(text) is None


def normal(text: str) -> str:
    """NFC, straight quotes, one kind of hyphen, nothing invisible; white space is left alone."""
    return _DROP.sub("", unicodedata.normalize("NFC", text).translate(SAME))


def identity(text: str) -> str:
    """What makes two phrases the same when case counts; "" if there is nothing to match."""
    plain = text if text.isascii() else normal(text)
    return " ".join(plain.split())
