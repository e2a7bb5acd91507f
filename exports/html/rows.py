"""One row of the page: number, source, target with its marks, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.builder import E

from exports.docx.wml import Element, clean
from exports.flags import REMEMBERED, flag_of
from exports.passage import Passage
from exports.wording import wording
from glossary.term import Span
from translate.model import HitResult, Origin, Outcome, Severity, Translation

__all__ = ["row"]

Mark = tuple[Span, str]
"""A part of a text and the class of its mark."""
Lang = tuple[str, str]
"""A language code and the direction of its script."""


def row(passage: Passage, source: Lang, target: Lang) -> Element:
    """A table row; its classes are the kind of the block and what is wrong with it."""
    findings = [f for t in passage.translations for f in t.findings]
    lost = any(r.outcome is Outcome.FLAGGED for t in passage.translations for r in t.hits)
    names = [passage.kind.value, *["flagged"] * bool(findings), *["missing"] * lost]
    made: Element = E.tr(
        {"id": passage.id, "class": " ".join(names), "tabindex": "-1"},
        E.th(E.a(passage.id, href=f"#{passage.id}"), scope="row"),
        _cell("source", source, passage, [E.span({"class": "text"}, *_source(passage))]),
        _cell("target", target, passage, [E.span({"class": "text"}, *_target(passage))]),
        E.td({"class": "flags"}, *_findings(passage)),
    )
    return made


def _cell(name: str, lang: Lang, passage: Passage, content: Sequence[Element]) -> Element:
    label = wording(lang[0]).label(passage.kind, passage.block.cell)
    above = [E.span(clean(label), {"class": "label"})] if label else []
    cell: Element = E.td({"class": name, "lang": lang[0], "dir": lang[1]}, *above, *content)
    return cell


def _source(passage: Passage) -> Iterator[Element | str]:
    marks = [
        (r.hit.span.shifted(t.segment.span.start), _class(r))
        for t in passage.translations
        for r in t.hits
    ]
    return marked(passage.block.text, marks)


def _target(passage: Passage) -> Iterator[Element | str]:
    for joint, translation in zip(passage.joints, passage.translations, strict=True):
        if joint and translation.target:
            yield clean(joint)
        yield from marked(translation.target, list(_marks(translation)))


def _marks(translation: Translation) -> Iterator[Mark]:
    for result in translation.hits:
        if result.span is not None:
            yield result.span, _class(result)
    for finding in translation.findings:
        if finding.span is not None and finding.severity is not Severity.INFO:
            yield finding.span, f"doubt {finding.severity.value}"


def _class(result: HitResult) -> str:
    return "term" if result.outcome is Outcome.PINNED else "lost"


def marked(text: str, marks: Sequence[Mark]) -> Iterator[Element | str]:
    """The text in pieces, each inside the marks that cover it; marks may overlap."""
    inside = [(Span(s.start, min(s.end, len(text))), name) for s, name in marks if s.start < s.end]
    edges = {0, len(text)} | {e for s, _ in inside for e in (s.start, s.end) if e <= len(text)}
    for start, end in pairwise(sorted(edges)):
        names = [name for span, name in inside if span.start <= start and end <= span.end]
        piece = clean(text[start:end])
        yield E.mark(piece, {"class": " ".join(dict.fromkeys(names))}) if names else piece


def _findings(passage: Passage) -> Iterator[Element]:
    items = []
    for translation in passage.translations:
        many = len(passage.translations) > 1
        where = f" ({translation.segment.id})" if many else ""
        for finding in translation.findings:
            letter = E.b(flag_of(finding.check).letter, title=flag_of(finding.check).name)
            said = clean(finding.message) + where
            items.append(E.li({"class": finding.severity.value}, letter, said))
    if any(t.origin is Origin.MEMORY for t in passage.translations):
        items.append(E.li({"class": "info"}, E.b(REMEMBERED), "approved before"))
    if items:
        yield E.ul({"class": "findings"}, *items)
