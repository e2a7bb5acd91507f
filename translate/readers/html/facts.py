"""What a page says about its article in JSON-LD (schema.org) and in meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from lxml.html import HtmlElement

from translate.languages import Language
from translate.readers.clean import clean

_LONGEST = 400
_MOST_NODES = 500
_ARTICLE = re.compile(r"Article|Posting|Report|Gallery")
_META = {
    "title": "og:title twitter:title",
    "description": "og:description description twitter:description",
    "author": "author article:author content_author dc.creator",
    "editor": "editor content_editor",
    "published": "article:published_time content_publisheddate publishdate datepublished dc.date "
    "date pubdate",
    "updated": "article:modified_time og:updated_time datemodified",
    "outlet": "og:site_name application-name dc.publisher",
    "section": "article:section content_category dc.subject",
    "url": "og:url",
    "tags": "news_keywords keywords content_tag",
}
_SHARED = frozenset({"og", "article", "twitter", "fb", "al", "profile", "book", "music", "video"})
_TAIL = re.compile(r"\s+[|–—-]\s+([^|–—]{2,60})$")


@dataclass(frozen=True, slots=True)
class Facts:
    """Title and description of an article, and the fields shown with it, in their order."""

    title: str
    description: str
    fields: Mapping[str, str]

    def in_zone(self, said: str, language: Language) -> dict[str, str]:
        """The fields with their times in the zone (WIB, WITA …) that the page's own dates `said`
        are in; with an offset where they name none."""
        times = {
            name: _time(value, language, said)
            for name, value in self.fields.items()
            if name in ("published", "updated")
        }
        if times.get("updated") == times.get("published"):
            times.pop("updated", None)
        kept = [name for name in self.fields if name != "updated" or name in times]
        return {name: times.get(name, self.fields[name]) for name in kept}


def facts(root: HtmlElement) -> Facts:
    """What the page tells in its head and in its scripts."""
    known = dict(_from_meta(root))
    known.update(_from_json(root))
    title = known.pop("title", "") or _text("".join(root.xpath("string(//title)")))
    outlet = known.get("outlet", "")
    if _bare(known.get("author", "")) == _bare(outlet):
        known.pop("author", None)
    for name in ("author", "editor"):
        if known.get(name):
            known[name] = without_outlet(known[name], outlet)
    order = ("author", "editor", "published", "updated", "outlet", "section", "url", "tags")
    fields = {name: known[name] for name in order if known.get(name)}
    return Facts(without_outlet(title, outlet), known.get("description", ""), fields)


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text.casefold())


def without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet behind its last dash or bar: "Judul - Kabar Kita"."""
    tail = _TAIL.search(title)
    if tail is None:
        return title
    plain, ours = _bare(tail[1]), _bare(outlet)
    same = plain in ours or (ours and ours in plain)
    return title[: tail.start()] if same or (not ours and len(tail[1].split()) <= 3) else title


def _from_meta(root: HtmlElement) -> Iterator[tuple[str, str]]:
    told: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = _text(element.get("content") or "")
        if value:
            told.setdefault(name.lower(), value)
            prefix, _, tail = name.lower().rpartition(":")
            if prefix and prefix not in _SHARED:
                told.setdefault(tail, value)
    for field, names in _META.items():
        value = next((told[name] for name in names.split() if name in told), "")
        if value and not (field in ("author", "editor") and value.startswith("http")):
            yield field, value
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            yield "url", _text(link.get("href") or "")


def _from_json(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            told = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(told):
            if _ARTICLE.search(str(node.get("@type"))):
                yield from _from_node(node)
                return


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [value], 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        match waiting.pop(0):
            case list() as items:
                waiting += items
            case dict() as node:
                yield node
                waiting += [node.get("@graph"), node.get("mainEntity")]


def _from_node(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    url = node.get("url") or node.get("mainEntityOfPage")
    for field, value in (
        ("title", node.get("headline")),
        ("description", node.get("description")),
        ("author", node.get("author")),
        ("editor", node.get("editor")),
        ("published", node.get("datePublished")),
        ("updated", node.get("dateModified")),
        ("outlet", node.get("publisher")),
        ("section", node.get("articleSection")),
        ("url", url),
    ):
        names = [_name(item) for item in (value if isinstance(value, list) else [value])]
        text = ", ".join(dict.fromkeys(filter(None, names)))
        if text:
            yield field, text


def _name(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id")
    return _text(value) if isinstance(value, str) else ""


def _text(value: str) -> str:
    bare, _ = clean(re.sub(r"<[^<>]*>", " ", value))
    return " ".join(bare.split())[:_LONGEST]


def _time(value: str, language: Language, said: str) -> str:
    """ "2024-03-12T07:30:00Z" as "2024-03-12 14:30 WIB" where the page says WIB, else with its
    offset; what is no such time stays."""
    try:
        found = datetime.fromisoformat(value.strip().replace("/", "-"))
    except ValueError:
        return value
    if found.tzinfo is None:
        return f"{found:%Y-%m-%d}" if len(value.strip()) <= 10 else _local(found, language, said)
    for zone, hours in language.offsets:
        if re.search(rf"\b{re.escape(zone)}\b", said):
            there = found.astimezone(timezone(timedelta(hours=hours)))
            return f"{there:%Y-%m-%d %H:%M} {zone}"
    offset = f"{found:%z}"
    return f"{found:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}"


def _local(found: datetime, language: Language, said: str) -> str:
    """A time without an offset, with the zone that the page itself says it in."""
    zones = "|".join(re.escape(zone) for zone, _ in language.offsets) or r"(?!)"
    here = re.search(rf"\b{found:%H}[.:]{found:%M}(?:[.:]\d\d)?\s*\(?({zones})\b", said)
    return f"{found:%Y-%m-%d %H:%M}" + (f" {here[1]}" if here else "")
