"""Source and target text as runs: terms underlined, sentences bookmarked, findings commented."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, pairwise

from exports.docx.comments import Comments
from exports.docx.wml import Element, Ink, add, run
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

    def source(self, parent: Element, passage: Passage) -> None:
        """The source text of a row, with the occurrences of terms marked."""
        marks = [
            (result.hit.span.shifted(translation.segment.span.start), _style(result))
            for translation in passage.translations
            for result in translation.hits
        ]
        _runs(parent, passage.block.text, marks, self.source_ink, passage.span)

    def target(self, parent: Element, passage: Passage) -> None:
        """The translations of a row, each inside its bookmark, white space between them."""
        for joint, translation in zip(passage.joints, passage.translations, strict=True):
            if joint and translation.target:
                run(parent, joint, self.target_ink)
            number = self.open(parent, bookmark(translation.segment.id))
            self._sentence(parent, translation)
            self.close(parent, number)

    def open(self, parent: Element, name: str) -> int:
        """Begin a bookmark and return its number."""
        number = next(self._numbers)
        add(parent, "bookmarkStart", {"id": number, "name": name})
        return number

    def close(self, parent: Element, number: int) -> None:
        """End a bookmark."""
        add(parent, "bookmarkEnd", {"id": number})

    def _sentence(self, parent: Element, translation: Translation) -> None:
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
                    self.comments.close(parent, number)
            for span, number in remarks:
                if span.start == at:
                    self.comments.open(parent, number)
                    if span.end == at:
                        self.comments.close(parent, number)
            _runs(parent, text, marks, self.target_ink, Span(at, following))


def _within(span: Span | None, text: str) -> Span:
    """The span, cut to the text; all of the text for a finding about the whole."""
    if span is None or span.start >= len(text):
        return Span(0, len(text))
    return Span(span.start, min(span.end, len(text)))


def _style(result: HitResult) -> str:
    return "Term" if result.outcome is Outcome.PINNED else "TermMissing"


def _runs(parent: Element, text: str, marks: Marks, ink: Ink, part: Span) -> None:
    """Write one part of a text; marks that overlap an earlier one are left out."""
    at = part.start
    for span, style in sorted(marks):
        start, end = max(span.start, at), min(span.end, part.end)
        if start >= end:
            continue
        _run(parent, text[at:start], ink)
        _run(parent, text[start:end], Ink(style, ink.lang))
        at = end
    _run(parent, text[at : part.end], ink)


def _run(parent: Element, text: str, ink: Ink) -> None:
    if text:
        run(parent, text, ink)
