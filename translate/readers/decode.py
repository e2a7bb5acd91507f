"""Turns bytes into text and says what was assumed; a wrong guess is reported, never fatal."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from translate.languages import Language

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000  # bytes that a guess looks at
_FOREIGN = 0.2  # above this share of high bytes, a text is not of the language's usual alphabet
_NAMES = {"cp1252": "windows-1252"}
_HIGH = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read with, and notes on what was assumed or lost."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(raw: bytes, language: Language) -> Decoded:
    """The text of `raw`: by its byte order mark, as UTF-8, or by the best guess.

    Never fails: what cannot be decoded becomes U+FFFD and is counted in the notes.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _replacing(raw[len(mark) :], encoding)
    wide = wide_encoding(raw)
    if wide:
        return _noted(_replacing(raw, wide), f"read as {wide} (detected; no byte order mark)")
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _damaged(raw) or _guess(raw, language)


def _replacing(raw: bytes, encoding: str) -> Decoded:
    text = raw.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    note = f"{lost} damaged character{'s' * (lost > 1)} shown as \ufffd (read as {encoding})"
    return Decoded(text, encoding, (note,) if lost else ())


def wide_encoding(raw: bytes) -> str:
    """The UTF-16 of a text without a mark, or "".

    In Latin letters nearly every second byte of it is zero.
    """
    sample = raw[:2000]
    half = len(sample) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[offset::2].count(0), sample[1 - offset :: 2].count(0)
        if half > 4 and zeros > 0.8 * half and others == 0:
            return encoding
    return ""


def _damaged(raw: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, recognised by many more characters that are sound."""
    text = raw.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    sound = len(_HIGH.findall(raw)) - lost
    return _replacing(raw, "utf-8") if sound > 4 * lost else None


def _guess(raw: bytes, language: Language) -> Decoded:
    sample = raw[:_SAMPLE]
    if len(_HIGH.findall(sample)) < _FOREIGN * len(sample):
        for encoding in language.encodings:
            try:
                return _assumed(raw.decode(encoding), encoding)
            except UnicodeDecodeError:
                continue
    return _assumed(*_detected(raw, sample))


def _detected(raw: bytes, sample: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 – rare, and costs start-up time

    best = from_bytes(sample).best()
    encoding = best.encoding if best else "cp1252"
    return raw.decode(encoding, errors="replace"), encoding


def _assumed(text: str, encoding: str) -> Decoded:
    name = _NAMES.get(encoding, encoding)
    note = f"not UTF-8; read as {name} (detected; please check accents and quotation marks)"
    lost = text.count("\ufffd")
    more = (f"{lost} characters could not be read and are shown as \ufffd",) if lost else ()
    return Decoded(text, name, (note, *more))


def _noted(decoded: Decoded, note: str) -> Decoded:
    return Decoded(decoded.text, decoded.encoding, (note, *decoded.notes))
