"""The comments of reviewers: who, when, about which words, and whether it is a reply."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from exports.docx.comments import AUTHOR
from exports.docx.wml import Element, w
from exports.review.cells import present, read_cell
from translate.office.package import Package
from translate.review.rows import Remark, View

__all__ = ["read_remarks"]

_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_EXTENDED = "http://schemas.microsoft.com/office/word/2012/wordml"


def read_remarks(
    package: Package, rows: Iterable[tuple[str, Element]], view: View
) -> tuple[Remark, ...]:
    """All comments that are not our own, in the order of the file; `rows` are ids and elements."""
    part = package.beside("comments")
    if part is None:
        return ()
    comments = [c for c in part.iter(w("comment")) if c.get(w("author")) != AUTHOR]
    wanted = {comment.get(w("id")) or "" for comment in comments}
    places: dict[str, tuple[str, str]] = {}
    for id, row in rows:
        for number, anchor in _anchors(row, view, wanted).items():
            places.setdefault(number, (id, anchor))
    replies = set(_replies(package))
    found = []
    for comment in comments:
        place, anchor = places.get(comment.get(w("id")) or "", ("", ""))
        paragraphs = {p.get(_PARAGRAPH) for p in comment.iter(w("p"))}
        found.append(
            Remark(
                place,
                comment.get(w("author")) or "",
                comment.get(w("date")) or "",
                anchor,
                read_cell(comment, {}, view).text,
                bool(paragraphs & replies),
            )
        )
    return tuple(found)


def _anchors(row: Element, view: View, wanted: Collection[str]) -> dict[str, str]:
    """The words of each comment in a row, by the number of the comment, if it is `wanted`."""
    found: dict[str, list[str]] = {}
    marks = row.iter(w("commentRangeStart"), w("commentReference"))
    if not any(mark.get(w("id")) in wanted for mark in marks):
        return {}
    open_: set[str] = set()
    for event, element, there in present(row, view):
        number = element.get(w("id")) or ""
        if event == "end":
            continue
        if element.tag == w("commentRangeStart"):
            open_.add(number)
            found.setdefault(number, [])
        elif element.tag == w("commentRangeEnd"):
            open_.discard(number)
        elif element.tag == w("commentReference"):
            found.setdefault(number, [])
        elif there and element.tag in (w("t"), w("delText")):
            for each in open_:
                found[each].append(element.text or "")
    return {number: "".join(parts).strip() for number, parts in found.items()}


def _replies(package: Package) -> Iterator[str]:
    """The marks of comments that answer another one."""
    part = package.beside("commentsExtended")
    if part is not None:
        for about in part.iter(f"{{{_EXTENDED}}}commentEx"):
            if about.get(f"{{{_EXTENDED}}}paraIdParent"):
                yield about.get(f"{{{_EXTENDED}}}paraId") or ""
