"""OpenDocument texts and e-books made by hand, for readers to be tried on."""

from __future__ import annotations

from html import escape

from word_files import zipped

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)
LOOKS = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P1" style:parent-style-name="Title"/>'
)


def odt(body: str, more: dict[str, bytes] | None = None) -> bytes:
    """An OpenDocument text with this XML in its body; T1 is bold, P1 builds on Title."""
    content = (
        f'<office:document-content {SPACES} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{LOOKS}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": b"", "content.xml": content.encode()} | (more or {}))


def odt_of(paragraphs: list[str]) -> bytes:
    """An OpenDocument text of plain paragraphs."""
    return odt("".join(f"<text:p>{escape(text)}</text:p>" for text in paragraphs))


def epub(
    chapters: dict[str, str], *, title: str = "", more: dict[str, bytes] | None = None
) -> bytes:
    """An e-book of these pages by file name, in this order; its list of files goes backwards."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in reversed(list(enumerate(chapters)))
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    book = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata><dc:title>{title}</dc:title><dc:creator>Siti Aminah</dc:creator></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="isi/buku.opf"/></rootfiles></container>'
    pages = {
        f"isi/{name}": f"<html><body>{page}</body></html>".encode()
        for name, page in chapters.items()
    }
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "isi/buku.opf": book.encode(),
        }
        | pages
        | (more or {})
    )


def epub_of(paragraphs: list[str]) -> bytes:
    """An e-book of one chapter of plain paragraphs."""
    return epub({"a.xhtml": "".join(f"<p>{escape(text)}</p>" for text in paragraphs)})
