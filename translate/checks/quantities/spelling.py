"""Numbers in words, written: 23 is "twenty-three" in English; and the units that words mean."""

from __future__ import annotations

from translate.checks.quantities.lexicon import load_lexicon

__all__ = ["spelled", "unit_of"]

_MOST = 10**15


def spelled(value: int, lang: str) -> str:
    """A whole number in the words of a language, from 0 to 999 trillion; empty for all else, and
    for a language that is not known to add hundreds, tens and ones up as English does."""
    words = load_lexicon(lang)
    if words is None or words.tens_and is None or not 0 <= value < _MOST:
        return ""
    simple = {number: word for word, number in words.add.items()}
    if value in simple:
        return simple[value]
    for word, factor in sorted({**words.times, **words.scales}.items(), key=lambda each: -each[1]):
        if value >= factor:
            many, rest = divmod(value, factor)
            return f"{spelled(many, lang)} {word} {spelled(rest, lang) if rest else ''}".rstrip()
    tens = value // 10 * 10
    return f"{simple[tens]}{words.tens_and}{simple[value - tens]}"


def unit_of(word: str, lang: str) -> str:
    """The unit that a word of a language means, in small letters; empty if none."""
    words = load_lexicon(lang)
    return words.units.get(word, "") if words else ""
