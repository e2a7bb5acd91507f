"""Takes a paragraph of Word apart into atoms: text of one look, and what is no text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from translate.office.styles import Styles, is_on
from translate.office.wml import Element, R, local, w

__all__ = ["BREAKS", "Atom", "Field", "Look", "atoms"]

BREAKS = frozenset({"tab", "break", "page"})
"""Marks that may divide a paragraph."""
_INSIDE = frozenset(
    {"hyperlink", "fldSimple", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo"}
) | {"ruby", "rubyBase"}
_SHELLS = frozenset({"hyperlink", "fldSimple"})  # written anew around their text
_IGNORED = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt"}
) | {"softHyphen", "bookmarkStart", "bookmarkEnd"}
_MARKS = {
    "tab": "tab",
    "ptab": "tab",
    "br": "break",
    "cr": "break",
    "footnoteReference": "note",
    "endnoteReference": "note",
    "footnoteRef": "note",
    "endnoteRef": "note",
    "sym": "symbol",
    "fldChar": "field",
    "instrText": "field",
}
_NO_LOOK = frozenset({"lang", "noProof", "kern", "webHidden", "ins", "del", "moveFrom", "moveTo"})
_QUOTED = 'HYPERLINK "'


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """What stands before and behind the shown result of a field: parts of runs."""

    opening: tuple[Element, ...]
    closing: tuple[Element, ...]
    link: str


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How text looks and what it lies in; texts with equal keys look alike.

    `properties` is the ``w:rPr``, `shell` the link or simple field around the text.
    """

    properties: Element | None = None
    shell: Element | None = None
    field: Field | None = None
    key: tuple[bytes, int, int] = (b"", 0, 0)
    styles: frozenset[str] = frozenset()
    link: str = ""


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of text, or something that is none: its `mark` says what, `element` is a part
    of a run, or stands by itself where it is `bare`. `hidden` tells text that nobody sees."""

    text: str
    look: Look
    mark: str = ""
    element: Element | None = None
    bare: bool = False


def atoms(
    paragraph: Element, styles: Styles, links: dict[str, str], clean: Callable[[str], str]
) -> list[Atom]:
    """The atoms of a paragraph in order; `links` are the addresses by relationship."""
    reading = _Reading(styles, links, clean)
    return _fields(list(reading.children(paragraph, None)))


class _Reading:
    """What is known while a paragraph is read."""

    def __init__(self, styles: Styles, links: dict[str, str], clean: Callable[[str], str]) -> None:
        self._styles, self._links, self._clean = styles, links, clean

    def children(self, parent: Element, shell: Element | None) -> Iterator[Atom]:
        for child in parent:
            name = local(child)
            if name == "r":
                yield from self._run(child, shell)
            elif name == "sdt" and _is_held(child):
                yield Atom("", Look(), "control", child, bare=True)
            elif name in _INSIDE:
                yield from self.children(child, child if name in _SHELLS else shell)
            elif name not in _IGNORED and isinstance(child.tag, str):
                yield Atom("", Look(), "object", child, bare=True)

    def _run(self, run: Element, shell: Element | None) -> Iterator[Atom]:
        properties = run.find(w("rPr"))
        look = self._look(properties, shell)
        if is_on(properties, "vanish"):
            yield Atom("", look, "hidden", run, bare=True)
            return
        for child in run:
            name = local(child)
            if name == "t":
                text = self._clean(child.text or "")
                if text:
                    yield Atom(text, look)
            elif name == "noBreakHyphen":
                yield Atom("-", look)
            elif name == "ruby":
                yield from self.children(child, shell)
            elif name not in _IGNORED and isinstance(child.tag, str):
                mark = _MARKS.get(name, "object")
                if name == "br" and (child.get(w("type")) or "textWrapping") != "textWrapping":
                    mark = "page"
                yield Atom("", look, mark, child)

    def _look(self, properties: Element | None, shell: Element | None) -> Look:
        parts = sorted(
            _canonical(child)
            for child in (() if properties is None else properties)
            if local(child) not in _NO_LOOK
        )
        return Look(
            properties=properties,
            shell=shell,
            key=(b"".join(parts), id(shell) if shell is not None else 0, 0),
            styles=frozenset(self._shown(properties)),
            link=self._link(shell),
        )

    def _shown(self, properties: Element | None) -> Iterator[str]:
        if properties is None:
            return
        style = properties.find(w("rStyle"))
        id = "" if style is None else style.get(w("val")) or ""
        for name, written in (
            ("bold", ("b",)),
            ("italic", ("i",)),
            ("underline", ("u",)),
            ("strike", ("strike", "dstrike")),
        ):
            direct = [state for p in written if (state := is_on(properties, p)) is not None]
            if any(direct) if direct else bool(id) and self._styles.is_on(id, *written):
                yield name
        place = properties.find(w("vertAlign"))
        if place is not None and is_on(properties, "vertAlign"):
            yield place.get(w("val")) or ""

    def _link(self, shell: Element | None) -> str:
        if shell is None or local(shell) != "hyperlink":
            return ""
        address = self._links.get(shell.get(f"{{{R}}}id") or "", "")
        anchor = shell.get(w("anchor")) or ""
        return f"{address}#{anchor}" if anchor else address


def _is_held(control: Element) -> bool:
    """True for a content control that holds no text: a placeholder, a check box."""
    properties = control.find(w("sdtPr"))
    if properties is None:
        return False
    names = {str(child.tag).rpartition("}")[2] for child in properties}
    return bool(names & {"showingPlcHdr", "checkbox", "picture"})


def _kind(atom: Atom) -> str:
    """``begin``, ``separate`` or ``end`` for the limits of a field."""
    if atom.element is None or local(atom.element) != "fldChar":
        return ""
    return atom.element.get(w("fldCharType")) or ""


def _fields(found: list[Atom]) -> list[Atom]:
    """The atoms with each whole field folded into the look of its result; inner ones first."""
    done: list[Atom] = []
    for atom in found:
        done.append(atom)
        if _kind(atom) != "end":
            continue
        start = next((i for i in range(len(done) - 1, -1, -1) if _kind(done[i]) == "begin"), None)
        if start is not None:
            done[start:] = _folded(done[start:])
    return done


def _folded(field: Sequence[Atom]) -> list[Atom]:
    middle = next((i for i, atom in enumerate(field) if _kind(atom) == "separate"), None)
    if middle is None:
        middle = len(field) - 2
    code, result = field[: middle + 1], field[middle + 1 : -1]
    opening = tuple(atom.element for atom in code if atom.element is not None)
    closing = () if field[-1].element is None else (field[-1].element,)
    link = _address("".join(e.text or "" for e in opening if local(e) == "instrText"))
    if not any(atom.text for atom in result):
        return list(field)
    folded = Field(opening, closing, link)
    first = next(atom.look for atom in result if atom.text)
    out = []
    for atom in result:
        base = atom.look if link else first
        key = (base.key[0], base.key[1], id(folded))
        look = replace(base, field=folded, key=key, link=link or base.link)
        out.append(replace(atom, look=look))
    return out


def _address(code: str) -> str:
    """The address in the code of a link field, or ""."""
    _, found, rest = code.partition(_QUOTED)
    return rest.partition('"')[0] if found else ""


def _canonical(element: Element) -> bytes:
    """The same bytes for what says the same; where the canonical form has no word for it, as for
    names in a relative name space, the bytes as they are."""
    try:
        return etree.tostring(element, method="c14n")
    except etree.C14NError:
        return etree.tostring(element, encoding="unicode").encode("utf-8", "surrogatepass")
