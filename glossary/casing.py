"""Capitals: whether those of a text agree with an entry, and which ones the rendering takes."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.term import CaseRule

_ACRONYM = 6  # letters; longer runs of capitals are words that shout


def is_acronym(phrase: str) -> bool:
    """True for one word in capitals of at most six letters, digits aside: CSTO, G20, AS."""
    letters = [c for c in phrase if c.isalpha()]
    return (
        1 < len(phrase) == len(phrase.strip())
        and 0 < len(letters) <= _ACRONYM
        and " " not in phrase
        and all(c.isupper() for c in letters)
    )


def agrees(text: Sequence[str], entry: Sequence[str], rule: CaseRule) -> bool:
    """True if the words of a text match those of an entry; both are equal but for case.

    ``auto``: an entry without capitals matches any case, an acronym only itself, any other entry
    itself, ALL CAPITALS, and itself with the first letter raised. A phrase that begins with a
    capital matches any that does, too: newspapers write "Baca Juga" and "Bangsa-bangsa".
    """
    if rule is CaseRule.ANY or list(text) == list(entry):
        return True
    if rule is CaseRule.EXACT:
        return False
    phrase = "".join(entry)
    if phrase == phrase.lower():
        return True
    if is_acronym(phrase):
        return False
    if len(entry) > 1 and entry[0][:1].isupper() and text[0][:1].isupper():
        return True
    return _shouts("".join(text)) or list(text) == [raised(entry[0]), *entry[1:]]


def _shouts(text: str) -> bool:
    return text == text.upper() and text != text.lower()


def raised(phrase: str) -> str:
    """The phrase with its first letter in upper case, the rest as it is."""
    return phrase[:1].upper() + phrase[1:]


def output(target: str, text: str, entry: str) -> str:
    """The target in the case that the text asks for.

    A text in ALL CAPITALS raises the whole target unless the entry is written so itself; anything
    else takes it as typed. Where a rendering without capitals starts a sentence or stands in a
    headline, `glossary.renderings` accepts its raised form.
    """
    if not text.isupper():
        return target
    letters = [c for c in text if c.isalpha()]
    shouting = len(letters) > 1 and all(c.isupper() for c in letters)
    return target.upper() if shouting and entry != entry.upper() else target
