"""From the bytes of a saved page to the document of its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.limits import hint, limit, size_told
from translate.errors import InputError
from translate.languages import Language
from translate.model import Document, Kind
from translate.readers.binary import refuse_binary
from translate.readers.bylines import bylines_told
from translate.readers.document import Source, document, source_of
from translate.readers.draft import Draft, Group, Line, groups_of
from translate.readers.html.body import article_element
from translate.readers.html.encoding import page_text
from translate.readers.html.facts import Facts, facts, without_outlet
from translate.readers.html.select import selected
from translate.readers.html.tree import parsed, pruned, sizes
from translate.readers.html.unit import Unit
from translate.readers.html.walk import Walk
from translate.readers.layout import arranged
from translate.readers.lines import is_related

_FIRST = ("author", "editor")
_TAG = re.compile(r"<[a-zA-Z!/?][^<>]*>")


def read(raw: bytes, name: str, language: Language) -> Document:
    """The article in a page; raises InputError as `HtmlReader.read` says."""
    if len(raw) > (most := limit("page")):
        raise InputError(
            f"{name}: is too large for a web page (the limit is {size_told(most)}).",
            hint=f'Save it without its pictures ("HTML only"), or copy its text. {hint("page")}',
            slug="input-too-large",
        )
    refuse_binary(raw, name, pages=True)
    source = source_of(page_text(raw, language), name)
    if not _TAG.search(source.text):
        return document(source, arranged(groups_of(source.text), language), language)
    return _article(source, language)


def _article(source: Source, language: Language) -> Document:
    root = parsed(source.text)
    if root is None:
        raise _no_article(source.name)
    told = facts(root)
    pruned(root)
    units = Walk(sizes(root), lambda text: is_related(text, language)).over(root)
    element = article_element(root, units)
    if element is None:
        raise _no_article(source.name)
    chosen = selected(units, element, told, language)
    parts = _parts(chosen, told)
    drafts = arranged(parts, language, headings=False)
    said = " ".join(draft.text for draft in drafts if draft.kind is Kind.DATELINE)
    fields = {**_people(drafts, told, language), **told.in_zone(said, language)}
    fields = {name: fields[name] for name in sorted(fields, key=_place)}
    return document(source, drafts, language, metadata=fields)


def _place(field: str) -> int:
    return _FIRST.index(field) if field in _FIRST else len(_FIRST)


def _people(drafts: Sequence[Draft], told: Facts, language: Language) -> dict[str, str]:
    """Author and editor as the bylines name them, where the page tells none elsewhere."""
    lines = [draft.text for draft in drafts if draft.kind is Kind.BYLINE]
    found = bylines_told(lines, language)
    outlet = told.fields.get("outlet", "")
    named = {field: without_outlet(name, outlet) for field, name in found.items()}
    return {field: name for field, name in named.items() if name and field not in told.fields}


def _parts(units: Sequence[Unit], told: Facts) -> list[Group | Draft]:
    """Drafts for what the mark-up tells, lines for what its words must."""
    titled = any(unit.kind is Kind.TITLE for unit in units)
    parts: list[Group | Draft] = []
    if told.title and not titled:
        parts.append(Draft(told.title, (1, 1), Kind.TITLE))
    levels = sorted({unit.level for unit in units if unit.kind is Kind.HEADING})
    for unit in units:
        where = (unit.line, unit.line)
        if unit.pre:
            groups = groups_of(unit.text)
            parts += [tuple(Line(unit.line, line.text) for line in group) for group in groups]
        elif unit.kind is None:
            parts.append((Line(unit.line, unit.text),))
        else:
            heading = unit.kind is Kind.HEADING
            level = levels.index(unit.level) + 1 if heading else unit.level
            parts.append(Draft(unit.text, where, unit.kind, level, unit.cell))
    return parts


def _no_article(name: str) -> InputError:
    return InputError(
        f"{name}: holds no article that could be told from the page around it.",
        hint="Open it in a browser, copy the text of the article into a .txt file, translate that.",
        slug="input-no-article",
    )
