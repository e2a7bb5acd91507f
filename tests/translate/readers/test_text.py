"""Plain text: what each line is, and which lines belong together."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.languages import load_language
from translate.model import Document
from translate.readers.text import TextReader

ID = load_language("id")
LONG = "Warga desa berkumpul di balai desa sejak pagi untuk membahas rencana jalan baru itu."
MORE = "Kepala desa menjelaskan bahwa rencana itu masih dapat berubah sampai akhir tahun."


def read(text: str) -> Document:
    return TextReader().read(text.encode(), "artikel.txt", ID)


def kinds(text: str) -> list[str]:
    return [str(block.kind) for block in read(text).blocks]


def test_a_whole_article_is_told_apart() -> None:
    text = f"""Warga Menolak Jalan Baru
(last modified Sun, 16 Jan 2022 01:40:22 GMT )
Jan 16, 2022 08:40 Asia/Jakarta

{LONG}

Penolakan warga desa

{MORE} Rahmat mengatakan:

"Kami tidak diajak bicara."

Baca juga: Sungai Meluap Lagi

- pagar
- jembatan

Editor: Siti Rahma
"""
    assert [(str(b.kind), b.lines) for b in read(text).blocks] == [
        ("title", (1, 1)),
        ("metadata", (2, 2)),
        ("dateline", (3, 3)),
        ("paragraph", (5, 5)),
        ("heading", (7, 7)),
        ("paragraph", (9, 9)),
        ("quote", (11, 11)),
        ("related", (13, 13)),
        ("list_item", (15, 15)),
        ("list_item", (16, 16)),
        ("byline", (18, 18)),
    ]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("metadata", "(last modified Sun, 16 Jan 2022 01:40:22 GMT )"),
        ("byline", "Penulis: Siti Rahma"),
        ("byline", "Editor : Budi Karya"),
        ("metadata", "Diperbarui: 12 Maret 2024 15:00 WIB"),
        ("metadata", "Terakhir diperbarui 12 Maret 2024"),
        ("byline", "Oleh Siti Rahma"),
        ("metadata", "Sumber: Kantor Berita Kita"),
        ("metadata", "Copyright © KABAR KITA 2024"),
        ("dateline", "Jan 16, 2022 08:40 Asia/Jakarta"),
        ("dateline", "Selasa, 12 Maret 2024 14:30 WIB"),
        ("dateline", "Selasa, 12 Maret 2024 | 14:30 WIB"),
        ("dateline", "12/03/2024, 14:30 WIB"),
        ("dateline", "KABARKITA.com - 12/03/2024, 14:30 WIB"),
        ("dateline", "Sukamaju, 12 Maret 2024"),
        ("dateline", "2024-03-12T14:30:00+07:00"),
        ("dateline", "JAKARTA, KABARKITA.com –"),
        ("dateline", "Jakarta, CNN Indonesia"),
        ("related", "Baca juga: Sungai Meluap Lagi"),
        ("related", "BACA JUGA: Sungai Meluap Lagi"),
        ("related", "Baca Juga Sungai Meluap Lagi"),
        ("related", "(Baca: Sungai Meluap Lagi)"),
        ("related", "Simak juga video: Banjir di Sukamaju"),
        ("related", "Lihat juga: Foto Banjir"),
        ("related", "Baca selengkapnya di halaman dua"),
        ("related", "Artikel terkait"),
        ("related", "Pilihan Redaksi"),
        ("related", "1. Baca juga: Sungai Meluap Lagi"),
        ("related", "Saksikan: Detik-detik Air Naik"),
        ("related", "Tonton juga video Air Naik"),
        ("related", "Berita terkait"),
        ("related", "Jangan Lewatkan:"),
        ("related", "Lihat selengkapnya di sini."),
        ("related", "➡ Baca juga: Sungai Meluap Lagi"),
        ("furniture", "[Gambas:Video Kabar]"),
        ("furniture", "(ADVERTISEMENT)"),
        ("furniture", "Lanjutkan membaca"),
        ("furniture", "Ikuti kami di WhatsApp Channel Kabar Kita."),
        ("paragraph", "Simak baik-baik penjelasan petugas di bawah ini."),
        ("paragraph", "Saksikan pertandingan itu bersama keluarga di rumah."),
        ("furniture", "SCROLL TO CONTINUE WITH CONTENT"),
        ("quote", '"Kami tidak diajak bicara."'),
        ("quote", '"Kami tidak diajak bicara," kata Rahmat.'),
        ("quote", '"Kami menolak," ungkap Rahmat Hidayat'),
        ("quote", "“Kami tidak diajak bicara,” ujarnya di balai desa."),
        ("quote", '"Kami menolak," kata Rahmat. "Sejak dulu begitu."'),
        ("quote", '"Pidato ini belum selesai.'),
        ("list_item", "- pagar kayu"),
        ("list_item", "• pagar kayu"),
        ("list_item", "1. Pagar kayu setinggi dua meter."),
        ("list_item", "a. Pagar kayu"),
        ("paragraph", '"Merah" adalah warna yang dipilih panitia "lomba".'),
        ("paragraph", '"Kami menolak," kata Rahmat. Ia lalu pulang. Rapat pun bubar.'),
        ("paragraph", "Simak juga penampilan mereka di balai desa nanti malam."),
        ("paragraph", "A. Rahman datang terlambat ke balai desa."),
        ("paragraph", "Pada 12 Maret 2024 warga berkumpul."),
        ("paragraph", "Sumber air itu mengering."),
    ],
)
def test_a_line_in_a_header_or_alone_shows_its_kind(kind: str, line: str) -> None:
    assert kinds(f"Judul Artikel Kita\n\n{line}\n\n{LONG}\n\n{MORE}")[1] == kind


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"Awal\n\n{LONG}\n\nApa kata warga?\n\n{MORE}", "heading"),
        (f"Awal\n\n{LONG}\n\nWarga menolak.\n\n{MORE}", "paragraph"),
        (f"Awal\n\n{LONG}\n\nwarga menolak\n\n{MORE}", "paragraph"),
        (f"Awal\n\n{LONG}\n\nWarga menolak", "paragraph"),
        (f"Awal\n\nIa berkata:\n\nWarga menolak\n\n{MORE}", "paragraph"),
        (f"Awal\n\n{LONG}\n\n{'Kata ' * 13}\n\n{MORE}", "paragraph"),
        (f"Awal\n\n{LONG}\n\nPeristiwa 12 Mei 1998\n\n{MORE}", "heading"),
    ],
)
def test_a_heading_is_short_has_no_stop_and_introduces_text(text: str, wanted: str) -> None:
    assert kinds(text)[2] == wanted


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Warga Menolak\n\n{LONG}", "Warga Menolak"),
        (f"12/03/2024\nWarga Menolak\n\n{LONG}", "Warga Menolak"),
        (f"Heboh! Warga Menolak Jalan, Mengapa?\n\n{LONG}", "Heboh! Warga Menolak Jalan, Mengapa?"),
        (f"{LONG}\n\n{MORE}", "artikel"),
        ("Hanya satu baris", "artikel"),
    ],
)
def test_the_title_is_the_headline_or_else_the_name_of_the_file(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_hard_wrapped_prose_is_joined_to_its_paragraphs(width: int) -> None:
    paragraphs = [f"{LONG} {MORE}", f"{MORE} {LONG} {MORE}", f"{LONG} {LONG}"]
    header = "Warga Menolak Jalan\n(last modified Sun, 16 Jan 2022)\nJan 16, 2022 08:40 UTC"
    text = "\n\n".join([header, *(textwrap.fill(p, width) for p in paragraphs)])
    blocks = read(text).blocks
    assert [b.text for b in blocks[:3]] == header.split("\n")
    assert [b.text for b in blocks[3:]] == paragraphs
    assert blocks[3].lines[0] == 5
    assert blocks[-1].lines[1] == text.count("\n") + 1


def test_a_label_in_the_middle_of_a_wrapped_sentence_is_no_header_line() -> None:
    text = f"{LONG}\ndan warga yang sejak kemarin menunggu di halaman balai desa itu pun bertanya\n"
    found = read(text.replace("itu.", "itu") + "sumber: siapa yang memberi izin?").blocks
    assert [str(b.kind) for b in found] == ["paragraph"]


def test_a_title_is_kept_apart_from_wrapped_prose_right_below_it() -> None:
    text = "Warga Menolak Jalan\n" + textwrap.fill(f"{LONG} {MORE}", 70)
    assert [b.text for b in read(text).blocks] == ["Warga Menolak Jalan", f"{LONG} {MORE}"]


def test_paragraphs_of_one_line_each_are_not_joined() -> None:
    text = f"Warga Menolak\n{LONG} {MORE}\n{MORE}\n{LONG}"
    blocks = read(text).blocks
    assert [b.text for b in blocks] == ["Warga Menolak", f"{LONG} {MORE}", MORE, LONG]
    assert [b.lines for b in blocks] == [(1, 1), (2, 2), (3, 3), (4, 4)]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("warga meminta pem-", "bangunan jalan", "warga meminta pembangunan jalan"),
        ("warga di negara-", "negara tetangga", "warga di negara-negara tetangga"),
        ("pedagang sayur-", "mayur di pasar", "pedagang sayur-mayur di pasar"),
        ("operasi Kontra-", "Terorisme nasional", "operasi Kontra-Terorisme nasional"),
        ("peringatan ke-", "14 tahun ini", "peringatan ke-14 tahun ini"),
        ("warga meminta pem\u00ad", "bangunan jalan", "warga meminta pembangunan jalan"),
    ],
)
def test_a_word_divided_at_the_line_end_is_made_whole(first: str, second: str, joined: str) -> None:
    text = f"Sejak awal tahun ini para {first}\n{second} yang baru itu dan\nsegera dibahas bersama."
    assert joined in read(text).blocks[0].text


def test_the_documents_own_words_decide_about_a_hyphen() -> None:
    text = "Kata antarkota dipakai di sini sejak lama, juga antar-\nkota lain yang jauh dari\nsini."
    assert "juga antarkota lain" in read(text).blocks[0].text


def test_list_items_keep_their_numbers_and_lose_their_bullets() -> None:
    text = f"{LONG}\n\n1. Pagar\n2. Jembatan\n\n- pagar\n  - kayu\n    sisa\n- besi"
    found = [(b.text, b.level) for b in read(text).blocks[1:]]
    assert found == [
        ("1. Pagar", 1),
        ("2. Jembatan", 1),
        ("pagar", 1),
        ("kayu sisa", 2),
        ("besi", 1),
    ]


def test_doubled_blanks_of_the_source_are_kept() -> None:
    assert "(CSTO)  hingga" in read("Sejak kemarin (CSTO)  hingga besok.").blocks[0].text


def test_accents_written_apart_are_composed() -> None:
    assert read("Cafe\u0301 itu ramai.").blocks[0].text == "Café itu ramai."


PIECES = [
    "Warga",
    "dr.",
    "12",
    "Maret",
    "2024",
    ",",
    ".",
    '"',
    "Baca juga:",
    "(",
    "\n",
    "\n\n",
    "  ",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "kata", "JAKARTA", "Editor:", "1.", ":"]), min_size=1))
def test_no_word_of_the_source_is_lost_or_moved(pieces: list[str]) -> None:
    text = "Awal " + " ".join(pieces)
    assert " ".join(block.text for block in read(text).blocks).split() == text.split()
