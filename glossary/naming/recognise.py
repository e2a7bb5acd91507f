"""Recognises the names of an article: where they stand, what kind they are, whose short form.

Without a model, in three readings. The first parses runs of capitals and weighs what stands around
them: titles, heads, ages, prepositions, verbs of speech. Then the article votes: a name has one
kind throughout, and the parts of a person's long name are that person's. The last reading finds
the short forms, names at the beginning of sentences, and those in headlines, where capitals say
nothing by themselves. After Mikheev (1999), "A knowledge-free method for capitalized word
disambiguation": what a document shows in a sure place settles the doubtful ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from glossary.naming.cues import Cues, NameKind
from glossary.naming.runs import ROMAN, Part, Word, head_at, parts, runs, words_of
from glossary.naming.votes import Found, Verdict, vote
from glossary.term import Span

_INITIALS = re.compile(r"[A-Z][a-z]{0,4}(?:\.[A-Z][a-z]{0,4})+")
_NUMBER = re.compile(r"[IVX]+(?:-\d+)?")
_LONG = 3  # letters; shorter words say little about the case of a text
_SHARE = 0.7  # of the longer words of a headline have a capital


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text. `full` is its longest form in the article; other languages change those
    that are `renamed`; `told` is one whose kind stands beside it somewhere (klub Persika), `again`
    one of several sentences."""

    span: Span
    name: str
    kind: NameKind
    full: str
    renamed: bool = False
    told: bool = False
    again: bool = False


def recognise(
    texts: Sequence[str], cues: Cues, known: Sequence[Sequence[Span]] = ()
) -> list[tuple[Mention, ...]]:
    """The names in each text of one article, in order and without overlap.

    `known` are the places, text by text, that lists know: they bound names, and are none here.
    A language without ordinary words gets none: everything would be a name.
    """
    if not cues.words.ordinary:
        return [() for _ in texts]
    listed = known or [()] * len(texts)
    split = [words_of(text, spans, cues) for text, spans in zip(texts, listed, strict=True)]
    body = [not is_headline(text, words) for text, words in zip(texts, split, strict=True)]
    named = [(n, run) for n, fine in enumerate(body) if fine for run in runs(split[n], cues)]
    read = [_names(n, texts[n], run, cues, frozenset()) for n, run in named]
    people = _taught(vote([*chain(*read)], texts, split, cues).kinds, cues)
    # What the first reading taught tells one name from the next in the second.
    told = {word for name in people for word in name.split()}
    found = [
        one
        for (n, run), before in zip(named, read, strict=True)
        for one in (
            before
            if told.isdisjoint(word.text for word in run)
            else _names(n, texts[n], run, cues, people)
        )
    ]
    verdict = vote(found, texts, split, cues)
    kinds = verdict.kinds
    full = _long_forms(kinds)
    taught = _lessons(kinds, full, cues)
    most = max((len(name.split()) for name in taught), default=1)
    by_text: dict[int, list[Found]] = {}
    for one in found:
        by_text.setdefault(one.text, []).append(one)
    return [
        _mentions(
            text,
            by_text.get(number, []),
            verdict,
            full,
            _elsewhere(text, words, taught, full, most, headline=not body[number]),
        )
        for number, (text, words) in enumerate(zip(texts, split, strict=True))
    ]


def is_headline(text: str, words: Sequence[Word]) -> bool:
    """True if nearly all words are capitalised, so that capitals say little; no sentence is."""
    if text.rstrip(' "”’)').endswith((".", ",", ";", ":")):
        return False
    longer = [word for word in words if len(word.text) > _LONG]
    return len(longer) > 2 and sum(w.capital for w in longer) >= _SHARE * len(longer)


def _names(
    number: int, text: str, run: Sequence[Word], cues: Cues, people: frozenset[str]
) -> list[Found]:
    found = []
    for part in parts(run, cues, people):
        kept = _trimmed(part, cues, people)
        if kept is not None:
            span = Span(kept.words[0].start, kept.words[-1].end)
            found.append(Found(number, kept, span, _written(span.of(text))))
    return found


def _trimmed(part: Part, cues: Cues, people: frozenset[str]) -> Part | None:
    """A part without the ordinary word that opens a sentence, and without the number of what
    stands before; None if no name is left."""
    words = part.words
    while words and (_plain(words[0], part, cues, people) or _numbered(words, cues)):
        words = words[1:]
        part = part._replace(words=words, head=head_at(words, 0, cues))
    loose = (cues.never, cues.particles, cues.joins)
    while len(words) > 1 and any(words[-1].low in row for row in loose):
        words = words[:-1]
        part = part._replace(words=words)
    if not words or (len(words) == 1 and part.head):
        return None
    if cues.bars(words[0].text) or (len(words) == 1 and _junk(words[0].text, people)):
        return None
    if all(word.low in cues.sides for word in words):
        return None
    sure = part.title or part.governed or (part.head and len(words) > 1)
    if not sure and not any(
        (word.text in people or word.low in cues.given or _odd(word, cues))
        and not _NUMBER.fullmatch(word.text)
        for word in words
    ):
        return None
    return part


def _numbered(words: Sequence[Word], cues: Cues) -> bool:
    """True if the first word belongs to what goes before: Pengadilan Militer *I-04* Palembang; but
    I Made Suparta."""
    if len(words) < 2 or not _NUMBER.fullmatch(words[0].text):
        return False
    return words[0].text != "I" or words[1].low not in cues.given


