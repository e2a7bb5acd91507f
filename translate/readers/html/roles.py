"""What an element of a page is, as its tag, class and other attributes tell.

The names are those that the systems behind Indonesian and international outlets give their
elements; they are words of markup, not of a language, and hold for all of them.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from lxml.html import HtmlElement

_TOKENS = re.compile(r"[a-z]+|\d+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-list\s*:\s*ignore", re.I)

_DROPPED = (
    "script style noscript template svg math iframe object embed applet canvas audio video button "
    "input select option textarea datalist dialog map head link meta amp-ad amp-sticky-ad "
    "amp-analytics amp-sidebar amp-iframe amp-embed"
)
DROPPED = frozenset(_DROPPED.split())
"""Elements without a word of the article."""

_BLOCKS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre search "
    "section summary table tbody td tfoot th thead tr ul amp-img amp-carousel"
)
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that begin and end a paragraph."""

_WHOLE = frozenset({"html", "body", "main", "article"})


class Role(Enum):
    """What the words inside an element are."""

    APART = auto()  # of the page, not of the article
    RELATED = auto()
    CAPTION = auto()
    PULL_QUOTE = auto()
    SUBTITLE = auto()
    TITLE = auto()
    BYLINE = auto()
    DATE = auto()
    POST = auto()  # of a social network, embedded


_BY_WORDS = {
    Role.POST: "twitter tweet instagram tiktok bluesky",
    Role.PULL_QUOTE: "pullquote pull blockquotepull quotebox kutipan",
    Role.RELATED: "bacajuga baca lihatjg linksisip related terkait readalso alsoread "
    "simakjuga lihatjuga",
    Role.CAPTION: "caption figcaption keterangan captionfoto photocredit imgcaption",
    Role.APART: "share sharing shared social sosmed sosial breadcrumb breadcrumbs comment comments "
    "komentar disqus newsletter subscribe langganan popup modal cookie consent nav navbar "
    "navigation menu footer sidebar paging pagination pager tag tags tagar taglist ads ad adv "
    "iklan banner promo promoted sponsored recommendation "
    " recommended rekomendasi populer terpopuler trending "
    "widget toolbar copyright sr skip search login bookmark polling kuis player pholder "
    "mediaplayer sharedaddy sharethis addtoany disclaimer",
    Role.BYLINE: "author authors penulis reporter byline editor redaktur wartawan kontributor "
    "pewarta jurnalis",
    Role.DATE: "date tanggal waktu time timestamp datetime published pubdate publish",
    Role.SUBTITLE: "subtitle subjudul subheadline subhead standfirst deck dek sinopsis",
    Role.TITLE: "msotitle",
}
_WORDS = {role: frozenset(words.split()) for role, words in _BY_WORDS.items()}
_NAMING = (
    *("class", "id", "itemprop", "data-qa-id", "data-testid", "data-component"),
    "aria-labelledby",
)
_HEADLINES = frozenset(
    {"entrytitle", "posttitle", "articletitle", "newstitle", "storytitle", "detailtitle", "judul"}
)
_LARGE = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})
_LONGEST_HEADLINE = 200  # characters
_UNSEEN = frozenset({"visuallyhidden", "visuallyhiddentext", "sronly", "screenreadertext"})
_ICONS = {"person": Role.BYLINE, "user": Role.BYLINE, "clock": Role.DATE, "calendar": Role.DATE}
_INLINE_TOO = frozenset({Role.RELATED, Role.APART})  # hold inside a paragraph as well


def hidden(element: HtmlElement) -> bool:
    """True if a browser would not show the element."""
    style = element.get("style") or ""
    classes = (element.get("class") or "")[:400].lower().replace("-", "").split()
    return (
        not _UNSEEN.isdisjoint(classes)
        or "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or bool(style and _HIDDEN.search(style))
    )


def role_of(element: HtmlElement, *, in_paragraph: bool) -> Role | None:
    """The role that an element gives to its words, or None."""
    tag = element.tag
    if tag in _WHOLE:
        return None
    told = _by_tag(element) or _by_icon(element)
    if told is not None:
        return told
    names = " ".join(element.get(name) or "" for name in _NAMING)[:400]
    if not names.strip():
        return None
    plain = {name.lower().replace("-", "").replace("_", "") for name in names.split()}
    words = plain | set(_TOKENS.findall(_CAMEL.sub(" ", names).lower()))
    if plain & _HEADLINES and not in_paragraph:
        return Role.TITLE
    if tag in ("p", "h1") and plain & {"title", "subtitle"}:  # exports of word processors
        return Role.SUBTITLE if "subtitle" in plain else Role.TITLE
    for role, known in _WORDS.items():
        if words & known and (not in_paragraph or role in _INLINE_TOO):
            return role
    return None


def _is_big(font: HtmlElement) -> bool:
    """True for the short text in large letters that is a headline on pages without headings."""
    large = (font.get("size") or "").strip() in _LARGE
    return large and 0 < len(font.text_content().strip()) <= _LONGEST_HEADLINE


def _by_icon(element: HtmlElement) -> Role | None:
    """What the little picture in front of a text says: a person, a clock."""
    icon = element[0] if len(element) and not (element.text or "").strip() else None
    if icon is None or icon.tag != "i" or icon.text:
        return None
    names = _TOKENS.findall((icon.get("class") or "").lower())
    return next((_ICONS[name] for name in names if name in _ICONS), None)


def _by_tag(element: HtmlElement) -> Role | None:
    match element.tag:
        case "footer" if next(element.iterancestors("blockquote"), None) is not None:
            return None  # who is quoted
        case "nav" | "footer" | "form" | "menu" | "search":
            return Role.APART
        case "figcaption" | "caption":
            return Role.CAPTION
        case "font" if _is_big(element):
            return Role.TITLE
        case "time":
            return Role.DATE
        case "aside":
            names = (element.get("class") or "").lower()
            told = "pull" in names or "quote" in names or "kutipan" in names
            return Role.PULL_QUOTE if told else Role.APART
    if element.get("role") in ("navigation", "banner", "contentinfo", "complementary", "search"):
        return Role.APART
    return Role.BYLINE if element.get("rel") == "author" else None
