"""One slip gives one finding: of several with one cause, the one that tells most stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from glossary.term import Span
from translate.model import Finding

__all__ = ["merged"]

_QUOTED = re.compile(r"“([^”]+)”")
_SILENCES = {
    "empty": frozenset({"*"}),
    "echo": frozenset({"untranslated", "length", "name", "ending", "confidence"}),
    "cut": frozenset({"length", "dropped", "ending", "quotes", "brackets"}),
    "dropped": frozenset({"length"}),
    "repetition": frozenset({"doubled", "length"}),
}
"""What follows from a finding, and need not be told beside it."""


def merged(findings: Iterable[Finding], source: str) -> tuple[Finding, ...]:
    """The findings of one sentence without those that only repeat another one.

    A finding repeats another if it is about the same words of the source, or follows from it: a
    missing clause misses its names and numbers, too. A wrong word of the target told twice for
    the same place by numbers and names is one slip.
    """
    found = list(dict.fromkeys(findings))
    kept: list[Finding] = []
    for finding in found:
        others = [other for other in found if other is not finding]
        if not any(_covers(other, finding, source) for other in others):
            kept.append(finding)
    return tuple(kept)


def _covers(other: Finding, finding: Finding, source: str) -> bool:
    """True if `other` tells what `finding` tells, and more."""
    silenced = _SILENCES.get(other.check, frozenset())
    if finding.check in silenced or ("*" in silenced and finding.check != other.check):
        return True
    if other.check == "dropped" and finding.check in ("name", "number", "date", "time"):
        return _within(_about(finding, source), other.source_span)
    if finding.check == "name" and other.check in ("number", "date", "time", "measure"):
        return _within(_about(finding, source), other.source_span)
    return finding.check == "quotes" and other.check == "ending" and finding.span == other.span


def _about(finding: Finding, source: str) -> Sequence[Span]:
    """The words of the source that a finding is about, as far as it says so."""
    if finding.source_span is not None:
        return [finding.source_span]
    words = _QUOTED.search(finding.message)
    at = source.find(words[1]) if words else -1
    return [Span(at, at + len(words[1]))] if words and at >= 0 else []


def _within(spans: Sequence[Span], outer: Span | None) -> bool:
    return outer is not None and any(
        outer.start <= span.start and span.end <= outer.end for span in spans
    )
