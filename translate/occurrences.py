"""Where the terms of each document stand: an article is searched as a whole, with its glossary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from glossary import addresses, article
from glossary.forms import forms_of
from glossary.match import Matcher, Matches
from glossary.store import Glossary
from glossary.term import Span, TermHit
from translate.model import CODE, Document, Segment

__all__ = ["occurrences"]


def occurrences(
    documents: Sequence[Document],
    split: Sequence[Sequence[Segment]],
    glossaries: Sequence[Glossary],
    lang: str,
    passed_over: Callable[[Segment], bool],
) -> list[list[Matches]]:
    """What each segment of each document holds of that document's glossary.

    Addresses and code are hits, too, and go before terms. Segments that are `passed_over` hold
    nothing. A glossary that serves several documents is made ready once.
    """
    ready: dict[int, Matcher] = {}
    found = []
    for document, segments, glossary in zip(documents, split, glossaries, strict=True):
        if id(glossary) not in ready:
            ready[id(glossary)] = Matcher(glossary, forms_of(lang))
        paragraphs = [block.text for block in document.blocks]
        parts = [("", "") if passed_over(s) else (s.text, paragraphs[s.block]) for s in segments]
        here = article.search(ready[id(glossary)], parts, forms_of(lang))
        code = [
            _code(document, segment) if text else ()
            for segment, (text, _) in zip(segments, parts, strict=True)
        ]
        rows = zip(parts, code, here, strict=True)
        found.append([_with_copied(text, own, m) for (text, _), own, m in rows])
    return found


def _code(document: Document, segment: Segment) -> tuple[TermHit, ...]:
    """A hit for each piece of code in a sentence."""
    runs = document.blocks[segment.block].runs
    inside = (run.span for run in runs if CODE in run.styles and run.span.overlaps(segment.span))
    spans = (
        Span(max(span.start, segment.span.start), min(span.end, segment.span.end))
        for span in inside
    )
    return tuple(addresses.held(segment.text, s.shifted(-segment.span.start)) for s in spans)


def _with_copied(text: str, code: Sequence[TermHit], found: Matches) -> Matches:
    links = (*addresses.find(text),)
    links = addresses.joined(code, links) if code else links
    return replace(found, hits=addresses.joined(links, found.hits)) if links else found
