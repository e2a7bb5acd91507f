"""The article in a Markdown file.

Emphasis and links leave their text, pictures their description. Every cell of a table becomes a
block, for a sentence never runs from cell to cell. Blocks of code stay as they stand. Indented text
is text, not code: articles have indents more often than programs. Fields of the front matter become
metadata of the document, a title among them its title.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from glossary.limits import hint, limit, size_told
from translate.errors import InputError
from translate.languages import Language
from translate.model import Document, Kind
from translate.readers.code import uncoded
from translate.readers.document import document, opened
from translate.readers.draft import Draft, Group
from translate.readers.frontmatter import front_matter
from translate.readers.layout import arranged
from translate.readers.markdown.marks import Marks, marked

_HEADS = frozenset({Kind.TITLE, Kind.HEADING})


def read(raw: bytes, name: str, language: Language) -> Document:
    """The document in `raw`; raises InputError if it is no text, empty or too large."""
    if len(raw) > (most := limit("markdown")):
        raise InputError(
            f"{name}: is too large for Markdown (the limit is {size_told(most)}).",
            hint=f"Save it as plain text (.txt), or split it. {hint('markdown')}",
            slug="input-too-large",
        )
    source = opened(raw, name, language)
    fields, skipped = front_matter(source.text)
    body = "\n".join(source.text.split("\n")[skipped:])
    marks = marked(body, skipped + 1)
    parts = _titled(marks.parts, fields.get("title", ""))
    told = any(isinstance(part, Draft) and part.kind in _HEADS for part in parts)
    drafts = arranged(parts, language, headings=not told, soft=True)
    return document(source, drafts, language, metadata=fields, notes=_notes(marks))


def _titled(parts: Sequence[Group | Draft], title: str) -> list[Group | Draft]:
    """The parts with their title: the front matter's, else the only outermost heading."""
    heads = [
        (index, part)
        for index, part in enumerate(parts)
        if isinstance(part, Draft) and part.kind is Kind.HEADING
    ]
    levels = [head.level for _, head in heads]
    found = list(parts)
    single = bool(levels) and levels[0] == min(levels) and levels.count(levels[0]) == 1
    if heads and (uncoded(heads[0][1].text) == title or (single and not title)):
        index, head = heads[0]
        found[index] = replace(head, kind=Kind.TITLE, level=0)
        levels = levels[1:]
    elif title:
        found.insert(0, Draft(title, (1, 1), Kind.TITLE))
    outermost = min(levels, default=1) - 1
    return [_shifted(part, outermost) for part in found]


def _shifted(part: Group | Draft, by: int) -> Group | Draft:
    if isinstance(part, Draft) and part.kind is Kind.HEADING:
        return replace(part, level=part.level - by)
    return part


def _notes(marks: Marks) -> list[str]:
    counted = (
        (marks.codes, "block{s} of code kept untranslated"),
        (marks.pictures, "picture{s} without description left out"),
        (marks.raw, "over-long paragraph{s} read without resolving Markdown marks"),
    )
    return [
        f"{count} {what.format(s='s' if count > 1 else '')}" for count, what in counted if count
    ]
