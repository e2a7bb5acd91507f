"""The reader of web pages against pages that are odd, broken or hostile."""

from __future__ import annotations

import subprocess
import sys

import pytest

from translate.errors import InputError
from translate.languages import load_language
from translate.model import Document
from translate.readers.html import HtmlReader

ID = load_language("id")
PROSE = "<p>Warga desa berkumpul di balai desa untuk membahas rencana jalan baru itu.</p>"
TEXT = PROSE[3:-4]


LD = "<script type='application/ld+json'>"


def read(page: str | bytes) -> Document:
    raw = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page
    return HtmlReader().read(raw, "laman.html", ID)


def body(inside: str) -> str:
    return f"<html><body><nav><a href='/'>Depan</a></nav>{inside}</body></html>"


@pytest.mark.parametrize(
    "page",
    [
        body("<div>" * 1500 + PROSE + "</div>" * 1500),
        body("<div class=tags>" * 300 + PROSE + "</div>" * 300),
        body(f"<img src='data:image/png;base64,{'A' * 300_000}'>{PROSE}"),
        body(PROSE).replace("<body>", LD + "[" * 9000 + "</script><body>"),
        body(PROSE).replace("<body>", LD + '{"@type": 3}</script><body>'),
        body(PROSE).replace("<html>", "<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///x'>]><html>"),
        body(PROSE + "<table><tr><td colspan=99999999999>satu</table>"),
        body("<ol start='-5'>" + PROSE + "</ol>").replace("ol", "div"),
        body(PROSE).replace("<body>", "<body class='sidebar tag ads'>"),
        body(f"<div class='share'>{PROSE * 3}</div>"),
        body(PROSE).replace("html", "HTML").replace("body", "BODY"),
        body(f"<script></script>&#1;&#x0;&#xFFFF;&#xD800;&#{'9' * 5000};{PROSE}"),
        PROSE,
    ],
)  # fmt: skip
def test_the_text_of_an_odd_page_is_found(page: str) -> None:
    assert TEXT in [block.text for block in read(page).blocks]


def test_letters_by_their_numbers_stay() -> None:
    page = body(f"<p>Caf&#233; &#x1F600; &#0038; R&#D {PROSE}")
    assert any(block.text.startswith("Café 😀 & R&#D") for block in read(page).blocks)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><frameset><frame src=x></frameset></html>",
        body("<ul>" + "<li><a href='/x'>Judul berita lain</a>" * 40 + "</ul>"),
        body("<script>var isi = 'teks';</script><form><input></form>"),
    ],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(InputError) as caught:
        read(page)
    assert caught.value.slug == "input-no-article"
    assert "laman.html" in caught.value.message


def test_a_page_that_is_too_large_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(InputError) as caught:
        read(b"<p>" + b"a" * 10_000_001)
    assert caught.value.slug == "input-too-large"


@pytest.mark.parametrize(
    ("head", "encoding", "named"),
    [
        ("<meta charset='iso-8859-1'>", "cp1252", "windows-1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252",
         "windows-1252"),
        ("<meta charset='iso-8859-1'>", "utf-8", "utf-8"),
        ("<meta charset='nonsense'>", "cp1252", "windows-1252"),
        ("", "utf-16", "utf-16-le"),
    ],
)  # fmt: skip
def test_the_encoding_is_that_of_the_bytes_before_that_which_is_declared(
    head: str, encoding: str, named: str
) -> None:
    page = (
        f"<html><head>{head}</head><body><p>Kata “tanya” – café ditulis begitu.</p></body></html>"
    )
    document = read(page.encode(encoding))
    assert document.blocks[0].text == "Kata “tanya” – café ditulis begitu."
    assert document.metadata["encoding"] == named


@pytest.mark.parametrize(
    ("stamp", "shown", "wanted"),
    [
        ("2024-03-12T07:30:00Z", "Selasa, 12 Maret 2024 14:30 WIB", "2024-03-12 14:30 WIB"),
        ("2024-03-12T14:30:00+07:00", "12/03/2024, 15:30 WITA", "2024-03-12 15:30 WITA"),
        ("2024-03-12T14:30:00+07:00", "12 Maret 2024", "2024-03-12 14:30 +07:00"),
        ("2024-03-12", "12 Maret 2024", "2024-03-12"),
        ("kemarin", "12 Maret 2024", "kemarin"),
    ],
)
def test_times_are_told_in_the_zone_that_the_page_shows(
    stamp: str, shown: str, wanted: str
) -> None:
    head = f"<head><meta property='article:published_time' content='{stamp}'></head>"
    page = f"<html>{head}<body><h1>Judul Berita</h1><p>{shown}</p>{PROSE}</body></html>"
    assert read(page).metadata["published"] == wanted


def test_what_reading_pages_needs_is_loaded_only_for_a_page() -> None:
    code = (
        "import sys; from translate.readers import reader_for; reader_for('.txt'); "
        "print(sorted({'trafilatura', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_text_outside_of_an_empty_body_is_read() -> None:
    document = read(f"<html><head></head><body/>=<table/><td>a<td>{PROSE}</html>")
    assert TEXT in " ".join(block.text for block in document.blocks)
