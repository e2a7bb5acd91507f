"""What reading and splitting must know about a source language, loaded from its data file.

A language is data: ``languages/<code>.toml`` adds to ``languages/default.toml``, which alone
serves a language without a file. No module asks which language it has before it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.resources import files
from typing import Any

from translate.languages.lists import lines_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CODE = re.compile(r"[a-z]{2,8}")


@dataclass(frozen=True, slots=True)
class BreakRule:
    """A rule of an SRX file: where `pattern` (of the `regex` library) ends, a sentence ends or
    does not; `where` names the rule in messages."""

    breaks: bool
    pattern: Any
    where: str


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one source language; all of them in lower case but `outlets`,
    `places` and `capitals`.

    `never`, `number` and `closing` are abbreviations without their last stop: those that never
    end a sentence, those that do not before a number, and those that may. `starters` begin
    sentences, `attribution` names the speaker behind a quotation, `conjunctions` may follow a cut,
    `letters` stand before a lone letter that is no initial, `hyphens` before a hyphen that stays.
    `offsets` are the hours by which zones are ahead of UTC. `headline_small` keep small letters in
    headlines. `own` are the words that make a date or a label one of this language.

    `begin` may begin a sentence though in small letters; a blank behind `blank_after` or before
    `blank_before` ends one; `close` are marks that close a quotation here and open one elsewhere;
    with `ordinals` a number with a stop is "third". `rules`, if there are any, end sentences in
    place of all this.
    """

    code: str
    encodings: tuple[str, ...]
    never: frozenset[str]
    capitals: frozenset[str]
    firms: frozenset[str]
    number: frozenset[str]
    closing: frozenset[str]
    starters: frozenset[str]
    ordinary: frozenset[str]
    attribution: frozenset[str]
    conjunctions: frozenset[str]
    letters: frozenset[str]
    hyphens: frozenset[str]
    months: frozenset[str]
    days: frozenset[str]
    date_words: frozenset[str]
    zones: frozenset[str]
    offsets: tuple[tuple[str, int], ...]
    people: frozenset[str]
    labels: frozenset[str]
    stamps: frozenset[str]
    bylines: frozenset[str]
    editors: frozenset[str]
    after_names: frozenset[str]
    links: frozenset[str]
    more: frozenset[str]
    furniture: frozenset[str]
    appeals: frozenset[str]
    headline_small: frozenset[str]
    outlets: frozenset[str]
    places: frozenset[str]
    own: frozenset[str]
    begin: tuple[str, ...] = ()
    blank_after: tuple[str, ...] = ()
    blank_before: tuple[str, ...] = ()
    close: str = ""
    ordinals: bool = False
    rules: tuple[BreakRule, ...] = ()

    def is_neutral(self, text: str) -> bool:
        """True if no date, label or place word of this language's own occurs in `text`.

        Such a line ("Jan 16, 2022 08:40 Asia/Jakarta", "JAKARTA, KOMPAS.com –") reads the same in
        any language and may be copied; "Selasa, 12 Maret 2024" may not.
        """
        return not any(word.casefold() in self.own for word in _WORD.findall(text))


@cache
def load_language(code: str) -> Language:
    """The language of an ISO 639 code; a region ("id-ID") is ignored.

    A language without a data file gets the default lists.
    """
    short = re.split(r"[-_]", code.strip().lower())[0]
    base = _table("default")
    own = _table(short) if _CODE.fullmatch(short) and short != "default" else {}
    return _marked(_build(short, base, own), own)


def _table(name: str) -> Mapping[str, Any]:
    source = files("translate.languages") / f"{name}.toml"
    if not source.is_file():
        return {}
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _words(base: Mapping[str, Any], own: Mapping[str, Any], table: str, key: str) -> frozenset[str]:
    """The words under a key of both files, in lower case."""
    found = [*base.get(table, {}).get(key, []), *own.get(table, {}).get(key, [])]
    return frozenset(word.casefold() for word in found)


def _build(code: str, base: Mapping[str, Any], own: Mapping[str, Any]) -> Language:
    words = partial(_words, base, own)

    def names(key: str) -> frozenset[str]:
        found = [*base["dateline"][key], *own.get("dateline", {}).get(key, [])]
        return frozenset(found)

    return Language(
        code=code,
        encodings=tuple(own.get("encodings", base["encodings"])),
        never=words("abbreviations", "never"),
        capitals=frozenset(own.get("abbreviations", {}).get("capitals", [])),
        firms=words("abbreviations", "firms"),
        number=words("abbreviations", "number"),
        closing=words("abbreviations", "closing") - _never(own),
        starters=words("sentences", "starters"),
        ordinary=_ordinary(code),
        attribution=words("sentences", "attribution"),
        conjunctions=words("sentences", "conjunctions"),
        letters=words("sentences", "letters"),
        hyphens=words("sentences", "hyphens"),
        months=words("dates", "months"),
        days=words("dates", "days"),
        date_words=words("dates", "words"),
        zones=words("dates", "zones"),
        offsets=tuple(own.get("dates", {}).get("offsets", {}).items()),
        people=words("header", "people"),
        labels=words("header", "labels"),
        stamps=words("header", "stamps"),
        bylines=words("header", "bylines"),
        editors=words("header", "editors"),
        after_names=words("header", "after_names"),
        links=words("related", "links"),
        more=words("related", "more"),
        furniture=words("related", "furniture"),
        appeals=words("related", "appeals"),
        headline_small=words("headline", "small"),
        outlets=names("outlets"),
        places=names("places"),
        own=_own(own),
    )


def _ordinary(code: str) -> frozenset[str]:
    """The words of ``<code>.words.txt``, if there is one: ordinary words of the language."""
    return frozenset(lines_of(f"{code}.words.txt") if _CODE.fullmatch(code) else ())


def _marked(language: Language, own: Mapping[str, Any]) -> Language:
    """`language` with what only its own file says of marks and blanks."""
    sentences = own.get("sentences", {})
    return replace(
        language,
        begin=tuple(sentences.get("begin", [])),
        blank_after=tuple(sentences.get("blank_after", [])),
        blank_before=tuple(sentences.get("blank_before", [])),
        close=own.get("marks", {}).get("close", ""),
        ordinals=bool(sentences.get("ordinals")),
    )


def _never(own: Mapping[str, Any]) -> frozenset[str]:
    """What a language's own file says never ends a sentence goes before the default lists."""
    return frozenset(word.casefold() for word in own.get("abbreviations", {}).get("never", []))


def _own(table: Mapping[str, Any]) -> frozenset[str]:
    """The words that only this language uses; those of the default file are everybody's."""
    dates, header = table.get("dates", {}), table.get("header", {})
    neutral = table.get("neutral", {})
    phrases = [
        *dates.get("months", []),
        *dates.get("days", []),
        *dates.get("words", []),
        *header.get("people", []),
        *header.get("labels", []),
        *header.get("stamps", []),
        *neutral.get("exonyms", []),
    ]
    words = {word.casefold() for phrase in phrases for word in _WORD.findall(phrase)}
    return frozenset(words - set(neutral.get("shared", [])))
