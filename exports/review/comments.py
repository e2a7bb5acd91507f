"""The comments of reviewers: who, when, about which words, and whether it is a reply."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from exports.docx.comments import AUTHOR
from exports.docx.wml import Element, w
from exports.review.cells import present, read_cell
from translate.office.package import Package
from translate.review.rows import Remark, View

__all__ = ["Comment", "anchors", "read_comments", "remarks"]

_PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
_EXTENDED = "http://schemas.microsoft.com/office/word/2012/wordml"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment that is not our own; `names` are those of its paragraphs."""

    author: str
    made: str
    text: str
    names: frozenset[str]


def read_comments(package: Package, view: View) -> dict[str, Comment]:
    """The comments that are not our own by their numbers, in the order of the file."""
    part = package.beside_name("comments")
    found: dict[str, Comment] = {}
    for comment in () if part is None else package.each(part, w("comment")):
        author = comment.get(w("author")) or ""
        if author != AUTHOR:
            found[comment.get(w("id")) or ""] = Comment(
                author,
                comment.get(w("date")) or "",
                read_cell(comment, {}, view).text,
                frozenset(filter(None, (p.get(_PARAGRAPH) for p in comment.iter(w("p"))))),
            )
        comment.clear()
    return found


def remarks(
    package: Package,
    comments: Mapping[str, Comment],
    rows: Iterable[tuple[str, Mapping[str, str]]],
) -> tuple[Remark, ...]:
    """What reviewers said; `rows` are ids, and the words of each comment in that row."""
    places: dict[str, tuple[str, str]] = {}
    for id, words in rows:
        for number, anchor in words.items():
            places.setdefault(number, (id, anchor))
    replies = set(_replies(package)) if comments else set()
    return tuple(
        Remark(*_place(places.get(number, ("", "")), comment), reply=bool(comment.names & replies))
        for number, comment in comments.items()
    )


def _place(place: tuple[str, str], comment: Comment) -> tuple[str, str, str, str, str]:
    row, anchor = place
    return row, comment.author, comment.made, anchor, comment.text


def anchors(row: Element, view: View, wanted: Collection[str]) -> dict[str, str]:
    """The words of each comment in a row, by the number of the comment, if it is `wanted`."""
    if not wanted:
        return {}
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
