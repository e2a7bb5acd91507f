"""Word documents: every kind of content at its place, and hostile files refused."""

from __future__ import annotations

import pytest
from sample_bitext import bitext
from word_files import article, body, parts_of, zipped

from exports.docx import DocxExporter
from translate.errors import InputError
from translate.languages import load_language
from translate.model import Document, Kind
from translate.office import package
from translate.readers.office import WordReader

ID = load_language("id")


def read(data: bytes) -> Document:
    return WordReader().read(data, "artikel.docx", ID)


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data).blocks]


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def field(code: str, result: str) -> str:
    def limit(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return limit("begin") + instruction + limit("separate") + run(result) + limit("end")


def test_styles_say_what_a_paragraph_is() -> None:
    document = read(article())
    assert [(b.kind, b.level, b.text, b.cell) for b in document.blocks] == [
        (Kind.TITLE, 0, "Warga Pulau Menolak Tambang", None),
        (Kind.HEADING, 1, "Rapat di balai desa", None),
        (
            Kind.PARAGRAPH,
            0,
            "Warga menolak keras rencana itu. Mereka membaca surat bupati dengan sangat teliti.",
            None,
        ),
        (Kind.QUOTE, 0, "Kami tidak pernah diajak bicara.", None),
        (Kind.LIST_ITEM, 1, "Air sungai keruh.", None),
        (Kind.LIST_ITEM, 1, "Ikan berkurang.", None),
        (Kind.CELL, 0, "Desa", (1, 1, 1)),
        (Kind.CELL, 0, "Warga", (1, 1, 2)),
        (Kind.CELL, 0, "Maju", (1, 2, 1)),
        (Kind.CELL, 0, "120", (1, 2, 2)),
        (Kind.CAPTION, 0, "Gambar sungai.", None),
    ]
    assert document.notes == ("1 header or footer left out",)


def test_formatting_inside_a_paragraph_becomes_runs() -> None:
    block = read(article()).blocks[2]
    assert [(r.span.of(block.text), r.styles, r.link) for r in block.runs] == [
        ("menolak keras", ("bold",), ""),
        ("surat bupati", (), "https://contoh.example/surat"),
        ("sangat teliti", ("italic",), ""),
    ]


def test_the_original_is_kept_for_giving_it_back() -> None:
    data = article()  # made once: its parts bear the time
    document = read(data)
    assert document.original is not None
    assert document.original.format == "docx"
    assert document.original.data == data


CHANGED = '<w:{0} w:id="1" w:author="B">{1}</w:{0}>'
MARK = '<w:rPr><w:{0} w:id="2" w:author="B"/></w:rPr>'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>{0}"
    "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        pytest.param(
            p(run("Satu "), CHANGED.format("ins", run("dua ")), run("tiga.")),
            ["Satu dua tiga."],
            id="an insertion is in",
        ),
        pytest.param(
            p(run("Satu "), '<w:del w:id="1"><w:r><w:delText>dua </w:delText></w:r></w:del>')
            + p(run("Tiga.")),
            ["Satu", "Tiga."],
            id="a deletion is out",
        ),
        pytest.param(
            p(CHANGED.format("moveFrom", run("Pindah.")), properties=MARK.format("moveFrom"))
            + p(run("Tetap."))
            + p(CHANGED.format("moveTo", run("Pindah."))),
            ["Tetap.", "Pindah."],
            id="a move stands where it went",
        ),
        pytest.param(
            p(run("Satu dan "), properties=MARK.format("del")) + p(run("dua.")),
            ["Satu dan dua."],
            id="a deleted paragraph mark joins",
        ),
        pytest.param(p(run("Kata"), run("kunci")), ["Katakunci"], id="split runs are one text"),
        pytest.param(
            p("<w:r><w:t>per</w:t><w:softHyphen/><w:t>an</w:t></w:r>"),
            ["peran"],
            id="soft hyphens go",
        ),
        pytest.param(
            p("<w:r><w:t>anak</w:t><w:noBreakHyphen/><w:t>anak</w:t></w:r>"),
            ["anak-anak"],
            id="a hyphen that does not break is a hyphen",
        ),
        pytest.param(
            p("<w:r><w:t>Jl. Merdeka 1</w:t><w:br/><w:t>Jakarta</w:t></w:r>"),
            ["Jl. Merdeka 1", "Jakarta"],
            id="lines of an address stand alone",
        ),
        pytest.param(
            p("<w:r><w:t>Mereka</w:t><w:br/><w:t>datang.</w:t></w:r>"),
            ["Mereka datang."],
            id="a break inside a sentence is a blank",
        ),
        pytest.param(
            p("<w:r><w:t>Nomor</w:t><w:tab/><w:t>: 12/B</w:t></w:r>"),
            ["Nomor", ": 12/B"],
            id="a tab divides columns",
        ),
        pytest.param(
            p("<w:r><w:t>1.</w:t><w:tab/><w:t>Pertama.</w:t></w:r>"),
            ["1. Pertama."],
            id="a tab behind a number does not",
        ),
        pytest.param(
            p(run("Gambar "), field(" SEQ Gambar ", "3"), run(" Sungai")),
            ["Gambar 3 Sungai"],
            id="a field shows its result",
        ),
        pytest.param(
            p("<w:fldSimple w:instr=' PAGE '>" + run("7") + "</w:fldSimple>"),
            ["7"],
            id="a simple field, too",
        ),
        pytest.param(
            "<w:sdt><w:sdtPr/><w:sdtContent>" + p(run("Di dalam.")) + "</w:sdtContent></w:sdt>",
            ["Di dalam."],
            id="content controls are transparent",
        ),
        pytest.param(
            p(
                run("Isi "), "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            ).removesuffix("</w:p>")
            + run("Klik di sini")
            + "</w:sdtContent></w:sdt></w:p>",
            ["Isi"],
            id="placeholders are no text",
        ),
        pytest.param(
            p(run("Luar."), BOX.format(p(run("Kotak."))), run(" Lagi.")),
            ["Luar. Lagi.", "Kotak."],
            id="a text box once, behind its paragraph",
        ),
        pytest.param(p(run("Ada."), run("Tersembunyi", "<w:vanish/>")), ["Ada."], id="hidden text"),
        pytest.param(
            p(run("Atas.")) + "<w:tbl><w:tr><w:tc>" + p(run("Bingkai.")) + "</w:tc></w:tr></w:tbl>",
            ["Atas.", "Bingkai."],
            id="a frame of one cell is no table",
        ),
    ],
)
def test_what_a_reader_sees_is_read(xml: str, expected: list[str]) -> None:
    assert texts(body(xml)) == expected


