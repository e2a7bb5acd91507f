"""All that is to be doubted about one sentence: terms, names and the checks, each slip once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from glossary.term import Span, TermHit
from translate import checks
from translate.checks import left, lookalikes, names, terms
from translate.checks.merge import merged
from translate.checks.names import recognised
from translate.checks.sentence import Sentence
from translate.model import Finding, HitResult, Outcome, Translation

__all__ = ["find_all", "waives", "without"]


def find_all(
    sentence: Sentence,
    results: Sequence[HitResult],
    watched: Sequence[TermHit],
    *,
    builtin: bool,
    before: Iterable[Finding] = (),
) -> tuple[Finding, ...]:
    """The findings on a sentence whose terms ended as in `results`, after those known `before`."""
    return merged((*before, *_each(sentence, results, watched, builtin)), sentence.source)


def _each(
    sentence: Sentence, results: Sequence[HitResult], watched: Sequence[TermHit], builtin: bool
) -> Iterator[Finding]:
    source, target = sentence.source, sentence.target
    pair = (sentence.source_lang, sentence.target_lang)
    listed = [result for result in results if not recognised(result.hit)]
    called = [result for result in results if recognised(result.hit)]
    yield from terms.find(source, target, listed, watched)
    pinned = [result.span for result in results if result.span]
    for finding in checks.find(source, target, *pair):
        # A term may well stay as it is, or read like a word of the source.
        if finding.check != "untranslated" or not _in(finding, pinned):
            yield finding
    yield from lookalikes.find(source, target)
    if builtin:
        taken = [result.hit.span for result in results] + [hit.span for hit in watched]
        yield from left.find(source, target, taken, pair)
    yield from names.find(
        source, target, listed, *pair, watched=watched, named=called, builtin=builtin
    )


def _in(finding: Finding, spans: Sequence[Span]) -> bool:
    return finding.span is not None and any(span.overlaps(finding.span) for span in spans)


def without(translation: Translation, waived: Sequence[str]) -> Translation:
    """The translation with what a reviewer dismissed moved from its findings to `waived`.

    The hit of a term that was waived is no longer flagged: it is left out.
    """
    gone = tuple(finding for finding in translation.findings if waives(waived, finding))
    if not gone:
        return translation
    return replace(
        translation,
        findings=tuple(finding for finding in translation.findings if finding not in gone),
        waived=gone,
        hits=tuple(
            result
            for result in translation.hits
            if result.outcome is Outcome.PINNED or not any(_tells(f, result) for f in gone)
        ),
    )


def _tells(finding: Finding, result: HitResult) -> bool:
    return finding.check == "term" and f"“{result.hit.wanted}”" in finding.message


def waives(waived: Iterable[str], finding: Finding) -> bool:
    """True if a reviewer dismissed a finding: by the name of its check, or by ``term:`` and words.

    A waived term silences only what the check of terms says of these words.
    """
    for what in waived:
        kind, _, words = what.partition(":")
        if finding.check == kind and (not words or words.casefold() in finding.message.casefold()):
            return True
    return False
