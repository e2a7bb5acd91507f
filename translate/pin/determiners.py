"""The article that a target language may want before a term; a language is a row of the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType

from glossary.casing import raised
from glossary.term import Span


@dataclass(frozen=True, slots=True)
class Determiners:
    """`definite` may be put before a term; after one of `others` nothing is put. `indefinite` has
    the forms before a consonant and before what sounds like one of the `vowels`; none stands
    before what looks like a `plural`."""

    definite: str = ""
    others: frozenset[str] = frozenset()
    indefinite: tuple[str, str] = ("", "")
    vowels: re.Pattern[str] | None = None
    plural: re.Pattern[str] | None = None

    def before(self, text: str, end: int) -> bool:
        """True if a determiner, or a possessive, ends right before `end`."""
        word = text[:end].rstrip().rpartition(" ")[2].lower().lstrip("(\"'“‘")
        return word == self.definite or word in self.others or word.endswith(("'s", "’s", "s'"))

    def put(self, text: str, span: Span) -> str:
        """The text with the definite article before a term; itself if there is no place for one."""
        before = text[: span.start]
        if not self.definite or self.before(text, span.start) or before[-1:] not in ("", " "):
            return text
        article = self.definite if before.strip() else raised(self.definite)
        return f"{before}{article} {text[span.start :]}"

    def alike(self, old: str, new: str) -> bool:
        """True if a noun may take the place of another: both look like plurals, or neither does.

        Names are taken as they are.
        """
        if self.plural is None or new != new.lower():
            return True
        return bool(self.plural.search(old.lower())) == bool(self.plural.search(new))

    def agreed(self, before: str, term: str) -> str:
        """The text before a term, its indefinite article in the form that the term asks for."""
        head, space, article = before.rstrip().rpartition(" ")
        if not article or article.lower() not in self.indefinite or before == before.rstrip():
            return before
        if self.plural and self.plural.search(term.lower()):
            return f"{head}{space}"
        vowel = bool(self.vowels and self.vowels.match(term.lower()))
        form = self.indefinite[vowel]
        return f"{head}{space}{raised(form) if article[0].isupper() else form} "


NONE = Determiners()

_ENGLISH = """a an this that these those my your his her its our their no any each every some which
whose another"""

TABLE = MappingProxyType(
    {
        "en": Determiners(
            "the",
            frozenset(_ENGLISH.split()),
            ("a", "an"),
            re.compile(r"[aio]|e(?!u)|u[lmp]|un[^\Wi]"),
            re.compile(r"[^su]s\Z"),
        )
    }
)


def determiners_of(language: str) -> Determiners:
    """The determiners of a language code; a language without a row gets none."""
    return TABLE.get(language.partition("-")[0], NONE)
