"""Markdown: the marks give the kinds, only their text is left."""

from __future__ import annotations

import time

import pytest

from translate.languages import load_language
from translate.model import Document
from translate.readers.markdown import MarkdownReader

ID = load_language("id")


def read(text: str) -> Document:
    return MarkdownReader().read(text.encode(), "artikel.md", ID)


def told(text: str) -> list[tuple[str, int, str]]:
    return [(str(b.kind), b.level, b.text) for b in read(text).blocks]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# Judul\n\nIsi berita.", [("title", 0, "Judul"), ("paragraph", 0, "Isi berita.")]),
        ("Judul\n=====\n\nIsi.", [("title", 0, "Judul"), ("paragraph", 0, "Isi.")]),
        (
            "# Judul\n\n## Satu\n\n### Dua\n\nIsi.",
            [
                ("title", 0, "Judul"),
                ("heading", 1, "Satu"),
                ("heading", 2, "Dua"),
                ("paragraph", 0, "Isi."),
            ],
        ),
        (
            "## Satu\n\nIsi.\n\n## Dua\n\nIsi.",
            [
                ("heading", 1, "Satu"),
                ("paragraph", 0, "Isi."),
                ("heading", 1, "Dua"),
                ("paragraph", 0, "Isi."),
            ],
        ),
        ("> Kutipan pendek.\n> Sambungannya.", [("quote", 0, "Kutipan pendek. Sambungannya.")]),
        (
            "- satu\n- dua\n  - tiga\n",
            [("list_item", 1, "satu"), ("list_item", 1, "dua"), ("list_item", 2, "tiga")],
        ),
        (
            "3. Satu.\n4. Dua.\n",
            [("list_item", 1, "3. Satu."), ("list_item", 1, "4. Dua.")],
        ),
        ("Teks **tebal**, *miring*, `kode`.", [("paragraph", 0, "Teks tebal, miring, kode.")]),
        ("Lihat [situs kami](https://a.id/b).", [("paragraph", 0, "Lihat situs kami.")]),
        ("Lihat [situs][1].\n\n[1]: https://a.id", [("paragraph", 0, "Lihat situs.")]),
        ("![Warga di balai desa](a.png)", [("paragraph", 0, "Warga di balai desa")]),
        ("Baris<br>dua &amp; \\*tiga\\*", [("paragraph", 0, "Baris dua & *tiga*")]),
        ("    Menjorok ke dalam.", [("paragraph", 0, "Menjorok ke dalam.")]),
        ("<!-- catatan -->\n\nIsi.", [("paragraph", 0, "Isi.")]),
        ("<div>Isi div.</div>", [("paragraph", 0, "Isi div.")]),
        ("Satu baris\ndan\nsambungannya.", [("paragraph", 0, "Satu baris dan sambungannya.")]),
        (
            "Isi satu.\n\n---\n\nIsi dua.",
            [("paragraph", 0, "Isi satu."), ("paragraph", 0, "Isi dua.")],
        ),
        (
            "Isi.\n\n**Baca juga:** [Lain](b)",
            [("paragraph", 0, "Isi."), ("related", 0, "Baca juga: Lain")],
        ),
        (
            "# J\n\nPenulis: Siti\n\nIsi.",
            [("title", 0, "J"), ("byline", 0, "Penulis: Siti"), ("paragraph", 0, "Isi.")],
        ),
    ],
)
def test_marks_become_kinds(text: str, wanted: list[tuple[str, int, str]]) -> None:
    assert told(text) == wanted


def test_header_lines_of_one_paragraph_are_told_apart() -> None:
    found = told("# Judul\n(last modified Sun, 16 Jan 2022)\nJan 16, 2022 08:40 UTC\n\nIsi berita.")
    assert [kind for kind, _, _ in found] == ["title", "metadata", "dateline", "paragraph"]


def test_without_headings_the_title_is_guessed_as_in_plain_text() -> None:
    assert read("Warga Menolak Jalan\n\nIsi berita panjang.").title == "Warga Menolak Jalan"


def test_every_cell_of_a_table_is_a_block_that_knows_its_place() -> None:
    document = read("| Desa | Warga |\n|---|---|\n| Sukamaju | Seribu orang |\n")
    assert [b.text for b in document.blocks] == ["Desa", "Warga", "Sukamaju", "Seribu orang"]
    assert [b.cell for b in document.blocks] == [(1, 1, 1), (1, 1, 2), (1, 2, 1), (1, 2, 2)]


def test_code_and_pictures_without_words_are_noted() -> None:
    document = read("Isi.\n\n```\nx = 1\ny = 2\n```\n\n![](a.png)\n")
    assert [b.text for b in document.blocks] == ["Isi.", "x = 1 y = 2"]
    assert document.notes == (
        "1 block of code kept untranslated",
        "1 picture without description left out",
    )


FRONT = '---\ntitle: "Warga: Menolak"\nAuthor: Siti\ntags:\n  - desa\n# catatan\n---\n'


def test_front_matter_becomes_metadata_and_title() -> None:
    document = read(FRONT + "\nIsi berita.\n")
    assert document.title == "Warga: Menolak"
    assert document.metadata["author"] == "Siti"
    assert [(b.text, b.lines) for b in document.blocks] == [
        ("Warga: Menolak", (1, 1)),
        ("Isi berita.", (9, 9)),
    ]


def test_a_title_in_front_matter_and_heading_stands_once() -> None:
    document = read(FRONT + "\n# Warga: Menolak\n\nIsi berita.\n")
    assert [str(b.kind) for b in document.blocks] == ["title", "paragraph"]


@pytest.mark.parametrize("text", ["---\nIsi biasa saja.\n---\n", "---\n\nIsi.\n", "---\na: b\n"])
def test_a_rule_on_top_is_no_front_matter(text: str) -> None:
    assert set(read(text).metadata) == {"file", "encoding"}


def test_blocks_know_their_lines() -> None:
    document = read("# Judul\n\nSatu\ndua.\n\n- tiga\n- empat\n")
    assert [b.lines for b in document.blocks] == [(1, 1), (3, 4), (6, 6), (7, 7)]


@pytest.mark.parametrize(
    "piece", ["[", "![", "[a](", "*a **b ", "<", "> ", "`a``", "|a", "&", "<!-- ", "_a*"]
)
def test_hostile_marks_take_time_in_proportion(piece: str) -> None:
    before = time.perf_counter()
    read("Isi.\n\n" + piece * (60_000 // len(piece)))
    assert time.perf_counter() - before < 8  # a quadratic step takes minutes
