"""Word comments with the reason of a flag, or with what was approved for a sentence like this.

python-docx writes comments too, but looks through all earlier ones for each new number and
stamps them with the clock; here numbers are counted and no date is written.
"""

from __future__ import annotations

from exports.docx.wml import Element, Ink, add, paragraph, run
from exports.flags import REMEMBERED, flag_of
from translate.model import Finding, NearUnit
from translate.review.difference import Change, difference

__all__ = ["AUTHOR", "Comments"]

AUTHOR = "dwibahasa"
_MARKED = {Change.KEPT: "", Change.DELETED: "Deleted", Change.INSERTED: "Inserted"}


class Comments:
    """Fills the ``w:comments`` element of one file."""

    def __init__(self, part: Element) -> None:
        self._part = part
        self._next = 0

    def write(self, finding: Finding) -> int:
        """Write the comment for a finding; its number is wanted by `open` and `close`."""
        number, text = self._begin()
        flag = flag_of(finding.check)
        run(text, f"{flag.letter} · {flag.name}: ", Ink("Strong"))
        run(text, finding.message, Ink())
        return number

    def near(self, unit: NearUnit, source: str, langs: tuple[str, str]) -> int:
        """Write the comment for an approved unit whose source is like `source`; its number.

        What that source has and this one has not is struck through, the other way round underlined.
        """
        number, text = self._begin()
        run(text, f"{REMEMBERED} {unit.score} %: ", Ink("Strong"))
        for piece in difference(unit.source, source):
            run(text, piece.text, Ink(_MARKED[piece.change], langs[0]))
        then = paragraph(self._part[-1], "CommentText", "en-US")
        run(then, "Approved for it: ", Ink("Strong"))
        run(then, unit.target, Ink("", langs[1]))
        return number

    def _begin(self) -> tuple[int, Element]:
        """A new comment: its number and its first paragraph."""
        number, self._next = self._next, self._next + 1
        comment = add(self._part, "comment", {"id": number, "author": AUTHOR, "initials": "db"})
        text = paragraph(comment, "CommentText", "en-US")
        reference = add(text, "r")
        add(add(reference, "rPr"), "rStyle", "CommentReference")
        add(reference, "annotationRef")
        return number, text

    def open(self, parent: Element, number: int) -> None:
        """Begin the words that a comment is about."""
        add(parent, "commentRangeStart", {"id": number})

    def close(self, parent: Element, number: int) -> None:
        """End the words that a comment is about."""
        add(parent, "commentRangeEnd", {"id": number})
        reference = add(parent, "r")
        add(add(reference, "rPr"), "rStyle", "CommentReference")
        add(reference, "commentReference", {"id": number})
