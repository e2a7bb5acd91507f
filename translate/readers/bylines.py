"""Reads who wrote and who edited an article out of its bylines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from translate.languages import Language

_NAME = r"[^:|/•·()]{2,80}?"
_END = r"(?=\s*(?:[|/•·]|$))"


def bylines_told(lines: Sequence[str], language: Language) -> dict[str, str]:
    """The fields "author" and "editor" that these bylines tell.

    "Rep: Fuad Hasan/ Red: Salma Zahra" tells both; a name without a label is that of an author.
    """
    found: dict[str, list[str]] = {}
    labelled, by = _patterns(language)
    for line in lines:
        told = list(labelled.finditer(line))
        for match in told:
            field = "editor" if match[1].casefold() in language.editors else "author"
            found.setdefault(field, []).append(match[2].strip(" ,"))
        if not told and ":" not in line and not line.startswith("(") and "author" not in found:
            name = by.sub("", line, count=1)
            name = re.split(r"\s+\[", name)[0].strip(" ,")
            if name and not any(map(str.isdigit, name)):
                found["author"] = [name]
    return {field: ", ".join(dict.fromkeys(names)) for field, names in found.items()}


@cache
def _patterns(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    def any_of(phrases: frozenset[str]) -> str:
        return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) or r"(?!)"

    people = any_of(language.people)
    following = rf"(?=\s*(?:[|/•·,]|$)|\s+(?:{people})\s*:)"
    after = any_of(language.after_names)
    return (
        re.compile(rf"\b({people})\s*[:,]\s*({_NAME}){following}", re.IGNORECASE),
        re.compile(rf"^(?:{any_of(language.bylines)})\s+|\s+(?:{after})\b.*$", re.IGNORECASE),
    )
