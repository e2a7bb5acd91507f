"""Tells single lines apart by their form: byline, dateline, related link, list item …."""

from __future__ import annotations

import re
from functools import cache

from translate.languages import Language
from translate.languages.dateline import is_place_line
from translate.model import Kind

_LONGEST = 160  # characters of a header line
_ITEM = re.compile(
    r"(?P<indent>\s*)(?:[-*•‣▪·●○–]\s+|(?P<number>(?:\d{1,3}[.)]|[a-z][.)]|[A-Z]\))\s+))(?=\S)"
)
_NUMERIC = re.compile(r"[\d:.,/+Z-]*\d[\d:.,/+TZ-]*")
_DATE = re.compile(r"\b(?:\d{1,4}([-/.])\d{1,2}\1\d{1,4}|\d{4}-\d\d-\d\dT[\d:.+Z-]+)")
_AREA = re.compile(r"[A-Z]\w+/[A-Z]\w+")
_PLACE = re.compile(r"(?P<place>[A-Z][\w.]*(?:[ -][A-Z][\w.]*){0,3})(?:,|\s[-–—|])\s*(?=\S)")
_WORD = re.compile(r"[^\s|,;()–—•]+")
_CREDITS = (  # of author and editors, as the end of a report has them
    r"\([a-z]{2,4}(?:[/-][a-z]{2,4}){0,3}\)",
    r"\([A-Z]{2,4}(?:[/-][A-Z]{2,4}){1,3}\)",
    r"\([\w-]+(?:\.[a-z]{2,10})+/[A-Z][^()/]{2,60}\)",
    r"[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]+){1,4} \| [A-Z][A-Z ]+",
)
_CREDIT = re.compile("|".join(_CREDITS))
_RULE = re.compile(
    r"[*=_~#•·–—-](?:\s?[*=_~#•·–—-])*|-{4,}[^-]{1,60}-{4,}"
)  # "***" between two parts
_DASH_AT_END = re.compile(r"\s*(?:--?|[–—])$")
_RIGHTS = re.compile(r"(?:copyright\s*)?(?:©|\(c\)\s*\d{4})", re.IGNORECASE)
_STOP_AT_END = re.compile(r"[.!?][\"'”’»)\]]*$")


def line_kind(text: str, language: Language, *, header: bool) -> Kind | None:
    """The kind of a line that shows it by its form, else None.

    `header` is true above the first paragraph, where a place alone or "Oleh Siti" is no prose.
    """
    text = text.strip()
    if is_furniture(text, language):
        return Kind.FURNITURE
    if is_related(text, language):
        return Kind.RELATED
    if is_byline(text, language, header=header):
        return Kind.BYLINE
    if is_metadata(text, language):
        return Kind.METADATA
    if is_dateline(text, language, header=header):
        return Kind.DATELINE
    return Kind.LIST_ITEM if _ITEM.match(text) else None


def list_item(text: str) -> tuple[str, int] | None:
    """The text of a list item and the columns it is indented by, or None for any other line.

    A bullet is dropped, a number or letter stays: it carries meaning.
    """
    found = _ITEM.match(text)
    if found is None:
        return None
    start = found.start("number") if found["number"] else found.end()
    return text[start:].rstrip(), len(found["indent"].expandtabs(4))


def is_related(text: str, language: Language) -> bool:
    """True for a link to another article: "Baca juga: …"."""
    if len(text) > 2 * _LONGEST or (text.startswith("(") and not text.endswith(")")):
        return False
    links, phrases, more, *_ = _related(language)
    if links.match(text) or more.match(text):
        return True
    stopped = _STOP_AT_END.search(text) and "://" not in text
    return bool(phrases.match(text)) and not stopped and len(text) <= _LONGEST


def is_furniture(text: str, language: Language) -> bool:
    """True for what a web page puts between the paragraphs: "ADVERTISEMENT", "[Gambas:Video …]"."""
    *_, furniture, appeals = _related(language)
    if appeals.match(text):
        return len(text) <= 2 * _LONGEST
    if _RULE.fullmatch(text):
        return True
    return len(text) <= _LONGEST and bool(furniture.fullmatch(text))


