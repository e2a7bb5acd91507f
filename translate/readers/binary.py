"""Recognises files that are no text, whatever their name says, and tells what they look like."""

from __future__ import annotations

import codecs
import re

from translate.errors import InputError
from translate.readers.decode import wide_encoding

_SAVE = "Open it in its own program, save it as plain text (.txt), and translate that file."
_IMAGE = "Type or recognise (OCR) its text first, and save it as plain text (.txt)."
_OLD = "If it is of Word, give its name the ending .doc; else save it as plain text (.txt)."
_UNPACK = "Unpack it first, and translate the text file inside."
_ANYTHING = "Check that it is the right file; an article must be plain text or Markdown."

_SIGNATURES = (
    (b"%PDF-", "a PDF document", _SAVE),
    (b"{\\rtf", "an RTF document", "Give its name the ending .rtf."),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word or Office document",
        "If it is of Word, give its name the ending .doc.",
    ),
    (b"\xff\xd8\xff", "a JPEG picture", _IMAGE),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _IMAGE),
    (b"GIF8", "a GIF picture", _IMAGE),
    (b"II*\x00", "a TIFF picture", _IMAGE),
    (b"MM\x00*", "a TIFF picture", _IMAGE),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"SQLite format 3\x00", "an SQLite database", _ANYTHING),
    (b"\x7fELF", "a program", _ANYTHING),
)
_OFFICE = (  # names at the beginning of a zip archive
    (b"word/", "a Word document (DOCX)"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"xl/", "an Excel workbook"),
    (b"application/epub", "an e-book (EPUB)"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)"),
    (b"[Content_Types].xml", "an Office document (DOCX, XLSX or PPTX)"),
)
_READ_AS = {
    "a Word document (DOCX)": ".docx",
    "an e-book (EPUB)": ".epub",
    "an OpenDocument text (ODT)": ".odt",
}
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_UNICODE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_SAMPLE = 100_000
_MOST_BYTES = 0.05  # share of control characters that a text may have
_MOST = 0.2  # the same with characters that could not be decoded


def refuse_binary(raw: bytes, name: str, *, pages: bool = False) -> None:
    """Raise InputError if `raw` begins like a known format that is no text, or is full of zeros.

    A web page is refused unless `pages` says that one is expected.
    """
    for signature, kind, hint in _SIGNATURES:
        if raw.startswith(signature):
            raise _not_text(name, kind, hint)
    if raw.startswith(b"PK\x03\x04"):
        head = raw[:4096] + raw[-4096:]
        kind = next((kind for mark, kind in _OFFICE if mark in head), "")
        ending = _READ_AS.get(kind)
        hint = f"Give its name the ending {ending}." if ending else _SAVE if kind else _UNPACK
        raise _not_text(name, kind or "a zip archive", hint)
    if not pages and is_page(raw):
        raise _not_text(name, "a saved web page (HTML)", "Give its name the ending .html.")
    if raw.startswith(_UNICODE) or wide_encoding(raw):
        return
    sample = raw[:_SAMPLE]
    if len(_CONTROL_BYTES.findall(sample)) > _MOST_BYTES * len(sample):
        raise _not_text(name, "binary data", _ANYTHING)


def is_page(raw: bytes) -> bool:
    """True for what begins like a web page."""
    return _HTML.match(raw[:300]) is not None


def refuse_noise(text: str, name: str) -> None:
    """Raise InputError if `text`, once decoded, is too full of control characters to be text."""
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _MOST * len(sample):
        raise _not_text(name, "binary data", _ANYTHING)


def _not_text(name: str, kind: str, hint: str) -> InputError:
    return InputError(f"{name}: looks like {kind}, not like text.", hint=hint, slug="input-binary")
