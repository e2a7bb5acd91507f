"""OpenDocument, EPUB, and what LibreOffice converts."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from packed_files import epub, odt
from word_files import article, zipped

from translate.errors import InputError
from translate.languages import load_language
from translate.model import Document, Kind
from translate.readers import reader_for

ID = load_language("id")


def read(data: bytes, suffix: str) -> Document:
    reader = reader_for(suffix)
    assert reader is not None
    return reader.read(data, f"artikel{suffix}", ID)


ROWS = (
    "<table:table-row><table:table-cell><text:p>Desa</text:p></table:table-cell>"
    "<table:table-cell><text:p>120</text:p></table:table-cell></table:table-row>"
)
NOTE = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Sumber."
BODY = (
    '<text:p text:style-name="P1">Warga Menolak</text:p>'
    '<text:h text:outline-level="2">Rapat</text:h>'
    '<text:p>Mereka <text:span text:style-name="T1">sangat keras</text:span> menolak.</text:p>'
    '<text:p>Lihat <text:a xlink:href="https://a.example">surat</text:a>.</text:p>'
    "<text:list><text:list-item><text:p>Air.</text:p><text:list><text:list-item>"
    "<text:p>Ikan.</text:p></text:list-item></text:list></text:list-item></text:list>"
    f"<table:table><table:table-header-rows>{ROWS}</table:table-header-rows>{ROWS}</table:table>"
    f"<text:p>Kata{NOTE}</text:p></text:note-body></text:note> itu.</text:p>"
    "<text:p>Luar.<draw:frame><draw:text-box><text:p>Kotak.</text:p></draw:text-box></draw:frame>"
    "</text:p>"
)


def test_an_opendocument_text_is_read_by_its_styles() -> None:
    document = read(odt(BODY), ".odt")
    assert [(b.kind, b.level, b.text, b.cell) for b in document.blocks] == [
        (Kind.TITLE, 0, "Warga Menolak", None),
        (Kind.HEADING, 2, "Rapat", None),
        (Kind.PARAGRAPH, 0, "Mereka sangat keras menolak.", None),
        (Kind.PARAGRAPH, 0, "Lihat surat.", None),
        (Kind.LIST_ITEM, 1, "Air.", None),
        (Kind.LIST_ITEM, 2, "Ikan.", None),
        (Kind.CELL, 0, "Desa", (1, 1, 1)),
        (Kind.CELL, 0, "120", (1, 1, 2)),
        (Kind.CELL, 0, "Desa", (1, 2, 1)),
        (Kind.CELL, 0, "120", (1, 2, 2)),
        (Kind.PARAGRAPH, 0, "Kata itu.", None),
        (Kind.PARAGRAPH, 0, "Luar.", None),
        (Kind.PARAGRAPH, 0, "Kotak.", None),
        (Kind.PARAGRAPH, 0, "Sumber.", None),
    ]
    runs = [(r.span.of(b.text), r.styles, r.link) for b in document.blocks[2:4] for r in b.runs]
    assert runs == [("sangat keras", ("bold",), ""), ("surat", (), "https://a.example")]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("Satu<text:s text:c='2'/>dua", ["Satu dua"]),
        ("Satu\n   dua", ["Satu dua"]),
        ("Mereka<text:line-break/>datang.", ["Mereka datang."]),
        ("Jl. Merdeka 1<text:line-break/>Jakarta", ["Jl. Merdeka 1", "Jakarta"]),
        ("Kata<office:annotation><text:p>Hm?</text:p></office:annotation> itu.", ["Kata itu."]),
    ],
)
def test_blanks_breaks_and_comments(xml: str, expected: list[str]) -> None:
    document = read(odt(f"<text:p>{xml}</text:p>"), ".odt")
    assert [block.text for block in document.blocks] == expected


def test_what_was_deleted_is_not_read() -> None:
    gone = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Hilang.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    document = read(odt(f"{gone}<text:p>Tetap.</text:p>"), ".odt")
    assert [block.text for block in document.blocks] == ["Tetap."]
    assert document.notes == ("1 tracked change accepted",)


def test_chapters_come_in_the_order_of_the_spine() -> None:
    chapters = {
        "dua.xhtml": "<h1>Bab Satu</h1><p>Kapal tiba.</p><ul><li>Ikan.</li></ul>",
        "satu.xhtml": "<h1>Bab Dua</h1><blockquote><p>Kami pergi.</p></blockquote>",
    }
    document = read(epub(chapters, title="Kisah Kapal"), ".epub")
    assert [(b.kind, b.text) for b in document.blocks] == [
        (Kind.TITLE, "Kisah Kapal"),
        (Kind.HEADING, "Bab Satu"),
        (Kind.PARAGRAPH, "Kapal tiba."),
        (Kind.LIST_ITEM, "Ikan."),
        (Kind.HEADING, "Bab Dua"),
        (Kind.QUOTE, "Kami pergi."),
    ]
    assert document.metadata["author"] == "Siti Aminah"


LOCKED = b'<e><EncryptionMethod xmlns="x" Algorithm="http://www.w3.org/2001/04/xmlenc#aes"/></e>'


@pytest.mark.parametrize(
    ("data", "suffix", "slug"),
    [
        (b"Halo.", ".odt", "input-damaged"),
        (zipped({"a": b"x"}), ".odt", "input-damaged"),
        (odt("<text:p/>"), ".odt", "input-empty"),
        (
            odt("", {"META-INF/manifest.xml": b"<m><encryption-data/></m>"}),
            ".odt",
            "input-protected",
        ),
        (zipped({"a": b"x"}), ".epub", "input-damaged"),
        (
            epub({"a.xhtml": "<p>Satu.</p>"}, more={"META-INF/encryption.xml": LOCKED}),
            ".epub",
            "input-protected",
        ),
        (b"Halo.", ".rtf", "input-damaged"),
        (b"", ".rtf", "input-empty"),
    ],
    ids=range(8),
)
def test_what_cannot_be_read_is_one_clear_error(data: bytes, suffix: str, slug: str) -> None:
    with pytest.raises(InputError) as caught:
        read(data, suffix)
    assert caught.value.slug == slug
    assert caught.value.hint


def test_without_libreoffice_rtf_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(InputError) as caught:
        read(b"{\\rtf1 Halo.}", ".rtf")
    assert caught.value.slug == "input-no-converter"


def test_a_word_file_under_an_old_name_needs_no_libreoffice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert read(article(), ".doc").blocks == read(article(), ".docx").blocks


@pytest.mark.office
@pytest.mark.parametrize("suffix", [".odt", ".rtf", ".doc"])
def test_what_libreoffice_saves_reads_like_the_word_file(suffix: str, tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "artikel.docx").write_bytes(article())
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", suffix[1:], "--outdir", str(tmp_path)),
            str(tmp_path / "artikel.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    document = read((tmp_path / f"artikel{suffix}").read_bytes(), suffix)
    expected = read(article(), ".docx")
    assert [(b.kind, b.level, b.text, b.cell) for b in document.blocks] == [
        (b.kind, b.level, b.text, b.cell) for b in expected.blocks
    ]
    prose = document.blocks[2]
    assert [(r.span.of(prose.text), r.link) for r in prose.runs] == [
        ("menolak keras", ""),
        ("surat bupati", "https://contoh.example/surat"),
        ("sangat teliti", ""),
    ]


def test_hidden_text_of_an_opendocument_stays_hidden() -> None:
    styles = (
        '<office:automatic-styles><style:style style:name="T3" style:family="text">'
        '<style:text-properties text:display="none"/></style:style></office:automatic-styles>'
    )
    hidden = '<text:p>Terlihat.<text:span text:style-name="T3"> Tersembunyi.</text:span></text:p>'
    document = read(odt(styles + hidden), ".odt")
    assert [block.text for block in document.blocks] == ["Terlihat."]
