"""One row of the review table: a paragraph or sentence, dressed by its kind, with its identity."""

from __future__ import annotations

from itertools import count

from exports.docx.cells import Edge, cell, row
from exports.docx.layout import STATUSES, Layout, Role
from exports.docx.marks import Marker
from exports.docx.styles import PARAGRAPHS
from exports.docx.wml import Ink, Shape, paragraph, run, tag
from exports.flags import REMEMBERED, badge, raised
from exports.identity import check, key_bookmark, source_bookmark
from exports.identity import tag as identity
from exports.passage import Passage, numbered
from exports.scripts import right_to_left
from exports.wording import Wording, locale, wording
from translate.look.theme import Tint
from translate.model import Bitext, Kind, Origin, Outcome, Severity

__all__ = ["LABEL", "STACKED", "RowWriter"]

LABEL = "RowLabel"
"""The style of the small labels above a text; they are no part of it."""
STACKED = "RowSource"
"""What the styles of sources begin with under which the target stands."""

_STYLES = {
    Kind.TITLE: "RowTitle",
    Kind.SUBTITLE: "RowSubtitle",
    Kind.BYLINE: "RowSmall",
    Kind.METADATA: "RowSmall",
    Kind.DATELINE: "RowSmall",
    Kind.HEADING: "RowHeading",
    Kind.PARAGRAPH: "RowText",
    Kind.QUOTE: "RowQuote",
    Kind.PULL_QUOTE: "RowPullQuote",
    Kind.LIST_ITEM: "RowListItem",
    Kind.CAPTION: "RowCaption",
    Kind.CELL: "RowCell",
    Kind.RELATED: "RowRelated",
    Kind.FURNITURE: "RowFurniture",
    Kind.CODE: "RowSmall",
}
_STACKED_STYLES = {
    Kind.TITLE: "RowSourceStrong",
    Kind.HEADING: "RowSourceStrong",
    Kind.QUOTE: "RowSourceQuote",
    Kind.PULL_QUOTE: "RowSourceQuote",
}
_BADGES = {
    Severity.INFO: Ink("FlagInfo"),
    Severity.WARNING: Ink("FlagWarning"),
    Severity.ERROR: Ink("FlagError"),
}
_LEADING = frozenset({Kind.TITLE, Kind.SUBTITLE, Kind.HEADING})  # never the last on a page
_GROUNDS = {
    Kind.HEADING: Tint.BAND,
    Kind.CELL: Tint.MARGIN,
    Kind.FURNITURE: Tint.MARGIN,
}
_PAGEFUL = 2_000  # characters in a cell; a longer row may break, or it would be cut off
_STEP = 260  # twips that a list item moves to the right with each level
_DEEPEST = 6
_CONTROL_BASE = 0x44570000  # control numbers: unique in the file, far from those Word draws
_ITEMS = "".join(tag("listItem", {"displayText": each, "value": each}) for each in STATUSES)
_CHOICES = tag("dropDownList", {"lastValue": STATUSES[0]}, _ITEMS)
_CHOSEN = tag("sdtContent", inner=run(STATUSES[0], Ink("StatusChoice")))


