"""Runs of capitalised words, and the names they hold: titles cut off, one name from the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.naming.cues import Cues
from glossary.term import Span

_WORD = re.compile(r"[^\W_]+(?:['’.&\-][^\W_]+)*")
_OPENS = re.compile(r"(?:^|[.!?:;…]|^[\"“”‘’'(«\[\s–—-]+|[.!?:,]\s*[\"“‘«]|\s[\"“‘«])\s*$")
ROMAN = re.compile("[IVX]+")
_INITIAL = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_SHORT = 3  # letters of an abbreviation that takes a stop before a name: Dr., Drs., br.


class Word(NamedTuple):
    """A word of a text, the one `at` that place among them, `text[start:end]`; `low` in small
    letters, `capital` if it begins with one, `opens` where that says nothing, `joined` to the word
    before, or behind it and a `comma`, `listed` as a part of a name that a list knows."""

    text: str
    low: str
    capital: bool
    at: int
    start: int
    end: int
    opens: bool
    joined: bool
    listed: bool
    comma: bool


class Part(NamedTuple):
    """A name inside a run: its words; the `title` of a person before it, `head` if it begins with
    the head of an organisation or a place; `governed` between a title and the person who has it."""

    words: tuple[Word, ...]
    title: str = ""
    head: str = ""
    governed: bool = False


def words_of(text: str, known: Sequence[Span] = (), cues: Cues | None = None) -> list[Word]:
    """The words of a text in order; those in `known` places are listed."""
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        start, last = match.span()
        gap, written = text[end:start], match.group()
        if cues and "-" in written:
            written = cues.words.name(written)
            last = start + len(written)
        stop = gap in (". ", ".") and bool(found) and _takes_stop(found[-1].text)
        joined = bool(found) and (stop or gap in (" ", "\u00a0"))
        opens = not joined and opens_sentence(text, start, end)
        listed = bool(known) and any(start < k.end and k.start < last for k in known)
        low, capital = written.lower(), written[0].isupper()
        found.append(
            Word(written, low, capital, len(found), start, last, opens, joined, listed, gap == ", ")
        )
        end = last
    return found


def opens_sentence(text: str, place: int, behind: int = 0) -> bool:
    """True where a sentence, a quotation or a clause behind a colon begins; what stands before the
    place `behind` is no reason, save that nothing does."""
    return _OPENS.search(text, behind, place) is not None


def _takes_stop(word: str) -> bool:
    return bool(_INITIAL.fullmatch(word)) or (word.isalpha() and len(word) <= _SHORT)


def runs(words: Sequence[Word], cues: Cues) -> Iterator[tuple[Word, ...]]:
    """Joined words with capitals, and particles between them, longest first; and the "and" of an
    office: Menteri Energi dan Sumber Daya Mineral."""
    run: list[Word] = []
    for word in words:
        inside = _named(word, cues) or (
            bool(run)
            and _leads(words, word.at, cues)
            and (word.low in cues.particles or _joins(run, word, words[word.at + 1], cues))
        )
        if run and not (inside and (word.joined or _goes_on(run, word, cues))):
            yield tuple(run)
            run = []
        if inside:
            run.append(word)
    if run:
        yield tuple(run)


def _is_office(run: Sequence[Word], cues: Cues) -> bool:
    """True for a title and what goes on with it, and no name."""
    title = run[0].low
    return title in cues.titles and all(_role(word, title, cues, frozenset()) for word in run[1:])


def _joins(run: Sequence[Word], word: Word, behind: Word, cues: Cues) -> bool:
    """True for the "and" of an office, before one more word of it."""
    return word.low in cues.joins and _is_office((*run, behind), cues)


def _goes_on(run: Sequence[Word], word: Word, cues: Cues) -> bool:
    """True for a word behind a comma in an office: Menteri Pendidikan, Kebudayaan, dan Riset."""
    return (
        word.comma
        and not word.opens
        and word.low not in cues.titles
        and _is_office((*run, word), cues)
    )


def _leads(words: Sequence[Word], at: int, cues: Cues) -> bool:
    """True for a particle before a name, or before another one that is."""
    behind, two = (words[n] if n < len(words) else None for n in (at + 1, at + 2))
    if behind is None or not behind.joined:
        return False
    return _named(behind, cues) or (behind.low in cues.particles and bool(two and two.capital))


def _named(word: Word, cues: Cues) -> bool:
    """True for a capital, in front or behind the particle of "al-Karimi"."""
    if word.capital or "-" not in word.text:
        return word.capital
    before, _, after = word.text.partition("-")
    return before in cues.particles and after[:1].isupper()


def parts(run: Sequence[Word], cues: Cues, people: frozenset[str]) -> Iterator[Part]:
    """The names of a run. `people` are words of people's names that the article has taught, and
    what its other names of several words are without their heads."""
    words = list(run)
    at = 0
    while at < len(words):
        closes = at + 1 < len(words) and words[at + 1].low in cues.ends  # Madura United
        if words[at].listed and words[at].low not in cues.titles and not closes:
            at += 1
            if at < len(words) and not words[at].listed and head_at(words, at, cues):
                at = _end(words, at, cues, people)  # *Dewan Keamanan* Selat Bersama: one name
            continue
        if words[at].low in cues.titles and not _sure(words, at, people):
            title, at = words[at].low, at + 1
            closed = _closed(words, at, cues) or _short(words, at, people)
            if closed:  # Pelatih *Bintang Laut FC* …
                yield Part(tuple(words[at:closed]))
                at = closed
            while at < len(words) and (
                f"{words[at - 1].low} {words[at].low}" in cues.pairs
                or _role(words[at], title, cues, people)
            ):
                title = words[at].low if words[at].low in cues.titles else title
                at += 1
            end = _end(words, at, cues, people)
            place = _before_person(words, at, end, cues, people)
            if place:
                yield Part(tuple(words[at : at + place]), governed=title in cues.governing)
                at += place
            if at < end:
                head = head_at(words, at, cues)
                apart = end < len(words) and words[end].low in cues.titles
                governed = apart and title in cues.governing
                title = "" if head or apart else title
                yield Part(tuple(words[at:end]), title, head, governed)
        else:
            end = _end(words, at, cues, people)
            yield Part(tuple(words[at:end]), head=head_at(words, at, cues))
        at = max(end, at + 1) if at < len(words) else at


def _sure(words: Sequence[Word], at: int, people: frozenset[str]) -> bool:
    return words[at].text in people and words[at].text not in ("", words[at].low)


def _closed(words: Sequence[Word], at: int, cues: Cues) -> int:
    """Where a name that begins at `at` is closed as organisations are; 0 if it is not."""
    for end in range(at, len(words)):
        if words[end].low in cues.titles or head_at(words, end, cues) in cues.organisations:
            return 0
        if words[end].low in cues.ends and end > at:
            return end + 1
    return 0


def _short(words: Sequence[Word], at: int, known: frozenset[str]) -> int:
    """Where a name ends that the article has with a head elsewhere; 0 if none begins at `at`."""
    for end in range(len(words), at + 1, -1):
        if " ".join(word.text for word in words[at:end]) in known:
            return end
    return 0


def _role(word: Word, title: str, cues: Cues, people: frozenset[str]) -> bool:
    """True for a word that goes on with a title: Menteri *Luar Negeri*, Wakil *Ketua*."""
    low = word.low
    if word.listed or (low in cues.joins and not word.capital):
        return True
    if low in cues.organisations or low in cues.places or word.text in people:
        return False
    return low in cues.titles or (
        title not in cues.governing  # Bupati *Muara Enau*
        and low not in cues.given
        and word.text != word.text.upper()
        and cues.words.knows(word.text, derived=False)
    )


def head_at(words: Sequence[Word], at: int, cues: Cues) -> str:
    """The head of an organisation or a place that begins at a word; empty if none does."""
    if at >= len(words):
        return ""
    low = words[at].low
    if at + 1 < len(words):
        two = f"{low} {words[at + 1].low}"
        if two in cues.organisations or two in cues.places:
            return two
    return low if low in cues.organisations or low in cues.places else ""


def _end(words: Sequence[Word], at: int, cues: Cues, people: frozenset[str]) -> int:
    """Where the name that begins at `at` ends: at a title, a head, or a person behind another."""
    headed = bool(head_at(words, at, cues))
    for end in range(at + 1, len(words)):
        word = words[end]
        if word.listed and not headed:
            return end
        person = word.text in people or word.low in cues.given
        if word.low in cues.titles and len(word.text) > 1 and not person:
            return end
        if (
            head_at(words, end, cues)
            and words[end - 1].text.isupper()
            and end == at + 1
            and not headed
        ):
            return end  # DPRD Kabupaten …
        if headed and at + 1 < end < len(words) - 1 and person:
            return end
    return len(words)


def _before_person(
    words: Sequence[Word], at: int, end: int, cues: Cues, people: frozenset[str]
) -> int:
    """How many words name what a title governs: Bupati *Lanny Timur* Yunus Wonda."""
    if at >= end or head_at(words, at, cues):
        return 0
    known = [
        place
        for place in range(at, end)
        if words[place].text in people or words[place].low in cues.given
    ]
    return known[0] - at if known and known[0] > at and end - known[0] > 1 else 0
