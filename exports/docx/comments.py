"""Word comments with the reason of a flag.

python-docx writes comments too, but looks through all earlier ones for each new number and
stamps them with the clock; here numbers are counted and no date is written.
"""

from __future__ import annotations

from exports.docx.flags import flag_of
from exports.docx.wml import Element, Ink, add, paragraph, run
from translate.model import Finding

__all__ = ["AUTHOR", "Comments"]

AUTHOR = "dwibahasa"


class Comments:
    """Fills the ``w:comments`` element of one file."""

    def __init__(self, part: Element) -> None:
        self._part = part
        self._next = 0

    def write(self, finding: Finding) -> int:
        """Write the comment for a finding; its number is wanted by `open` and `close`."""
        number, self._next = self._next, self._next + 1
        comment = add(self._part, "comment", {"id": number, "author": AUTHOR, "initials": "db"})
        text = paragraph(comment, "CommentText", "en-US")
        reference = add(text, "r")
        add(add(reference, "rPr"), "rStyle", "CommentReference")
        add(reference, "annotationRef")
        flag = flag_of(finding.check)
        run(text, f"{flag.letter} · {flag.name}: ", Ink("Strong"))
        run(text, finding.message, Ink())
        return number

    def open(self, parent: Element, number: int) -> None:
        """Begin the words that a comment is about."""
        add(parent, "commentRangeStart", {"id": number})

    def close(self, parent: Element, number: int) -> None:
        """End the words that a comment is about."""
        add(parent, "commentRangeEnd", {"id": number})
        reference = add(parent, "r")
        add(add(reference, "rPr"), "rStyle", "CommentReference")
        add(reference, "commentReference", {"id": number})
