"""Chooses the units that are the article, and says what those around it are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from translate.languages import Language
from translate.model import Kind
from translate.readers.html.facts import Facts
from translate.readers.html.unit import Unit
from translate.readers.lines import is_byline, is_dateline, is_furniture, is_metadata, is_related

_ABOVE = frozenset({Kind.BYLINE, Kind.DATELINE, Kind.SUBTITLE, Kind.CAPTION})
_HEADER = _ABOVE | {Kind.TITLE, Kind.FURNITURE, Kind.METADATA}
_NEAR = 8  # units above the title and behind the article that may still be about it
_LABEL_WORDS = 4
_PROSE = 8  # words; from here on a unit is running text
_HEADING_WORDS = 14
_WORDS = re.compile(r"\w+")


def selected(
    units: Sequence[Unit], element: HtmlElement, facts: Facts, language: Language
) -> list[Unit]:
    """The article's units in reading order: title, what is said about it, its body."""
    units = _labelled(_parted(units, language), language)
    inside = [index for index, unit in enumerate(units) if element in unit.path]
    first, last = inside[0], inside[-1]
    title = _title(units, facts, first, last)
    head = range(max(0, (first if title is None else title) - _NEAR), first)
    found: list[Unit] = []
    for index in sorted({*head, *inside, *([] if title is None else [title])}):
        unit = units[index]
        if index == title:
            found.append(replace(unit, kind=Kind.TITLE, level=0))
        elif index < first:
            found += _above(unit, facts, language, after=title is not None and index > title)
        elif title is None or index > title or unit.kind in _ABOVE:
            found += _within(unit, facts, language, found)
    for unit in units[last + 1 : last + 1 + _NEAR]:
        if is_byline(unit.text, language, header=False) and not unit.apart:
            found.append(replace(unit, kind=Kind.BYLINE, level=0))
    return _together(_trimmed(_once(_joined(_dated(found)))))


def _together(units: Sequence[Unit]) -> list[Unit]:
    """With the furniture that stands in one place as one unit: nobody wants a row for each."""
    found: list[Unit] = []
    for unit in units:
        before = found[-1] if found else unit
        if found and before.kind is unit.kind is Kind.FURNITURE:
            text = f"{before.text} · {unit.text}"
            found[-1] = replace(before, text=text)
        elif found and before.kind is Kind.SUBTITLE and unit.kind is Kind.LIST_ITEM:
            found[-1:] = [replace(before, kind=Kind.HEADING, level=3), unit]
        else:
            found.append(unit)
    return found


def _dated(units: Sequence[Unit]) -> list[Unit]:
    """Without the day on which the page was opened, which stands above the headline."""
    title = next((i for i, unit in enumerate(units) if unit.kind is Kind.TITLE), 0)
    if not any(unit.kind is Kind.DATELINE for unit in units[title:]):
        return list(units)
    return [u for i, u in enumerate(units) if i >= title or u.kind is not Kind.DATELINE]


def _title(units: Sequence[Unit], facts: Facts, first: int, last: int) -> int | None:
    """The unit that is the headline: a heading that says what the page's title says, the outermost
    heading, a line with the words of the page's title, or the first heading above the text."""
    wanted = _words(facts.title)
    prose = next((i for i in range(first, last) if len(units[i].text.split()) >= _PROSE), last)
    heads = {i: unit for i, unit in enumerate(units[: last + 1]) if _outermost(unit) < 4}

    def alike(index: int) -> float:
        words = _words(units[index].text)
        return len(words & wanted) / max(len(words | wanted), 1)

    likely = [i for i, unit in heads.items() if alike(i) > 0.4 or _outermost(unit) == 1]
    if likely:
        return max(likely, key=lambda i: (alike(i) - 0.1 * _outermost(heads[i]), -i))
    lines = [i for i in range(prose) if alike(i) > 0.8 and not _in_header(units[i])]
    return next(iter([*lines, *(i for i in heads if i < prose)]), None)


def _outermost(unit: Unit) -> int:
    """The level of a headline to be, 9 for what can be none."""
    if unit.kind is Kind.TITLE:
        return 1
    if unit.kind is not Kind.HEADING or (unit.apart and unit.level > 1):
        return 9
    return unit.level


def _in_header(unit: Unit) -> bool:
    return unit.apart or any(element.tag == "header" for element in unit.path)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORDS.findall(text)}


def _above(unit: Unit, facts: Facts, language: Language, *, after: bool) -> list[Unit]:
    """What stands between headline and body, or just above: only what is about the article."""
    if unit.apart or is_furniture(unit.text, language):
        return []
    if _named(unit, facts) or is_byline(unit.text, language, header=True):
        return [replace(unit, kind=Kind.BYLINE, level=0, text=unit.text.rstrip(" ,|"))]
    if is_dateline(unit.text, language, header=True):
        return [replace(unit, kind=Kind.DATELINE, level=0)]
    deck = unit.kind is Kind.HEADING or _same(unit.text, facts.description)
    if after and deck and not unit.linked:
        return [replace(unit, kind=Kind.SUBTITLE, level=0)]
    point = unit.kind is Kind.LIST_ITEM and len(unit.text.split()) > 2 and not unit.linked
    if after and point and not unit.boxed:
        return [unit]
    about = unit.kind in _ABOVE and (after or unit.kind in (Kind.BYLINE, Kind.DATELINE))
    return [unit] if about else []


def _parted(units: Sequence[Unit], language: Language) -> list[Unit]:
    """With "Kamis, 7 Maret 2024 | Dibaca: 431 kali" as two units: one of them is of the page."""
    found: list[Unit] = []
    for unit in units:
        parts = [part.strip(" <>«»") for part in unit.text.split(" | ")]
        mixed = len(parts) > 1 and any(is_furniture(part, language) for part in parts)
        found += [replace(unit, text=part) for part in parts if part] if mixed else [unit]
    return found


