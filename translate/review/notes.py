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


def commands(text: str, row: str, letters: Mapping[str, tuple[str, ...]]) -> Commands:
    """Read a note, one command a line; lines that begin like none are free text.

    `letters` gives the checks behind each flag; the name of a check may be written as well.
    """
    checks = {name: (name,) for names in letters.values() for name in names}
    proposals: list[Proposal] = []
    waived: list[str] = []
    wrong: list[str] = []
    for line in _LINES.split(text):
        if term := _TERM.fullmatch(line):
            proposals.append(Proposal(row, term["source"], term["target"]))
        elif waive := _WAIVE.fullmatch(line):
            for flag in re.split(r"[,\s]+", waive["flags"]):
                found = letters.get(flag.upper()) or checks.get(flag.lower())
                if found:
                    waived += found
                else:
                    wrong.append(f"waive: {flag}")
        elif _BEGUN.match(line):
            wrong.append(line.strip())
    return Commands(tuple(proposals), tuple(dict.fromkeys(waived)), tuple(wrong))
