"""Files made to hurt: every reader ends with a document or with a message, and soon."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from packed_files import epub, odt
from sample_bitext import bitext
from word_files import documents, zipped

from exports.docx import DocxExporter
from exports.review import read_review
from glossary.errors import UserError
from glossary.store import load
from translate import registry
from translate.engines.archive import unpacked
from translate.languages import load_language
from translate.readers import read
from translate.review.rows import View
from translate.segment import segments
from translate.segment.srx import load_srx

INDONESIAN = load_language("id")

PATIENCE = 20.0  # seconds of the processor; each case takes far less than one
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
TBX = '<tbx type="TBX-Basic" xml:lang="id">%s</tbx>'
TMX = '<tmx version="1.4"><header srclang="id"/><body>%s</body></tmx>'
TU = "<tu><tuv xml:lang='id'><seg>%s</seg></tuv><tuv xml:lang='en'><seg>rice</seg></tuv></tu>"
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>%s</w:body></w:document>"
)
P = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>"


def changed(raw: bytes, part: str, data: bytes) -> bytes:
    """A packed file in which one part is another."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zipped(parts | {part: data})


def bomb(raw: bytes, part: str) -> bytes:
    """A packed file with a part that unpacks to 100 MB of blanks."""
    out = io.BytesIO(raw)
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open(part, "w", force_zip64=True) as stream,
    ):
        for _ in range(100):
            stream.write(b" " * (1 << 20))
    return out.getvalue()


def workbook(sheet: str) -> bytes:
    """An XLSX file with this XML as its sheet."""
    out = io.BytesIO()
    Workbook().save(out)
    return changed(out.getvalue(), "xl/worksheets/sheet1.xml", sheet.encode())


def word(body: str) -> bytes:
    return changed(documents(["Kapal tiba."]), "word/document.xml", (WORD % body).encode())


def review() -> bytes:
    return DocxExporter().render(bitext())


