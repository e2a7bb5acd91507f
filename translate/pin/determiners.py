"""The article that a target language may want before a term; a language is a row of the table."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from glossary.casing import raised
from glossary.term import Span


@dataclass(frozen=True, slots=True)
class Determiners:
    """`definite` may be put before a term; after one of `others` nothing is put."""

    definite: str = ""
    others: frozenset[str] = frozenset()

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


NONE = Determiners()

_ENGLISH = """a an this that these those my your his her its our their no any each every some which
whose another"""

TABLE = MappingProxyType({"en": Determiners("the", frozenset(_ENGLISH.split()))})


def determiners_of(language: str) -> Determiners:
    """The determiners of a language code; a language without a row gets none."""
    return TABLE.get(language.partition("-")[0], NONE)
