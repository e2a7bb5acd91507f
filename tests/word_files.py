"""Word files made by python-docx and by hand, for readers and exporters to be tried on."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360f8cfc0000000030001"
    "5c0d0a2d0000000049454e44ae426082"
)


def bytes_of(word) -> bytes:
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def documents(paragraphs: list[str]) -> bytes:
    """A document of plain paragraphs."""
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    return bytes_of(word)


def link(paragraph, text: str, address: str) -> None:
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(address, RT.HYPERLINK, is_external=True))
    run = OxmlElement("w:r")
    run.text = text
    element.append(run)
    paragraph._p.append(element)


def article() -> bytes:
    """Headings, formatting, a link, lists, a quotation, a table, a header, a picture."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Rahasia dapur redaksi"
    word.add_heading("Warga Pulau Menolak Tambang", 0)
    word.add_heading("Rapat di balai desa", 1)
    first = word.add_paragraph("Warga ")
    first.add_run("menolak keras").bold = True
    first.add_run(" rencana itu. Mereka membaca ")
    link(first, "surat bupati", "https://contoh.example/surat")
    first.add_run(" dengan ")
    first.add_run("sangat teliti").italic = True
    first.add_run(".")
    word.add_paragraph("Kami tidak pernah diajak bicara.", style="Quote")
    word.add_paragraph("Air sungai keruh.", style="List Bullet")
    word.add_paragraph("Ikan berkurang.", style="List Bullet")
    table = word.add_table(2, 2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["Desa", "Warga", "Maju", "120"], strict=True
    ):
        cell.text = text
    word.add_paragraph("Gambar sungai.", style="Caption")
    return bytes_of(word)


def body(xml: str, *, notes: str = "") -> bytes:
    """A document whose body is this XML, without ``w:body`` around it."""
    word = docx.Document()
    main = word.element.body
    setup = main[-1]
    fragment = parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'm')} {MORE}>{xml}</w:body>")
    for child in list(fragment):
        setup.addprevious(child)
    data = bytes_of(word)
    return with_notes(data, notes) if notes else data


MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def with_notes(data: bytes, notes: str) -> bytes:
    """The same file with a part of footnotes, each ``w:footnote`` given as XML."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    parts = parts_of(data)
    parts["word/footnotes.xml"] = f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>".encode()
    types = parts["[Content_Types].xml"].decode()
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    parts["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    links = parts["word/_rels/document.xml.rels"].decode()
    relation = f'<Relationship Id="rIdF" Type="{RT.FOOTNOTES}" Target="footnotes.xml"/>'
    parts["word/_rels/document.xml.rels"] = links.replace(
        "</Relationships>", f"{relation}</Relationships>"
    ).encode()
    return zipped(parts)


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    result = BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return result.getvalue()
