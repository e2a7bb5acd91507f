"""Sound files to start from, small ones: what is read often is damaged often."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from html import escape
from io import BytesIO
from pathlib import Path

import docx
from lxml import etree
from openpyxl import Workbook

from exports.docx import DocxExporter
from glossary.packed import DAMAGE
from glossary.store import merge
from translate import pipeline, registry
from translate.bundle.create import create, gather
from translate.bundle.record import NAME, Entry, written
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.look import Arrangement, Columns, Look, Rows
from translate.memory.unit import MemoryUnit
from translate.model import Bitext
from translate.readers import reader_for
from translate.settings import Settings

ROOT = Path(__file__).parent.parent.parent
LINES = (
    "Harga Beras Naik Lagi",
    "JAKARTA, 14 Maret 2026 - Harga beras naik 2,5 persen, kata Siti Aminah, S.E., M.Si.",
    "“Stok cukup,” ujarnya. Badan Pangan (BP) menyebut Rp 1,5 triliun pada pk. 14.30 WIB.",
    "Baca juga: Petani Menanti Pupuk",
)
ARTICLE = "\n\n".join(LINES).encode()
TERMS = (
    b"source,target,acr_source,acr_target,status,note\n"
    b"Badan Pangan,Food Agency,BP,FA,preferred,\n"
    b"beras|padi,rice,,,preferred,sehari-hari\n"
    b"Siti Aminah,,,,dnt,\n"
    b"stok,supply,,,forbidden,\n"
)
MARKDOWN = (
    b"---\ntitle: Beras\ndate: 2026-03-14\n---\n# Beras\n\n> kutipan *miring* `kode`\n\n- **a**\n"
    b"  1. b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[tautan](https://x.example) ![g](g.png)\n\n"
)
UNITS = [
    MemoryUnit("id", "en", "Beras naik.", "Rice rose.", "Sari", "2025-03-03T09:15:00Z", ("echo",)),
    MemoryUnit("id", "en", "Stok “cukup”.", "Stock is “enough”.", note="ya"),
]
SRX = b"""<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes"
cascade="yes"/><body><languagerules><languagerule languagerulename="Indonesian">
<rule break="no"><beforebreak>\\b(Dr|No)\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
<rule break="yes"><beforebreak>[.?!]+</beforebreak><afterbreak>\\s+\\Q\\E</afterbreak></rule>
</languagerule></languagerules><maprules><languagemap languagepattern="(ID|id).*"
languagerulename="Indonesian"/></maprules></body></srx>"""
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def of_repository(*patterns: str) -> list[bytes]:
    """Files of the tests that fit these patterns, the larger ones left out."""
    found = (path for pattern in patterns for path in sorted(ROOT.glob(pattern)))
    return [path.read_bytes() for path in found if path.stat().st_size < 20_000]


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A packed file of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def word() -> bytes:
    """A Word document of a few kilobytes: text, a list, a table, and styles."""
    made = docx.Document()
    made.add_heading(LINES[0], 0)
    for line in LINES[1:]:
        made.add_paragraph(line).add_run(" tebal").bold = True
    made.add_paragraph("butir", style="List Bullet")
    made.add_table(2, 2).cell(0, 0).text = "Beras"
    made.add_comment(made.paragraphs[1].runs, "catatan", "Sari")
    out = BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as archive:
        kept = [n for n in archive.namelist() if not n.startswith(("docProps/th", "customXml"))]
        parts = {name: archive.read(name).decode() for name in kept if "Effects" not in name}
    parts["word/styles.xml"] = _fewer(parts["word/styles.xml"])
    return packed(parts)


def _fewer(styles: str) -> str:
    """The styles that the document uses, of the hundreds that come with one."""
    root = etree.fromstring(styles.encode(), etree.XMLParser(remove_blank_text=True))
    used = {"Normal", "Title", "ListBullet", "DefaultParagraphFont", "TableNormal"}
    for style in list(root):
        id = next((v for k, v in style.attrib.items() if k.endswith("}styleId")), None)
        if style.tag.endswith(("}latentStyles", "}style")) and id not in used:
            root.remove(style)
    return etree.tostring(root).decode()


def odt() -> bytes:
    """An OpenDocument text with a table, a list, a note and formatting."""
    spaces = " ".join(
        f'xmlns:{n}="{ODF}:{n}:1.0"' for n in ("office", "text", "table", "style", "draw")
    )
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in LINES)
    body = (
        f'<text:h text:outline-level="1">Beras</text:h>{lines}<text:list><text:list-item>'
        "<text:p>butir<text:s text:c='3'/><text:tab/>x<text:line-break/></text:p></text:list-item>"
        "</text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p>"
        "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
        '<text:p><text:span text:style-name="T1">tebal</text:span><text:note><text:note-body>'
        "<text:p>kaki</text:p></text:note-body></text:note></text:p>"
    )
    content = (
        f'<office:document-content {spaces} xmlns:fo="{ODF}:xsl-fo-compatible:1.0">'
        '<office:automatic-styles><style:style style:name="T1" style:family="text">'
        '<style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf() -> bytes:
    """The article in RTF, with formatting, a table and a note."""
    lines = "".join(rf"\pard {_escaped(line)}\par " for line in LINES)
    table = r"\trowd\cellx2000\cellx4000\intbl a\cell b\cell\row\pard "
    note = r"{\b tebal} {\i miring}{\footnote kaki}\par "
    return rf"{{\rtf1\ansi\deff0{{\fonttbl{{\f0 Serif;}}}}{lines}{table}{note}}}".encode()


def _escaped(text: str) -> str:
    return "".join(c if c.isascii() else rf"\u{ord(c)}?" for c in text)


def old_word() -> Iterable[bytes]:
    """The same as an old Word file, where there is a LibreOffice to make one."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        (room / "x.rtf").write_bytes(rtf())
        profile = f"-env:UserInstallation={(room / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "doc", "--outdir", name]
        subprocess.run([*command, str(room / "x.rtf")], check=True, capture_output=True)
        yield (room / "x.doc").read_bytes()


