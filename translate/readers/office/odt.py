"""Reads OpenDocument texts: kinds from styles, formatting as runs, notes and text boxes behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from translate.languages import Language
from translate.model import Document, Kind
from translate.office.inline import Atom, Look
from translate.office.package import Package, too_many_paragraphs
from translate.office.pieces import pieces
from translate.office.wml import Element
from translate.readers.clean import clean
from translate.readers.document import Source, document
from translate.readers.draft import Draft
from translate.readers.kinds import classified
from translate.readers.lines import line_kind
from translate.readers.office.opening import damaged, opened, protected
from translate.readers.office.word import STYLES, runs_of, titled

__all__ = ["read"]

_KIND = "OpenDocument text"
_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_FO = f"{{{_NS}xsl-fo-compatible:1.0}}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_HIDDEN = "hidden"
_BLANKS = re.compile(r"\s+")
_HEADS = frozenset({Kind.TITLE, Kind.HEADING})
_ABOVE = frozenset({Kind.METADATA, Kind.DATELINE, Kind.BYLINE})
_THROUGH = frozenset({"section", "index-body", "table-of-content", "text-box", "list-item"}) | {
    "frame",
    "list-header",
    "illustration-index",
    "table-index",
}
_SKIPPED = frozenset({"annotation", "tracked-changes", "ruby-text", "note-citation", "title"})
Cell = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands."""

    list: int = 0
    cell: Cell | None = None


def read(raw: bytes, name: str, language: Language) -> Document:
    """The document in `raw`; raises InputError as `OdtReader.read` says."""
    package = opened(raw, name, _KIND)
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read(
        "META-INF/manifest.xml"
    ):
        raise protected(name, "is protected by a password")
    walk = _Walk(package)
    if wrong := too_many_paragraphs(walk.size()):
        raise damaged(name, _KIND, wrong)
    try:
        drafts = titled(_drafts(walk, language))
    except RecursionError:
        raise damaged(name, _KIND, "its parts lie too deep inside one another") from None
    told = any(draft.kind in _HEADS for draft in drafts)
    return document(
        Source(name, "", "utf-8", ()),
        classified(drafts, language, headings=not told),
        language,
        notes=walk.notes(),
    )


def _drafts(walk: _Walk, language: Language) -> list[Draft]:
    drafts: list[Draft] = []
    for number, (paragraph, place) in enumerate(walk.paragraphs(), 1):
        level = _level(paragraph)
        names = list(walk.names(paragraph))
        styled = next((STYLES[name] for name in names if name in STYLES), None)
        whole = bool(level) or styled is Kind.TITLE
        for piece in pieces(list(walk.atoms(paragraph, Look())), whole=whole):
            if not piece.text:
                continue
            prose = sum(draft.kind not in _ABOVE for draft in drafts[:20])
            header = prose <= 1 and bool(drafts)
            draft = Draft(piece.text, (number, number), runs=runs_of(piece))
            if place.cell:
                draft = replace(draft, kind=Kind.CELL, cell=place.cell)
            elif styled or level:
                draft = replace(draft, kind=styled or Kind.HEADING, level=0 if styled else level)
            elif place.list or piece.bullet:
                draft = replace(draft, kind=Kind.LIST_ITEM, level=max(place.list, 1))
            else:
                kind = line_kind(piece.text, language, header=header)
                draft = replace(draft, kind=kind, level=int(kind is Kind.LIST_ITEM))
            drafts.append(draft)
    return drafts


def _level(paragraph: Element) -> int:
    """The depth of a heading; 0 for every other paragraph."""
    if _local(paragraph) != "h":
        return 0
    level = paragraph.get(f"{{{_NS}text:1.0}}outline-level") or ""
    return int(level) if re.fullmatch(r"[1-9]|10", level) else 1


