"""The letters of the Flags column: which check writes which letter, and what it is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from translate.checks.table import checks_of
from translate.model import Finding, Severity, Translation

__all__ = ["FLAGS", "REMEMBERED", "UNKNOWN", "Flag", "Raised", "badge", "flag_of", "raised"]


@dataclass(frozen=True, slots=True)
class Flag:
    """A letter, its name in the legend, and the names of the checks that raise it."""

    letter: str
    name: str
    checks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Raised:
    """A flag on one row: how often, and how bad the worst of its findings is."""

    flag: Flag
    times: int
    severity: Severity


FLAGS = (
    Flag("T", "Term", checks_of("T")),
    Flag("N", "Number", checks_of("N")),
    Flag("U", "Untranslated", checks_of("U")),
    Flag("L", "Length", checks_of("L")),
    Flag("R", "Repetition", checks_of("R")),
    Flag("Q", "Punctuation", checks_of("Q")),
    Flag("A", "Name", checks_of("A")),
    Flag("S", "Consistency", checks_of("S")),
    Flag("C", "Confidence", checks_of("C")),
)
UNKNOWN = Flag("!", "Other", ())
REMEMBERED = "TM"
"""Stands in the rows whose sentences, all or some, a reviewer approved before."""

_BY_CHECK = {check: flag for flag in FLAGS for check in flag.checks}


def flag_of(check: str) -> Flag:
    """The flag that a check raises; `UNKNOWN` for a check that is not in the table."""
    return _BY_CHECK.get(check, UNKNOWN)


def badge(flag: Flag) -> str:
    """The letter as it is printed on its ground, with hard spaces around it."""
    return f"\u00a0{flag.letter}\u00a0"


def raised(translations: Iterable[Translation]) -> list[Raised]:
    """The flags of some sentences, in the order of the legend."""
    findings: list[Finding] = [f for t in translations for f in t.findings]
    times = Counter(flag_of(finding.check) for finding in findings)
    return [
        Raised(flag, times[flag], _worst(flag, findings))
        for flag in (*FLAGS, UNKNOWN)
        if times[flag]
    ]


def _worst(flag: Flag, findings: list[Finding]) -> Severity:
    severities = (f.severity for f in findings if flag_of(f.check) is flag)
    return max(severities, key=lambda severity: severity.rank)
