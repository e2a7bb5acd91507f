"""Plurals of nouns: doubled words in a source, regular endings in a target."""

from __future__ import annotations

import re
from collections.abc import Collection

_MEN = (
    r"\b|wo|police|fire|fisher|sports|states|spokes|chair|business|guards|crew|gun|congress|ombuds"
)
_RULES = (
    (re.compile(rf"({_MEN})man\Z"), r"\1men"),
    (re.compile(r"\bperson\Z"), "people"),
    (re.compile(r"child\Z"), "children"),
    (re.compile(r"([lr]i|kni|wi)fe\Z"), r"\1ves"),
    (re.compile(r"(lea|hal|shel|thie|wol|loa|cal|sel)f\Z"), r"\1ves"),
    (re.compile(r"(?<=[^aeiou])is\Z"), "es"),  # crisis, analysis
    (re.compile(r"(criteri|phenomen)on\Z"), r"\1a"),
    (re.compile(r"(her|vet|ech|embarg|carg|potat|tomat)o\Z"), r"\1oes"),
    (re.compile(r"(s|x|z|ch|sh)\Z"), r"\1es"),
    (re.compile(r"([^aeiou])y\Z"), r"\1ies"),
    (re.compile(r"\Z"), "s"),
)
_ALIKE = re.compile(  # one form for both, or for what nobody counts
    r"""(?:craft|ware|fish|\b(?:staff|police|personnel|series|species|headquarters|corps|means|sheep|deer
    |cattle|livestock|aid|assistance|equipment|machinery|weaponry|ammunition|infrastructure|information
    |advice|evidence|news|knowledge|research|training|progress|money|funding|housing|traffic
    |transportation|violence|corruption|unemployment|inflation|poverty|tourism|electricity|rice))\Z""",
    re.VERBOSE,
)
_SPELLED = (
    (re.compile("z"), "s"),
    (re.compile("our(?=s?\\Z)"), "or"),
    (re.compile("tre(?=s?\\Z)"), "ter"),
)


def doubled(phrase: str) -> str:
    """The phrase with its first word doubled: negara-negara anggota for negara anggota.

    Only for a first word in lower case; names are not doubled. "" if there is none.
    """
    head, blank, rest = phrase.partition(" ")
    return f"{head}-{head}{blank}{rest}" if head.isalpha() and head.islower() else ""


def plural(phrase: str) -> str:
    """The English plural of a phrase: countries for country; the phrase itself if it has none."""
    if _ALIKE.search(phrase):
        return phrase
    return next(ending.sub(made, phrase, 1) for ending, made in _RULES if ending.search(phrase))


def inflected(words: Collection[str], others: Collection[str]) -> bool:
    """True if one of the words is one of the others, or the plural of one, or has it as plural; in
    American or British spelling, whichever."""
    pairs = ((_spelled(word), _spelled(other)) for word in words for other in others)
    return any(one in (other, plural(other)) or other == plural(one) for one, other in pairs)


def _spelled(word: str) -> str:
    """A word so that both spellings are one: organisation, harbor, center."""
    for ending, other in _SPELLED:
        word = ending.sub(other, word)
    return word


def counted(number: int, thing: str) -> str:
    """A number and what it counts: "1 entry", "2,000 entries"."""
    return f"{number:,} {thing if number == 1 else plural(thing)}"
