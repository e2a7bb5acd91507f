"""One row of the review table: a paragraph, dressed by its kind, with its identity."""

from __future__ import annotations

from exports.docx.cells import cell
from exports.docx.flags import REMEMBERED, badge, raised
from exports.docx.identity import check, key_bookmark, tag
from exports.docx.layout import COLUMNS, STATUSES, Palette, Role
from exports.docx.marks import Marker
from exports.docx.wml import Element, Ink, add, paragraph, run
from exports.docx.wording import Wording, locale, wording
from exports.passage import Passage, numbered
from translate.model import Bitext, Block, Kind, Origin, Outcome, Severity

__all__ = ["LABEL", "RowWriter"]

LABEL = "RowLabel"
"""The style of the small labels above a text; they are no part of it."""

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
_BADGES = {
    Severity.INFO: "FlagInfo",
    Severity.WARNING: "FlagWarning",
    Severity.ERROR: "FlagError",
}
_WIDTHS = {column.role: column.width for column in COLUMNS}
_PAGEFUL = 2_000  # characters in a cell; a longer row may break, or it would be cut off
_STEP = 260  # twips that a list item moves to the right with each level
_DEEPEST = 6
_CONTROL_BASE = 0x44570000  # control numbers: unique in the file, far from those Word draws


class RowWriter:
    """Writes the rows of one bitext, cell by cell in the order of the column contract."""

    def __init__(self, bitext: Bitext, marker: Marker) -> None:
        self._document_id = bitext.document.id
        self._marker = marker
        self._source = wording(bitext.document.source_lang)
        self._target = wording(bitext.target_lang)

    def write(self, parent: Element, passage: Passage) -> None:
        """Append the row of one block."""
        row = add(parent, "tr")
        if max(len(passage.block.text), len(passage.target)) <= _PAGEFUL:
            add(add(row, "trPr"), "cantSplit")
        ground = Palette.BAND if passage.block.kind is Kind.HEADING else ""
        missing = any(
            result.outcome is Outcome.FLAGGED
            for translation in passage.translations
            for result in translation.hits
        )
        empty = not passage.target and passage.block.text.strip() != ""
        for column in COLUMNS:
            is_target = column.role is Role.TARGET
            box = cell(
                row,
                column.width,
                ground=Palette.ERROR_GROUND if is_target and empty else ground,
                missing=is_target and missing,
            )
            self._fill(box, column.role, passage)

    def _fill(self, box: Element, role: Role, passage: Passage) -> None:
        block = passage.block
        match role:
            case Role.KEY:
                self._key(box, block)
            case Role.SOURCE:
                text = self._text(box, block, self._source, self._marker.source_ink.lang)
                self._marker.source(text, passage)
            case Role.TARGET:
                text = self._text(box, block, self._target, self._marker.target_ink.lang)
                _outline(text, block)
                self._marker.target(text, passage)
            case Role.FLAGS:
                _flags(box, passage)
            case Role.STATUS:
                _status(box, block, tag(self._document_id, block))
            case Role.NOTE:
                paragraph(box, "RowNote", self._marker.target_ink.lang)

    def _key(self, box: Element, block: Block) -> None:
        text = paragraph(box, "RowKey")
        number = self._marker.open(text, key_bookmark(block))
        run(text, block.id, Ink())
        self._marker.close(text, number)
        add(text[-2], "br")
        run(text, f"·{check(block)[:6]}", Ink("RowCheck"))

    def _text(self, box: Element, block: Block, words: Wording, lang: str) -> Element:
        label = words.labels.get(block.kind)
        if label and block.cell:
            label = f"{label} {block.cell[0]} · {block.cell[1]}/{block.cell[2]}"
        if label:
            run(paragraph(box, LABEL), label, Ink(lang=locale(words.lang)))
        text = paragraph(box, "RowNumberedItem" if numbered(block) else _STYLES[block.kind], lang)
        if block.kind is Kind.LIST_ITEM and block.level > 1:
            left = _STEP * min(block.level, _DEEPEST)
            text[0].insert(1, add(text[0], "ind", {"left": left, "hanging": _STEP}))
        return text


def _outline(text: Element, block: Block) -> None:
    """Let headings navigate; only those of the target, or each would be listed twice."""
    if block.kind in (Kind.TITLE, Kind.HEADING):
        properties = text[0]
        level = 0 if block.kind is Kind.TITLE else min(max(block.level, 1), 8)
        outline = add(properties, "outlineLvl", level)
        properties.insert(1, outline)


def _flags(box: Element, passage: Passage) -> None:
    text = paragraph(box, "RowFlags")
    for position, flag in enumerate(raised(passage.translations)):
        if position:
            run(text, " ", Ink())
        run(text, badge(flag.flag), Ink(_BADGES[flag.severity]))
        if flag.times > 1:
            run(text, f"×{flag.times}", Ink("Quiet"))
    remembered = sum(t.origin is Origin.MEMORY for t in passage.translations)
    if remembered:
        some = f" {remembered}/{len(passage.translations)}"
        part = some if remembered < len(passage.translations) else ""
        run(text, f"{' ' if len(text) > 1 else ''}{REMEMBERED}{part}", Ink("Quiet"))


def _status(box: Element, block: Block, identity: str) -> None:
    control = add(paragraph(box, "RowStatus"), "sdt")
    properties = add(control, "sdtPr")
    add(properties, "alias", f"Status {block.id}")
    add(properties, "tag", identity)
    add(properties, "id", _CONTROL_BASE + block.index)
    choices = add(properties, "dropDownList", {"lastValue": STATUSES[0]})
    for status in STATUSES:
        add(choices, "listItem", {"displayText": status, "value": status})
    run(add(control, "sdtContent"), STATUSES[0], Ink("StatusChoice"))
