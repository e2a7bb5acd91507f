"""What reviewers write beside the text: ``term: a = b`` and ``waive: a``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Commands", "Proposal", "commands"]

_LINES = re.compile(r"[\n;]")
_TERM = re.compile(r"\s*term\s*:\s*(?P<source>[^=]+?)\s*=\s*(?P<target>.+?)\s*", re.IGNORECASE)
_WAIVE = re.compile(r"\s*waive\s*:\s*(?P<flags>.+?)\s*", re.IGNORECASE)
_BEGUN = re.compile(r"\s*(term|waive)\s*:", re.IGNORECASE)


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

    `letters` gives the checks behind each flag; the name of a check may be written as well, or
    one of `terms`: the words of a term, in lower case, and what a finding calls it.
    """
    checks = {name: (name,) for names in letters.values() for name in names}
    proposals: list[Proposal] = []
    waived: list[str] = []
    wrong: list[str] = []
    for line in _LINES.split(text):
        if term := _TERM.fullmatch(line):
            proposals.append(Proposal(row, term["source"], term["target"]))
        elif waive := _WAIVE.fullmatch(line):
            for part in waive["flags"].split(","):
                words = (terms or {}).get(part.strip().casefold())
                for flag in [] if words else part.split():
                    found = letters.get(flag.upper()) or checks.get(flag.lower())
                    waived += found or ()
                    wrong += [] if found else [f"waive: {flag}"]
                waived += [f"term:{words}"] if words else []
        elif _BEGUN.match(line):
            wrong.append(line.strip())
    return Commands(tuple(proposals), tuple(dict.fromkeys(waived)), tuple(wrong))
