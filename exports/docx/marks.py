"""Source and target text as runs: terms underlined, sentences bookmarked, findings commented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, pairwise

from exports.docx.comments import Comments
from exports.docx.wml import Ink, run
from exports.identity import bookmark
from exports.passage import Passage
from glossary.term import Span
from translate.model import HitResult, Outcome, Severity, Translation

__all__ = ["Marker"]

Marks = Iterable[tuple[Span, str]]
"""Parts of a text with their character style."""


class Marker:
    """Writes the texts of one file; numbers its bookmarks and collects its comments."""

    def __init__(self, comments: Comments, source_lang: str, target_lang: str) -> None:
        self.comments = comments
        self.source_ink = Ink("Source", source_lang)
        self.target_ink = Ink("Target", target_lang)
        self._langs = (source_lang, target_lang)
        self._numbers = count(1)

    def source(self, passage: Passage) -> str:
        """The source text of a row, with the occurrences of terms marked."""
        marks = [
            (result.hit.span.shifted(translation.segment.span.start), _style(result))
            for translation in passage.translations
            for result in translation.hits
        ]
        return _runs(passage.block.text, marks, self.source_ink, passage.span)

    def target(self, passage: Passage) -> str:
        """The translations of a row, each inside its bookmark, white space between them."""
        told = []
        for joint, translation in zip(passage.joints, passage.translations, strict=True):
            if joint and translation.target:
                told.append(run(joint, self.target_ink))
            name = bookmark(translation.segment.id)
            told.append(self.bookmarked(name, "".join(self._sentence(translation))))
        return "".join(told)

    def bookmarked(self, name: str, inner: str) -> str:
        """A bookmark around what it is for; its name has letters, digits and _ alone."""
        number = next(self._numbers)
        begun = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{begun}{inner}<w:bookmarkEnd w:id="{number}"/>'

    def _sentence(self, translation: Translation) -> Iterator[str]:
        text = translation.target
        marks = [(r.span, _style(r)) for r in translation.hits if r.span is not None]
        remarks = [
            (_within(finding.span, text), self.comments.write(finding))
            for finding in translation.findings
            if finding.severity is not Severity.INFO
        ]
        remarks += [
            (Span(0, len(text)), self.comments.near(unit, translation.segment.text, self._langs))
            for unit in translation.near[:1]
        ]
        edges = {0, len(text)} | {edge for span, _ in remarks for edge in (span.start, span.end)}
        for at, following in pairwise([*sorted(edges), len(text)]):
            for span, number in remarks:
                if span.end == at and span.start < at:
                    yield self.comments.closed(number)
            for span, number in remarks:
                if span.start == at:
                    yield self.comments.opened(number)
                    if span.end == at:
                        yield self.comments.closed(number)
            yield _runs(text, marks, self.target_ink, Span(at, following))


def _within(span: Span | None, text: str) -> Span:
    """The span, cut to the text; all of the text for a finding about the whole."""
    if span is None or span.start >= len(text):
        return Span(0, len(text))
    return Span(span.start, min(span.end, len(text)))


def _style(result: HitResult) -> str:
    return "Term" if result.outcome is Outcome.PINNED else "TermMissing"


def _runs(text: str, marks: Marks, ink: Ink, part: Span) -> str:
    """One part of a text; marks that overlap an earlier one are left out."""
    told, at = "", part.start
    for span, style in sorted(marks):
        start, end = max(span.start, at), min(span.end, part.end)
        if start >= end:
            continue
        told += _run(text[at:start], ink) + _run(text[start:end], Ink(style, ink.lang))
        at = end
    return told + _run(text[at : part.end], ink)


def _run(text: str, ink: Ink) -> str:
    return run(text, ink) if text else ""
