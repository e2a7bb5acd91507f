"""A reviewed file as it came back, whatever its format: rows, sentences, remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from translate.model import Bitext

__all__ = ["Fault", "Remark", "ReviewFile", "ReviewRow", "ReviewSentence", "View"]


class View(StrEnum):
    """Which state of a document with tracked changes is read."""

    FINAL = "final"
    ORIGINAL = "original"


class Fault(StrEnum):
    """Why nothing can be decided from a row."""

    MERGED = "merged"  # it holds cells or sentences of several rows
    CELLS = "cells"  # cells are missing or added
    JOINED = "joined"  # source and translation of one cell were made one paragraph
    SPLIT = "divided"  # a part of its source stands in another row
    SWAPPED = "swapped"  # its source is that of another row
    TABLE = "table"  # a table stands inside the translation
    OBJECT = "object"  # an object of another program stands inside the translation


@dataclass(frozen=True, slots=True)
class ReviewSentence:
    """The target text that stands inside (or was typed right behind) a sentence's bookmark."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment of a reviewer; `anchor` is the words it is about, `row` is empty if in no row."""

    row: str
    author: str
    made: str
    anchor: str
    text: str
    reply: bool = False


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One row as it came back: a paragraph, or a sentence of one.

    `target` is the text of the whole cell, `sentences` are those whose bookmarks survived. `check`
    is the printed check of the source text, `matched` names what identified the row: control,
    bookmark, printed id, source, or likeness of the source. `authors` tracked changes in the
    target, the last at `made`.
    `source` is what the source column says now, where that is not what was sent, `unclear` what was
    written between two reviewers' texts and chooses neither.
    """

    id: str
    status: str
    target: str
    sentences: tuple[ReviewSentence, ...]
    note: str
    check: str
    matched: str
    authors: tuple[str, ...] = ()
    made: str = ""
    faults: tuple[Fault, ...] = ()
    source: str | None = None
    unclear: str = ""


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """A reviewer's file: the bitext it was made from, and its rows in their present order.

    `missing` are ids of rows that are no longer there, `repeated` of rows that are there more
    than once (all copies are in `rows`), `moved` of those out of their place, `foreign` the texts
    of rows that are not ours. `revisions` counts tracked changes, `author` and `made` say who
    saved the file last, and when; `letters` gives the checks behind each flag, `drafts` the target
    of each sentence as it was written into the file. `assumed` is true if nothing in the file says
    that it belongs to this run, `sent` the file that stood in for its hidden record, if that was
    looked for.
    """

    document_id: str
    run: str
    manifest: Bitext
    rows: tuple[ReviewRow, ...]
    missing: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    revisions: int = 0
    author: str = ""
    made: str = ""
    letters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    assumed: bool = False
    sent: str = ""
