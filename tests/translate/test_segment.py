"""Sentences: where they end, where they must not, and that their spans are exact."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.languages import load_language
from translate.model import Block, Document, Kind, Segment
from translate.segment import segments

ID = load_language("id")
EN = load_language("en")


def words(text: str) -> int:
    return len(text.split())


def split(
    text: str,
    kind: Kind = Kind.PARAGRAPH,
    language=ID,
    limit: int = 10_000,
    count=words,
) -> tuple[Segment, ...]:
    document = Document("0", "t", language.code, (Block(0, kind, text),))
    return segments(document, language, count=count, limit=limit)


# A bar marks every boundary that is wanted.
INDONESIAN = [
    "Rapat dimulai pagi tadi.|Semua anggota hadir.",
    "Apakah ia datang?|Belum ada kabar!|Kami menunggu.",
    "Sidang itu ditunda…|Hakim sakit.",
    "Kata-katanya terputus... lalu ia diam.",
    "Menteri dr. Ratna Wulan membuka acara.|Ia tersenyum.",
    "Pidato Prof. Dr. Ir. H. Saleh Umar berlangsung lama.",
    "Ny. Lestari dan Tn. Gunawan tinggal di Jl. Melati No. 12 Bogor.",
    "Warga Kab. Sukamaju, Kec. Rawa Indah, Kel. Banjar, Prov. Banten mengungsi.",
    "Irjen Pol. Bagas Putra memimpin Brigjen Pol. Tono dan Kombes Pol. Rini.",
    "AKBP. Dewi menyerahkan berkas kepada Letjen TNI (Purn.) Surya Atmaja.",
    "Gg. Kenanga berada di belakang Komp. Griya Asri.",
    "Biayanya Rp. 5.000 per orang.|Harga naik.",
    "Ia lahir tgl. 3 Maret di desa.|Ayahnya petani.",
    "Lihat hlm. 45 dan hal. 46 buku itu.|Isinya padat.",
    "Rapat mulai pk. 14.30 WIB.|Tamu sudah datang.",
    "Surat a.n. Wati dikirim u.p. Bagian Umum d.a. Kantor Pos s.d. Jumat.",
    "Mereka membeli beras, gula, dll. untuk dapur umum.",
    "Mereka membeli beras, gula, dll.|Dapur umum dibuka.",
    "Budi dkk. pulang lebih dulu.|Yang lain menyusul.",
    "PT. Karya Nusa dan CV. Maju Terus bekerja sama.",
    "PT Karya Nusa Tbk. mencatat laba besar.",
    "Laba dicatat PT Karya Nusa Tbk.|Sahamnya naik.",
    "PT Karya Nusa Tbk. (KRNS) mencatat laba.",
    "Pengacara Joko Susilo, S.H., M.H. menolak tuduhan itu.",
    "Gugatan diajukan Joko Susilo, S.H.|Hakim menerimanya.",
    "Pembicara kedua Rina Tan, Ph.D. datang terlambat.",
    "Ketua panitia adalah Rudi Hartono, M.Si.|Ia dosen senior.",
    "B.J. Habibie dan J. K. Rowling tidak pernah bertemu.",
    "Laode M. Syahrul menyapa A. Rahman di lobi.",
    "Tubuh memerlukan vitamin C.|Buah segar mengandungnya.",
    "Kakeknya ikut Perang Dunia I.|Neneknya menunggu di rumah.",
    "Tersangka berinisial R.|Ia ditahan sejak kemarin.",
    "Jumlahnya 1.500.000 jiwa, naik 1,5 persen.|Angka itu tinggi.",
    "Acara pukul 14.30 WIB tanggal 12.3.2024 di balai kota.",
    "Ia lulus pada 2019.|Setahun kemudian ia bekerja.",
    "Korban tewas 12.|30 orang lain luka-luka.",
    "1. Pertama, siapkan air bersih.|Kedua, rebus air itu.",
    "a. Warga negara dewasa.",
    "Syaratnya: 1. Warga negara dewasa.",
    "Baca di Kompas.com dan detik.com hari ini.|Beritanya lengkap.",
    "Kunjungi https://contoh.id/a.b?c=d.|Lalu daftar.",
    "Kirim surel ke nama.akhir@contoh.co.id sebelum Jumat.",
    'Ia berkata, "Kami siap."|Hadirin bertepuk tangan.',
    '"Kami siap.|Semua sudah diatur," kata Rahmat.',
    '"Apakah kamu siap?" tanya guru itu.',
    '"Awas!" teriak penjaga pantai.|Semua lari.',
    '"Benarkah begitu?" Tanya Rahmat heran.',
    "“Kami siap.”|Hadirin bertepuk tangan.",
    "«Kami siap.»|Hadirin bertepuk tangan.",
    "(Acara ini gratis.)|Silakan datang.",
    "Ia menolak (lihat bab 2).|Alasannya jelas.",
    "Bank di AS.|Mereka tutup besok.",
    "Kasus itu ditangani KPK.|Penyidik bekerja cepat.",
    "Mengapa?!|Tidak ada yang tahu.",
    "Perusahaan eFishery.|eFishery berdiri di Bandung.",
    "ia pergi ke pasar.|ia membeli ikan.",
    "Ia membeli ikan. lalu pulang tanpa kata.",
    "Sdr. Andi, Bpk. Rahmat, Hj. Siti, dan KH. Mansur hadir.",
    "Seri No. 7 habis terjual.|Peminatnya banyak.",
    "Ia bilang no.|Semua tertawa.",
    "Drs. Hasan menjabat Kep. Dinas sejak Th. 2010.",
    "Sungai itu panjangnya 40 km.|Airnya jernih.",
    "Rumah di RT. 05 RW. 02 terendam.|Warga pindah.",
    "Semua 3.|Tidak lebih.",
    "   Ada blank di depan.|  Dan di tengah.  ",
    "Satu kalimat tanpa titik",
    "...",
    "Surat itu ditulis oleh alm. Pak Karto.|Isinya pendek.",
    "Langkah ini, mis. penghematan air, perlu didukung.",
    "Dua hal penting: biaya dan waktu.|Keduanya terbatas.",
]


@pytest.mark.parametrize("marked", INDONESIAN)
def test_indonesian_sentences_end_where_the_bar_stands(marked: str) -> None:
    wanted = [part.strip() for part in marked.split("|")]
    assert [s.text for s in split(marked.replace("|", " "))] == wanted


def test_a_blank_forgotten_behind_a_stop_does_not_hide_the_next_sentence() -> None:
    found = split("Jalan rusak parah.Namun pemerintah diam.")
    assert [s.text for s in found] == ["Jalan rusak parah.", "Namun pemerintah diam."]
    assert len(split("Berita dari Kabar.Com lengkap.")) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Brown met Dr. Lee in the U.S. on Monday.|They spoke for an hour.",
        "He lives in the U.S.|She does not.",
        "Prices rose 1.5 percent, e.g. for rice.|Demand fell.",
        '"Is it true?" asked the clerk.|Nobody knew.',
    ],
)
def test_another_language_is_only_other_data(marked: str) -> None:
    wanted = marked.split("|")
    assert [s.text for s in split(" ".join(wanted), language=EN)] == wanted


def test_a_language_without_a_file_gets_the_default_rules() -> None:
    found = split("Žena přišla. Dr. Novák odešel.", language=load_language("cs"))
    assert [s.text for s in found] == ["Žena přišla.", "Dr. Novák odešel."]


def test_stops_of_scripts_without_blanks_end_sentences() -> None:
    found = split("我们走吧。明天见！好。", language=load_language("zh"))
    assert [s.text for s in found] == ["我们走吧。", "明天见！", "好。"]


@pytest.mark.parametrize(
    "kind", [Kind.TITLE, Kind.HEADING, Kind.RELATED, Kind.METADATA, Kind.DATELINE]
)
def test_a_line_that_is_no_prose_stays_whole(kind: Kind) -> None:
    text = "Heboh! Warga Kab. Sukamaju: Kami Menolak. Ini Alasannya"
    assert [(s.text, s.kind) for s in split(text, kind)] == [(text, kind)]


@pytest.mark.parametrize(
    ("prefix", "rest"),
    [
        ("JAKARTA, KABARKITA.com –", "Warga menolak rencana itu."),
        ("KABARKITA.com --", "Warga menolak rencana itu."),
        ("KABARKITA.CO, Jakarta -", "Warga menolak rencana itu."),
        ("Jakarta (ANTARA) -", "Warga menolak rencana itu."),
        ("Jakarta, CNN Indonesia --", "Warga menolak rencana itu."),
        ("SUKAMAJU –", '"Kami menolak," kata warga.'),
        ("KUALA LUMPUR, 5 Maret —", "Warga menolak rencana itu."),
        ("Bandung -", "Warga menolak rencana itu."),
        ("Sukatani, 22 November 2022 –", "Warga menolak rencana itu."),
    ],
)
def test_the_dateline_in_front_of_a_paragraph_is_a_segment_of_its_own(
    prefix: str, rest: str
) -> None:
    found = split(f"{prefix} {rest}")
    assert [(s.kind, s.text) for s in found] == [(Kind.DATELINE, prefix), (Kind.PARAGRAPH, rest)]


@pytest.mark.parametrize(
    "text",
    [
        "Rute Jakarta - Bandung ditutup sementara.",
        "Duet Andi - Budi menang mudah.",
        "Angka 101 – 200 berarti tidak sehat.",
        "TNI - Polri menggelar apel bersama.",
        "Harga beras - kebutuhan pokok warga - naik lagi.",
        "JAKARTA - dan kota lain.",
        "Januari – Maret menjadi bulan tersibuk.",
        "Pemerintah – Menurut sumber kami – diam.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert [s.kind for s in split(text)] == [Kind.PARAGRAPH]


def test_segments_are_numbered_within_their_block() -> None:
    blocks = (Block(0, Kind.TITLE, "Judul"), Block(1, Kind.PARAGRAPH, "Satu hal. Dua hal."))
    found = segments(Document("0", "t", "id", blocks), ID, count=words, limit=99)
    assert [s.id for s in found] == ["P1.1", "P2.1", "P2.2"]
    assert [s.block for s in found] == [0, 1, 1]


CUTS = [
    ("semicolon", "satu dua tiga empat; lima enam, tujuh delapan", "satu dua tiga empat;"),
    ("colon", "satu dua tiga empat: lima enam, tujuh delapan", "satu dua tiga empat:"),
    ("conjunction", "satu dua, tiga empat, karena lima, enam tujuh", "satu dua, tiga empat,"),
    ("comma", "satu dua tiga, empat lima enam tujuh", "satu dua tiga,"),
    ("blank", "satu dua tiga empat lima enam tujuh delapan", "satu dua tiga empat"),
]


@pytest.mark.parametrize(("what", "text", "first"), CUTS, ids=[c[0] for c in CUTS])
def test_an_over_long_sentence_is_cut_at_the_best_place(what: str, text: str, first: str) -> None:
    found = split(text, limit=6)
    assert found[0].text == first, what
    assert all(s.cut for s in found)


def test_a_sentence_within_the_limit_is_not_marked_as_cut() -> None:
    assert [s.cut for s in split("Satu dua. Tiga empat.", limit=2)] == [False, False]


def test_an_over_long_sentence_is_not_cut_behind_an_abbreviation() -> None:
    found = split("Ia menyapa Kapolri Jenderal Pol. Bagas Putra pagi ini", limit=6)
    assert found[0].text == "Ia menyapa Kapolri Jenderal"


def test_a_number_is_never_cut_at_its_comma() -> None:
    found = split("harga beras naik 1,5 persen dan 2,5 persen", limit=4)
    assert "1,5" in " ".join(s.text for s in found).split()


def test_a_single_endless_word_is_cut_inside() -> None:
    found = split("a" * 50, count=len, limit=20)
    assert "".join(s.text for s in found) == "a" * 50
    assert max(len(s.text) for s in found) <= 20


def test_a_limit_below_one_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="limit"):
        split("x", limit=0)


NASTY = st.lists(
    st.sampled_from([*'abAB19 .,;:!?…"“”()[]-–\n\t\u00a0\u3000。é', "dr.", "dll. ", "JAKARTA – "]),
    max_size=80,
).map("".join)


def check(text: str, found: tuple[Segment, ...]) -> None:
    end = 0
    for segment in found:
        assert segment.span.of(text) == segment.text
        assert segment.text == segment.text.strip() != ""
        assert not text[end : segment.span.start].strip()
        end = segment.span.end
    assert not text[end:].strip()
    assert [s.id for s in found] == [f"P1.{n}" for n in range(1, len(found) + 1)]


@settings(max_examples=300, deadline=None)
@given(NASTY | st.text(max_size=80), st.sampled_from(Kind), st.integers(1, 9))
def test_spans_are_exact_and_only_white_space_lies_between(
    text: str, kind: Kind, limit: int
) -> None:
    check(text, split(text, kind, limit=limit))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from([*"aB1 .!?。！」”«»“'", "ครับ ", " อย่างไรก็ตาม", "т. д. ", "🙏 "])).map(
        "".join
    ),
    st.sampled_from(["de", "fr", "zh", "ja", "ru", "th", "nl", "tr"]),
)
def test_spans_are_exact_in_every_language(text: str, code: str) -> None:
    check(text, split(text, language=load_language(code)))


@settings(max_examples=60, deadline=None)
@given(NASTY, st.integers(1, 5), st.randoms(use_true_random=False))
def test_any_count_at_all_comes_to_an_end(text: str, limit: int, random) -> None:
    check(text, split(text, limit=limit, count=lambda _: random.randint(0, 12)))


@settings(max_examples=100, deadline=None)
@given(NASTY, st.integers(1, 30))
def test_no_segment_exceeds_the_limit(text: str, limit: int) -> None:
    assert all(len(s.text) <= limit for s in split(text, count=len, limit=limit))


@pytest.mark.parametrize(
    "piece", ["a", "a. ", "A. ", '." ', "kata ", "...", '"', "!", "。", "🙏", "\u0301"]
)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    text = piece * (150_000 // len(piece))
    before = time.perf_counter()
    found = split(text, count=lambda part: len(part) // 4 + 1, limit=200)
    assert time.perf_counter() - before < 10  # a quadratic step takes minutes
    assert all(len(s.text) <= 8000 for s in found)


def test_a_token_of_ten_megabytes_and_a_hundred_thousand_quotes_come_to_an_end() -> None:
    before = time.process_time()
    token = split("a" * 10_000_000, count=len, limit=8_000)
    quotes = split('"Ya." ' * 100_000, limit=8_000)
    assert time.process_time() - before < 20
    assert sum(len(s.text) for s in token) == 10_000_000
    assert len(quotes) == 100_000


def test_a_quarter_megabyte_of_prose_takes_seconds_at_most() -> None:
    text = "Menteri dr. Ratna membuka rapat di Jl. Melati No. 5 pagi ini. " * 4_000
    before = time.perf_counter()
    found = split(text)
    assert time.perf_counter() - before < 5
    assert len(found) == 4_000
