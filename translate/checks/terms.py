"""Findings on terms: those that a translation lacks, says too often, or must not say at all.

What a term of the glossary inserts is the business of `translate.pin`; here its outcome is told,
and what is only looked for. Spans of findings lie in the target.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from glossary.renderings import find_renderings
from glossary.term import Note, Span, Status, TermHit
from translate.model import Finding, HitResult, Outcome, Severity

_NOTES = MappingProxyType(
    {
        Note.JOINED: (
            Severity.INFO,
            "A preposition is joined to “{here}” in the source, probably by mistake.",
        ),
        Note.POSSESSIVE: (
            Severity.INFO,
            "The source has -nya behind “{here}”: is “his”, “her”, “its” or “their” wanted?",
        ),
        Note.PLURAL: (Severity.INFO, "“{here}” is a plural in the source."),
        Note.ADDED: (
            Severity.INFO,
            "Added: at the first mention “{here}” is “{wanted}”, as the glossary asks.",
        ),
        Note.SHORTENED: (
            Severity.INFO,
            "Shortened: after its first mention “{here}” is “{wanted}”, as the glossary asks.",
        ),
        Note.CLASH: (
            Severity.WARNING,
            "The article means another thing by “{here}” than the glossary; it is “{wanted}” here.",
        ),
    }
)
_MOST = 8  # occurrences of a forbidden rendering that are looked at


def find(
    source: str, target: str, results: Sequence[HitResult], watched: Sequence[TermHit]
) -> Iterator[Finding]:
    """Findings on the terms of one sentence.

    A term that could not be pinned is an error, or a remark if its rendering stands there for
    another occurrence; one that stands there more often than in the source, a warning; so are two
    terms that ended as one word. A forbidden rendering is an error wherever it stands outside of
    the terms that were pinned; a term with admitted renderings only is a warning if none of them
    stands in the target; a proposed one that the target does not follow is told.
    """
    yield from _missing(results)
    yield from _repeated(results, target)
    yield from _noted(source, results)
    yield from _alike(source, target, results)
    pinned = [result.span for result in results if result.span]
    for hit in (*(result.hit for result in results), *watched):
        yield from _forbidden(hit, hit.span.of(source), target, pinned)
    if not target.strip():
        return
    for hit in watched:
        if hit.term.status is Status.FORBIDDEN or _stands(target, hit):
            continue
        wanted = " or ".join(f"“{text}”" for text in dict.fromkeys(hit.accepted))
        if hit.term.status is Status.ADMITTED:
            message = f"The term “{hit.span.of(source)}” should read {wanted} here."
            yield Finding("term", Severity.WARNING, message)
        else:
            message = f"The glossary proposes {wanted} for “{hit.span.of(source)}”."
            yield Finding("term", Severity.INFO, message)


def _noted(source: str, results: Sequence[HitResult]) -> Iterator[Finding]:
    """What is odd about an occurrence itself, or was made of it."""
    for result in results:
        here = result.hit.span.of(source)
        for note in result.hit.notes:
            severity, told = _NOTES[note]
            message = told.format(here=here, wanted=result.hit.wanted)
            yield Finding("term", severity, message, result.span)


def _alike(source: str, target: str, results: Sequence[HitResult]) -> Iterator[Finding]:
    """Two different terms that ended as the same word, though their entries tell them apart."""
    first: dict[str, TermHit] = {}
    for result in results:
        if result.span is None:
            continue
        hit, text = result.hit, result.span.of(target)
        one = first.setdefault(text.casefold(), hit)
        if one.term.source != hit.term.source and one.wanted != hit.wanted:
            both = f"“{one.span.of(source)}” and “{hit.span.of(source)}”"
            message = f"{both} are both “{text}” here, but their entries differ."
            yield Finding("term", Severity.WARNING, message, result.span)


def _missing(results: Sequence[HitResult]) -> Iterator[Finding]:
    """Where its rendering stands for another occurrence, English may have used a pronoun here."""
    there = {result.hit.wanted for result in results if result.span}
    for result in results:
        if result.outcome is Outcome.FLAGGED:
            hit = result.hit
            message = (
                f"“{hit.wanted}” must stay as it is."
                if hit.term.copies
                else f"The term “{hit.term.source}” should read “{hit.wanted}” here."
            )
            severity = Severity.INFO if hit.wanted in there else Severity.ERROR
            yield Finding("term", severity, message, result.span)


def _repeated(results: Sequence[HitResult], target: str) -> Iterator[Finding]:
    """Phrases only, in whatever case: a word such as "coup" may well come once more."""
    wanted = Counter(result.hit.wanted for result in results if " " in result.hit.wanted)
    for text, times in wanted.items():
        low = text.casefold()
        here = target.casefold().count(low)
        there = sum(other.casefold().count(low) * n for other, n in wanted.items())
        if here > there:
            message = f"“{text}” stands here {here} times, its term in the source {times} times."
            yield Finding("repetition", Severity.WARNING, message)


def _stands(target: str, hit: TermHit) -> bool:
    return any(find_renderings(target, [text])[0] for text in hit.accepted)


def _forbidden(hit: TermHit, here: str, target: str, pinned: Sequence[Span]) -> Iterator[Finding]:
    for text in hit.forbidden:
        spans = find_renderings(target, [text] * _MOST)
        free = [s for s in spans if s and not any(s.overlaps(other) for other in pinned)]
        if free:
            span = free[0]
            right = (
                "" if hit.term.status is Status.FORBIDDEN else f" It should read “{hit.wanted}”."
            )
            message = f"The rendering “{span.of(target)}” of “{here}” is forbidden.{right}"
            yield Finding("term", Severity.ERROR, message, span)