def _junk(word: str, people: frozenset[str]) -> bool:
    """True for what is no name by itself: S.E., II, G20, and two letters that are nobody's."""
    if any(letter.isdigit() for letter in word) or _INITIALS.fullmatch(word):
        return True
    return (len(word) < _LONG and word not in people) or bool(ROMAN.fullmatch(word))


def _plain(word: Word, part: Part, cues: Cues, people: frozenset[str]) -> bool:
    """True for an opening word with a capital only because of its place."""
    if word is not part.words[0] or not word.opens or part.head or part.title:
        return False
    inside = range(1, len(part.words))
    closed = len(part.words) > 1 and part.words[-1].low in cues.ends
    if closed and not any(head_at(part.words, i, cues) for i in inside):
        return False
    follows = len(part.words) > 1 and not cues.bars(part.words[1].text)
    if word.text in people or (word.low in cues.given and follows):
        return False
    return not _odd(word, cues)


def _odd(word: Word, cues: Cues) -> bool:
    """True for a word that is none of the language's."""
    if word.low in cues.towns and not word.opens:
        return True
    return not cues.words.knows(word.text, derived=word.opens) and not cues.bars(word.text)


def _written(name: str) -> str:
    return " ".join(name.split())


def _taught(kinds: Mapping[str, NameKind], cues: Cues) -> frozenset[str]:
    """The words of all people's names, and what other names are without head and end."""
    people = (
        word
        for name, kind in kinds.items()
        if kind is NameKind.PERSON
        for word in name.split()
        if _teachable(word, name, cues)
    )
    return frozenset((*people, *(_bare(name, cues) for name in kinds)))


def _bare(name: str, cues: Cues) -> str:
    """A name without its head and end, if several words are left; else nothing."""
    words = name.split()
    own = words[cues.head(words) :]
    own = own[:-1] if own and own[-1].lower() in cues.ends else own
    return " ".join(own) if 1 < len(own) < len(words) else ""


def _teachable(word: str, name: str, cues: Cues) -> bool:
    """True for a word of a person's name that may stand for it; ordinary ones only in front."""
    if not word[0].isupper() or len(word) < _LONG or word.lower() in cues.titles:
        return False
    odd = not cues.words.knows(word, derived=False) or word.lower() in cues.given
    return odd or (name.startswith(f"{word} "))


def _long_forms(kinds: dict[str, NameKind]) -> dict[str, str]:
    """The longest form of each name in the article; short forms take over its kind."""
    full = {}
    longest = sorted(kinds, key=lambda name: (-name.count(" "), name))
    padded = [(other, f" {other} ") for other in longest]
    for name in kinds:
        inside, single = f" {name} ", " " not in name
        full[name] = name
        for other, whole in padded:
            if inside not in whole or other == name or kinds[other] is NameKind.UNKNOWN:
                continue
            if single or kinds[name] in (kinds[other], NameKind.UNKNOWN):
                full[name] = other
                kinds[name] = kinds[other]
                break
    return full


def _lessons(kinds: Mapping[str, NameKind], full: dict[str, str], cues: Cues) -> dict[str, str]:
    """All names in small letters, and the parts of people's; `full` learns whose they are."""
    taught = {name.casefold(): name for name in sorted(kinds, reverse=True)}
    for name, kind in kinds.items():
        if kind is NameKind.PERSON:
            for word in name.split():
                if _teachable(word, name, cues):
                    taught.setdefault(word.casefold(), word)
                    full.setdefault(word, full[name])
    return taught


def _elsewhere(
    text: str,
    words: Sequence[Word],
    taught: Mapping[str, str],
    full: Mapping[str, str],
    most: int,
    *,
    headline: bool,
) -> list[tuple[Span, str]]:
    """Names that the article has taught, where capitals alone would not show them: parts of
    people's names that open a sentence, and all names in headlines. They have `most` words."""
    found: list[tuple[Span, str]] = []
    end = 0
    for word in words:
        if word.at < end or not (headline or word.opens):
            continue
        size, name = _longest(text, words, word.at, most, taught)
        end = word.at + size
        if size:
            span = Span(word.start, words[end - 1].end)
            last = found[-1] if found else None
            if last and full[last[1]] == full[name] and text[last[0].end : span.start] == " ":
                # "Gilang Raharja" in a headline, of "Gilang Raharja bin Suparman" in the body.
                span, name = Span(last[0].start, span.end), full[name]
                found.pop()
            found.append((span, name))
    return found


def _longest(
    text: str, words: Sequence[Word], at: int, most: int, taught: Mapping[str, str]
) -> tuple[int, str]:
    first = words[at]
    if not first.capital or first.listed:
        return 0, ""
    for size in range(min(most, len(words) - at), 0, -1):
        span = Span(first.start, words[at + size - 1].end)
        if name := taught.get(_written(span.of(text)).casefold()):
            return size, name
    return 0, ""


def _mentions(
    text: str,
    found: Sequence[Found],
    verdict: Verdict,
    full: Mapping[str, str],
    elsewhere: Sequence[tuple[Span, str]],
) -> tuple[Mention, ...]:
    spans = {one.span: one.name for one in found}
    for span, name in elsewhere:
        if not any(span.overlaps(other) for other in spans):
            spans[span] = name
    mentions = []
    for span in sorted(spans):
        name = spans[span]
        long = full.get(name, name)
        kind = verdict.kinds.get(name, verdict.kinds.get(long, NameKind.UNKNOWN))
        shown = (verdict.renamed, verdict.told, verdict.again)
        renamed, told, again = (bool({name, long} & names) for names in shown)
        mentions.append(Mention(span, name, kind, long, renamed, told, again))
    return tuple(mentions)