class RowWriter:
    """Writes the rows of one bitext, cell by cell in the order of the column contract."""

    def __init__(self, bitext: Bitext, marker: Marker, layout: Layout) -> None:
        self._document_id = bitext.document.id
        self._marker = marker
        self._layout = layout
        self._source = wording(bitext.document.source_lang)
        self._target = wording(bitext.target_lang)
        self._source_bidi = right_to_left(bitext.document.source_lang)
        self._target_bidi = right_to_left(bitext.target_lang)
        self._controls = count(_CONTROL_BASE)

    def row(self, passage: Passage, *, joined: bool, joins: bool) -> str:
        """A row; `joined` to the one above it as part of one whole, `joins` the next."""
        tint = _GROUNDS.get(passage.kind)
        within = self._layout.colour(Tint.RULE)
        edge = Edge(within if joined else "", within if joins else "")
        missing = any(
            result.outcome is Outcome.FLAGGED
            for translation in passage.translations
            for result in translation.hits
        )
        empty = _is_empty(passage)
        cells = []
        for column in self._layout.columns:
            texts = column.role in (Role.TARGET, Role.BOTH)
            ground = Tint.ERROR_GROUND if empty and column.role is Role.TARGET else tint
            made = cell(
                column.width,
                self._content(column.role, passage),
                ground=self._layout.colour(ground) if ground else "",
                rule=self._layout.colour(Tint.ERROR) if missing and texts else "",
                edge=edge,
            )
            cells.append(made)
        longest = max(len(passage.source), len(passage.target))
        return row("".join(cells), whole=longest <= _PAGEFUL)

    def _content(self, role: Role, passage: Passage) -> str:
        keep = Shape(keep_next=passage.kind in _LEADING)
        match role:
            case Role.KEY:
                return self._key(passage, keep)
            case Role.SOURCE:
                return self._source_text(passage)
            case Role.TARGET:
                return self._target_text(passage)
            case Role.BOTH:
                return self._stacked(passage)
            case Role.FLAGS:
                return paragraph("RowFlags", _flags(passage), shape=keep)
            case Role.STATUS:
                return paragraph("RowStatus", self._status(passage), shape=keep)
            case Role.NOTE:
                return paragraph("RowNote", "", self._marker.target_ink.lang, keep)

    def _key(self, passage: Passage, shape: Shape) -> str:
        name = run(f"{passage.id}\n", Ink())
        said = self._marker.bookmarked(key_bookmark(passage.id), name)
        said += run(f"·{check(passage.source)[:6]}", Ink("RowCheck"))
        key = paragraph("RowKey", said, shape=shape)
        if not self._layout.full and _has_flags(passage):
            key += paragraph("RowKeyFlags", _flags(passage), shape=shape)
        return key

    def _label(self, passage: Passage, words: Wording, bidi: bool) -> str:
        label = words.label(passage.kind, passage.block.cell) if passage.first else ""
        if not label:
            return ""
        return paragraph(LABEL, run(label, Ink(lang=locale(words.lang))), shape=Shape(bidi=bidi))

    def _source_text(self, passage: Passage) -> str:
        style = _style(passage)
        shape = self._shape(passage, style, bidi=self._source_bidi)
        text, lang = self._marker.source(passage), self._marker.source_ink.lang
        label = self._label(passage, self._source, self._source_bidi)
        return label + paragraph(style, text, lang, shape)

    def _target_text(self, passage: Passage, ground: str = "") -> str:
        style = _style(passage)
        shape = self._shape(passage, style, bidi=self._target_bidi)
        shape = shape._replace(outline=_outline(passage), ground=ground)
        text, lang = self._marker.target(passage), self._marker.target_ink.lang
        above = "" if self._layout.stacked else self._label_of_target(passage)
        return above + paragraph(style, text, lang, shape)

    def _label_of_target(self, passage: Passage) -> str:
        return self._label(passage, self._target, self._target_bidi)

    def _shape(self, passage: Passage, style: str, *, bidi: bool) -> Shape:
        """What the paragraph of a text adds to its style."""
        rule = PARAGRAPHS[style].rule if bidi else ""
        shape = Shape(bidi=bidi, rule=self._layout.colour(Tint(rule)) if rule else "")
        if passage.kind is not Kind.LIST_ITEM:
            return shape
        level = _level(passage)
        if not passage.first:
            return shape._replace(left=_STEP * level)
        return shape._replace(left=_STEP * level, hanging=_STEP) if level > 1 else shape

    def _stacked(self, passage: Passage) -> str:
        style = _STACKED_STYLES.get(passage.kind, STACKED)
        shape = self._shape(passage, style, bidi=self._source_bidi)
        if passage.kind is Kind.LIST_ITEM:
            shape = shape._replace(left=_STEP * _level(passage), hanging=0)
        source = self._marker.source(passage)
        text = self._marker.bookmarked(source_bookmark(passage.id), source)
        above = paragraph(style, text, self._marker.source_ink.lang, shape)
        ground = self._layout.colour(Tint.ERROR_GROUND) if _is_empty(passage) else ""
        return self._label_of_target(passage) + above + self._target_text(passage, ground)

    def _status(self, passage: Passage) -> str:
        properties = (
            tag("alias", f"Status {passage.id}"),
            tag("tag", identity(self._document_id, passage.id, passage.source)),
            tag("id", next(self._controls)),
            _CHOICES,
        )
        return tag("sdt", inner=tag("sdtPr", inner="".join(properties)) + _CHOSEN)


def _is_empty(passage: Passage) -> bool:
    return not passage.target and passage.source.strip() != ""


def _style(passage: Passage) -> str:
    if passage.kind is not Kind.LIST_ITEM:
        return _STYLES[passage.kind]
    if not passage.first:
        return "RowText"
    return "RowNumberedItem" if numbered(passage.block) else "RowListItem"


def _level(passage: Passage) -> int:
    return max(min(passage.block.level, _DEEPEST), 1)


def _outline(passage: Passage) -> int | None:
    """Let headings navigate; only those of the target, or each would be listed twice."""
    if passage.kind is Kind.TITLE:
        return 0
    level = min(max(passage.block.level, 1), 8)
    return level if passage.kind is Kind.HEADING else None


def _has_flags(passage: Passage) -> bool:
    return bool(raised(passage.translations) or _remembered(passage) or _nearest(passage))


def _remembered(passage: Passage) -> int:
    return sum(t.origin is Origin.MEMORY for t in passage.translations)


def _nearest(passage: Passage) -> int:
    """The score of the best near match of a row; 0 if there is none."""
    return max((unit.score for t in passage.translations for unit in t.near), default=0)


def _flags(passage: Passage) -> str:
    told = ""
    for flag in raised(passage.translations):
        told += (run(" ", Ink()) if told else "") + run(badge(flag.flag), _BADGES[flag.severity])
        if flag.times > 1:
            told += run(f"\u202f×{flag.times}", Ink("Quiet"))
    remembered = _remembered(passage)
    if remembered:
        some = f" {remembered}/{len(passage.translations)}"
        part = some if remembered < len(passage.translations) else ""
        told += run(f"{' ' if told else ''}{REMEMBERED}{part}", Ink("Quiet"))
    if near := _nearest(passage):
        told += run(f"{' ' if told else ''}{REMEMBERED} {near} %", Ink("Quiet"))
    return told
