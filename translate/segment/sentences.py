"""Where sentences end: the one place that decides whether a full stop is a full stop.

A candidate is a run of stops with the quotes and brackets that close behind it. It is a boundary
if a new sentence plainly begins next: white space, then (after opening marks) a capital, a digit
or a letter of a script without case. Abbreviations, initials and enumerators are then excepted by
the word lists of the language. Everything runs in time linear in the text.

A quotation of several sentences is split into them although its marks then stand alone: models
of this kind are trained on single sentences, news split in just this way among them, and long
input is where they lose clauses. The marks stay where the author set them, so that the paragraph
is whole again when joined. The last sentence of a quotation keeps its speaker:
``"…pergi," kata Budi``, ``"…pergi?" tanya Budi``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from translate.languages import Language

_OPEN = "\"'“‘„‚«‹([{¿¡*_-–—•…”’#@"
_CLOSE = "\"'”’»›)\\]}*_"
_QUOTES = "\"'”’»›"
_STOPS = ".!?…‽؟۔।"
_SMILES = "\U0001f600-\U0001f64f\U0001f900-\U0001f9ff"
_EMOJI = f"[{_SMILES}\U0001f300-\U0001f5ff\u2600-\u27bf\u200d\ufe0f]"
_NEXT = re.compile(
    rf"\s*(?P<marks>[{re.escape(_OPEN)}\s]{{0,8}})(?P<word>\S{{0,40}})(?P<small>\s+[a-z])?"
)
_NEXT_WORD = re.compile(r"\s+(\S{1,20})")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENUMERATOR = re.compile(r"[\s\"'“(\[*•-]*(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})\.")
_LETTERED = re.compile(r"[a-z][.)]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_DEGREE = re.compile(r"[A-Z][A-Za-z]{0,2}(?:\.[A-Z][A-Za-z]{0,4})+")
_ROMAN = re.compile(r"[IVXLC]{1,5}")
_ORDINAL = re.compile(r"\d{1,2}|[IVXL]{1,6}")
_LOOK_BACK = 80


@cache
def _candidate(
    close: str, blank_after: tuple[str, ...], blank_before: tuple[str, ...]
) -> re.Pattern[str]:
    """What may be the end of a sentence, in a language with these marks and words."""
    blanks = [rf"(?:{'|'.join(map(re.escape, blank_after))})(?=\s)"] if blank_after else []
    blanks += [rf"\s(?={'|'.join(map(re.escape, blank_before))})"] if blank_before else []
    # Most characters begin nothing of all this; that is seen at once.
    begins = "" if blanks else rf"(?=[{_STOPS}。！？｡{_SMILES}])"
    return re.compile(
        rf"{begins}(?:(?<![{_STOPS}])(?P<stop>[{_STOPS}]++)"
        rf"(?P<close>[{_CLOSE}{re.escape(close)}]*+(?:[ \u00a0\u202f]»)?)"
        r"(?P<note>(?:\[\d{1,3}\])++|[¹²³⁰⁴-⁹]++|(?<=[a-z]{3}\.)\d{1,2})?"
        rf"(?P<emoji>(?:\s?{_EMOJI}++)*+)(?=\s)"
        r"|(?P<wide>(?:[。！？｡]++|(?<![!?])[!?]++(?=[」』”’）]|[\u3040-\u30ff\u4e00-\u9fff]))[」』”’）]*+)"
        r"|(?<=[a-z]{3})(?P<tight>[.!?])(?=[A-Z][a-z]+[ ,])"
        rf"|(?<=\s)(?P<smile>[{_SMILES}]{_EMOJI}*+)(?=\s)"
        rf"|(?P<blank>{'|'.join(blanks) or '(?!)'}))"
    )


@dataclass(frozen=True, slots=True)
class _Stop:
    """A full stop with its surroundings, of bounded length each.

    `word` and `previous` stand before it, `after` behind it without opening marks; `first` is the
    leading letters of `after` in lower case, `bracket` whether it stands behind a bracket, `prose`
    whether a word in small letters comes next, as it seldom does behind the first part of a name.
    """

    word: str
    previous: str
    close: str
    after: str
    first: str
    bracket: bool
    prose: bool


def sentence_ends(text: str, language: Language, start: int = 0) -> Iterator[int]:
    """The offsets behind each sentence of ``text[start:]`` but the last, in rising order."""
    caseless = text == text.lower()
    candidate = _candidate(language.close, language.blank_after, language.blank_before)
    for found in candidate.finditer(text, start):
        before = text[max(start, found.start() - _LOOK_BACK) : found.start()]
        if found.end() == len(text) or not any(map(str.isalnum, before)):
            continue
        if found["wide"]:
            ends = not _speaks(text, found, language)
        else:
            ends = bool(found["blank"]) or _ends(text, start, found, language, caseless)
        if ends:
            yield found.end()
            start = found.end()


def _speaks(text: str, found: re.Match[str], language: Language) -> bool:
    """True if the speaker follows a quotation at once: "「はい。」と", "”他说"."""
    quoted = found["wide"][-1] in "」』”’"
    return quoted and text.startswith(tuple(language.attribution), found.end())


def _ends(text: str, start: int, found: re.Match[str], language: Language, caseless: bool) -> bool:
    stop = _surroundings(text, found)
    if found["tight"]:
        return stop.first in language.starters and not _abbreviated(stop.word, language)
    small = language.begin and _NEXT_WORD.match(text, found.end())
    known = bool(small and small[1].startswith(language.begin))
    if not (known or _begins(stop.after, caseless) or _LETTERED.fullmatch(stop.after)):
        return False
    if found["smile"]:
        return True
    if found["note"]:
        return not _abbreviated(stop.word, language)
    quoted = any(mark in _QUOTES or mark in language.close for mark in stop.close)
    if quoted and stop.first in language.attribution:
        return False
    if found["stop"] != "." or quoted:
        return True
    if stop.close:  # "(Purn.) Prabowo"
        return stop.first in language.starters or not _abbreviated(stop.word, language)
    return not _enumerates(text, start, found.start()) and _ends_word(stop, language)


def _surroundings(text: str, found: re.Match[str]) -> _Stop:
    at = found.start()
    words = text[max(0, at - _LOOK_BACK) : at].split()
    attached = bool(words) and not text[at - 1].isspace()
    following = _NEXT.match(text, found.end())
    after = following["word"] if following else ""
    first = _LETTERS.match(after)
    word = words[-1].lstrip(_OPEN) if attached else ""
    last = word.rpartition("/")[2]
    if word[:1].isdigit() or len(last) == 1:  # "21/PID/2024/PT. BDG", "FOTO/Y. Nugroho"
        word = last
    return _Stop(
        word=word,
        previous=words[-2] if len(words) > 1 else "",
        close=found["close"] or "",
        after=after,
        first=first[0].casefold() if first else "",
        bracket=bool(following and "(" in following["marks"]),
        prose=bool(following and following["small"]),
    )


def _begins(word: str, caseless: bool) -> bool:
    """True if `word` can be the first of a sentence; "eFishery" and "iPhone" can."""
    if not word or not word[0].isalnum():
        return False
    return not word[0].islower() or caseless or word[1:2].isupper()


def _abbreviated(word: str, language: Language) -> bool:
    folded = word.casefold()
    return folded in language.never or folded in language.closing or folded in language.firms


def _enumerates(text: str, start: int, stop: int) -> bool:
    """True if all of the sentence so far is the number of a list item."""
    return stop - start < _LOOK_BACK and bool(_ENUMERATOR.fullmatch(text, start, stop + 1))


def _ends_word(stop: _Stop, language: Language) -> bool:
    """Whether a lone full stop behind a word ends a sentence."""
    folded = stop.word.casefold()
    if stop.word in language.capitals or _numbers(stop, folded, language):
        return False
    if stop.previous.endswith((":", ";")) and (stop.word.isdigit() or len(stop.word) == 1):
        return False  # "syaratnya: 1. Warga negara; 2. Dewasa", "a. Warga negara"
    if language.ordinals and _ORDINAL.fullmatch(stop.word):
        return stop.first in language.starters
    if folded in language.firms:  # "Direktur PT Maju Tbk. Lisa Hartanto"
        return stop.first in language.starters or _is_ordinary(stop, language)
    if folded in language.closing or f"{stop.previous} {folded}" in language.closing:  # "т. д."
        return _closing_ends(stop, language)
    if folded in language.never:
        # "hari H. Untuk", "sidang PK. Ia": a letter or an acronym, unless a name follows
        return stop.word.isupper() and stop.first in language.starters
    if _INITIALS.fullmatch(stop.word):
        return _letter_ends(stop, language)
    if _DEGREE.fullmatch(stop.word):
        return stop.first in language.starters
    return True


def _numbers(stop: _Stop, folded: str, language: Language) -> bool:
    """True for "hlm. 5", "Lamp. II", "Jan. 2024" and for "Kep. Men. No. 5"."""
    after = stop.after.casefold()
    if after.endswith(".") and after[:-1] in language.number:
        return True
    roman = stop.after != "I" and _ROMAN.fullmatch(stop.after.rstrip(".,;)"))  # "I Made" is a name
    return folded in language.number and (after[:1].isdigit() or bool(roman))


def _is_ordinary(stop: _Stop, language: Language) -> bool:
    """True if an ordinary word with a capital comes next: no part of a name, so a new sentence."""
    return stop.prose and stop.first in language.ordinary


def _closing_ends(stop: _Stop, language: Language) -> bool:
    """A degree of single letters may be a name's initials: only behind a comma it is a degree."""
    if stop.first in language.starters:
        return True
    if stop.bracket or _titled(stop.after, language):
        return False
    return not _INITIALS.fullmatch(stop.word) or stop.previous.endswith((",", "."))


def _titled(after: str, language: Language) -> bool:
    """True if the next word is itself a degree, as in "S.H., M.H."."""
    return after.rstrip(".,;:)").casefold() in language.closing


def _letter_ends(stop: _Stop, language: Language) -> bool:
    """Whether a lone letter, or letters with stops, end a sentence or are someone's initials."""
    if stop.first in language.starters or _is_ordinary(stop, language):
        return True
    if len(stop.word) > 1:
        return False
    if stop.previous[-1:].isdigit() or _ROMAN.fullmatch(stop.previous):  # "570 M.", "XII B."
        return True
    return stop.word.islower() or stop.previous.casefold().strip(_OPEN) in language.letters
