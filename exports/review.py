"""The way home: a reviewer's DOCX read back into rows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from exports.bitext_reading import from_json
from exports.identity import bookmark
from exports.manifest import NAMESPACE
from exports.package import Package, damaged
from exports.review_rows import FoundRow, find_rows
from translate.errors import InputError
from translate.model import Bitext

__all__ = ["ReviewFile", "ReviewRow", "ReviewSentence", "read_review"]


@dataclass(frozen=True, slots=True)
class ReviewSentence:
    """The target text that stands inside (or was typed right behind) a sentence's bookmark."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One paragraph as it came back.

    `target` is the text of the whole cell in its final view (insertions kept, deletions gone).
    `sentences` are those whose bookmarks survived. `check` is the printed check of the source
    text, `matched` names what identified the row: control, bookmark or printed id.
    """

    id: str
    status: str
    target: str
    sentences: tuple[ReviewSentence, ...]
    note: str
    check: str
    matched: str


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A reviewer's file: the bitext it was made from, and its rows in their present order.

    `missing` are ids of rows that are no longer there, `repeated` of rows that are there more
    than once (all copies are in `rows`), `foreign` the texts of rows that are not ours.
    """

    document_id: str
    run: str
    manifest: Bitext
    rows: tuple[ReviewRow, ...]
    missing: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


def read_review(data: bytes) -> ReviewFile:
    """Read a review file as Word or LibreOffice saved it.

    Needs nothing but the file. Raises InputError: ``review-encrypted``, ``review-damaged``, or
    ``review-foreign`` for a document that no ``dwibahasa translate`` has written.
    """
    package = Package(data)
    text = package.main()
    run, bitext = _manifest(package)
    blocks = {block.id: block for block in bitext.document.blocks}
    segments = {bookmark(t.segment.id): t.segment for t in bitext.translations}
    ids = {name: segment.id for name, segment in segments.items()}
    owners = {name: bitext.document.blocks[s.block].id for name, s in segments.items()}
    rows, foreign = [], []
    for found in find_rows(text, bitext.document.id, blocks, owners):
        if found.id is None:
            foreign.append(found.target)
        else:
            rows.append(_row(found, found.id, ids))
    times = Counter(row.id for row in rows)
    return ReviewFile(
        document_id=bitext.document.id,
        run=run,
        manifest=bitext,
        rows=tuple(rows),
        missing=tuple(id for id in blocks if id not in times),
        repeated=tuple(id for id in blocks if times[id] > 1),
        foreign=tuple(foreign),
    )


def _row(found: FoundRow, id: str, ids: Mapping[str, str]) -> ReviewRow:
    return ReviewRow(
        id=id,
        status=found.status,
        target=found.target,
        sentences=tuple(ReviewSentence(ids[n], text) for n, text in found.sentences.items()),
        note=found.note,
        check=found.check,
        matched=found.matched,
    )


def _manifest(package: Package) -> tuple[str, Bitext]:
    for element in package.custom():
        if element.tag == f"{{{NAMESPACE}}}review":
            text = "".join(part.text or "" for part in element.iter(f"{{{NAMESPACE}}}part"))
            try:
                return element.get("run") or "", from_json(json.loads(text))
            except (ValueError, RecursionError):
                raise damaged("its hidden record of the run cannot be read") from None
    raise InputError(
        "This Word file was not made by dwibahasa, or the program that saved it last dropped "
        "the hidden record of the run.",
        hint="Give a .review.docx, edited and saved in Word or LibreOffice.",
        slug="review-foreign",
    )
