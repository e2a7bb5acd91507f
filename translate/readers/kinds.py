"""Gives every draft its kind: the title, quotes, headings; all that is left is a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.languages import Language
from translate.model import Kind
from translate.readers.draft import Draft

_ABOVE = frozenset(
    {Kind.SUBTITLE, Kind.BYLINE, Kind.METADATA, Kind.DATELINE, Kind.RELATED, Kind.FURNITURE}
)
_MARKS = re.compile(r"[\"“”„«»]")
_OPENING = '"“”„«'
_FINAL = re.compile(r"[.,;:!…][\"'”’»)\]]*$")
_STOP = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_NEW_SENTENCE = re.compile(r"[.!?]\s+[^\W\d_]")
_PROSE = 60  # characters; from here on a line is no headline, whatever it ends with
_LONGEST_QUOTE = 20_000
_TITLE_LENGTH, _TITLE_WORDS = 200, 28
_HEADING_LENGTH, _HEADING_WORDS = 90, 12


def classified(drafts: Sequence[Draft], language: Language, *, headings: bool) -> list[Draft]:
    """The drafts, each with a kind. `headings`: whether title and headings are to be guessed."""
    found = [_quoted(draft, language) for draft in drafts]
    if not headings:
        return [replace(draft, kind=draft.kind or Kind.PARAGRAPH) for draft in found]
    title = _title(drafts)
    if title is not None:
        found[title] = replace(drafts[title], kind=Kind.TITLE)
    for index in range(len(found) - 1, -1, -1):
        if found[index].kind is None:
            heading = _is_heading(found, index)
            kind = Kind.HEADING if heading else Kind.PARAGRAPH
            found[index] = replace(found[index], kind=kind, level=int(heading))
    return found


def _quoted(draft: Draft, language: Language) -> Draft:
    if draft.kind is None and is_quote(draft.text, language):
        return replace(draft, kind=Kind.QUOTE)
    return draft


def _title(drafts: Sequence[Draft]) -> int | None:
    """The first draft that is no header line, if it looks like a headline and text follows."""
    for index, draft in enumerate(drafts):
        if draft.kind in _ABOVE:
            continue
        text = draft.text
        short = len(text) <= _TITLE_LENGTH and len(text.split()) <= _TITLE_WORDS
        follows = any(later.kind not in _ABOVE for later in drafts[index + 1 :])
        plain = draft.kind is None and not re.search(r"[.,;:]$", text)
        return index if plain and short and follows else None
    return None


def _is_heading(drafts: Sequence[Draft], index: int) -> bool:
    """Short, no final stop, begins with a capital, and a text follows."""
    text = drafts[index].text
    if len(text) > _HEADING_LENGTH or len(text.split()) > _HEADING_WORDS or _FINAL.search(text):
        return False
    if text[0] in "\"'“‘«(" or text[0].islower() or not any(map(str.isalpha, text)):
        return False
    if index and drafts[index - 1].text.endswith(":"):
        return False
    return _introduces(drafts, index + 1)


def _introduces(drafts: Sequence[Draft], index: int) -> bool:
    """True if running text follows at `index`, perhaps behind a related link or a heading."""
    for draft in drafts[index : index + 2]:
        if draft.kind in (Kind.QUOTE, Kind.LIST_ITEM):
            return True
        if draft.kind is Kind.PARAGRAPH:
            return len(draft.text) > _PROSE or bool(_STOP.search(draft.text))
        if draft.kind not in (Kind.HEADING, Kind.RELATED, Kind.FURNITURE):
            return False
    return False


def is_quote(text: str, language: Language) -> bool:
    """True if a paragraph is a quotation, perhaps with its speaker: ``"…," kata Budi.``

    A quotation that stays open, as before a next paragraph of the same speech, counts too.
    """
    if text[:1] not in _OPENING or len(text) > _LONGEST_QUOTE:
        return False
    marks = [found.start() for found in _MARKS.finditer(text)]
    if len(marks) == 1:
        return True
    gaps = [*marks[2::2], len(text)]
    outside = " ".join(text[a + 1 : b].strip() for a, b in zip(marks[1::2], gaps, strict=False))
    words = re.findall(r"\w[\w.'’-]*", outside)
    if not words:
        return True
    speaks = words[0].casefold() in language.attribution
    closed = text[marks[1] - 1] in ",.?!…" or text[marks[1] + 1 : marks[1] + 2] == ","
    short = len(words) <= 14 and (speaks or (closed and len(outside) < len(text) / 2))
    return short and not _NEW_SENTENCE.search(outside)
