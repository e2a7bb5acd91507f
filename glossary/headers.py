"""Headers that other programs and people write over two columns, so that none becomes an entry."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from glossary.formats.rows import Pair, base

_SOURCE = frozenset(
    (
        *("source", "src", "term", "terms", "istilah", "kata", "sumber", "asal", "original"),
        *("bahasa sumber", "teks sumber", "istilah sumber"),
        *("source term", "source text", "source language"),
    )
)
_TARGET = frozenset(
    (
        *("target", "tgt", "translation", "translations", "terjemahan", "padanan", "sasaran"),
        *("rendering", "bahasa sasaran", "target term", "target text", "target language"),
    )
)
_LANGUAGES = MappingProxyType(
    {
        "indonesian": "id", "indonesia": "id",
        "english": "en", "inggris": "en",
        "malay": "ms", "melayu": "ms",
        "javanese": "jv", "jawa": "jv",
        "dutch": "nl", "belanda": "nl",
        "french": "fr", "prancis": "fr",
        "german": "de", "jerman": "de",
        "spanish": "es", "spanyol": "es",
        "arabic": "ar", "arab": "ar",
        "chinese": "zh", "tionghoa": "zh", "mandarin": "zh",
        "japanese": "ja", "jepang": "ja",
        "thai": "th",
    }
)  # fmt: skip


def header_of(cells: Sequence[str], pair: Pair) -> tuple[str, str] | None:
    """The two columns that a first line names, in its order; None if it is an entry.

    It names them if one cell says source and the other target: by such a word, or by the name or
    the code of the pair's languages, such as “Indonesia,Inggris” or “en,id”.
    """
    roles = tuple(_role(cell, pair) for cell in cells[:2])
    if roles in (("source", "target"), ("target", "source")):
        return roles[0], roles[1]
    return None


def _role(cell: str, pair: Pair) -> str:
    words = cell.casefold().replace("_", " ").split()
    name = " ".join(words)
    if name in _SOURCE:
        return "source"
    if name in _TARGET:
        return "target"
    told = [_LANGUAGES.get(word, "") for word in words if word not in ("bahasa", "language")]
    code = told[0] if len(told) == 1 and told[0] else base(cell.strip())
    roles = {base(pair.target): "target", base(pair.source): "source"}
    return roles.get(code, "")
