"""Faults to seed into good translations: one function a kind, None where a pair has no place."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from translate.checks.names import ordinary_words

__all__ = ["SEEDS", "Seed"]

Seed = Callable[[str, str, Random], str | None]

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_COUNTS = ["three", "four", "five", "six", "seven", "eight", "nine"]
_SCALES = ["million", "billion", "trillion"]
_UNITS = ["kilometers", "meters", "kilograms", "hours", "days", "weeks", "months", "years"]


def digits(source: str, target: str, chance: Random) -> str | None:
    """Another digit in a number."""
    places = [m.start() for m in re.finditer(r"\d", target)]
    if not places:
        return None
    at = chance.choice(places)
    other = chance.choice([d for d in "123456789" if d != target[at]])
    return target[:at] + other + target[at + 1 :]


def lost(source: str, target: str, chance: Random) -> str | None:
    """A number of two digits or more left out."""
    found = list(re.finditer(r"\b\d[\d.,]*\d\b", target))
    if not found:
        return None
    match = chance.choice(found)
    return target[: match.start()] + "many" + target[match.end() :]


def notation(source: str, target: str, chance: Random) -> str | None:
    """A grouped number in the notation of the source."""
    match = re.search(r"\b\d{1,3},\d{3}\b", target)
    return target.replace(match.group(), match.group().replace(",", ".")) if match else None


def _swap(words: list[str], unit: bool = False) -> Seed:
    pattern = re.compile((r"(?<=\d )" if unit else r"\b") + f"({'|'.join(words)})\\b")

    def seed(source: str, target: str, chance: Random) -> str | None:
        match = pattern.search(target)
        if match is None:
            return None
        other = chance.choice([word for word in words if word != match.group()])
        return target[: match.start()] + other + target[match.end() :]

    return seed


def copied(source: str, target: str, chance: Random) -> str | None:
    """A word of the source in place of one of the target."""
    usual = ordinary_words("id") - ordinary_words("en")
    words = [w for w in re.findall(r"\b[a-z]{4,}\b", source) if w in usual]
    places = list(re.finditer(r"\b[a-z]{4,}\b", target))
    words = [word for word in words if word not in target]
    if not words or not places:
        return None
    match = chance.choice(places)
    return target[: match.start()] + chance.choice(words) + target[match.end() :]


def echoed(source: str, target: str, chance: Random) -> str | None:
    """The source again."""
    return source if len(re.findall(r"\b[a-z]+\b", source)) >= 4 else None


def repeated(source: str, target: str, chance: Random) -> str | None:
    """Four words said again."""
    words = target.split()
    at = chance.randrange(max(len(words) - 4, 1))
    return " ".join(words[: at + 4] + words[at:]) if len(words) >= 6 else None


def twice(source: str, target: str, chance: Random) -> str | None:
    """One word said twice."""
    places = list(re.finditer(r"\b[a-z]{2,}\b", target))
    if not places:
        return None
    match = chance.choice(places)
    return target[: match.end()] + " " + match.group() + target[match.end() :]


def unquoted(source: str, target: str, chance: Random) -> str | None:
    """One quotation mark lost."""
    return target.replace('"', "", 1) if '"' in target else None


def unbracketed(source: str, target: str, chance: Random) -> str | None:
    """A bracket added."""
    words = target.split()
    return " ".join([*words[:-1], f"({words[-1]}"])


def unended(source: str, target: str, chance: Random) -> str | None:
    """The last mark lost."""
    return target[:-1] if target[-1] in ".?" and source[-1] == target[-1] else None


def asked(source: str, target: str, chance: Random) -> str | None:
    """A question where there is none."""
    return target[:-1] + "?" if target[-1] == "." and source[-1] == "." else None


def short(source: str, target: str, chance: Random) -> str | None:
    """The first two words alone."""
    return " ".join(target.split()[:2]) + "." if len(source) > 60 else None


def misspelled(source: str, target: str, chance: Random) -> str | None:
    """A name with another letter in its middle."""
    names = [m for m in re.finditer(r"\b[A-Z][a-z]{5,}\b", target) if m.group() in source]
    if not names:
        return None
    match = chance.choice(names)
    at = match.start() + 3
    other = "x" if target[at] != "x" else "z"
    return target[:at] + other + target[at + 1 :]


SEEDS: dict[str, tuple[frozenset[str], Seed]] = {
    "digit": (frozenset({"number", "date", "time"}), digits),
    "number lost": (frozenset({"number", "date", "time"}), lost),
    "number word": (frozenset({"number"}), _swap(_COUNTS)),
    "scale": (frozenset({"number"}), _swap(_SCALES)),
    "notation": (frozenset({"number"}), notation),
    "month": (frozenset({"date"}), _swap(_MONTHS)),
    "weekday": (frozenset({"date", "name"}), _swap(_DAYS)),
    "unit": (frozenset({"measure"}), _swap(_UNITS, unit=True)),
    "untranslated": (frozenset({"untranslated"}), copied),
    "echo": (frozenset({"echo"}), echoed),
    "empty": (frozenset({"empty"}), lambda source, target, chance: ""),
    "repetition": (frozenset({"repetition"}), repeated),
    "doubled": (frozenset({"doubled"}), twice),
    "quotes": (frozenset({"quotes"}), unquoted),
    "brackets": (frozenset({"brackets"}), unbracketed),
    "no end": (frozenset({"ending"}), unended),
    "question": (frozenset({"ending"}), asked),
    "short": (frozenset({"length", "dropped"}), short),
    "name": (frozenset({"name"}), misspelled),
}
"""Each kind of fault: the checks that may tell it, and how it is made."""