def epub() -> bytes:
    """An e-book of two chapters."""
    page = "<html><body><h1>Bab</h1>%s</body></html>"
    pages = page % "".join(f"<p>{escape(line)}</p>" for line in LINES)
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>Beras</dc:title><dc:creator>Sari</dc:creator></metadata><manifest>"
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="b"/><itemref idref="a"/></spine></package>'
    )
    box = '<container><rootfiles><rootfile full-path="isi/buku.opf"/></rootfiles></container>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": box,
            "isi/buku.opf": book,
            "isi/a.xhtml": pages,
            "isi/b.xhtml": page % "<p>tamat</p>",
        }
    )


def workbook(text: bytes = TERMS) -> bytes:
    """A term list as a workbook."""
    book = Workbook()
    for line in text.decode().splitlines():
        book.active.append(line.split(","))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def units() -> list[bytes]:
    """The memory's units in each format that they can be exchanged in."""
    names = registry.names(registry.EXCHANGES)
    return [registry.load(registry.EXCHANGES, name)().write(UNITS) for name in names]


def run() -> Bitext:
    """A short article, translated by the engine that copies."""
    reader = reader_for(".txt")
    assert reader is not None
    language = load_language("id")
    (made,) = pipeline.translate(
        [reader.read(ARTICLE, "artikel.txt", language)],
        engine=EchoEngine("id", "en"),
        glossary=merge([]),
        language=language,
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
    )
    return made


def exported(bitext: Bitext, *names: str) -> list[bytes]:
    """A run in these formats."""
    return [registry.load(registry.EXPORTERS, name)().render(bitext) for name in names]


def reviews(bitext: Bitext) -> Iterable[bytes]:
    """Review documents of three looks."""
    yield DocxExporter().render(bitext)
    looks = (Look(Columns.SIMPLE, Rows.SENTENCE), Look(arrangement=Arrangement.STACKED))
    for look in looks:
        yield DocxExporter().dressed(look).render(bitext)


def bundle() -> bytes:
    """A bundle of two term lists and settings."""
    with tempfile.TemporaryDirectory() as room:
        lists = [Path(room) / "a" / "terms.csv", Path(room) / "b" / "terms.csv"]
        for path in lists:
            path.parent.mkdir()
            path.write_bytes(TERMS)
        settings = Settings(glossary=tuple(map(str, lists)), beam=6, columns="simple")
        path = Path(room) / "x.bundle"
        create(path, gather(settings, []), program="dwibahasa", force=False)
        return path.read_bytes()


def vouched(raw: bytes) -> bytes:
    """A bundle whose record says the truth about what is in it now, if it can be unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()[1:]}
    except DAMAGE:
        return raw
    entries = [Entry(n, len(d), hashlib.sha256(d).hexdigest()) for n, d in parts.items()]
    return packed({NAME: written("dwibahasa", entries), **parts})


def package() -> bytes:
    """An Argos package of empty files."""
    about = '{"from_code": "id", "to_code": "en", "package_version": "1.0", "type": "translate"}'
    files = ("model/model.bin", "model/config.json", "sentencepiece.model")
    return packed({"x/metadata.json": about} | {f"x/{name}": "{}" for name in files})
