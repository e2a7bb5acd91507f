"""What is odd about a reviewed file and its rows: told, and not guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from translate.model import Bitext, Translation
from translate.review.assign import plain, same
from translate.review.rows import Fault, ReviewFile, ReviewRow

__all__ = ["Problem", "as_sent", "oddities", "out_of_place", "unread"]

_SHOWN = 500  # characters of what somebody must put in by hand


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a row that a person should know; `row` is empty for rows not ours."""

    row: str
    kind: str
    message: str


_FAULTS = {
    Fault.MERGED: "holds the cells or sentences of several rows",
    Fault.CELLS: "has cells added or removed",
    Fault.SPLIT: "was divided among several rows",
    Fault.SWAPPED: "has the source of another row",
    Fault.JOINED: "has source and translation run together",
    Fault.TABLE: "has a table inside its translation",
    Fault.OBJECT: "has an object inside its translation",
}


def out_of_place(review: ReviewFile) -> Iterator[Problem]:
    """Rows that are gone, doubled, moved or not ours, and drafts from elsewhere."""
    if review.sent:
        yield Problem(
            "", "run", f"it has lost its hidden record; the drafts are those of {review.sent}"
        )
    if review.assumed:
        yield Problem(
            "", "run", f"it was read as one of the run {review.run}, which it does not say"
        )
    for id in review.missing:
        yield Problem(id, "deleted", "is no longer there; nothing was decided")
    for id in review.repeated:
        yield Problem(id, "repeated", "is there more than once; nothing was decided")
    for id in review.moved:
        yield Problem(id, "moved", "stands in another place; it was read all the same")
    for text in review.foreign:
        told = f"a row that is not ours was passed over: “{text[:60]}”"
        yield Problem("", "foreign", told if text else "an empty row was passed over")


def oddities(row: ReviewRow) -> Iterator[Problem]:
    """What is wrong with a row, whatever was written into it."""
    for fault in row.faults:
        yield Problem(row.id, fault.value, f"{_FAULTS[fault]}; nothing was decided")
    if row.matched == "likeness":
        yield Problem(row.id, "likeness", "was known only by its source and its place")
    if row.unclear:
        message = f"“{row.unclear[:40]}” is neither A nor B, and too short for the translation"
        yield Problem(row.id, "choice", f"{message}; it stays open")


def unread(review: ReviewFile) -> Iterator[Problem]:
    """Rows with words that were not sent and that no sentence can be given."""
    sent = _sent(review)
    for row in review.rows:
        if not _decided(row, review) and not same(row.target, sent.get(row.id, "")):
            yield Problem(row.id, _kind(row), f"{_why(row)}; it says: {_quoted(row.target)}")
    for text in filter(str.strip, review.foreign):
        yield Problem("", "foreign", f"a row that is not ours was passed over: {_quoted(text)}")


def as_sent(review: ReviewFile, now: Bitext) -> Iterator[Problem]:
    """What stands otherwise in the bitext that the file makes than in the file itself."""
    for id in review.missing:
        yield Problem(id, "deleted", "is no longer there, and was taken as it was sent")
    sent = _sent(review)
    for row in review.rows:
        if not _decided(row, review) and same(row.target, sent.get(row.id, "")):
            yield Problem(row.id, _kind(row), f"{_why(row)}, and was taken as it was sent")
    owned: dict[int, list[Translation]] = {}
    for translation in now.translations:
        owned.setdefault(translation.segment.block, []).append(translation)
    for index, own in owned.items():
        block = now.document.blocks[index]
        if shared := [t.segment.id for t in own if t.shared]:
            told = f"is right as a paragraph, but {', '.join(shared)} cannot be told apart in it"
            yield Problem(block.id, "shared", told)
        if any(sent.get(t.segment.id) for t in own) and not any(t.target for t in own):
            yield Problem(block.id, "emptied", "was emptied, so that its source stands there")


def _sent(review: ReviewFile) -> Mapping[str, str]:
    """What stood in each row, by the ids of sentences and of paragraphs."""
    found: dict[str, str] = {}
    for translation in review.manifest.translations:
        segment = translation.segment
        draft = review.drafts.get(segment.id, translation.target)
        found[segment.id] = draft
        block = review.manifest.document.blocks[segment.block].id
        found[block] = f"{found.get(block, '')} {draft}".strip()
    return found


def _decided(row: ReviewRow, review: ReviewFile) -> bool:
    return row.id not in review.repeated and not row.faults


def _kind(row: ReviewRow) -> str:
    return row.faults[0].value if row.faults else "repeated"


def _why(row: ReviewRow) -> str:
    return _FAULTS[row.faults[0]] if row.faults else "is there more than once"


def _quoted(text: str) -> str:
    told = plain(text)
    return f"“{told if len(told) <= _SHOWN else f'{told[:_SHOWN].rstrip()}…'}”"
