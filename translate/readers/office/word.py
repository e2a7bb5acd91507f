"""Reads Word documents: body, tables, text boxes and notes, as they are once changes are accepted.

What a paragraph is comes from its style; where no style says so, from its form, as in plain text.
Headers and footers repeat on every page and are left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from glossary.term import Span
from translate.errors import InputError
from translate.languages import Language
from translate.model import Document, Kind, Original, Run
from translate.office.package import is_ole
from translate.office.pieces import Piece
from translate.office.wml import Element, w
from translate.office.word import Paragraph, Word
from translate.readers.clean import clean
from translate.readers.document import Source, document
from translate.readers.draft import Draft
from translate.readers.kinds import classified
from translate.readers.lines import line_kind
from translate.readers.office.opening import damaged, protected, refuse_empty

__all__ = ["FORMAT", "STYLES", "open_word", "read", "runs_of", "titled"]

FORMAT = "docx"
KIND = "Word document"
_REVIEW = "{urn:dwibahasa:review:1}review"
STYLES = {
    "title": Kind.TITLE,
    "subtitle": Kind.SUBTITLE,
    "caption": Kind.CAPTION,
    "quote": Kind.QUOTE,
    "intense quote": Kind.QUOTE,
    "quotations": Kind.QUOTE,
    "block text": Kind.QUOTE,
}
"""What a paragraph is by the name of its style, in lower case."""
_HEADING = re.compile(r"heading ([1-9])")
_HEADS = frozenset({Kind.TITLE, Kind.HEADING})
_ABOVE = frozenset({Kind.METADATA, Kind.DATELINE, Kind.BYLINE})
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(raw: bytes, name: str, language: Language) -> Document:
    """The document in `raw`; raises InputError as `WordReader.read` says."""
    word = open_word(raw, name)
    if any(part.tag == _REVIEW for part in word.package.custom()):
        raise InputError(
            f"{name}: is a review document of dwibahasa, not an article.",
            hint=f"Bring the review home with: dwibahasa review import {name}",
            slug="input-review",
        )
    try:
        drafts = titled(_drafts(word, language))
    except RecursionError:
        raise damaged(name, KIND, "its parts lie too deep inside one another") from None
    told = any(draft.kind in _HEADS for draft in drafts)
    found = document(
        Source(name, "", "utf-8", ()),
        classified(drafts, language, headings=not told),
        language,
        notes=_notes(word),
    )
    return replace(found, original=Original(FORMAT, hashlib.sha256(raw).hexdigest(), raw))


def open_word(raw: bytes, name: str) -> Word:
    """The texts of a Word file. Raises InputError if it is none, damaged or protected."""
    if is_ole(raw):
        locked = _ENCRYPTED in raw
        how = "is protected by a password" if locked else "is of the format before 2007"
        raise protected(name, how)
    refuse_empty(raw, name)
    word = Word(
        raw,
        lambda reason: damaged(name, KIND, reason),
        lambda text: clean(text)[0].replace("\n", " "),
    )
    if word.roots[word.main].tag != w("document"):
        raise damaged(name, KIND, "it is none, or written in strict Open XML")
    return word


def _drafts(word: Word, language: Language) -> list[Draft]:
    drafts: list[Draft] = []
    for place, paragraph in enumerate(word.paragraphs(), 1):
        for number, piece in enumerate(paragraph.pieces):
            if not piece.text:
                continue
            prose = sum(draft.kind not in _ABOVE for draft in drafts[:20])
            header = prose <= 1 and bool(drafts)
            kind, level = _kind(paragraph, piece, language, header=header)
            drafts.append(
                Draft(
                    piece.text,
                    (place, place),
                    kind,
                    level,
                    paragraph.cell,
                    runs_of(piece),
                    paragraph.anchor(number),
                )
            )
    return drafts


def _kind(
    paragraph: Paragraph, piece: Piece, language: Language, *, header: bool
) -> tuple[Kind | None, int]:
    if paragraph.cell:
        return Kind.CELL, 0
    styled = next((STYLES[name] for name in paragraph.names if name in STYLES), None)
    if styled is not None:
        return styled, 0
    if paragraph.outline is not None and paragraph.outline < 9:
        return Kind.HEADING, paragraph.outline + 1
    named = next(filter(None, map(_HEADING.fullmatch, paragraph.names)), None)
    if named:  # files that were RTF once have the name without the level
        return Kind.HEADING, int(named[1])
    if paragraph.item is not None and paragraph.item >= 0:
        return Kind.LIST_ITEM, paragraph.item + 1
    if paragraph.note:
        return Kind.PARAGRAPH, 0
    kind = Kind.LIST_ITEM if piece.bullet else line_kind(piece.text, language, header=header)
    return kind, int(kind is Kind.LIST_ITEM)


def runs_of(piece: Piece) -> tuple[Run, ...]:
    """The stretches of a piece that differ from its plain text, without blanks around them, and
    its marks."""
    base = piece.base.key
    found = []
    for number, stretch in enumerate(piece.stretches):
        look, text = stretch.look, piece.text[stretch.start : stretch.end]
        if stretch.atom is not None:
            span = Span(stretch.start, stretch.end)
            found.append(Run(number, span, mark=stretch.atom.mark))
        elif text.strip() and (look.styles or look.key != base):
            start = stretch.start + len(text) - len(text.lstrip())
            span = Span(start, start + len(text.strip()))
            mark = "field" if look.field and not look.link else ""
            found.append(Run(number, span, tuple(sorted(look.styles)), look.link, mark))
    return tuple(found)


def titled(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with one title: by style, else a first heading above all others."""
    found = list(drafts)
    titles = [i for i, draft in enumerate(found) if draft.kind is Kind.TITLE]
    for i in titles[1:]:
        found[i] = replace(found[i], kind=Kind.HEADING, level=1)
    heads = [i for i, draft in enumerate(found) if draft.kind is Kind.HEADING]
    if titles or not heads:
        return found
    levels = [found[i].level for i in heads]
    if levels[0] == min(levels) and levels.count(levels[0]) == 1:
        found[heads[0]] = replace(found[heads[0]], kind=Kind.TITLE, level=0)
    return found


def _notes(word: Word) -> list[str]:
    furniture = [word.package.xml(name) for name in word.package.all_names() if _is_furniture(name)]
    counted = (
        (word.settled.changes, "tracked change{s} accepted"),
        (word.settled.comments, "comment{s} left out"),
        (sum(map(_has_text, furniture)), "header{s} or footer{s} left out"),
        (sum(1 for _ in word.roots[word.main].iter(w("altChunk"))), "embedded file{s} left out"),
    )
    notes = [f"{count} {what.format(s='s' * (count > 1))}" for count, what in counted if count]
    if any(name.endswith("vbaProject.bin") for name in word.package.all_names()):
        notes.append("holds macros, which were not run")
    return notes


def _is_furniture(name: str) -> bool:
    file = name.removeprefix("word/")
    return file != name and file.startswith(("header", "footer")) and file.endswith(".xml")


def _has_text(root: Element) -> bool:
    return any((text.text or "").strip() for text in root.iter(w("t")))
