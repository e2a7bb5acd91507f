"""One row of the review table: a paragraph or sentence, dressed by its kind, with its identity."""

from __future__ import annotations

from exports.docx.cells import Edge, cell
from exports.docx.layout import STATUSES, Layout, Role
from exports.docx.marks import Marker
from exports.docx.styles import PARAGRAPHS
from exports.docx.wml import Element, Ink, Shape, add, paragraph, run
from exports.flags import REMEMBERED, badge, raised
from exports.identity import check, key_bookmark, source_bookmark, tag
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
    Severity.INFO: "FlagInfo",
    Severity.WARNING: "FlagWarning",
    Severity.ERROR: "FlagError",
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
        self._controls = _CONTROL_BASE

    def write(self, parent: Element, passage: Passage, *, joined: bool, joins: bool) -> None:
        """Append a row; `joined` to the one above it as part of one whole, `joins` the next."""
        row = add(parent, "tr")
        if max(len(passage.source), len(passage.target)) <= _PAGEFUL:
            add(add(row, "trPr"), "cantSplit")
        tint = _GROUNDS.get(passage.kind)
        within = self._layout.colour(Tint.RULE)
        edge = Edge(within if joined else "", within if joins else "")
        missing = any(
            result.outcome is Outcome.FLAGGED
            for translation in passage.translations
            for result in translation.hits
        )
        empty = _is_empty(passage)
        for column in self._layout.columns:
            texts = column.role in (Role.TARGET, Role.BOTH)
            ground = Tint.ERROR_GROUND if empty and column.role is Role.TARGET else tint
            box = cell(
                row,
                column.width,
                ground=self._layout.colour(ground) if ground else "",
                rule=self._layout.colour(Tint.ERROR) if missing and texts else "",
                edge=edge,
            )
            self._fill(box, column.role, passage)

    def _fill(self, box: Element, role: Role, passage: Passage) -> None:
        keep = Shape(keep_next=passage.kind in _LEADING)
        match role:
            case Role.KEY:
                self._key(box, passage, keep)
            case Role.SOURCE:
                self._source_text(box, passage)
            case Role.TARGET:
                self._target_text(box, passage)
            case Role.BOTH:
                self._stacked(box, passage)
            case Role.FLAGS:
                _flags(paragraph(box, "RowFlags", shape=keep), passage)
            case Role.STATUS:
                self._status(paragraph(box, "RowStatus", shape=keep), passage)
            case Role.NOTE:
                paragraph(box, "RowNote", self._marker.target_ink.lang, keep)

    def _key(self, box: Element, passage: Passage, shape: Shape) -> None:
        text = paragraph(box, "RowKey", shape=shape)
        number = self._marker.open(text, key_bookmark(passage.id))
        run(text, passage.id, Ink())
        self._marker.close(text, number)
        add(text[-2], "br")
        run(text, f"·{check(passage.source)[:6]}", Ink("RowCheck"))
        if not self._layout.full and _has_flags(passage):
            _flags(paragraph(box, "RowKeyFlags", shape=shape), passage)

    def _label(self, box: Element, passage: Passage, words: Wording, bidi: bool) -> None:
        label = words.label(passage.kind, passage.block.cell) if passage.first else ""
        if label:
            run(paragraph(box, LABEL, shape=Shape(bidi=bidi)), label, Ink(lang=locale(words.lang)))

    def _source_text(self, box: Element, passage: Passage) -> None:
        self._label(box, passage, self._source, self._source_bidi)
        style = _style(passage)
        shape = self._shape(passage, style, bidi=self._source_bidi)
        self._marker.source(paragraph(box, style, self._marker.source_ink.lang, shape), passage)

    def _target_text(self, box: Element, passage: Passage, ground: str = "") -> None:
        if not self._layout.stacked:
            self._label(box, passage, self._target, self._target_bidi)
        style = _style(passage)
        shape = self._shape(passage, style, bidi=self._target_bidi)
        shape = shape._replace(outline=_outline(passage), ground=ground)
        self._marker.target(paragraph(box, style, self._marker.target_ink.lang, shape), passage)

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

    def _stacked(self, box: Element, passage: Passage) -> None:
        self._label(box, passage, self._target, self._target_bidi)
        style = _STACKED_STYLES.get(passage.kind, STACKED)
        shape = self._shape(passage, style, bidi=self._source_bidi)
        if passage.kind is Kind.LIST_ITEM:
            shape = shape._replace(left=_STEP * _level(passage), hanging=0)
        text = paragraph(box, style, self._marker.source_ink.lang, shape)
        number = self._marker.open(text, source_bookmark(passage.id))
        self._marker.source(text, passage)
        self._marker.close(text, number)
        ground = self._layout.colour(Tint.ERROR_GROUND) if _is_empty(passage) else ""
        self._target_text(box, passage, ground)

    def _status(self, text: Element, passage: Passage) -> None:
        control = add(text, "sdt")
        properties = add(control, "sdtPr")
        add(properties, "alias", f"Status {passage.id}")
        add(properties, "tag", tag(self._document_id, passage.id, passage.source))
        add(properties, "id", self._controls)
        self._controls += 1
        choices = add(properties, "dropDownList", {"lastValue": STATUSES[0]})
        for status in STATUSES:
            add(choices, "listItem", {"displayText": status, "value": status})
        run(add(control, "sdtContent"), STATUSES[0], Ink("StatusChoice"))


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


def _flags(text: Element, passage: Passage) -> None:
    for position, flag in enumerate(raised(passage.translations)):
        if position:
            run(text, " ", Ink())
        run(text, badge(flag.flag), Ink(_BADGES[flag.severity]))
        if flag.times > 1:
            run(text, f"\u202f×{flag.times}", Ink("Quiet"))
    remembered = _remembered(passage)
    if remembered:
        some = f" {remembered}/{len(passage.translations)}"
        part = some if remembered < len(passage.translations) else ""
        run(text, f"{' ' if len(text) > 1 else ''}{REMEMBERED}{part}", Ink("Quiet"))
    if near := _nearest(passage):
        run(text, f"{' ' if len(text) > 1 else ''}{REMEMBERED} {near} %", Ink("Quiet"))
