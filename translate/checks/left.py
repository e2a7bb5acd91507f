"""Names that a list knows and that stand in the target as in the source: Korea Selatan.

What is a part of a longer name that was copied whole (Universitas Sumatera Utara) is none of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary.term import Span, TermHit
from translate.checks.names import listed
from translate.model import Finding, Severity

__all__ = ["Left", "find", "left"]

_BEFORE = re.compile(r"([^\W\d_][\w’'-]*) $")
_BEHIND = re.compile(r" ([^\W\d_][\w’'-]*)")
_BRACKET = re.compile(r" \([^)]*\)$")
_GLOSS = re.compile(r"\s*[\"”’'»]?\s*[(\[]")
_SHOWN = 2  # renderings that a finding names


@dataclass(frozen=True, slots=True)
class Left:
    """A name of the source, and its place in the target where it stands unchanged."""

    hit: TermHit
    span: Span


def left(source: str, target: str, taken: Sequence[Span], pair: tuple[str, str]) -> Iterator[Left]:
    """The listed names that were left, in the order of the source; `taken` are places there that
    belong to terms and other names.

    One that its list accepts as it is, or that is explained in brackets, was left on purpose. A
    sentence that was left as a whole is no matter of names.
    """
    if source.casefold() == target.casefold():
        return
    seen: set[str] = set()
    for hit in listed(source, taken, *pair):
        name = hit.span.of(source)
        if name in seen or name not in target or _accepted(name, hit):
            continue
        seen.add(name)
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", target):
            span = Span(*match.span())
            if not (_inside(source, hit.span, target, span) or _explained(target, span)):
                yield Left(hit, span)


def _accepted(name: str, hit: TermHit) -> bool:
    """True if the list accepts the name as it is, diacritics and "(ACR)" aside."""
    return _bare(name) in map(_bare, hit.accepted)


def _bare(name: str) -> str:
    plain = unicodedata.normalize("NFD", _BRACKET.sub("", name).replace("-", " ").casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _explained(target: str, span: Span) -> bool:
    """True for a name before or inside of brackets."""
    inside = target.rfind("(", 0, span.start) > target.rfind(")", 0, span.start)
    return inside or _GLOSS.match(target, span.end) is not None


def _inside(source: str, ours: Span, target: str, theirs: Span) -> bool:
    """True if the name is a part of a longer one that stands on both sides."""
    before = [_BEFORE.search(text[: s.start]) for text, s in ((source, ours), (target, theirs))]
    behind = [_BEHIND.match(text, s.end) for text, s in ((source, ours), (target, theirs))]
    return any(
        one is not None and other is not None and one[1] == other[1] and one[1][0].isupper()
        for one, other in (before, behind)
    )


def find(
    source: str, target: str, taken: Sequence[Span], pair: tuple[str, str]
) -> Iterator[Finding]:
    """A warning for each name that was left."""
    for one in left(source, target, taken, pair):
        wanted = " or ".join(f"“{text}”" for text in one.hit.accepted[:_SHOWN])
        message = f"“{one.span.of(target)}” seems to be left untranslated; {wanted} is expected."
        yield Finding("untranslated", Severity.WARNING, message, one.span, one.hit.span)
