"""The text of a saved page: by its byte order mark, as UTF-8, as it declares, or by a guess."""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes
from email.message import Message

from translate.languages import Language
from translate.readers.decode import Decoded, decode

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes; browsers look no further for a declaration either
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What browsers take these names for (WHATWG Encoding Standard, "names and labels").
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
_ARCHIVE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}?mime-version:", re.IGNORECASE)
_OURS = {"cp1252": "windows-1252"}


def page_text(raw: bytes, language: Language) -> Decoded:
    """The markup of a page; of an MHTML archive, that of its first HTML part."""
    declared = ""
    if raw[:20].lstrip()[:1] != b"<" and _ARCHIVE.match(raw[:20_000].replace(b"\r\n", b"\n")):
        raw, declared = _unpacked(raw)
    if raw.startswith(_MARKS):
        return decode(raw, language)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _as_declared(raw, declared or _declared(raw)) or decode(raw, language)


def _unpacked(raw: bytes) -> tuple[bytes, str]:
    """The first HTML part of a MIME archive and its charset; `raw` itself if there is none."""
    part: Message
    for part in message_from_bytes(raw).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return content, part.get_content_charset() or ""
    return raw, ""


def _declared(raw: bytes) -> str:
    found = _DECLARED.search(raw[:_HEAD])
    return (found[1] or found[2]).decode("ascii").lower() if found else ""


def _as_declared(raw: bytes, name: str) -> Decoded | None:
    name = _ALIASES.get(name, name)
    try:
        codec = codecs.lookup(name)
        if name in ("utf-8", "utf8") or not codec._is_text_encoding:
            return None
        return Decoded(raw.decode(name), _OURS.get(codec.name, codec.name))
    except (LookupError, ValueError):  # unknown, or not what it says it is
        return None
