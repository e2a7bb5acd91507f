"""Datelines, bylines and file stamps put into the target language by rule.

A small model guesses at "Kamis, 2 Mei 2024 08.00 WIT" and respells the author; a calendar (CLDR)
and a short list of phrases (``languages/<pair>.header.toml``) do not. A line of which one word is
not understood is left to the model, whole.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale, UnknownLocaleError

from translate.checks.quantities.lexicon import Lexicon, load_lexicon
from translate.dates import written
from translate.languages import Language

_TOKEN = re.compile(r"\d{1,4}(?:[./:-]\d{1,4})*|[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?|\s+|.", re.DOTALL)
_CLOCK = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)(?:[.:][0-5]\d)?")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_IN_WORDS = re.compile(r"(\d{1,2})\s+([^\W\d_]+)\.?(?:\s+(\d{4}))?(?!\w)")
_RUN = re.compile(r"[A-Z][^\W\d_]*\.?(?:[-'’ ]+[A-Z][^\W\d_]*\.?)*")
_PLAIN = re.compile(r"\d{1,2}|\d{4}")
_LONGEST = 200  # characters; a longer line is prose


@dataclass(frozen=True, slots=True)
class _Pair:
    """What the rules know of two languages, of which `target` is one; `months` and `days` are its
    names for them, from 1."""

    target: str
    words: Lexicon
    phrases: Mapping[str, str]
    months: Mapping[int, str]
    days: Mapping[int, str]


def rendered(
    text: str, language: Language, target_lang: str, ordinary: frozenset[str], *, names: bool
) -> str | None:
    """`text` in the target language, or None if the rules do not understand all of it.

    With `names`, a run of capitalised words is taken for a name and copied if one of them is not
    among the `ordinary` words of the source language (Bagus Nugroho: "bagus" is "good"); without,
    only the places and outlets that `language` knows are.
    """
    pair = _load(language.code, target_lang)
    if pair is None or len(text) > _LONGEST:
        return None
    made = list(_parts(text, language, pair, ordinary, names=names))
    if any(part is None for part in made):
        return None
    line = re.sub(r"[^\S\n]{2,}", " ", "".join(part for part in made if part is not None)).strip()
    if text[:1].isupper():
        line = line[:1].upper() + line[1:]
    return line if line != text else None


def _parts(
    text: str, language: Language, pair: _Pair, ordinary: frozenset[str], *, names: bool
) -> Iterator[str | None]:
    """The line piece by piece, with None for what is not understood."""
    known = _places(text, language)
    at = 0
    while at < len(text):
        if end := known.get(at):
            yield text[at:end]
        elif date := _date(text, at, pair):
            end = date.end()
            yield _in_words(date, pair)
        elif phrase := _phrase(text, at, pair):
            end = at + len(phrase)
            yield _cased(pair.phrases[phrase.casefold()], phrase)
        elif names and (name := _name(text, at, pair, ordinary)):
            end = at + len(name)
            yield name
        else:
            match = _TOKEN.match(text, at)
            assert match is not None  # the last branch takes any character
            end = match.end()
            yield _token(match.group(), text[:at], text[end:], language, pair)
        at = end


def _date(text: str, at: int, pair: _Pair) -> re.Match[str] | None:
    """The day, month and year, in words, that begin here."""
    match = _IN_WORDS.match(text, at)
    if match is None or (at and text[at - 1].isalnum()):
        return None
    return match if match[2].casefold() in pair.words.months else None


def _in_words(match: re.Match[str], pair: _Pair) -> str | None:
    day, month, year = match.groups()
    number = pair.words.months[month.casefold()]
    line = written(int(day), number, int(year) if year else None, pair.target)
    return _cased(line, month) if line else None


def _name(text: str, at: int, pair: _Pair, ordinary: frozenset[str]) -> str:
    """The run of capitalised words that begins here and can only be a name; else empty."""
    run = _RUN.match(text, at)
    if run is None or (at and text[at - 1].isalnum()):
        return ""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", run.group())]
    calendar = pair.words.months.keys() | pair.words.days.keys()
    sure = any(word not in ordinary and word not in calendar for word in words)
    return run.group() if sure else ""


def _places(text: str, language: Language) -> dict[int, int]:
    """Where places and outlets that the language knows stand: start → end, the longest first."""
    found: dict[int, int] = {}
    own = language.own
    for name in sorted(language.places | language.outlets, key=len):
        if not any(word.casefold() in own for word in name.split()):
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
                found[match.start()] = match.end()
    return found


def _phrase(text: str, at: int, pair: _Pair) -> str:
    """The longest known phrase that begins here, as it stands; empty if there is none."""
    if at and text[at - 1].isalnum():
        return ""
    low = text[at:].casefold()
    fits = [p for p in pair.phrases if low.startswith(p) and not low[len(p) : len(p) + 1].isalnum()]
    return text[at : at + len(max(fits, key=len))] if fits else ""


def _token(
    token: str,
    before: str,
    after: str,
    language: Language,
    pair: _Pair,
) -> str | None:
    if token[0].isdecimal():
        return _number(token, before, after, language, pair)
    if not token[0].isalpha():
        return token
    low = token.casefold().rstrip(".")
    if low in pair.words.days:
        return _cased(pair.days[pair.words.days[low]], token)
    if low in pair.words.months:
        return _cased(pair.months[pair.words.months[low]], token)
    return token if low in language.zones else None


def _number(token: str, before: str, after: str, language: Language, pair: _Pair) -> str | None:
    if date := _DAY.fullmatch(token):
        day, month, year = (int(number) for number in date.groups())
        line = written(day, month, year, pair.target) if pair.words.day_first else ""
        return line or None
    if time := _CLOCK.fullmatch(token):
        cue = before.split()[-1].casefold().strip(".,|(") if before.split() else ""
        zone = re.match(r"\s*([^\W\d_]+)", after)
        zoned = zone is not None and zone.group(1).casefold() in language.zones
        if zoned or cue in pair.words.clock or re.search(r"\b\d{4}\W+$", before):
            return f"{int(time.group(1)):02}:{time.group(2)}"
        return None
    return token if _PLAIN.fullmatch(token) else None


def _cased(word: str, like: str) -> str:
    """`word` in the case of the one that it stands for."""
    if len(like) > 1 and like.isupper():
        return word.upper()
    if like[:1].isupper():
        return word[:1].upper() + word[1:]
    return word


@cache
def _load(source_lang: str, target_lang: str) -> _Pair | None:
    """What is known of a pair; None without a list of phrases or a calendar."""
    source, target = source_lang.split("-")[0], target_lang.split("-")[0]
    words = load_lexicon(source)
    path = files("translate.languages") / f"{source}-{target}.header.toml"
    if words is None or not path.is_file():
        return None
    try:
        calendar = Locale.parse(target)
    except (UnknownLocaleError, ValueError):
        return None
    phrases = tomllib.loads(path.read_text("utf-8"))["phrases"]
    months = dict(calendar.months["format"]["wide"])
    days = {number + 1: name for number, name in calendar.days["format"]["wide"].items()}
    return _Pair(target, words, phrases, months, days)
