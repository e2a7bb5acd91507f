"""Tells a PNG from a JPEG and reads its size, from the first bytes that say so."""

from __future__ import annotations

import struct

from translate.look.theme import Logo

__all__ = ["picture"]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_LARGEST = 20_000  # pixels of a side
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers that name the size
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length


def picture(data: bytes) -> Logo | None:
    """A picture of at most 20,000 pixels a side; None for what is neither PNG nor JPEG, or cut."""
    if data.startswith(_PNG) and data[12:16] == b"IHDR" and b"IEND" in data[-16:]:
        width, height = struct.unpack(">II", data[16:24])
        return _within(data, "png", width, height)
    if data.startswith(_JPEG) and b"\xff\xd9" in data[-64:]:
        size = _jpeg_size(data)
        return _within(data, "jpeg", *size) if size else None
    return None


def _within(data: bytes, form: str, width: int, height: int) -> Logo | None:
    fits = 0 < width <= _LARGEST and 0 < height <= _LARGEST
    return Logo(data, form, width, height) if fits else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the frame header (ITU T.81, B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + max(struct.unpack(">H", data[at + 2 : at + 4])[0], 2)
    return None