class _Walk:
    """The text of a file, and what has been passed on the way."""

    def __init__(self, package: Package) -> None:
        self._root = package.xml("content.xml")
        roots = [self._root]
        if "styles.xml" in package:
            roots.append(package.xml("styles.xml"))
        self._styles = {
            style.get(f"{{{_NS}style:1.0}}name") or "": style
            for root in reversed(roots)
            for style in root.iter(f"{{{_NS}style:1.0}}style")
        }
        self._behind: list[Element] = []
        self._tables = 0

    def size(self) -> int:
        """The number of its paragraphs."""
        return sum(1 for _ in self._root.iter(f"{{{_NS}text:1.0}}p"))

    def notes(self) -> list[str]:
        """What was accepted and left out."""
        counted = (
            ("changed-region", "tracked change{s} accepted"),
            ("annotation", "comment{s} left out"),
        )
        found = []
        for name, what in counted:
            number = sum(_local(element) == name for element in self._root.iter())
            if number:
                found.append(f"{number} {what.format(s='s' * (number > 1))}")
        return found

    def paragraphs(self) -> Iterator[tuple[Element, _Place]]:
        """The paragraphs in reading order, notes at the end."""
        body = self._root.find(f".//{{{_NS}office:1.0}}text")
        if body is None:
            return
        notes: list[Element] = []
        yield from self._under(body, _Place(), notes)
        for note in notes:
            yield from self._under(note, _Place(), [])

    def _under(
        self, parent: Element, place: _Place, notes: list[Element]
    ) -> Iterator[tuple[Element, _Place]]:
        for child in parent:
            name = _local(child)
            if name in ("p", "h"):
                yield child, place
                notes += [e for e in child.iter() if _local(e) == "note-body"]
                for box in _boxes(child):
                    yield from self._under(box, _Place(), notes)
            elif name == "list":
                yield from self._under(child, replace(place, list=place.list + 1), notes)
            elif name == "table":
                yield from self._table(child, place, notes)
            elif name in _THROUGH:
                yield from self._under(child, place, notes)

    def _table(
        self, table: Element, place: _Place, notes: list[Element]
    ) -> Iterator[tuple[Element, _Place]]:
        rows = [e for e in table.iter() if _local(e) == "table-row" and _above(e) is table]
        cells = [[c for c in row if _local(c).endswith("table-cell")] for row in rows]
        single = sum(map(len, cells)) <= 1
        self._tables += not single
        here = self._tables
        for y, row in enumerate(cells, 1):
            for x, cell in enumerate(row, 1):
                inner = place if single else _Place(cell=(here, y, x))
                yield from self._under(cell, inner, notes)

    def names(self, paragraph: Element) -> Iterator[str]:
        """The names of a paragraph's style and of those that it builds on."""
        own = paragraph.get(f"{{{_NS}text:1.0}}style-name")
        parents = (s.get(f"{{{_NS}style:1.0}}parent-style-name") for s in self._chain(own))
        for name in filter(None, (own, *parents)):
            yield name.replace("_20_", " ").casefold()

    def _chain(self, name: str | None) -> Iterator[Element]:
        for _ in range(30):  # more is a circle
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = style.get(f"{{{_NS}style:1.0}}parent-style-name")

    def atoms(self, parent: Element, look: Look) -> Iterator[Atom]:
        """The text of a paragraph by look, tabs and line breaks as marks."""
        yield from _text(parent.text, look)
        for child in parent:
            name = _local(child)
            if name == "s":
                yield Atom(" ", look)
            elif name in ("tab", "line-break"):
                yield Atom("", look, "tab" if name == "tab" else "break")
            elif name == "note":
                yield Atom("", look, "note")
            elif name in ("frame", "custom-shape"):
                yield Atom("", look, "object")
            elif name not in _SKIPPED and isinstance(child.tag, str):
                inner = self._look(child, look)
                if _HIDDEN not in inner.styles:
                    yield from self.atoms(child, inner)
            yield from _text(child.tail, look)

    def _look(self, element: Element, around: Look) -> Look:
        name = _local(element)
        link = (element.get(_LINK) or "") if name == "a" else around.link
        styles = around.styles | self._shown(element) if name == "span" else around.styles
        key = (" ".join(sorted(styles)).encode(), hash(link) if link else 0, 0)
        return Look(key=key, styles=styles, link=link)

    def _shown(self, span: Element) -> frozenset[str]:
        found: dict[str, bool] = {}
        for style in self._chain(span.get(f"{{{_NS}text:1.0}}style-name")):
            for properties in style.iter(f"{{{_NS}style:1.0}}text-properties"):
                for attribute, on, shown in _SHOWN:
                    value = properties.get(attribute)
                    if value is not None:
                        found.setdefault(shown, bool(on.match(value)))
        return frozenset(shown for shown, on in found.items() if on)


_SHOWN = (
    (f"{_FO}font-weight", re.compile("bold|[6-9]00"), "bold"),
    (f"{_FO}font-style", re.compile("italic|oblique"), "italic"),
    (f"{{{_NS}style:1.0}}text-underline-style", re.compile("(?!none)"), "underline"),
    (f"{{{_NS}style:1.0}}text-line-through-style", re.compile("(?!none)"), "strike"),
    (f"{{{_NS}text:1.0}}display", re.compile("none"), _HIDDEN),
    (f"{{{_NS}style:1.0}}text-position", re.compile("super|[1-9]"), "superscript"),
)


def _text(text: str | None, look: Look) -> Iterator[Atom]:
    bare = clean(_BLANKS.sub(" ", text or ""))[0]
    if bare:
        yield Atom(bare, look)


def _boxes(paragraph: Element) -> Sequence[Element]:
    """The text boxes on a paragraph, not those inside of others."""
    found = [e for e in paragraph.iter() if _local(e) == "text-box"]
    return [e for e in found if not any(_local(a) == "text-box" for a in e.iterancestors())]


def _above(row: Element) -> Element | None:
    return next((a for a in row.iterancestors() if _local(a) == "table"), None)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
