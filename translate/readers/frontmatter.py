"""The fields in front of a Markdown article: ``title: …`` lines between two lines of ``---``."""

from __future__ import annotations

import re

_FENCE = "---"
_MOST_LINES = 200
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)\s*:(?:\s+(?P<value>.*))?")


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The fields, keys in lower case, and the number of lines they take; ({}, 0) if there are none.

    Only single-line values are read; nested ones and lists are skipped over.
    """
    lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
    if lines[0].rstrip() != _FENCE:
        return {}, 0
    fields: dict[str, str] = {}
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in (_FENCE, "..."):
            return (fields, number) if fields else ({}, 0)
        if not line.strip() or line[0] in " \t-#":
            continue
        found = _FIELD.fullmatch(line.rstrip())
        if found is None:
            return {}, 0
        fields[found["key"].lower()] = _unquoted(found["value"] or "")
    return {}, 0


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
