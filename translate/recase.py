"""Headlines and ALL CAPS are translated in ordinary case, and get their capitals back.

Models learn from sentences. "Premi Asuransi Kapal Naik" is rare to them, "premi asuransi kapal
naik" is not: to the embedded model the difference is that between nonsense and a headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from glossary.casing import is_acronym
from glossary.term import Span
from translate.checks.names import listed, ordinary_words

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’][^\W\d_]+)?")
_LETTER = re.compile(r"[^\W\d_]")
_FIGURE = re.compile(r"\d")
_LONG = 3  # letters; shorter words say little about the case of a text
_ACRONYM = 4  # letters; longer unknown words in capitals are taken for names
_SHARE = 0.7  # of the longer words of a headline have a capital
_END = (".", ",", ";", ":")


class Case(Enum):
    """How a text is written."""

    SENTENCE = auto()
    HEADLINE = auto()
    CAPITALS = auto()


@dataclass(frozen=True, slots=True)
class Recased:
    """A text in ordinary case, of the same length as it was, so that spans stay right."""

    text: str
    case: Case

    def restored(
        self, target: str, keep: Sequence[Span] = (), small: frozenset[str] = frozenset()
    ) -> str:
        """The target in the case that the source had, as long as before.

        In headlines `small` words and whatever `keep` covers stay as they are.
        """
        if self.case is Case.CAPITALS:
            return _if_as_long(target.upper(), target)
        return _raised(target, small, keep) if self.case is Case.HEADLINE else target


def recase(text: str, keep: Sequence[Span], pair: tuple[str, str]) -> Recased:
    """`text` in ordinary case; as it is if it is a sentence, or the language has no word list.

    The ordinary words of the language become small, save in the names that come along (Jawa
    Timur). In headlines whatever `keep` covers stays, too; in capitals, unknown words become
    names, short ones stay acronyms. `pair` are the codes of source and target.
    """
    case, ordinary = case_of(text), ordinary_words(pair[0])
    if case is Case.SENTENCE and _is_loud(text, ordinary):
        case = Case.CAPITALS
    if case is Case.SENTENCE or not ordinary:
        return Recased(text, Case.SENTENCE)
    known = [hit for hit in listed(text, keep, *pair) if hit.term.source[:1].isupper()]
    names = [hit.span for hit in known if not is_acronym(hit.term.source)]
    stays = [*keep, *(hit.span for hit in known)] if case is Case.HEADLINE else []

    def lower(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        if case is Case.HEADLINE:
            return word if small not in ordinary or _covered(match, stays) else small
        if _covered(match, names) and (len(word) > _LONG or small not in ordinary):
            return word[:1] + small[1:]
        if small in ordinary:
            return small
        return word if len(word) <= _ACRONYM else word[:1] + small[1:]

    first = len(text) - len(text.lstrip("\"'“‘”’«([ "))
    small = _WORD.sub(lower, text)
    small = small[:first] + small[first : first + 1].upper() + small[first + 1 :]
    return Recased(small, case) if len(small) == len(text) else Recased(text, Case.SENTENCE)


def titled(target: str, places: Sequence[Span], small: frozenset[str]) -> str:
    """The target with capitals in some places, as in a title; `small` words keep their letters. A
    language that has no such words writes no titles."""
    for place in places if small else ():
        target = target[: place.start] + _raised(place.of(target), small) + target[place.end :]
    return target


def is_title(phrase: str) -> bool:
    """True for several words of which all the longer ones have a capital: Dewan Keamanan."""
    words = [word for word in _WORD.findall(phrase) if len(word) > _LONG]
    return len(words) > 1 and all(word[0].isupper() and word[1:].islower() for word in words)


def begun(source: str, target: str, keep: Sequence[Span] = ()) -> str:
    """The target with a capital where its source begins with one; what `keep` covers stays."""
    there, here = _LETTER.search(source), _LETTER.search(target)
    if there is None or here is None or not there.group().isupper() or _covered(here, keep):
        return target
    if _FIGURE.search(source, 0, there.start()) or _FIGURE.search(target, 0, here.start()):
        return target
    at = here.start()
    return _if_as_long(target[:at] + target[at].upper() + target[at + 1 :], target)


def case_of(text: str) -> Case:
    """How a text is written; a single word, and what ends like a sentence, is no headline."""
    closed = text.rstrip().endswith(_END)
    if closed and not text.isupper():
        return Case.SENTENCE
    words = _WORD.findall(text)
    if len(words) > 1 and all(word.isupper() for word in words) and len("".join(words)) > 8:
        return Case.CAPITALS
    longer = [word for word in words if len(word) > _LONG]
    raised = sum(word[:1].isupper() for word in longer)
    if len(longer) > 2 and raised >= _SHARE * len(longer) and not closed:
        return Case.HEADLINE
    return Case.SENTENCE


def _is_loud(text: str, ordinary: frozenset[str]) -> bool:
    """True for an ordinary word alone in capitals, too long for an acronym: LAMPIRAN."""
    words = _WORD.findall(text)
    return (
        len(words) == 1
        and words[0].isupper()
        and len(words[0]) > _ACRONYM
        and words[0].lower() in ordinary
    )


def _raised(text: str, small: frozenset[str], keep: Sequence[Span] = ()) -> str:
    """A text with a capital for each word but the `small` ones, and what `keep` covers."""

    def raised(match: re.Match[str]) -> str:
        word = match.group()
        kept = word.lower() in small or _covered(match, keep)
        return word if kept else word[:1].upper() + word[1:]

    return _if_as_long(_ENGLISH.sub(raised, text), text)


def _covered(match: re.Match[str], spans: Sequence[Span]) -> bool:
    return any(span.start < match.end() and match.start() < span.end for span in spans)


def _if_as_long(changed: str, text: str) -> str:
    return changed if len(changed) == len(text) else text
