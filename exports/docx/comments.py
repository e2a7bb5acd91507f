"""Word comments with the reason of a flag, or with what was approved for a sentence like this.

python-docx writes comments too, but looks through all earlier ones for each new number and
stamps them with the clock; here numbers are counted and no date is written.
"""

from __future__ import annotations

from exports.docx.wml import Ink, paragraph, run, tag
from exports.flags import REMEMBERED, flag_of
from translate.model import Finding, NearUnit
from translate.review.difference import Change, difference

__all__ = ["AUTHOR", "Comments"]

AUTHOR = "dwibahasa"
_MARKED = {Change.KEPT: "", Change.DELETED: "Deleted", Change.INSERTED: "Inserted"}
_REFERENCE = tag("rPr", inner=tag("rStyle", "CommentReference"))
_ITS_OWN = tag("r", inner=_REFERENCE + tag("annotationRef"))


class Comments:
    """The comments of one file, each as text."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def write(self, finding: Finding) -> int:
        """Write the comment for a finding; its number is wanted by `opened` and `closed`."""
        flag = flag_of(finding.check)
        said = run(f"{flag.letter} · {flag.name}: ", Ink("Strong")) + run(finding.message, Ink())
        return self._written(said)

    def near(self, unit: NearUnit, source: str, langs: tuple[str, str]) -> int:
        """Write the comment for an approved unit whose source is like `source`; its number.

        What that source has and this one has not is struck through, the other way round underlined.
        """
        pieces = difference(unit.source, source)
        compared = (run(piece.text, Ink(_MARKED[piece.change], langs[0])) for piece in pieces)
        alike = run(f"{REMEMBERED} {unit.score} %: ", Ink("Strong")) + "".join(compared)
        then = run("Approved for it: ", Ink("Strong")) + run(unit.target, Ink("", langs[1]))
        return self._written(alike, then)

    def _written(self, first: str, *others: str) -> int:
        """A new comment of these paragraphs: its number."""
        number = len(self.texts)
        said = "".join(paragraph("CommentText", p, "en-US") for p in (_ITS_OWN + first, *others))
        about: dict[str, str | int] = {"id": number, "author": AUTHOR, "initials": "db"}
        self.texts.append(tag("comment", about, said))
        return number

    def opened(self, number: int) -> str:
        """The begin of the words that a comment is about."""
        return tag("commentRangeStart", {"id": number})

    def closed(self, number: int) -> str:
        """The end of the words that a comment is about."""
        reference = _REFERENCE + tag("commentReference", {"id": number})
        return tag("commentRangeEnd", {"id": number}) + tag("r", inner=reference)
