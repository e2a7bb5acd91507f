"""Where the terms of each document stand: an article is searched as a whole, with its glossary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from glossary import addresses, article
from glossary.forms import forms_of
from glossary.match import Matcher, Matches
from glossary.store import Glossary
from translate.model import Document, Segment

__all__ = ["occurrences"]


def occurrences(
    documents: Sequence[Document],
    split: Sequence[Sequence[Segment]],
    glossaries: Sequence[Glossary],
    lang: str,
    passed_over: Callable[[Segment], bool],
) -> list[list[Matches]]:
    """What each segment of each document holds of that document's glossary.

    Addresses are hits, too, and go before terms. Segments that are `passed_over` hold nothing. A
    glossary that serves several documents is made ready once.
    """
    ready: dict[int, Matcher] = {}
    found = []
    for document, segments, glossary in zip(documents, split, glossaries, strict=True):
        if id(glossary) not in ready:
            ready[id(glossary)] = Matcher(glossary, forms_of(lang))
        paragraphs = [block.text for block in document.blocks]
        parts = [("", "") if passed_over(s) else (s.text, paragraphs[s.block]) for s in segments]
        here = article.search(ready[id(glossary)], parts, forms_of(lang))
        found.append([_with_addresses(text, m) for (text, _), m in zip(parts, here, strict=True)])
    return found


def _with_addresses(text: str, found: Matches) -> Matches:
    links = [*addresses.find(text)]
    return replace(found, hits=addresses.joined(links, found.hits)) if links else found
