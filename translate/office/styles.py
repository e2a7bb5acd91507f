"""The styles of a Word file: what a paragraph style means, what a character style looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translate.office.wml import Element, value, w

__all__ = ["NO_STYLES", "Styles", "is_on"]

_OFF = frozenset({"0", "false", "off", "none", "baseline"})
_DEEPEST = 30  # styles that build on one another; more is a circle


@dataclass(frozen=True, slots=True)
class _Style:
    name: str  # Word's own styles have English names in every language
    base: str
    outline: int | None
    item: int | None  # the level of the list that it makes, from 0
    look: Element | None


class Styles:
    """The styles of one file by id."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._usual = ""
        for element in () if root is None else root.iter(w("style")):
            id = element.get(w("styleId")) or ""
            self._styles.setdefault(id, _read(element))
            usual = element.get(w("default")) in ("1", "true", "on")
            if usual and element.get(w("type")) == "paragraph":
                self._usual = id

    def names(self, id: str) -> list[str]:
        """The names of a style and of those that it builds on, in lower case, its own first."""
        return [style.name for style in self._chain(id)]

    def outline(self, id: str) -> int | None:
        """The outline level that a paragraph style gives, from 0; 9 and more is body text."""
        return next((s.outline for s in self._chain(id) if s.outline is not None), None)

    def item(self, id: str) -> int | None:
        """The list level that a paragraph style gives, from 0; -1 where it takes one away."""
        return next((s.item for s in self._chain(id) if s.item is not None), None)

    def is_on(self, id: str, *properties: str) -> bool:
        """True if a character style switches one of these properties on."""
        for style in self._chain(id, ""):
            found = [is_on(style.look, name) for name in properties]
            if any(state is not None for state in found):
                return any(found)
        return False

    def _chain(self, id: str, usual: str | None = None) -> Iterator[_Style]:
        style = self._styles.get(id or (self._usual if usual is None else usual))
        for _ in range(_DEEPEST):
            if style is None:
                return
            yield style
            style = self._styles.get(style.base) if style.base else None


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a property stands there and is switched on; None if it does not stand there."""
    found = value(properties, name)
    return None if found is None else found.casefold() not in _OFF


def _read(element: Element) -> _Style:
    paragraph = element.find(w("pPr"))
    return _Style(
        name=(value(element, "name") or "").casefold(),
        base=value(element, "basedOn") or "",
        outline=number(value(paragraph, "outlineLvl")),
        item=item_level(paragraph),
        look=element.find(w("rPr")),
    )


def item_level(properties: Element | None) -> int | None:
    """The list level in paragraph properties, from 0; -1 where a list is taken away."""
    found = None if properties is None else properties.find(w("numPr"))
    if found is None:
        return None
    list_id = value(found, "numId")
    if list_id == "0":
        return -1
    return number(value(found, "ilvl")) or 0


def number(text: str | None) -> int | None:
    """A small number written as text, or None."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 4 else None


NO_STYLES = Styles(None)
