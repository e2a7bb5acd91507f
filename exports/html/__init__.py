"""One self-contained web page: source and target side by side, findings beside them."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import ClassVar

from lxml import etree
from lxml.builder import E

from exports.docx.wml import Element, clean
from exports.html.names import names_of
from exports.html.rows import row
from exports.passage import headline, passages
from exports.scripts import right_to_left, words
from exports.wording import language_name
from translate.look import Look
from translate.model import Bitext, Outcome

__all__ = ["HtmlExporter"]

_KEYS = (
    ("j", "next"),
    ("k", "previous"),
    ("n", "next flag"),
    ("p", "previous flag"),
    ("f", "flagged only"),
)


@dataclass(frozen=True, slots=True)
class HtmlExporter:
    """A page that needs no network, no font and no file beside it.

    A content security policy lets nothing run or load but the style and the script inside, which
    it names by their hashes. Everything of the article is escaped by lxml. Of the look it takes
    whether the names are listed.
    """

    look: Look = field(default_factory=Look)
    name: ClassVar[str] = "html"
    extension: ClassVar[str] = "review.html"

    def dressed(self, look: Look) -> HtmlExporter:
        """An exporter for pages of this look."""
        return HtmlExporter(look)

    def render(self, bitext: Bitext) -> bytes:
        """The page as UTF-8."""
        style = files("exports.html").joinpath("page.css").read_text("utf-8")
        script = files("exports.html").joinpath("page.js").read_text("utf-8")
        body = _body(bitext, script)
        named = names_of(bitext) if self.look.names else None
        if named is not None:
            body.insert(len(body) - 2, named)  # before the footer and the script
        page = E.html(_head(bitext, style, script), body, lang=bitext.target_lang)
        text: bytes = etree.tostring(
            page, method="html", encoding="utf-8", doctype="<!DOCTYPE html>", pretty_print=False
        )
        return text + b"\n"


def _head(bitext: Bitext, style: str, script: str) -> Element:
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    source, target = headline(bitext)
    head: Element = E.head(
        E.meta(charset="utf-8"),
        E.meta({"http-equiv": "Content-Security-Policy", "content": policy}),
        E.meta(name="viewport", content="width=device-width, initial-scale=1"),
        E.meta(name="referrer", content="no-referrer"),
        E.meta(name="generator", content=bitext.signature.tool),
        E.title(clean(target or source or "Untitled")),
        E.style(style),
    )
    return head


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"sha256-{digest}"


def _body(bitext: Bitext, script: str) -> Element:
    source, target = headline(bitext)
    source_lang, target_lang = bitext.document.source_lang, bitext.target_lang
    pair = f"{language_name(source_lang)} → {language_name(target_lang)}"
    first, lang = (target, target_lang) if target else (source, source_lang)
    body: Element = E.body(
        E.a("Skip to the article", {"class": "skip"}, href="#article"),
        E.header(
            E.p(f"Bilingual review · {pair}", {"class": "kicker"}),
            E.h1(clean(first) or "Untitled", lang=lang, dir=_direction(lang)),
        ),
        _facts(bitext),
        _tools(bitext),
        _table(bitext),
        E.footer(E.p("Machine translation, for review. ", clean(bitext.signature.tool))),
        E.script(script),
    )
    if target and source:
        attributes = {"class": "source-title", "lang": source_lang, "dir": _direction(source_lang)}
        body[1].append(E.p(clean(source), attributes))
    return body


def _facts(bitext: Bitext) -> Element:
    hits = [result for t in bitext.translations for result in t.hits]
    pinned = sum(result.outcome is Outcome.PINNED for result in hits)
    told = {name.replace("_", " ").capitalize(): v for name, v in bitext.document.metadata.items()}
    told |= {
        "Model": f"{bitext.signature.engine} {bitext.signature.model}",
        "Glossary": bitext.signature.glossary,
        "Sentences": f"{len(bitext.translations):,}",
        "Words": " → ".join(
            f"{sum(map(words, texts)):,}"
            for texts in (
                [block.text for block in bitext.document.blocks],
                [t.target for t in bitext.translations],
            )
        ),
        "Terms": f"{pinned} pinned, {len(hits) - pinned} flagged",
    }
    for number, note in enumerate(bitext.document.notes, 1):
        told[f"Note ({number})"] = note
    rows = [E.div(E.dt(clean(name)), E.dd(clean(value))) for name, value in told.items() if value]
    listed: Element = E.dl({"class": "facts"}, *rows)
    return listed


def _tools(bitext: Bitext) -> Element:
    flagged = sum(any(t.findings for t in p.translations) for p in passages(bitext))
    button = E.button(
        f"Flagged only ({flagged})",
        {"id": "only-flagged", "type": "button", "aria-pressed": "false"},
    )
    keys = [E.span(E.kbd(key), f" {what}") for key, what in _KEYS]
    tools: Element = E.p({"class": "tools"}, button, *keys)
    return tools


def _table(bitext: Bitext) -> Element:
    source_lang, target_lang = bitext.document.source_lang, bitext.target_lang
    names = ("#", language_name(source_lang), language_name(target_lang), "To look at")
    table: Element = E.table(
        E.caption("The article, a paragraph a row; terms are underlined, doubts are explained."),
        E.colgroup(*(E.col({"class": name}) for name in ("key", "text", "text", "flags"))),
        E.thead(E.tr(*(E.th(name, scope="col") for name in names))),
        E.tbody(
            *(
                row(
                    passage,
                    (source_lang, _direction(source_lang)),
                    (target_lang, _direction(target_lang)),
                )
                for passage in passages(bitext)
            )
        ),
        id="article",
    )
    return table


def _direction(lang: str) -> str:
    return "rtl" if right_to_left(lang) else "ltr"
