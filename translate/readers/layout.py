"""From groups of lines to drafts: header lines told apart, wrapped lines joined, kinds given."""

from __future__ import annotations

from collections.abc import Sequence

from translate.languages import Language
from translate.languages.dateline import dateline_end
from translate.model import Kind
from translate.readers.draft import Draft, Group, Line
from translate.readers.kinds import classified
from translate.readers.lines import line_kind, list_item
from translate.readers.unwrap import Wrapping, belongs, goes_on, joined, wrapping_of

_ABOVE = frozenset({Kind.METADATA, Kind.BYLINE, Kind.DATELINE, Kind.FURNITURE})
_GOES_ON = frozenset({None, Kind.LIST_ITEM, Kind.RELATED})  # may run over several lines


def arranged(
    parts: Sequence[Group | Draft],
    language: Language,
    *,
    headings: bool = True,
    soft: bool = False,
) -> list[Draft]:
    """The drafts of a document in order, each with its kind.

    `parts` are groups of plain lines, or drafts whose kind the file format tells. `headings` says
    whether title and headings are to be guessed from their form, `soft` that line ends are blanks.
    """
    wrapping = wrapping_of([part for part in parts if isinstance(part, tuple)], soft=soft)
    drafts: list[Draft] = []
    prose = 0  # drafts that are no header line; the first is the title
    for part in parts:
        found = [part] if isinstance(part, Draft) else _drafts(part, wrapping, language, prose)
        prose += sum(draft.kind not in _ABOVE for draft in found)
        drafts += found
    return classified(drafts, language, headings=headings)


def _drafts(group: Group, wrapping: Wrapping, language: Language, prose: int) -> list[Draft]:
    drafts: list[Draft] = []
    together: list[Line] = []
    kind: Kind | None = None
    base = _indent(group)
    for line in group:
        seen = prose + bool(together and kind not in _ABOVE)
        header = seen <= 1 and bool(prose or drafts or together)
        own = line_kind(line.text, language, header=header)
        if together and _continues(together[-1].text, kind, line.text, own, wrapping, language):
            together.append(line)
            continue
        if together:
            drafts.append(_draft(together, kind, base, wrapping, language))
            prose += kind not in _ABOVE
        together, kind = [line], own
    drafts.append(_draft(together, kind, base, wrapping, language))
    return drafts


def _continues(
    line: str,
    kind: Kind | None,
    following: str,
    own: Kind | None,
    wrapping: Wrapping,
    language: Language,
) -> bool:
    small = following.lstrip()[:1].islower()
    if kind is None and small and own is not Kind.LIST_ITEM and belongs(line, following, wrapping):
        return True  # a label in mid-sentence is no header line
    if kind not in _GOES_ON or own not in (None, Kind.LIST_ITEM):
        return False
    if own is Kind.LIST_ITEM:  # in mid-sentence a dash or a number is no list
        return kind is None and line[-1:].isalpha() and belongs(line, following, wrapping)
    if kind is Kind.LIST_ITEM and following[:1].isspace():
        return True
    if kind is Kind.RELATED and not goes_on(line, following):
        return False
    return belongs(line, following, wrapping) and not dateline_end(following, language)


def _indent(group: Group) -> int:
    found = [item[1] for item in (list_item(line.text) for line in group) if item]
    return min(found, default=0)


def _draft(
    lines: Sequence[Line], kind: Kind | None, base: int, wrapping: Wrapping, language: Language
) -> Draft:
    text = joined(lines, wrapping, language)
    where = (lines[0].number, lines[-1].number)
    if kind is not Kind.LIST_ITEM:
        return Draft(text, where, kind)
    item = list_item(lines[0].text)
    indent = item[1] - base if item else 0
    whole = list_item(text)
    return Draft(whole[0] if whole else text, where, kind, min(1 + indent // 2, 9))
