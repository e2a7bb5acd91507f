"""The place and outlet in front of a report's first sentence: ``JAKARTA, KOMPAS.com – ``."""

from __future__ import annotations

import re

from translate.languages import Language

_LONGEST = 80  # characters; a prefix beyond this is a clause, not a dateline
_DASH = re.compile(r"(?:\s+(?:--?|[–—])|(?:--|[–—]))(?=\s)")
_DOMAIN = re.compile(r"[\w-]{2,}(?:\.(?:com|co|id|net|org|go|news|tv|or|ac))+", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}(?:[/.]\d{1,2}(?:[/.]\d{2,4})?)?|\d{4}")
_WORD = re.compile(r"[^\s,()/|:]+")
_BODY = re.compile(r"\s+[\"'“‘”«(\[]*[^\W_]")
_CAPITALS = 5  # letters; shorter words in capitals are acronyms as often as places


def dateline_end(text: str, language: Language) -> int:
    """Where the dateline in front of `text` ends, its dash included; 0 if there is none.

    A dateline consists of places, outlets and dates up to a dash, and a sentence follows. One
    place or outlet must be known, look like a web address, stand in capitals, or have a date.
    """
    dash = _DASH.search(text, 0, _LONGEST)
    if dash is None or not _BODY.match(text, dash.end()):
        return 0
    after = text[dash.end() :].lstrip("\"'“‘”«([ \t\u00a0")
    if after[:1].islower():
        return 0
    return dash.end() if is_place_line(text[: dash.start()], language) else 0


def is_place_line(text: str, language: Language) -> bool:
    """True if `text` holds nothing but places, outlets and dates, at least one place or outlet."""
    rest, known = _without_names(text, language)
    dated = place = False
    for word in _WORD.findall(rest):
        if _DATE.fullmatch(word) or word.casefold() in language.months | language.days:
            dated = dated or word.casefold() in language.months
            continue
        place = True
        if _DOMAIN.fullmatch(word):
            known = True
        elif word.isupper() and word.isalpha():
            known = known or len(word) >= _CAPITALS
        elif not word[:1].isupper() or not word.replace("-", "").replace(".", "").isalpha():
            return False
    return (known or (dated and place)) and len(_WORD.findall(text)) <= 8


def _without_names(text: str, language: Language) -> tuple[str, bool]:
    """`text` without the places and outlets that the language knows, and whether any was there."""
    known = False
    folded = {name.casefold() for name in language.places | language.outlets}
    parts = re.split(r"([,()/|]|\s-\s)", text)
    for index, part in enumerate(parts):
        if part.strip().casefold() in folded:
            parts[index] = ""
            known = True
    return "".join(parts), known
