"""What reviewers write beside the text: ``term: a = b`` and ``waive: a``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

__all__ = ["Commands", "Proposal", "commands"]

_TERM = re.compile(r"(?P<source>[^=]+?)\s*=\s*(?P<target>(?!.*,[^=]*=).+)", re.DOTALL)
_BEGUN = re.compile(r"\s*(?P<what>term|waive)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term that a reviewer asks for, and the row beside which it was written."""

    row: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Commands:
    """The commands in a note; `waived` names checks, `wrong` are lines that make no sense."""

    proposals: tuple[Proposal, ...] = ()
    waived: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def commands(
    text: str,
    row: str,
    letters: Mapping[str, tuple[str, ...]],
    terms: Mapping[str, str] | None = None,
) -> Commands:
    """Read a note, one command a line; lines that begin like none are free text.

    Behind a semicolon the command goes on with more of its kind, or another one begins: a
    rendering holds none.
    `letters` gives the checks behind each flag; the name of a check may be written as well, or
    one of `terms`: the words of a term, in lower case, and what a finding calls it.
    """
    proposals: list[Proposal] = []
    waived: list[str] = []
    wrong: list[str] = []
    for what, words in _asked(text):
        if what == "waive":
            found, unknown = _flags(words, letters, terms or {})
            waived += found
            wrong += [f"waive: {flag}" for flag in unknown]
        elif term := _TERM.fullmatch(words):
            proposals.append(Proposal(row, term["source"], term["target"]))
        else:
            wrong.append(f"term: {words}")
    told = tuple(line.strip() for line in wrong)
    return Commands(tuple(proposals), tuple(dict.fromkeys(waived)), told)


def _asked(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a note: its kind, and what it is about."""
    for line in text.split("\n"):
        what = ""
        for part in line.split(";"):
            begun = _BEGUN.match(part)
            what = begun["what"].casefold() if begun else what
            words = part[begun.end() if begun else 0 :].strip()
            if what and (words or begun):
                yield what, words


def _flags(
    words: str, letters: Mapping[str, tuple[str, ...]], terms: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """The checks and terms that are to be silent, and the words that are no name of any."""
    checks = {name: (name,) for names in letters.values() for name in names}
    waived: list[str] = []
    wrong: list[str] = []
    for part in words.split(",") if words else [""]:
        term = terms.get(part.strip().casefold())
        if term:
            waived.append(f"term:{term}")
            continue
        for flag in part.split() or [""]:
            found = letters.get(flag.upper()) or checks.get(flag.lower())
            waived += found or ()
            wrong += [] if found else [flag]
    return waived, wrong