def _named(unit: Unit, facts: Facts) -> bool:
    """True for the name of the author or the editor, as the page tells it elsewhere."""
    names = (facts.fields.get(field, "") for field in ("author", "editor"))
    return any(_same(unit.text, name) for name in names)


def _labelled(units: Sequence[Unit], language: Language) -> list[Unit]:
    """Above the text, "Reporter" and the name in the element behind it as one byline."""
    found: list[Unit] = []
    prose = False
    for unit in units:
        prose = prose or (unit.kind is None and len(unit.text.split()) >= _PROSE)
        label = found[-1] if found and not prose else None
        if label and label.text.rstrip(": ").casefold() in language.people and _short(unit):
            text = f"{label.text.rstrip(': ')}: {unit.text}"
            found[-1] = replace(unit, text=text, kind=Kind.BYLINE, level=0)
        else:
            found.append(unit)
    return found


def _short(unit: Unit) -> bool:
    return len(unit.text.split()) <= _LABEL_WORDS and not any(map(str.isdigit, unit.text))


def _joined(units: Sequence[Unit]) -> list[Unit]:
    """With "Baca juga:" and the link behind it as one."""
    found: list[Unit] = []
    for unit in units:
        label = found[-1] if found and found[-1].kind is Kind.RELATED else None
        in_list = any(element.tag in ("li", "td") for element in unit.path)
        if label and label.text.endswith(":") and unit.kind is Kind.RELATED and not in_list:
            unit = replace(unit, text=f"{label.text} {unit.text}", line=label.line)
            found.pop()
        found.append(unit)
    return found


def _same(text: str, other: str) -> bool:
    return bool(other) and _WORDS.findall(text.casefold()) == _WORDS.findall(other.casefold())


def _within(unit: Unit, facts: Facts, language: Language, before: Sequence[Unit]) -> list[Unit]:
    """A unit of the body, with the kind that its words and its neighbours give it."""
    above = all(one.kind in _HEADER for one in before)
    counter = above and unit.kind is None and unit.text.isdigit()
    if counter or is_furniture(unit.text, language):
        return [replace(unit, kind=Kind.FURNITURE, level=0)]
    related = is_related(unit.text, language) or _continues_links(unit, before, language)
    if unit.kind in (None, Kind.LIST_ITEM, Kind.HEADING, Kind.QUOTE, Kind.CELL) and related:
        return [replace(unit, kind=Kind.RELATED, level=0, cell=None)]
    if unit.apart:
        return []
    if above and unit.kind is not Kind.TITLE:
        told = _above(unit, facts, language, after=True)
        if told and told[0].kind in (Kind.BYLINE, Kind.DATELINE):
            return told
    if unit.kind is Kind.RELATED and not (unit.linked or related):
        return [replace(unit, kind=None)] if len(unit.text.split()) > _LABEL_WORDS else [unit]
    if unit.kind is Kind.TITLE:
        return [replace(unit, kind=Kind.HEADING, level=2)]
    if unit.kind is Kind.LIST_ITEM and unit.linked:
        return [replace(unit, kind=Kind.RELATED, level=0)]
    if unit.kind is Kind.DATELINE and not any(map(str.isdigit, unit.text)):
        return [replace(unit, kind=None)]
    if is_metadata(unit.text, language) and unit.kind is None:
        return [replace(unit, kind=Kind.METADATA)]
    if unit.kind is None and unit.bold and _is_heading(unit.text):
        return [replace(unit, kind=Kind.HEADING, level=7)]
    if above and before and _same(unit.text, facts.description):
        return [replace(unit, kind=Kind.SUBTITLE, level=0)]
    return [unit]


def _continues_links(unit: Unit, before: Sequence[Unit], language: Language) -> bool:
    """True for a link behind "Baca juga:" or behind another such link."""
    if not unit.linked or not before or before[-1].kind is not Kind.RELATED:
        return False
    label = next((u for u in reversed(before) if is_related(u.text, language)), None)
    return label is not None and len(label.text.split()) <= _LABEL_WORDS


def _is_heading(text: str) -> bool:
    short = len(text.split()) <= _HEADING_WORDS
    return short and text[:1].isalnum() and text[-1:] not in ".,;:!…"


def _once(units: Sequence[Unit]) -> list[Unit]:
    """Without a second title, byline or date that says the same."""
    seen: set[tuple[str, bool]] = set()
    found = []
    for unit in units:
        key = (unit.text.casefold(), True)
        if unit.kind in (Kind.TITLE, Kind.HEADING, *_ABOVE):
            if key in seen:
                continue
            seen.add(key)
        found.append(unit)
    return found


def _trimmed(units: Sequence[Unit]) -> list[Unit]:
    """Without what ends a page: a heading of nothing, links to topics, boxes of links."""
    found = list(units)
    while True:
        shorter = _shortened(found)
        if len(shorter) == len(found):
            return found
        found = shorter


def _shortened(units: Sequence[Unit]) -> list[Unit]:
    found = list(units)
    while found and (found[-1].kind is Kind.HEADING or found[-1].boxed or _is_topic(found[-1])):
        found.pop()
    start = len(found)
    while start and found[start - 1].kind is Kind.RELATED:
        start -= 1
    end = found[start:]
    box = len(end) > 1 and all(unit.linked for unit in end[1:]) and not end[0].linked
    return found[:start] if box and ":" not in end[0].text else found


def _is_topic(unit: Unit) -> bool:
    plain = unit.kind in (None, Kind.LIST_ITEM)
    return plain and unit.linked and unit.text[-1] not in '.!?”"'