def test_a_link_may_be_a_field() -> None:
    block = read(body(p(run("Lihat "), field(' HYPERLINK "https://a.example" ', "sini")))).blocks[0]
    assert [(r.span.of(block.text), r.link) for r in block.runs] == [("sini", "https://a.example")]


def test_footnotes_come_last_and_their_references_are_marks() -> None:
    note = '<w:footnote w:id="2">' + p("<w:r><w:footnoteRef/></w:r>", run(" Sumber: warga."))
    separator = '<w:footnote w:type="separator" w:id="0">' + p(run("---")) + "</w:footnote>"
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = body(
        p(run("Kata"), reference, run(" itu.")) + p(run("Akhir.")),
        notes=separator + note + "</w:footnote>",
    )
    document = read(data)
    assert [b.text for b in document.blocks] == ["Kata itu.", "Akhir.", "Sumber: warga."]
    assert [(r.mark, r.span.start) for r in document.blocks[0].runs] == [("note", 4)]


def test_tracked_changes_and_comments_are_told() -> None:
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    data = body(p(run("Satu."), CHANGED.format("ins", run(" Dua.")), comment))
    assert read(data).notes == ("1 tracked change accepted", "1 comment left out")


def test_a_short_line_above_text_is_a_title_without_any_style() -> None:
    data = body(p(run("Warga Menolak Jalan")) + p(run("Warga desa menolak rencana itu. " * 3)))
    assert [b.kind for b in read(data).blocks] == [Kind.TITLE, Kind.PARAGRAPH]


def refused(data: bytes) -> InputError:
    with pytest.raises(InputError) as caught:
        read(data)
    assert caught.value.hint
    assert "\n" not in caught.value.message
    assert "artikel.docx" in caught.value.message
    return caught.value


def test_a_review_document_is_sent_to_its_import() -> None:
    error = refused(DocxExporter().render(bitext()))
    assert error.slug == "input-review"
    assert "review import" in (error.hint or "")


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"Halo.", "input-damaged"),
        (b"PK\x03\x04" + b"\0" * 60, "input-damaged"),
        (zipped({"a.txt": b"x"}), "input-damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512, "input-protected"),
        (body(p()), "input-empty"),
    ],
    ids=["text", "cut", "zip", "ole", "empty"],
)
def test_what_cannot_be_read_is_one_clear_error(data: bytes, slug: str) -> None:
    assert refused(data).slug == slug


def test_entities_are_refused() -> None:
    parts = parts_of(article())
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1
    )
    assert refused(zipped(parts)).slug == "input-damaged"


def test_a_file_nested_without_end_is_refused() -> None:
    deep = 1500
    xml = "<w:sdt><w:sdtContent>" * deep + p(run("A")) + "</w:sdtContent></w:sdt>" * deep
    parts = parts_of(body(p(run("TEMPAT"))))
    text = parts["word/document.xml"]
    start, end = text.index(b"<w:body>") + 8, text.index(b"</w:body>")
    parts["word/document.xml"] = text[:start] + xml.encode() + text[end:]
    assert refused(zipped(parts)).slug == "input-damaged"


def test_strict_open_xml_is_told_from_a_document_without_text() -> None:
    parts = parts_of(article())
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        space, b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    error = refused(zipped(parts))
    assert error.slug == "input-damaged"
    assert "strict" in error.message


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_RATIO_FROM", 1024**2)
    parts = parts_of(article()) | {"word/media/a.bin": b"\0" * (20 * 1024**2)}
    assert refused(zipped(parts)).slug == "input-damaged"


def test_macros_are_told_of_and_not_run() -> None:
    parts = parts_of(article()) | {"word/vbaProject.bin": b"x"}
    assert "holds macros, which were not run" in read(zipped(parts)).notes
