"""Makes decoded text safe and uniform without changing what it says.

Line ends become ``\\n``. Characters that no Word document may contain (control characters, lone
surrogates, non-characters), soft hyphens, zero-width blanks and direction overrides go; their
number is noted. Accents written as separate marks are composed (NFC), which changes no reader's
view and lets glossary terms be found. Nothing else is touched: not even doubled blanks.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_END = re.compile(r"\r\n?")
_SOFT_HYPHEN_AT_END = re.compile("\u00ad(?=[ \t]{0,20}\n)")
_BLANKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_MARK_RUN = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_MOST_MARKS = 30  # as in the Unicode "stream-safe" format; composing longer runs is quadratic


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The cleaned text and the notes on what went."""
    text = _LINE_END.sub("\n", text)
    if text.isascii() and not _ILLEGAL.search(text) and not _BLANKS.search(text):
        return text, ()
    text = _SOFT_HYPHEN_AT_END.sub("-", text)
    text = _BLANKS.sub(" ", text)
    text, illegal = _ILLEGAL.subn("", text)
    text = _INVISIBLE.sub("", text)
    text = unicodedata.normalize("NFC", _MARK_RUN.sub(_shortened, text))
    if not illegal:
        return text, ()
    plural = "s" if illegal > 1 else ""
    return text, (f"{illegal} control character{plural} left out",)


def _shortened(run: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)
