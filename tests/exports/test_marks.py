"""Marking never changes a text, wherever terms and findings lie."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.docx.comments import Comments
from exports.docx.elements import parsed
from exports.docx.marks import Marker
from exports.docx.wml import Element, clean, paragraph, w
from exports.passage import Passage
from glossary.term import Form, Span, Term, TermHit
from translate.model import (
    Block,
    Finding,
    HitResult,
    Kind,
    Origin,
    Outcome,
    Rung,
    Segment,
    Severity,
    Translation,
)

LETTERS = st.text("ab \u00e9\u4e00", max_size=12)
EDGES = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=4)


def text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t")))


def passage(target: str, spans: list[Span], findings: tuple[Finding, ...]) -> Passage:
    """A block of one sentence; the spans of its hits serve for source and target alike."""
    source = "s" * 20
    segment = Segment("P1.1", 0, Kind.PARAGRAPH, Span(0, 20), source)
    hits = tuple(
        HitResult(TermHit(Term("t", ""), span, Form.LONG, "t"), Outcome.PINNED, Rung.FREE, span)
        for span in spans
    )
    translation = Translation(segment, target, Origin.MACHINE, None, hits, findings)
    block = Block(0, Kind.PARAGRAPH, source)
    return Passage("P1", block, Span(0, 20), (translation,), ("",), block.kind)


def target_of(made: Passage) -> Element:
    marker = Marker(Comments(), "id-ID", "en-US")
    return parsed(paragraph("RowText", marker.target(made)))[0]


@settings(deadline=None)  # the machine may be busy
@given(LETTERS, EDGES, EDGES)
def test_the_text_is_whole_and_each_comment_lies_on_its_words(
    target: str, hits: list[tuple[int, int]], remarks: list[tuple[int, int]]
) -> None:
    spans = [Span(*sorted(edge)) for edge in hits]
    wanted = [Span(*sorted(edge)) for edge in remarks]
    findings = tuple(Finding("name", Severity.WARNING, "m", span) for span in wanted)
    written = target_of(passage(target, spans, findings))
    assert text(written) == target
    for number, span in enumerate(wanted):
        expected = span.of(target) if span.start < len(target) else target
        assert words_of_comment(written, number) == expected


def words_of_comment(paragraph: Element, number: int) -> str:
    words, inside = "", False
    for element in paragraph:
        if element.get(w("id")) == str(number):
            inside = element.tag == w("commentRangeStart") or (
                inside and element.tag != w("commentRangeEnd")
            )
        elif inside:
            words += text(element)
    return words


@settings(deadline=None)  # the machine may be busy
@given(EDGES)
def test_the_source_is_whole_wherever_terms_lie(edges: list[tuple[int, int]]) -> None:
    made = passage("x", [Span(*sorted(edge)) for edge in edges], ())
    marker = Marker(Comments(), "id-ID", "en-US")
    (element,) = parsed(paragraph("RowText", marker.source(made)))
    assert text(element) == "s" * 20


@settings(deadline=None)  # the machine may be busy
@given(st.text())
def test_cleaning_keeps_the_length_so_that_spans_stay_true(any_text: str) -> None:
    assert len(clean(any_text)) == len(any_text)


def test_an_information_gets_no_comment() -> None:
    written = target_of(passage("one two", [], (Finding("length", Severity.INFO, "m"),)))
    assert list(written.iter(w("commentRangeStart"))) == []


def test_line_breaks_and_tabs_become_those_of_word() -> None:
    written = target_of(passage("a\nb\tc", [], ()))
    assert [e.tag for e in written.iter(w("br"), w("tab"))] == [w("br"), w("tab")]
