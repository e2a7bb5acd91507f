"""Finds the element that holds the article among all that a page holds."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Sequence

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from translate.model import Kind
from translate.readers.html.tables import data_table
from translate.readers.html.unit import Unit

_SITE = ("nav", "header", "footer", "aside", "form", "main", "article")
_SHARE = 0.85  # of the article's text that its element must hold
_MOST_ELEMENTS = 60_000  # beyond, looking for the article would take minutes
_PROSE_WORDS = 8
_TEXT = re.compile(r"\W+")


def article_element(root: HtmlElement, units: Sequence[Unit]) -> HtmlElement | None:
    """The smallest element around the article's text; None if the page has no such text.

    trafilatura (Barbaresi 2021, "Trafilatura: A Web Scraping Library and Command-Line Tool for
    Text Discovery and Extraction") says which sentences are the article's; where it is silent, as
    on pages of pictures, running text and captions do.
    """
    body = root.find("body")
    if body is None or not all(body in unit.path for unit in units):
        body = root  # broken mark-up may leave the text outside
    if not any(True for _ in root.iter(*_SITE)) and not any(unit.apart for unit in units):
        prose = [unit for unit in units if _is_prose(unit)]
        if any(True for _ in body.iter("table")) and prose:
            return _around(body, prose)
        return body if any(not unit.linked for unit in units) else None
    told = _main_text(root)
    ours = [u for u in units if not u.apart and told and _key(u.text)[:120] in told]
    if not any(_is_prose(unit) for unit in ours):
        ours = [unit for unit in units if not unit.apart and _is_prose(unit)]
    return _around(body, ours) if ours else None


def _is_prose(unit: Unit) -> bool:
    if unit.kind is Kind.CAPTION:
        return True
    plain = unit.kind not in (Kind.TITLE, Kind.HEADING, Kind.RELATED) and not unit.linked
    return plain and len(unit.text.split()) >= _PROSE_WORDS


def _main_text(root: HtmlElement) -> str:
    """The article's text in trafilatura's opinion, letters and digits only; "" if it has none."""
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        return ""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    markup = etree.tostring(root, encoding="unicode", method="html")
    found = trafilatura.bare_extraction(markup, include_comments=False, favor_recall=True)
    return _key(getattr(found, "text", "") or "") if found else ""


def _key(text: str) -> str:
    return _TEXT.sub("", text).casefold()


def _around(body: HtmlElement, units: Sequence[Unit]) -> HtmlElement:
    """The deepest element that holds nearly all of these units' text."""
    held: Counter[HtmlElement] = Counter()
    for unit in units:
        for element in unit.path:
            held[element] += len(unit.text)
    wanted = _SHARE * sum(len(unit.text) for unit in units)
    place = body
    while True:
        inner = next((child for child in place if held[child] >= wanted), None)
        if inner is None or inner.tag in ("p", "blockquote", "ul", "ol", "figure"):
            return place
        if inner.tag == "table" and data_table(inner):
            return place
        place = inner
