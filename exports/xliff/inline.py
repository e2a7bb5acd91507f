"""A source text with its terms inside ``mrk`` elements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from exports.docx.wml import Element, clean
from translate.model import Translation

__all__ = ["Tag", "marked"]


@dataclass(frozen=True, slots=True)
class Tag:
    """The attributes of a mark, and the name of the one that holds the wanted rendering."""

    attributes: dict[str, str]
    wanted: str


def marked(source: Element, translation: Translation, tag: Callable[[int], Tag]) -> None:
    """Write the segment's text into `source`; of terms that overlap the first is marked.

    `tag` makes the mark of the term with this number in its segment.
    """
    text, at = translation.segment.text, 0
    last: Element | None = None
    name = source.tag.replace("}source", "}mrk")
    for number, result in enumerate(sorted(translation.hits, key=lambda r: r.hit.span), 1):
        span = result.hit.span
        if span.start < at:
            continue
        _append(source, last, text[at : span.start])
        made = tag(number)
        last = etree.SubElement(source, name, made.attributes)
        last.set(made.wanted, clean(result.hit.wanted))
        last.text = clean(span.of(text))
        at = span.end
    _append(source, last, text[at:])


def _append(source: Element, last: Element | None, text: str) -> None:
    if last is None:
        source.text = (source.text or "") + clean(text)
    else:
        last.tail = (last.tail or "") + clean(text)
