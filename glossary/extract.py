"""Proposals for a term list out of texts: “Long Form (ABC)” and names that come again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from glossary.folding import key
from glossary.forms import Forms
from glossary.term import Status, Term

MOST_WORDS = 12  # of a long form
_ACRONYM = re.compile(r"\(\s*([A-Z][A-Za-z0-9-]{1,11})\s*\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STARTS = re.compile(r"(?:^|[.!?:;\"“”(\n]\s*|[-–—]\s+)\Z")
_REACH = 400  # characters before a bracket in which its long form stands
_AROUND = 40  # characters of context on each side


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phrase that may deserve an entry: how often it stands in the texts, and once where."""

    source: str
    acronym: str
    count: int
    context: str

    def as_term(self) -> Term:
        """An entry with the status proposed; its target is left to be filled in."""
        note = f"{self.count}×: {self.context}"
        return Term(self.source, "", self.acronym, status=Status.PROPOSED, note=note)


def propose(
    texts: Iterable[str], forms: Forms, ordinary: frozenset[str], least: int = 2
) -> list[Proposal]:
    """What the texts define or name at least `least` times, the most frequent first.

    `ordinary` are the words of the language that make no name, in lower case. A definition
    “Long Form (ABC)” is proposed however rare; its long form must have the acronym's letters.
    """
    everything = "\n".join(texts)
    pairs: dict[tuple[str, str], int] = {}
    for long, short, at in definitions(everything, forms):
        pairs.setdefault((long, short), at)
    found = [
        Proposal(long, short, _count(everything, long, short), _context(everything, at))
        for (long, short), at in pairs.items()
    ]
    covered = {part for long, short in pairs for part in (key(long), key(short))}
    names = _names(everything, ordinary)
    for name, places in names.items():
        inside = any(f" {key(name)} " in f" {other} " for other in covered)
        if len(places) >= least and not inside:
            found.append(Proposal(name, "", len(places), _context(everything, places[0])))
    return sorted(found, key=lambda p: (not p.acronym, -p.count, p.source))


def definitions(text: str, forms: Forms) -> Iterator[tuple[str, str, int]]:
    """Each “Long Form (ABC)” whose letters fit: both forms, and where the long one begins."""
    for match in _ACRONYM.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()]
        long = _long_form(before, match[1], forms)
        if long:
            yield long, match[1], match.start() - len(before) + before.rindex(long)


def initials(words: Iterable[str]) -> str:
    """The first letters of words; both letters of a hyphenated one: Bangsa-Bangsa gives BB."""
    return "".join(part[0].upper() for word in words for part in word.split("-") if part)


def _long_form(before: str, acronym: str, forms: Forms) -> str:
    """The words before a bracket whose initials, or whose syllables, make the acronym; "" if none.

    Words such as “dan” and “untuk” may be passed over.
    """
    sentence = re.split(r"[.!?;:()\"“”\n]", before)[-1]
    words = list(_WORD.finditer(sentence))[-MOST_WORDS:]
    letters = acronym.replace("-", "").upper()
    best = ""
    for first in range(len(words) - 1, -1, -1):
        chosen = [w.group() for w in words[first:]]
        bare = [w for w in chosen if w.lower() not in forms.function_words]
        phrase = sentence[words[first].start() :].strip()
        if not bare or chosen[0] not in bare or "," in phrase or len(chosen) < 2:
            continue
        if letters in (initials(bare), initials(chosen)):
            return phrase
        if not best and chosen[0][0].isupper() and _syllables(letters, bare):
            best = phrase
    return best


def _syllables(letters: str, words: list[str]) -> bool:
    """True if the acronym is made of beginnings of the words, in order: Kemenkeu, Bapenas.

    Of three words or more one may be passed over, but the first: Kemlu.
    """

    def fits(left: str, rest: list[str], spare: int) -> bool:
        if not rest:
            return not left
        word = rest[0].upper()
        most = min(len(word), len(left), 5)
        if any(
            left[:n] == word[:n] and fits(left[n:], rest[1:], spare) for n in range(most, 0, -1)
        ):
            return True
        return spare > 0 and len(rest) < len(words) and fits(left, rest[1:], spare - 1)

    return len(words) <= 6 and fits(letters, words, int(len(words) > 2 and len(letters) > 3))


def _names(text: str, ordinary: frozenset[str]) -> Mapping[str, list[int]]:
    """Runs of capitalised words in mid-sentence, and where they stand."""
    places: dict[str, list[int]] = {}
    sure: Counter[str] = Counter()
    for start, run in _runs(text):
        words = run.split()
        opening = _STARTS.search(text[max(0, start - 4) : start]) is not None
        if all(word.lower() in ordinary for word in words):
            continue
        if opening and len(words) > 1 and words[0].lower() in ordinary:
            start, run = start + len(words[0]) + 1, " ".join(words[1:])
        places.setdefault(run, []).append(start)
        sure[run] += not opening
    return {run: found for run, found in places.items() if sure[run]}


def _runs(text: str) -> Iterator[tuple[int, str]]:
    for line in re.finditer(r"[^\n]+", text):
        words = _WORD.findall(line.group())
        if words and sum(w[0].isupper() for w in words) > 0.8 * len(words):
            continue  # a headline, whose capitals say nothing
        last: list[re.Match[str]] = []
        for word in (*_WORD.finditer(line.group()), None):
            joined = bool(last and word) and line.group()[last[-1].end() : word.start()] == " "  # type: ignore[union-attr]
            capital = word is not None and word.group()[0].isupper() and len(word.group()) > 1
            if last and not (capital and joined):
                start = line.start() + last[0].start()
                yield start, text[start : line.start() + last[-1].end()]
                last = []
            if capital and word is not None:
                last.append(word)


def _count(text: str, long: str, short: str) -> int:
    return len(re.findall(rf"\b(?:{re.escape(long)}|{re.escape(short)})\b", text))


def _context(text: str, at: int) -> str:
    begin, end = max(0, at - _AROUND), min(len(text), at + 2 * _AROUND)
    return f"…{' '.join(text[begin:end].split())}…"
