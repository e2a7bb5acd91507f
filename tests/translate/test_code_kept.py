"""Code in running text stays letter by letter, from Markdown and web pages to the results."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from exports.markdown import MarkdownExporter
from glossary.store import Glossary, merge
from glossary.term import Term
from translate import pipeline
from translate.cli.app import app
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.model import CODE, Bitext, Document, Origin, Outcome
from translate.readers.code import coded, uncoded, with_runs
from translate.readers.html import HtmlReader
from translate.readers.markdown import MarkdownReader
from translate.recheck import recheck

PAGE = "<html><body><h1>Judul</h1>{}</body></html>"


def of_markdown(text: str) -> Document:
    return MarkdownReader().read(text.encode(), "a.md", load_language("id"))


def of_page(inside: str) -> Document:
    return HtmlReader().read(PAGE.format(inside).encode(), "a.html", load_language("id"))


def codes(document: Document) -> list[str]:
    return [
        run.span.of(block.text)
        for block in document.blocks
        for run in block.runs
        if run.styles == (CODE,)
    ]


def translated(document: Document, glossary: Glossary | None = None) -> Bitext:
    (bitext,) = pipeline.translate(
        [document],
        engine=EchoEngine("id", "en"),
        glossary=glossary or merge([]),
        language=load_language("id"),
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
    )
    return bitext


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ketik `unduh data`, lalu `hapus`.", ["unduh data", "hapus"]),
        ("Ketik ``a `b` c`` dua\nkali `unduh\ndata`.", ["a `b` c", "unduh data"]),
        ("- Perintah `hapus`\n\n> Kata `data`\n\n# Bab `satu`", ["hapus", "data", "satu"]),
        ("| A | B |\n|---|---|\n| `x y` | z |", ["x y"]),
        ("`unduh`", ["unduh"]),
        ("Bukan kode: data.", []),
        ("Rusak: &#xFDD0;data&#xFDD1;.", []),
    ],
)
def test_code_in_markdown_is_a_run(text: str, wanted: list[str]) -> None:
    document = of_markdown(text)
    assert codes(document) == wanted
    assert not re.search("[\ufdd0\ufdd1]", repr(document))


@pytest.mark.parametrize(
    ("inside", "wanted"),
    [
        ("<p>Ketik <code>unduh data</code> itu.</p>", ["unduh data"]),
        ("<p>Tekan <kbd>Ctrl</kbd>+<kbd>C</kbd> di <tt>a.txt</tt>.</p>", ["Ctrl", "C", "a.txt"]),
        ("<p>Ini <code><span>ambil</span>_<b>data</b>()</code> saja.</p>", ["ambil_data()"]),
        ("<p>Satu <code> x </code><br><br>Dua <code>y</code></p>", ["x", "y"]),
        ("<p>Isi.</p><pre><code>a = 1</code></pre>", []),
    ],
)
def test_code_on_a_page_is_a_run(inside: str, wanted: list[str]) -> None:
    document = of_page(inside)
    assert codes(document) == wanted
    assert not re.search("[\ufdd0\ufdd1]", repr(document))


def test_a_title_with_code_stands_once() -> None:
    document = of_markdown("---\ntitle: Cara unduh data\n---\n\n# Cara `unduh` data\n\nIsi.")
    assert [block.text for block in document.blocks] == ["Cara unduh data", "Isi."]


@given(st.lists(st.text("ab \ufdd0\ufdd1", max_size=6), max_size=6))
def test_marks_leave_the_text_and_whole_spans(parts: list[str]) -> None:
    text = "".join(coded(part) if n % 2 else part for n, part in enumerate(parts))
    plain, runs = with_runs(text)
    assert plain == uncoded(text).strip()
    ends = [place for run in runs for place in (run.span.start, run.span.end)]
    assert ends == sorted(ends)
    assert all(run.span.of(plain).strip() == run.span.of(plain) != "" for run in runs)


def test_code_is_held_and_goes_before_terms_and_addresses() -> None:
    terms = Glossary((Term("unduh data", "download data"), Term("harga", "price")))
    document = of_markdown("Isi.\n\nKetik `unduh data www.a.id` untuk harga.")
    held = [(r.hit.wanted, r.outcome) for r in translated(document, terms).translations[1].hits]
    assert held[0] == ("unduh data www.a.id", Outcome.PINNED)
    assert [wanted for wanted, _ in held[1:]] == ["price"]


@pytest.mark.parametrize("text", ["`unduh ulang`", "`hapus`, `buang`.", "- `hapus`"])
def test_what_is_nothing_but_code_is_copied(text: str) -> None:
    (_, translation) = translated(of_markdown(f"Isi.\n\n{text}")).translations
    assert (translation.origin, translation.target) == (
        Origin.COPIED,
        text.replace("`", "").removeprefix("- "),
    )


def test_a_check_with_another_list_still_knows_the_code() -> None:
    bitext = translated(of_markdown("Isi.\n\nKetik `unduh data` itu."))
    (checked,) = recheck([bitext], glossary=Glossary((Term("data", "figures"),)))
    assert [r.hit.wanted for r in checked.translations[1].hits] == ["unduh data"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ketik `unduh_data` itu.", "Ketik `unduh_data` itu."),
        ("Ketik ``a`b`` dan `` `c ``.", "Ketik ``a`b`` dan `` `c ``."),
        ("1. Ketik `a*b` untuk a\\*b.", "1. Ketik `a*b` untuk a\\*b."),
    ],
)
def test_markdown_has_its_code_again(text: str, wanted: str) -> None:
    made = MarkdownExporter().render(translated(of_markdown(f"Isi.\n\n{text}")))
    assert made.decode().splitlines()[-1] == wanted


SENTENCES = [
    "Lihat laporan lengkap dan ketik `bps-cli unduh`.",
    "Perintah `hapus --semua` menghapus semua berkas.",
    "`unduh` mengambil semua data.",
    "`data` dipakai lagi.",
    "Buka berkas `data/harga beras.csv` di folder kerja.",
]


@pytest.mark.model
def test_code_comes_out_as_it_was(tmp_path: Path) -> None:
    text = "# Cara Memakai `unduh` di Komputer Kantor\n\n" + "\n\n".join(SENTENCES)
    (tmp_path / "a.md").write_text(text, "utf-8")
    options = ["--no-memory", "--format", "text", "-o", "-"]
    done = CliRunner().invoke(app, ["translate", str(tmp_path / "a.md"), *options])
    assert done.exit_code == 0, done.output
    made = done.stdout.split("\n\n")
    wanted = [re.findall("`([^`]+)`", block) for block in text.split("\n\n")]
    missing = [c for block, own in zip(made, wanted, strict=True) for c in own if c not in block]
    assert missing == []
    assert made[3].startswith("unduh ")
    assert made[4].startswith(("data ", "The data "))
