"""The table of all findings: their letter in a review file, how bad they are, what they say."""

from __future__ import annotations

from dataclasses import dataclass

from translate.model import Severity

__all__ = ["TABLE", "Entry", "checks_of", "names"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A check: its name, the letter of its flag, its usual severity, and what it says."""

    name: str
    letter: str
    severity: Severity
    says: str


_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

TABLE = (
    Entry("term", "T", _ERROR, "a wanted term is missing, or a forbidden rendering stands there"),
    Entry("name", "A", _WARNING, "a name of the source is missing or spelled differently"),
    Entry(
        "number", "N", _ERROR, "a number is missing, added, changed, or in the source's notation"
    ),
    Entry("date", "N", _ERROR, "a date, month or weekday is missing, added or changed"),
    Entry("time", "N", _ERROR, "a time of day is missing, added or changed"),
    Entry("measure", "N", _ERROR, "a currency or unit is not that of the source"),
    Entry("echo", "U", _ERROR, "the sentence seems to be left untranslated"),
    Entry("language", "U", _INFO, "the sentence is in the target language already and was copied"),
    Entry("untranslated", "U", _WARNING, "a word seems to be left untranslated"),
    Entry("garbled", "U", _ERROR, "a character of the source was lost"),
    Entry("empty", "L", _ERROR, "no translation came out"),
    Entry("cut", "L", _ERROR, "the translation ran into the length limit"),
    Entry("dropped", "L", _ERROR, "a clause with all its names and numbers is missing"),
    Entry("length", "L", _WARNING, "far shorter or longer than is usual for the pair"),
    Entry("divided", "L", _INFO, "the sentence was too long for the model and was divided"),
    Entry("shared", "L", _INFO, "a reviewer's words for several sentences cannot be told apart"),
    Entry("repetition", "R", _ERROR, "a phrase is repeated"),
    Entry("doubled", "R", _WARNING, "a word stands twice"),
    Entry("quotes", "Q", _WARNING, "quotation marks were lost or added"),
    Entry("brackets", "Q", _WARNING, "brackets were lost or added"),
    Entry("ending", "Q", _WARNING, "the sentence ends with another mark than its source"),
    Entry("inconsistent", "S", _WARNING, "the same source is rendered otherwise elsewhere"),
    Entry("same", "S", _WARNING, "a source with other names or numbers is rendered alike"),
    Entry("confidence", "C", _INFO, "the model was unsure of this sentence"),
)


def names() -> tuple[str, ...]:
    """The names of all checks, in the order of the table."""
    return tuple(entry.name for entry in TABLE)


def checks_of(letter: str) -> tuple[str, ...]:
    """The names of the checks that raise a flag."""
    return tuple(entry.name for entry in TABLE if entry.letter == letter)
