"""The way home: a reviewer's DOCX read back into rows."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from exports.conflicts.reading import read_conflicts, record_of
from exports.docx.wml import Element, clean, w
from exports.flags import FLAGS, UNKNOWN
from exports.review.comments import read_comments, remarks
from exports.review.identity import Owners
from exports.review.likeness import aligned, with_parts
from exports.review.package import damaged, opened, saved
from exports.review.rows import FoundRow, find_rows
from exports.review.run import came_from
from translate.model import Bitext
from translate.office.package import Package
from translate.review.rows import Fault, ReviewFile, ReviewRow, ReviewSentence, View

__all__ = ["ReviewFile", "ReviewRow", "ReviewSentence", "read_review"]

_SPARE_ROWS = 2_000
_REVISIONS = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


def read_review(data: bytes, view: View = View.FINAL, sent: Bitext | None = None) -> ReviewFile:
    """Read a review file as Word or LibreOffice saved it, in one state of its tracked changes.

    Needs nothing but the file, unless a program has dropped its hidden record: then `sent`, the run
    that it was made from. Raises InputError: ``review-encrypted``, ``review-damaged``,
    ``review-foreign`` for a document that no ``dwibahasa translate`` has written, ``review-record``
    for one without its record, ``review-other-run`` if `sent` is not its run.
    """
    package = opened(data)
    if (conflicts := record_of(package)) is not None:
        return read_conflicts(package, conflicts, view, saved(package))
    came = came_from(package, sent)
    owners = Owners(came.bitext, came.look)
    comments = read_comments(package, view)
    text = _Text(package, 2 * len(owners.rows) + _SPARE_ROWS)
    found = list(find_rows(text.rows(), owners, view, comments))
    all_rows = with_parts(aligned(found, owners), owners)
    ours = [(found.id, found) for found in all_rows if found.id is not None]
    times = Counter(id for id, _ in ours)
    author, made = saved(package)
    return ReviewFile(
        document_id=came.bitext.document.id,
        run=came.run,
        manifest=came.bitext,
        rows=tuple(_row(id, found, owners) for id, found in ours),
        missing=tuple(id for id in owners.rows if id not in times),
        repeated=tuple(id for id in owners.rows if times[id] > 1),
        foreign=tuple(found.target for found in all_rows if found.id is None),
        moved=_moved([id for id, _ in ours if times[id] == 1], owners),
        remarks=remarks(package, comments, [(id, found.anchors) for id, found in ours]),
        revisions=text.revisions,
        author=author,
        made=made,
        letters={flag.letter: flag.checks for flag in (*FLAGS, UNKNOWN) if flag.checks},
        drafts={t.segment.id: clean(t.target) for t in came.bitext.translations},
        assumed=came.assumed,
    )


class _Text:
    """The main part, read once from start to end; `revisions` counts its tracked changes.

    With more than `most` rows it is refused: reading them all would take hours.
    """

    def __init__(self, package: Package, most: int) -> None:
        self.revisions = 0
        self._package, self._most = package, most

    def rows(self) -> Iterator[Element]:
        """The rows of tables that stand in no other table; each is cleared after its turn."""
        count = 0
        for element in self._package.each(self._package.main_name(), w("tr"), *_REVISIONS):
            if element.tag != w("tr"):
                self.revisions += 1
                continue
            count += 1
            if count > self._most:
                raise damaged(
                    f"it has more than {self._most:,} table rows, far more than were sent"
                )
            if next(element.iterancestors(w("tr")), None) is None:
                yield element
                element.clear()


def _row(id: str, found: FoundRow, owners: Owners) -> ReviewRow:
    labels = owners.labels(id)
    source = None if found.source is None else _unlabelled(found.source, labels)
    return ReviewRow(
        id=id,
        status=found.status,
        target=_unlabelled(found.target, labels),
        sentences=tuple(
            ReviewSentence(owners.sentences[name], _unlabelled(text, labels))
            for name, text in found.sentences.items()
        ),
        note=found.note,
        check=found.check,
        matched=found.matched,
        authors=found.authors,
        made=found.made,
        faults=(*found.faults, Fault.SWAPPED) if owners.swapped(id, source) else found.faults,
        source=None if source is None or owners.unchanged(id, source) else source,
    )


def _unlabelled(text: str, labels: Sequence[str]) -> str:
    """The text without the small label above it, which some programs turn into plain text."""
    for label in labels:
        text = "" if text.strip() == label else text.removeprefix(f"{label}\n")
    return text


def _moved(ids: Sequence[str], owners: Owners) -> tuple[str, ...]:
    """The fewest rows that must have been moved: all but the longest rising sequence."""
    order = {id: place for place, id in enumerate(owners.rows)}
    numbers = [order[id] for id in ids]
    ends: list[int] = []
    lengths = []
    for number in numbers:
        place = bisect_left(ends, number)
        ends[place : place + 1] = [number]
        lengths.append(place + 1)
    kept: list[int] = []
    for number, length in zip(reversed(numbers), reversed(lengths), strict=True):
        if length == len(ends) - len(kept) and (not kept or number < kept[-1]):
            kept.append(number)
    stayed = set(kept)
    return tuple(id for id, number in zip(ids, numbers, strict=True) if number not in stayed)