@cache
def _related(language: Language) -> tuple[re.Pattern[str], ...]:
    before = r"(?:\d{1,2}[.)])?[\s(\[*>»•→➡▶-]{0,4}"
    links = _any_of(language.links)
    phrases = _any_of(frozenset(link for link in language.links if " " in link))
    furniture = _any_of(language.furniture)
    more, appeals = _any_of(language.more), _any_of(language.appeals)
    counted = r"\s*:?\s*\d[\d.,]*(?:\s\w+)?"  # "waktu baca 2 menit", "Dibaca: 2.104 Kali"
    return (
        re.compile(rf"{before}(?:{links})(?:\s\w+)?\s*(?::|：|»|→|\s[-–—]\s)", re.IGNORECASE),
        re.compile(rf"{before}(?:{phrases})\b", re.IGNORECASE),
        re.compile(rf"{before}(?:{more})\b.{{0,100}}$", re.IGNORECASE),
        re.compile(
            rf"\[(?:{furniture})\b[^\]]*\]?|\(?(?:{furniture})\)?(?:{counted})?", re.IGNORECASE
        ),
        re.compile(rf"{before}(?:{appeals})\b", re.IGNORECASE),
    )


def is_byline(text: str, language: Language, *, header: bool) -> bool:
    """True for "Penulis: …", "Editor: …" and, in a header, "Oleh Siti Aminah"."""
    if len(text) > _LONGEST:
        return False
    people, bylines, after = _bylines(language)
    if people.match(text) or _CREDIT.fullmatch(text):
        return True
    by = bylines.match(text) if header else None
    names = after.split(text[by.end() :])[0].split() if by else []
    return 0 < len(names) <= 6 and all(name.lstrip("[(")[:1].isupper() for name in names)


@cache
def _bylines(language: Language) -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(_labelled(language.people), re.IGNORECASE),
        re.compile(rf"(?:{_any_of(language.bylines)})\s", re.IGNORECASE),
        re.compile(rf"\s+(?:{_any_of(language.after_names)})\b(?=.*\d|\s*$)", re.IGNORECASE),
    )


def is_metadata(text: str, language: Language) -> bool:
    """True for "Sumber: …" and "(last modified …)"."""
    if len(text) > _LONGEST:
        return False
    labels, stamps = _metadata(language)
    return bool(labels.match(text) or stamps.match(text) or _RIGHTS.match(text))


@cache
def _metadata(language: Language) -> tuple[re.Pattern[str], ...]:
    stamps = _any_of(language.stamps)
    return (
        re.compile(_labelled(language.labels | language.stamps), re.IGNORECASE),
        re.compile(rf"\(\s*(?:{stamps})\b.*\)$|(?:{stamps})\s[^.]*\d", re.IGNORECASE),
    )


def _labelled(labels: frozenset[str]) -> str:
    return rf"[(\[*]?(?:{_any_of(labels)})\s*:\s*\S.{{0,120}}$"


def _any_of(phrases: frozenset[str]) -> str:
    """An alternation, longest first; one that never matches if there are no phrases."""
    return "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) or r"(?!)"


def is_dateline(text: str, language: Language, *, header: bool) -> bool:
    """True for a line of dates, times, zones and places only: "Jan 16, 2022 08:40 Asia/Jakarta"."""
    if len(text) > _LONGEST or _STOP_AT_END.search(text):
        return False
    place = _DASH_AT_END.sub("", text)
    if (place != text or (header and "," in text)) and is_place_line(place, language):
        return True
    return _is_date(text, language) or any(
        _is_date(text[found.end() :], language)
        for found in [_PLACE.match(text)]
        if found and found["place"].casefold() not in language.months
    )


def _is_date(text: str, language: Language) -> bool:
    words = _WORD.findall(text)
    known = language.days | language.date_words | language.zones | language.months
    names = {word.casefold().strip(".") for word in words}
    dated = bool(_DATE.search(text)) or (
        bool(names & language.months) and any(char.isdigit() for char in text)
    )
    return dated and all(
        word.casefold().strip(".") in known
        or _NUMERIC.fullmatch(word)
        or _DATE.fullmatch(word)
        or _AREA.fullmatch(word)
        or word in ("-", "/", "·")
        or word.title() in language.places
        for word in words
    )
