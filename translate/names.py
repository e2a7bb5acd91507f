"""Names that stand in the source and are missing in the target.

A capitalised word counts as a name unless it is an ordinary word of the language (a word list that
belongs to the language) or part of a term. A name is accounted for if it stands unchanged in the
target, or if a known English form of it does.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale, UnknownLocaleError

from glossary.term import Span
from translate.model import Finding, HitResult, Severity

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SPLIT = re.compile("['’-]")
_CLITIC = re.compile("-?(?:nya|lah|kah|pun)$")
_STEM = 5  # letters that a derived form shares with its name: Russia, Russian


def find(
    source: str, target: str, results: Sequence[HitResult], source_lang: str, target_lang: str
) -> Iterator[Finding]:
    """A warning for each name of the source that the target lost; nothing without a word list."""
    words = _words(source_lang)
    if not words.ordinary or not target.strip():
        return
    forms = _forms(source_lang, target_lang)
    there = {part for word in _TOKEN.findall(target) for part in (word, *_SPLIT.split(word))}
    spans = [result.hit.span for result in results]
    headline = _is_headline(source)
    told: set[str] = set()
    for match in _TOKEN.finditer(source):
        name, place = match.group(), Span(*match.span())
        if name in told or any(span.overlaps(place) for span in spans):
            continue
        if not _looks_like_name(name) or words.knows(name, derived=headline):
            continue
        if name not in there and not _has_form(name, forms, there):
            told.add(name)
            message = f"The name “{name}” of the source is missing or spelled differently."
            yield Finding("name", Severity.WARNING, message)


@dataclass(frozen=True, slots=True)
class _Words:
    """The ordinary words of a language and the affixes that derive others from them."""

    ordinary: frozenset[str]
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()

    def knows(self, word: str, *, derived: bool) -> bool:
        """True for an ordinary word, with a clitic or hyphenated; `derived` admits affixes."""
        word = word.lower()
        if word in self.ordinary or _CLITIC.sub("", word) in self.ordinary:
            return True
        if all(part in self.ordinary for part in _SPLIT.split(word)):
            return True
        return derived and any(stem in self.ordinary for stem in self._stems(word))

    def _stems(self, word: str) -> Iterator[str]:
        for prefix in ("", *self.prefixes):
            for suffix in ("", *self.suffixes):
                stem = word.removeprefix(prefix).removesuffix(suffix)
                if stem != word and len(stem) >= 4:
                    yield stem


def _looks_like_name(word: str) -> bool:
    return word[0].isupper() and (len(word) > 2 or (len(word) == 2 and word.isupper()))


def _is_headline(text: str) -> bool:
    """True if nearly all words are capitalised, so that capitals say little."""
    words = [word for word in _TOKEN.findall(text) if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _has_form(name: str, forms: dict[str, set[str]], there: set[str]) -> bool:
    """True if a known form of `name` stands in the target, or a longer word that begins like it."""
    known = forms.get(name, set())
    short = {form for form in known if len(form) <= 2}
    stems = tuple(form[:_STEM] for form in known - short)
    return bool(short & there) or any(word.startswith(stems) for word in there if stems)


@cache
def _words(lang: str) -> _Words:
    path = files("translate.languages").joinpath(f"{lang}.words.txt")
    if not path.is_file():
        return _Words(frozenset())
    lines = path.read_text("utf-8").splitlines()
    affixes = _table(lang).get("affixes", {})
    return _Words(
        frozenset(line for line in lines if not line.startswith("#")),
        tuple(affixes.get("prefixes", ())),
        tuple(affixes.get("suffixes", ())),
    )


@cache
def _forms(source_lang: str, target_lang: str) -> dict[str, set[str]]:
    """The words of a name in the source language, each with the words that may stand for it."""
    forms: dict[str, set[str]] = {}
    try:
        ours, theirs = Locale(source_lang).territories, Locale(target_lang).territories
    except UnknownLocaleError:
        pass
    else:
        for code in ours:
            for word in _TOKEN.findall(ours[code]):
                forms.setdefault(word, set()).update(_TOKEN.findall(theirs.get(code, "")))
    for word, accepted in _table(source_lang).get("forms", {}).items():
        forms.setdefault(word, set()).update(accepted)
    return forms


def _table(lang: str) -> dict[str, Any]:
    path = files("translate.languages").joinpath(f"{lang}.names.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
