"""The page is one file, safe, accessible, and shows what the bitext says."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import html as parser
from sample_bitext import bitext

from exports.html import HtmlExporter
from exports.html.rows import marked
from glossary.term import Span
from translate.model import Bitext


def page(made: Bitext) -> parser.HtmlElement:
    return parser.document_fromstring(HtmlExporter().render(made).decode("utf-8"))


def test_nothing_is_loaded_from_anywhere() -> None:
    root = page(bitext())
    assert not root.xpath("//link | //img | //iframe | //object | //script[@src] | //style[@src]")
    assert not re.search(r"@import|url\(|https?:", HtmlExporter().render(bitext()).decode())


def test_the_policy_names_the_style_and_the_script_as_they_stand_in_the_file() -> None:
    root = page(bitext())
    (policy,) = root.xpath("//meta[@http-equiv]/@content")
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        (element,) = root.iter(tag)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_what_stands_in_the_article_is_text_and_never_mark_up() -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"
    full = bitext()
    made = replace(
        full,
        document=replace(full.document, title=evil, metadata={evil: evil}),
        translations=tuple(replace(t, target=evil, findings=()) for t in full.translations),
    )
    root = page(made)
    assert len(list(root.iter("script"))) == 1
    assert not list(root.iter("img"))
    assert evil in root.text_content()


def test_the_table_tells_readers_aloud_what_is_what() -> None:
    root = page(bitext())
    assert [th.text for th in root.xpath("//table[@id='article']/thead//th[@scope='col']")] == [
        "#",
        "Indonesian",
        "English",
        "To look at",
    ]
    assert len(root.xpath("//tbody/tr/th[@scope='row']")) == len(bitext().document.blocks)
    assert root.xpath("//table/caption")
    assert set(root.xpath("//td[@class='source']/@lang")) == {"id"}
    assert set(root.xpath("//td[@class='target']/@lang")) == {"en"}
    assert root.xpath("//a[@class='skip']/@href") == ["#article"]


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("id", "ltr"), ("zh", "ltr")])
def test_a_source_runs_in_the_direction_of_its_script(lang: str, direction: str) -> None:
    full = bitext()
    root = page(replace(full, document=replace(full.document, source_lang=lang)))
    assert set(root.xpath("//td[@class='source']/@dir")) == {direction}


def test_every_finding_is_explained_in_its_row() -> None:
    full = bitext()
    root = page(full)
    told = root.xpath("//ul[@class='findings']/li")
    assert len(told) == sum(len(t.findings) for t in full.translations)
    (row,) = root.xpath("//tr[@id='P4']")
    assert "flagged" in row.get("class")
    assert "The number 14 of the source is missing. (P4.2)" in row.text_content()


def test_the_texts_of_the_table_are_those_of_the_bitext() -> None:
    full = bitext()
    cells = page(full).xpath("//td[@class='source']/span[@class='text']")
    assert [cell.text_content() for cell in cells] == [b.text for b in full.document.blocks]


@pytest.mark.parametrize(
    ("marks", "pieces"),
    [
        ([], ["abcdef"]),
        ([(Span(1, 3), "term")], ["a", "term:bc", "def"]),
        (
            [(Span(1, 4), "term"), (Span(2, 6), "doubt")],
            ["a", "term:b", "term doubt:cd", "doubt:ef"],
        ),
        ([(Span(4, 9), "term")], ["abcd", "term:ef"]),
        ([(Span(2, 2), "term")], ["abcdef"]),
    ],
)
def test_marks_may_overlap(marks: list[tuple[Span, str]], pieces: list[str]) -> None:
    made = [
        p if isinstance(p, str) else f"{p.get('class')}:{p.text}" for p in marked("abcdef", marks)
    ]
    assert made == pieces
