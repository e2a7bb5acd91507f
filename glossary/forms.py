"""How words of a language may be extended around a term; a language is a row of this table."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Forms:
    """What may be joined to a term without making it another word.

    `enclitics` are joined to the end of a word (kudetanya); hyphenated ones (NATO-lah) and
    hyphenated prefixes (se-Indonesia, non-ASEAN) need no list, a hyphen being a boundary.
    `prefixes` are joined to a capital (diJakarta, nonASEAN). `words` are words that look like stem
    and enclitic but are not; stems shorter than `shortest` letters take no enclitic.
    `function_words` mean nothing by themselves: a term made of them alone is a mistake.
    `prepositions` are those of the prefixes that should stand apart, `possessives` those of the
    enclitics that say whose it is, `plurals` words before a noun that make it several. Those of
    `several` do so too, but are rendered; `classifiers` stand between a number and its noun.
    """

    enclitics: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    shortest: int = 3
    function_words: frozenset[str] = frozenset()
    prepositions: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()

    def stem(self, word: str) -> str:
        """`word` without a joined enclitic, or "" if it has none."""
        if word.casefold() in self.words:
            return ""
        for clitic in self.enclitics:
            stem = word[: -len(clitic)]
            if len(stem) >= self.shortest and word.endswith(clitic):
                return stem
        return ""

    def prefix(self, word: str) -> int:
        """The length of a lower-case prefix joined to a capital, 0 if there is none."""
        for prefix in self.prefixes:
            rest = word[len(prefix) :]
            if word.startswith(prefix) and rest[:1].isupper():
                return len(prefix)
        return 0


PLAIN = Forms()

_INDONESIAN_FUNCTION_WORDS = """
yang dan di ke dari pada untuk dengan ini itu adalah ialah atau juga akan telah sudah sedang oleh
dalam sebagai karena bahwa agar supaya jika bila kalau tetapi tapi namun serta para si sang pun lah
kah tak tidak bukan ada saja hanya lagi pula antara tentang terhadap kepada bagi hingga sampai sejak
seperti maka saat ketika masih dapat bisa ia dia mereka kami kita saya
"""

INDONESIAN = Forms(
    # Longest first, so that -nyalah is not read as -lah.
    enclitics=("nyalah", "nyakah", "nyapun", "nya", "lah", "kah", "tah", "pun", "ku", "mu"),
    prefixes=("antar", "pasca", "anti", "non", "pro", "eks", "pan", "dari", "se", "di", "ke"),
    words=frozenset({"masalah", "sekalipun", "ataupun", "walaupun", "meskipun", "bagaimanapun"}),
    function_words=frozenset(_INDONESIAN_FUNCTION_WORDS.split()),
    prepositions=("di", "ke", "dari"),
    possessives=("nya", "nyalah", "nyakah", "nyapun"),
    plurals=("para",),
    several=("beberapa", "berbagai", "sejumlah"),
    classifiers=("orang", "buah", "unit", "ekor"),
)

FORMS = MappingProxyType({"id": INDONESIAN})


def forms_of(language: str) -> Forms:
    """The forms of a language code; a language without a row takes words as they stand."""
    return FORMS.get(language.partition("-")[0], PLAIN)
