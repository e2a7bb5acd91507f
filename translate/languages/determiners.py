"""The article that a target language may want before a term, and its form; a language is data
(``languages/<code>.articles.toml``), and one without data gets none."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from glossary.casing import raised
from glossary.term import Span
from translate.languages.sounds import Sounds

_OPENING = "(\"'“‘["
_INDEFINITE = re.compile(rf"(?<![\w'’.-])[^\W\d_]+(?= [{re.escape(_OPENING)}]*\w)")
_BEGUN = re.compile(rf"(?:\A|[.!?:]\W* )[{re.escape(_OPENING)}]*\Z")


@dataclass(frozen=True, slots=True)
class Determiners:
    """`definite` may be put before a term; after one of `others` or of the `numbers` nothing is.
    A noun after one of `several` is a plural. `indefinite` has the forms before a consonant and
    before a vowel; which one a word takes, its `sounds` say. None stands before what looks like a
    `plural`, save for words that are `singular` all the same. Before `bare` words it is no article:
    "letter a of the law". `attribute_first` says that a noun stands behind the one that describes
    it: the Kazakhstan Foreign Minister."""

    definite: str = ""
    others: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    several: frozenset[str] = frozenset()
    indefinite: tuple[str, str] = ("", "")
    plural: re.Pattern[str] | None = None
    singular: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    sounds: Sounds = field(default_factory=Sounds)
    attribute_first: bool = False

    def before(self, text: str, end: int) -> bool:
        """True if a determiner, or a possessive, ends right before `end`."""
        word = _last(text[:end])
        return word == self.definite or word in self.others or word.endswith(("'s", "’s", "s'"))

    def put(self, text: str, span: Span) -> str:
        """The text with the definite article before a term; itself if there is no place for one."""
        before, word = text[: span.start], _last(text[: span.start])
        if not self.definite or self.before(text, span.start) or before[-1:] not in ("", " "):
            return text
        if word in self.numbers or word[-1:].isdecimal() or self._taken(span.of(text)):
            return text
        last = before.rstrip().rpartition(" ")[2].lstrip(_OPENING)
        if last[:1].isupper() and (" " in before.strip() or last[1:].isupper()):
            return text  # "RUU the Bill": one name, as far as anyone can tell
        article = self.definite if before.strip() else raised(self.definite)
        return f"{before}{article} {text[span.start :]}"

    def openings(self, text: str, noun: Span) -> list[str]:
        """The text with either article before a singular noun that opens it; none for others."""
        before, behind = text[: noun.start], text[noun.start :]
        if not self.definite or before.strip(_OPENING):
            return []
        if self.is_plural(noun.of(text)) or self._taken(noun.of(text)):
            return []
        articles = (self.definite, self._form(self.indefinite[0], behind))
        behind = behind[:1].lower() + behind[1:]
        return [f"{before}{raised(article)} {behind}" for article in articles]

    def alike(self, old: str, new: str) -> bool:
        """True if a noun may take the place of another: both look like plurals, or neither does.

        Names are taken as they are.
        """
        return new != new.lower() or self.is_plural(old) == self.is_plural(new)

    def is_plural(self, noun: str) -> bool:
        """True if a noun looks like a plural."""
        last = noun.lower().rpartition(" ")[2]
        return bool(self.plural and self.plural.search(last)) and last not in self.singular

    def agreed(self, before: str, term: str) -> str:
        """The text before a term, with an article that agrees: an indefinite one in the form that
        the term asks for, none before a plural, no definite one before a term with its own."""
        head, space, article = before.rstrip().rpartition(" ")
        if before == before.rstrip() or not article:
            return before
        low = article.lstrip(_OPENING).lower()
        none = head + space + article[: -len(low)]
        if head and article.lower() != article:
            none = before  # what then begins a sentence in the middle may have no capital
        if low == self.definite:
            return none if self._own(term) else before
        if low not in self.indefinite:
            return before
        return none if self.is_plural(term) else f"{head}{space}{self._form(article, term)} "

    def forms(self, text: str) -> list[tuple[Span, str]]:
        """The indefinite articles of a text that are in the wrong form, and the right ones. One
        with a capital is an article only where a sentence begins: "vitamin A is"."""
        found = []
        for match in _INDEFINITE.finditer(text):
            word = match.group()
            if word.lower() not in self.indefinite or word[1:] != word[1:].lower():
                continue
            if word[0].isupper() and not _BEGUN.search(text, 0, match.start()):
                continue
            right = self._form(word, text[match.end() + 1 :])
            if right != word:
                found.append((Span(match.start(), match.end()), right))
        return found

    def _form(self, article: str, behind: str) -> str:
        """An indefinite article in the form that the text behind it asks for, if it is certain."""
        word = behind.lstrip(_OPENING).partition(" ")[0].rstrip(".,;:!?)\"'”’")
        vowel = None if word.lower() in self.bare else self.sounds.vowel(word)
        if vowel is None:
            return article
        opening = article[: len(article) - len(article.lstrip(_OPENING))]
        form = self.indefinite[vowel]
        capital = article.lstrip(_OPENING)[0].isupper()
        return opening + (raised(form) if capital else form)

    def _own(self, term: str) -> bool:
        """True if a term begins with the definite article."""
        return bool(self.definite) and term.lower().startswith(f"{self.definite} ")

    def _taken(self, term: str) -> bool:
        """True if a term begins with a determiner or a number."""
        first = term.lower().partition(" ")[0]
        return first == self.definite or first in self.others or first in self.numbers


def _last(text: str) -> str:
    return text.rstrip().rpartition(" ")[2].lower().lstrip(_OPENING)


NONE = Determiners()


@cache
def determiners_of(language: str) -> Determiners:
    """The determiners of a language code; a language without data gets none."""
    code = language.partition("-")[0]
    return determiners_of(code) if code != language else _read(code)


def _read(code: str) -> Determiners:
    path = files("translate.languages").joinpath(f"{code}.articles.toml")
    if not path.is_file():
        return NONE
    data = tomllib.loads(path.read_text("utf-8"))
    consonant, vowel = data["indefinite"]
    return Determiners(
        data["definite"],
        frozenset(data["others"]),
        frozenset(data["numbers"]),
        frozenset(data["several"]),
        (consonant, vowel),
        re.compile(rf"(?:{data['plural']})\Z"),
        frozenset(data["singular"]),
        frozenset(data["bare"]),
        Sounds.of(data["sounds"]),
        data["attribute_first"],
    )
