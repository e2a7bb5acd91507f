"""The styles of a review file, as tables; written in place of those of Word's template."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exports.docx.elements import Element, add
from translate.look.theme import Theme, Tint

__all__ = ["BULLET", "CHARACTERS", "PARAGRAPHS", "Letters", "Style", "fill"]

BULLET = 1
"""The number of the bulleted list that list items belong to."""
_BODY = 20
_LINE = 276  # 1.15 lines


@dataclass(frozen=True, slots=True)
class Letters:
    """How letters look: tints, `size` in half points (0 = inherited), `tracking` in twips."""

    size: int = 0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    strike: bool = False
    color: str = ""
    underline: str = ""
    underline_color: str = ""
    ground: str = ""
    tracking: int = 0


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Distances in twips; `outline` 0 is the top level, `rule` a left border."""

    letters: Letters = Letters()
    before: int = 0
    after: int = 0
    line: int = _LINE
    indent: int = 0
    hanging: int = 0
    align: str = ""
    outline: int | None = None
    keep_next: bool = False
    rule: str = ""
    bullet: bool = False
    tabs: tuple[tuple[str, int], ...] = ()
    name: str = ""


_SMALL = Letters(size=17)
_LABEL = Letters(size=14, bold=True, caps=True, color=Tint.MUTED, tracking=12)
_FRONT_LABEL = Letters(size=15, bold=True, caps=True, color=Tint.ACCENT, tracking=16)

PARAGRAPHS = {
    "Kicker": Style(_FRONT_LABEL, after=60, line=240),
    "Heading1": Style(
        Letters(size=40, bold=True), line=240, outline=0, keep_next=True, name="heading 1"
    ),
    "Subtitle": Style(
        Letters(size=24, italic=True, color=Tint.MUTED),
        before=40,
        after=160,
        line=250,
        name="Subtitle",
    ),
    "Heading2": Style(
        _FRONT_LABEL, after=50, line=240, outline=1, keep_next=True, name="heading 2"
    ),
    "Heading2Next": Style(_FRONT_LABEL, before=110, after=50, line=240, outline=1, keep_next=True),
    "FrontText": Style(_SMALL, after=24, line=245),
    "FrontField": Style(
        _SMALL, after=24, line=245, indent=1080, hanging=1080, tabs=(("left", 1080),)
    ),
    "FrontStep": Style(_SMALL, after=24, line=245, indent=240, hanging=240, tabs=(("left", 240),)),
    "FrontCount": Style(_SMALL, after=24, line=245, tabs=(("right", 2050),)),
    "FrontFlag": Style(
        _SMALL,
        after=24,
        line=245,
        tabs=(("left", 300), ("right", 1660), ("left", 1900), ("left", 2200), ("right", 3520)),
    ),
    "FrontSections": Style(_SMALL, before=100, after=120, line=250),
    "ColumnHead": Style(
        Letters(size=17, bold=True, color=Tint.PAPER), before=30, after=30, line=240
    ),
    "RowKey": Style(Letters(size=18, bold=True, color=Tint.ACCENT), line=250),
    "RowLabel": Style(_LABEL, after=20, line=240, keep_next=True),
    "RowTitle": Style(Letters(size=28, bold=True), line=252, keep_next=True),
    "RowHeading": Style(
        Letters(size=22, bold=True, color=Tint.ACCENT), before=20, after=20, keep_next=True
    ),
    "RowSubtitle": Style(Letters(size=22, italic=True, color=Tint.MUTED), keep_next=True),
    "RowText": Style(),
    "RowQuote": Style(indent=170, rule=Tint.TERM),
    "RowPullQuote": Style(
        Letters(size=23, italic=True, color=Tint.ACCENT), indent=170, rule=Tint.ACCENT
    ),
    "RowListItem": Style(indent=260, hanging=260, bullet=True),
    "RowNumberedItem": Style(indent=260, hanging=260),
    "RowSmall": Style(Letters(size=18, color=Tint.MUTED), line=260),
    "RowCaption": Style(Letters(size=18, italic=True), line=260),
    "RowCell": Style(Letters(size=19), line=260),
    "RowFurniture": Style(Letters(size=16, color=Tint.MUTED), line=240),
    "RowRelated": Style(Letters(size=19, italic=True, color=Tint.MUTED), line=260),
    "RowSource": Style(Letters(size=18, color=Tint.MUTED), after=70, line=260),
    "RowSourceStrong": Style(
        Letters(size=20, bold=True, color=Tint.MUTED), after=40, line=252, keep_next=True
    ),
    "RowSourceQuote": Style(
        Letters(size=18, color=Tint.MUTED), after=70, line=260, indent=170, rule=Tint.RULE
    ),
    "RowKeyFlags": Style(Letters(size=16), before=30, line=260),
    "RowFlags": Style(Letters(size=18), align="center", line=260),
    "RowStatus": Style(Letters(size=18), line=260),
    "RowNote": Style(Letters(size=18), line=260),
    "Header": Style(
        Letters(size=16, color=Tint.MUTED),
        line=240,
        name="header",
    ),
    "Letterhead": Style(Letters(size=17, color=Tint.MUTED), after=200, line=240),
    "Footer": Style(
        Letters(size=16, color=Tint.MUTED),
        line=240,
        name="footer",
    ),
    "CommentText": Style(Letters(size=20), line=240, name="annotation text"),
}