SENTENCE = "Empat belas kapal tiba di pelabuhan itu pada hari Senin. "
FILES: dict[str, Callable[[], bytes]] = {
    "nul.txt": lambda: SENTENCE.encode() + b"\0\0" + SENTENCE.encode(),
    "surrogate.txt": lambda: (SENTENCE + "\ud800").encode("utf-8", "surrogatepass"),
    "bidi.txt": lambda: (SENTENCE + "\u202etpurba\u202c \u2066x\u2069").encode(),
    "illegal.txt": lambda: (SENTENCE + "\x01\x0b\x1b\ufffe\uffff").encode(),
    "token.txt": lambda: b"a" * 10_000_000,
    "token.md": lambda: b"a" * 1_900_000,
    "token.html": lambda: b"<p>" + b"a" * 9_900_000,
    "marks.txt": lambda: ("a" + "\u0301" * 1_000_000).encode(),
    "dots.txt": lambda: b"." * 1_000_000,
    "quotes.txt": lambda: "“\"'".encode() * 100_000,
    "initials.txt": lambda: b"A. " * 100_000,
    "numbers.txt": lambda: b"1.000,5 " * 100_000,
    "lines.txt": lambda: b"a\n" * 300_000,
    "blank.txt": lambda: b" \n" * 5_000_000,
    "brackets.md": lambda: b"[" * 50_000,
    "quoted.md": lambda: b">" * 5_000 + b" a",
    "stars.md": lambda: b"*_`" * 30_000,
    "list.md": lambda: b"".join(b" " * (2 * n) + b"- a\n" for n in range(400)),
    "deep.html": lambda: b"<div>" * 100_000 + b"<p>" + SENTENCE.encode() * 3,
    "laughs.html": lambda: (LAUGHS + "<html><p>&i;</p></html>").encode(),
    "outside.html": lambda: (OUTSIDE + f"<html><body><p>{SENTENCE * 3}&i;</p></html>").encode(),
    "script.html": lambda: (f"<article><p>{SENTENCE * 3}</p><script>x()</script>").encode(),
    "attributes.html": lambda: b"<p " + b"a=1 " * 500_000 + b">" + SENTENCE.encode() * 3,
    "table.html": lambda: b"<table>" + b"<tr><td colspan=9999 rowspan=9999>a" * 2_000,
    "laughs.docx": lambda: changed(
        documents(["a"]), "word/document.xml", (LAUGHS + WORD % (P % "&i;")).encode()
    ),
    "outside.docx": lambda: changed(
        documents(["a"]), "word/document.xml", (OUTSIDE + WORD % (P % "&i;")).encode()
    ),
    "bomb.docx": lambda: bomb(documents(["a"]), "word/media/x.png"),
    "deep.docx": lambda: word("<w:sdt><w:sdtContent>" * 3_000 + "</w:sdtContent></w:sdt>" * 3_000),
    "tables.docx": lambda: word(
        "<w:tbl><w:tr><w:tc>" * 1_000 + P % "a" + "</w:tc></w:tr></w:tbl>" * 1_000
    ),
    "token.docx": lambda: word(P % ("a" * 10_000_000)),
    "paragraphs.docx": lambda: word(P % "a" * 250_000),
    "paragraphs.odt": lambda: odt("<text:p>a</text:p>" * 250_000),
    "no-rels.docx": lambda: zipped({"word/document.xml": (WORD % "").encode()}),
    "text.docx": lambda: b"no archive at all",
    "laughs.odt": lambda: changed(
        odt("<text:p>a</text:p>"), "content.xml", (LAUGHS + "<x>&i;</x>").encode()
    ),
    "bomb.odt": lambda: bomb(odt("<text:p>a</text:p>"), "Pictures/x"),
    "deep.odt": lambda: odt("<text:section>" * 3_000 + "</text:section>" * 3_000),
    "blanks.odt": lambda: odt('<text:p>a<text:s text:c="999999999"/>b</text:p>'),
    "cells.odt": lambda: odt(
        '<table:table><table:table-row table:number-rows-repeated="9999999"><table:table-cell '
        'table:number-columns-repeated="9999999"><text:p>a</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    ),
    "laughs.epub": lambda: changed(
        epub({"a.xhtml": "a"}), "isi/a.xhtml", (LAUGHS + "<x>&i;</x>").encode()
    ),
    "bomb.epub": lambda: bomb(epub({"a.xhtml": "a"}), "isi/x"),
    "climbing.epub": lambda: epub({"../../../../etc/passwd": "a"}),
    "deep.epub": lambda: epub({"a.xhtml": "<div>" * 50_000 + SENTENCE}),
}
LISTS: dict[str, Callable[[], bytes]] = {
    "nul.csv": lambda: b"source,target\nberas,rice\0\n",
    "cell.csv": lambda: b"source,target\nberas," + b"a" * 10_000_000 + b"\n",
    "quote.csv": lambda: b'source,target\nberas,"' + b"a\n" * 2_000_000,
    "columns.csv": lambda: b"source,target" + b"," * 1_000_000 + b"\nberas,rice\n",
    "rows.csv": lambda: b"source,target\n" + b",\n" * 1_000_000,
    "surrogate.csv": lambda: "source,target\nberas,\ud800\n".encode("utf-8", "surrogatepass"),
    "bidi.csv": lambda: "source,target\nberas,\u202eecir\n".encode(),
    "illegal.csv": lambda: b"source,target\nberas,ri\x01ce\n",
    "regex.csv": lambda: b"source,target\n(a+)+$,[[[\n" + b"a" * 3_000 + b",b\n",
    "laughs.tbx": lambda: (LAUGHS + TBX % "<text><body>&i;</body></text>").encode(),
    "outside.tmx": lambda: (OUTSIDE + TMX % (TU % "&i;")).encode(),
    "deep.tbx": lambda: (TBX % ("<a>" * 100_000 + "</a>" * 100_000)).encode(),
    "deep.tmx": lambda: (TMX % (TU % ("<hi>" * 100_000 + "</hi>" * 100_000))).encode(),
    "token.tmx": lambda: (TMX % (TU % ("a" * 11_000_000))).encode(),
    "laughs.tmx": lambda: (LAUGHS + TMX % (TU % "&i;")).encode(),
    "tabs.utx": lambda: b"#UTX 1.11; id/en\n#src\ttgt\n" + b"\t" * 1_000_000,
    "laughs.xlsx": lambda: workbook(LAUGHS + "<worksheet>&i;</worksheet>"),
    "endless.xlsx": lambda: workbook(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="{10**20}"><c t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>'
    ),
    "far.xlsx": lambda: workbook(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>a</t></is></c></row>'
        "</sheetData></worksheet>"
    ),
    "bomb.xlsx": lambda: bomb(workbook("<worksheet/>"), "xl/x.xml"),
}
UNITS: dict[str, Callable[[], bytes]] = {
    "laughs.tmx": LISTS["laughs.tmx"],
    "outside.tmx": LISTS["outside.tmx"],
    "deep.tmx": LISTS["deep.tmx"],
    "token.tmx": LISTS["token.tmx"],
    "nul.tmx": lambda: (TMX % (TU % "a\0b")).encode(),
    "utf16.tmx": lambda: (TMX % (TU % "a")).encode("utf-16"),
    "nul.csv": lambda: b"source_lang,target_lang,source,target\nid,en,a\0,b\n",
    "cell.csv": lambda: b"source_lang,target_lang,source,target\nid,en,a," + b"b" * 10_000_000,
    "deep.jsonl": lambda: b"[" * 1_000_000,
    "number.jsonl": lambda: b'{"source": ' + b"9" * 1_000_000 + b"}",
    "surrogate.jsonl": lambda: (
        b'{"source_lang":"id","target_lang":"en","source":"\\ud800","target":"b"}'
    ),
    "infinite.jsonl": lambda: b'{"source": Infinity, "target": NaN}',
}
BITEXTS: dict[str, Callable[[], bytes]] = {
    "deep": lambda: b"[" * 1_000_000,
    "number": lambda: b'{"format": ' + b"9" * 100_000 + b"}",
    "text": lambda: b"\0\xff",
    "list": lambda: b"[]",
    "nul": lambda: json.dumps({"a\0": "\ud800"}).encode(),
}
REVIEWS: dict[str, Callable[[], bytes]] = {
    "laughs": lambda: changed(
        review(), "word/document.xml", (LAUGHS + WORD % (P % "&i;")).encode()
    ),
    "comments": lambda: changed(review(), "word/comments.xml", (OUTSIDE + "<x>&i;</x>").encode()),
    "bomb": lambda: bomb(review(), "word/media/x.png"),
    "deep": lambda: changed(
        review(), "word/document.xml", (WORD % ("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000)).encode()
    ),
    "macros": lambda: changed(review(), "word/vbaProject.bin", b"x"),
    "truncated": lambda: review()[:-2_000],
    "empty": lambda: b"",
}


def ends_well(work: Callable[[], object]) -> None:
    """The work is done, or ends in a message that says what to do; both in time."""
    begun = time.process_time()
    told: UserError | None = None
    try:
        work()
    except UserError as error:
        told = error
    assert told is None or (told.hint and "root:" not in told.message)
    assert time.process_time() - begun < PATIENCE


@pytest.mark.parametrize("name", FILES)
def test_no_article_hurts(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())

    def work() -> None:
        document = read(str(path), source_lang="id")
        text = "".join(block.text for block in document.blocks)
        assert "root:" not in text
        assert len(text) < 30_000_000
        assert not set(text) & set("\0\x01\x0b\x1b\ufffe\uffff\u202e\u2066\ud800")
        if len(text) < 1_000_000:
            segments(document, INDONESIAN, count=lambda words: len(words.split()), limit=400)

    ends_well(work)


@pytest.mark.parametrize("name", LISTS)
def test_no_term_list_hurts(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(LISTS[name]())
    ends_well(lambda: load(str(path)))


@pytest.mark.parametrize("name", UNITS)
def test_no_list_of_units_hurts(name: str) -> None:
    exchange = registry.load(registry.EXCHANGES, name.partition(".")[2])()
    ends_well(lambda: exchange.read(UNITS[name]()))


@pytest.mark.parametrize("name", REVIEWS)
def test_no_reviewed_document_hurts(name: str) -> None:
    ends_well(lambda: read_review(REVIEWS[name]()))


@pytest.mark.parametrize("name", [name for name in LISTS if name.endswith(".xlsx")])
def test_no_reviewed_workbook_hurts(name: str) -> None:
    ends_well(lambda: registry.load(registry.REVIEWS, "xlsx")(LISTS[name](), View.FINAL))


@pytest.mark.parametrize("name", BITEXTS)
def test_no_bitext_hurts(name: str) -> None:
    ends_well(lambda: registry.load(registry.BITEXTS, "json")(BITEXTS[name]()))


@pytest.mark.parametrize("text", [LAUGHS + "<srx>&i;</srx>", "<srx>" * 50_000, "\0", OUTSIDE])
def test_no_rules_hurt(text: str, tmp_path: Path) -> None:
    path = tmp_path / "rules.srx"
    path.write_text(text, "utf-8")
    ends_well(lambda: load_srx(str(path), "id"))


@pytest.mark.parametrize(
    "entry",
    ["../../x", "/tmp/x", "a/../../x", "a\\..\\..\\x", "x" * 5_000, "metadata.json/x"],
)
def test_no_model_writes_outside_its_folder(entry: str, tmp_path: Path) -> None:
    path = tmp_path / "in" / "x.argosmodel"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metadata.json", "{}")
        archive.writestr(entry, "x")
    room = tmp_path / "room"
    room.mkdir()

    def work() -> None:
        with unpacked(path, room):
            pass

    ends_well(work)
    assert list(room.iterdir()) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "room"]
