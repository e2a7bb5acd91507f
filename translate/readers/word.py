"""Reads Word documents: body, tables, text boxes and notes, as they are once changes are accepted.

What a paragraph is comes from its style; where no style says so, from its form, as in plain text.
Headers and footers repeat on every page and are left out.
"""

from __future__ import annotations

import hashlib
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

__all__ = ["FORMAT", "WordReader", "open_word"]

FORMAT = "docx"
_REVIEW = "{urn:dwibahasa:review:1}review"
_STYLES = {
    "title": Kind.TITLE,
    "subtitle": Kind.SUBTITLE,
    "caption": Kind.CAPTION,
    "quote": Kind.QUOTE,
    "intense quote": Kind.QUOTE,
    "quotations": Kind.QUOTE,
    "block text": Kind.QUOTE,
}
_HEADS = frozenset({Kind.TITLE, Kind.HEADING})
_ABOVE = frozenset({Kind.METADATA, Kind.DATELINE, Kind.BYLINE})
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class WordReader:
    """Word documents since 2007, with or without macros, which are never run."""

    name = "docx"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx")

    def read(self, raw: bytes, name: str, language: Language) -> Document:
        """The document in `raw`. Raises InputError if it is damaged, protected, empty, or a
        review document."""
        word = open_word(raw, name)
        if any(part.tag == _REVIEW for part in word.package.custom()):
            raise InputError(
                f"{name}: is a review document of dwibahasa, not an article.",
                hint=f"Bring the review home with: dwibahasa review import {name}",
                slug="input-review",
            )
        drafts = _titled(_drafts(word, language))
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
        kind = "is protected by a password" if _ENCRYPTED in raw else "is of the format before 2007"
        raise InputError(
            f"{name}: {kind}.",
            hint="Open it in Word or LibreOffice and save it as .docx, without a password.",
            slug="input-protected",
        )
    if not raw.strip(b" \n\t\r\xef\xbb\xbf\xe2\x80\x8b\xc2\xa0"):
        raise InputError(
            f"{name}: holds no text.",
            hint="Check that the article was saved into this file.",
            slug="input-empty",
        )

    def damaged(reason: str) -> InputError:
        return InputError(
            f"{name}: is no sound Word document: {reason}.",
            hint="Open it in Word or LibreOffice and save it again as .docx.",
            slug="input-damaged",
        )

    return Word(raw, damaged, lambda text: clean(text)[0].replace("\n", " "))


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
    styled = next((_STYLES[name] for name in paragraph.names if name in _STYLES), None)
    if styled is not None:
        return styled, 0
    if paragraph.outline is not None and paragraph.outline < 9:
        return Kind.HEADING, paragraph.outline + 1
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


def _titled(drafts: Sequence[Draft]) -> list[Draft]:
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