CHARACTERS = {
    "Source": Letters(),
    "Target": Letters(),
    "Term": Letters(underline="dotted", underline_color=Tint.TERM, color=Tint.ACCENT),
    "TermMissing": Letters(
        bold=True, underline="wave", underline_color=Tint.ERROR, color=Tint.ERROR
    ),
    "RowCheck": Letters(size=12, color=Tint.MUTED),
    "FlagError": Letters(bold=True, color=Tint.PAPER, ground=Tint.ERROR),
    "FlagWarning": Letters(bold=True, color=Tint.WARNING, ground=Tint.WARNING_GROUND),
    "FlagInfo": Letters(color=Tint.MUTED, ground=Tint.BAND),
    "Quiet": Letters(color=Tint.MUTED),
    "Strong": Letters(bold=True),
    "Deleted": Letters(strike=True, color=Tint.ERROR),
    "Inserted": Letters(underline="single", color=Tint.ACCENT),
    "Link": Letters(color=Tint.ACCENT, underline="single"),
    "StatusChoice": Letters(bold=True, color=Tint.ACCENT),
    "CommentReference": Letters(size=16),
}


def fill(styles: Element, lang: str, theme: Theme, *, scripts: tuple[str, str], width: int) -> None:
    """Empty a ``w:styles`` element and write ours into it; `lang` is the default language.

    `scripts` are the East Asian and the complex-script font where the theme has none, `width` is
    that of a line of the header and footer.
    """
    for child in list(styles):
        styles.remove(child)
    _defaults(styles, lang, theme, scripts)
    _heading(styles, "paragraph", "Normal", "Normal", default=True)
    cell = _heading(styles, "table", "TableNormal", "Normal Table", default=True)
    margins = add(add(cell, "tblPr"), "tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        add(margins, side, {"w": 0, "type": "dxa"})
    running = (("center", width // 2), ("right", width))
    for id, style in PARAGRAPHS.items():
        style = replace(style, tabs=running) if id in ("Header", "Letterhead", "Footer") else style
        element = _heading(styles, "paragraph", id, style.name or id)
        add(element, "basedOn", "Normal")
        add(element, "qFormat")
        _spacing(add(element, "pPr"), style, theme)
        properties = add(element, "rPr")
        if id in _DISPLAYED and theme.headings:
            add(properties, "rFonts", {"ascii": theme.headings, "hAnsi": theme.headings})
        size = round(2 * theme.headline) if id == _HEADLINE else _scaled(style.letters.size, theme)
        _letters(properties, replace(style.letters, size=size), theme)
    for id, letters in CHARACTERS.items():
        element = _heading(styles, "character", id, id if id != "CommentReference" else _REFERENCE)
        add(element, "qFormat")
        size = _scaled(letters.size, theme)
        _letters(add(element, "rPr"), replace(letters, size=size), theme)


def _scaled(size: int, theme: Theme) -> int:
    """Half points, for texts of the theme's size where `size` is meant for ten points."""
    return round(size * 2 * theme.text / _BODY)


_HEADLINE = "Heading1"
_DISPLAYED = frozenset({_HEADLINE, "Subtitle", "RowTitle", "RowHeading", "RowSubtitle"})
_REFERENCE = "annotation reference"
_BUILT_IN = {"Normal", "Normal Table", "Subtitle", _REFERENCE, "annotation text"}
_BUILT_IN |= {"heading 1", "heading 2", "header", "footer"}


def _heading(styles: Element, kind: str, id: str, name: str, *, default: bool = False) -> Element:
    about: dict[str, str | int] = {"type": kind}
    if default:
        about["default"] = 1
    if name not in _BUILT_IN:
        about["customStyle"] = 1
    element = add(styles, "style", {**about, "styleId": id})
    add(element, "name", name)
    return element


def _defaults(styles: Element, lang: str, theme: Theme, scripts: tuple[str, str]) -> None:
    defaults = add(styles, "docDefaults")
    letters = add(add(defaults, "rPrDefault"), "rPr")
    # One font per slot of Word: Latin, other Latin, Chinese-Japanese-Korean, complex scripts.
    fonts: dict[str, str | int] = {"ascii": theme.font, "hAnsi": theme.font}
    fonts |= {"eastAsia": theme.east_asian or scripts[0], "cs": theme.complex_script or scripts[1]}
    add(letters, "rFonts", fonts)
    add(letters, "color", theme.colours[Tint.INK])
    add(letters, "sz", _scaled(_BODY, theme))
    add(letters, "szCs", _scaled(_BODY, theme))
    add(letters, "lang", {"val": lang, "eastAsia": lang, "bidi": lang})
    spacing = add(add(defaults, "pPrDefault"), "pPr")
    add(spacing, "spacing", {"before": 0, "after": 0, "line": _LINE, "lineRule": "auto"})


def _spacing(properties: Element, style: Style, theme: Theme) -> None:
    if style.keep_next:
        add(properties, "keepNext")
    if style.bullet:
        numbered = add(properties, "numPr")
        add(numbered, "numId", BULLET)
    if style.rule:
        borders = add(properties, "pBdr")
        color = theme.colours[style.rule]
        add(borders, "left", {"val": "single", "sz": 12, "space": 7, "color": color})
    if style.tabs:
        tabs = add(properties, "tabs")
        for kind, position in style.tabs:
            add(tabs, "tab", {"val": kind, "pos": position})
    gaps: dict[str, str | int] = {"before": style.before, "after": style.after}
    add(properties, "spacing", gaps | {"line": style.line, "lineRule": "auto"})
    if style.indent:
        add(properties, "ind", {"left": style.indent, "hanging": style.hanging})
    if style.align:
        add(properties, "jc", style.align)
    if style.outline is not None:
        add(properties, "outlineLvl", style.outline)


def _letters(properties: Element, letters: Letters, theme: Theme) -> None:
    for wanted, names in (
        (letters.bold, ("b", "bCs")),
        (letters.italic, ("i", "iCs")),
        (letters.caps, ("caps",)),
        (letters.strike, ("strike",)),
    ):
        for name in names if wanted else ():
            add(properties, name)
    if letters.color:
        add(properties, "color", theme.colours[letters.color])
    if letters.tracking:
        add(properties, "spacing", letters.tracking)
    if letters.size:
        add(properties, "sz", letters.size)
        add(properties, "szCs", letters.size)
    if letters.underline:
        color = letters.underline_color or letters.color
        add(properties, "u", {"val": letters.underline, "color": theme.colours[color]})
    if letters.ground:
        add(
            properties,
            "shd",
            {"val": "clear", "color": "auto", "fill": theme.colours[letters.ground]},
        )
