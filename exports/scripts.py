"""What a script asks of a page: its direction, and fonts that have its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["fonts", "right_to_left", "upright", "words"]

# Kana, ideographs and their extensions; whatever else stands between blanks.
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORDS = re.compile(f"[{_IDEOGRAPHS}]|[^\\s{_IDEOGRAPHS}]+")
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_EAST_ASIAN = {
    "ja": "Yu Gothic",
    "ko": "Malgun Gothic",
    "zh": "Microsoft YaHei",
    "zh-hant": "Microsoft JhengHei",
    "zh-tw": "Microsoft JhengHei",
    "zh-hk": "Microsoft JhengHei",
    "zt": "Microsoft JhengHei",  # so Argos calls traditional Chinese
}
_COMPLEX = {
    "bn": "Nirmala UI",
    "hi": "Nirmala UI",
    "km": "Leelawadee UI",
    "lo": "Leelawadee UI",
    "ta": "Nirmala UI",
    "th": "Leelawadee UI",
}


def right_to_left(lang: str) -> bool:
    """True for a language that is written from right to left."""
    return lang.replace("_", "-").partition("-")[0].lower() in _RIGHT_TO_LEFT


def upright(lang: str) -> bool:
    """True for a language whose letters are never slanted."""
    return lang.replace("_", "-").partition("-")[0].lower() in ("ja", "ko", "zh", "zt")


def words(text: str) -> int:
    """How many words a text has; each Chinese or Japanese character is one, as Word counts."""
    return len(_WORDS.findall(text))


def fonts(langs: Iterable[str]) -> tuple[str, str]:
    """An East Asian and a complex-script font for texts in these languages; the first one wins."""
    east, complex_ = "Microsoft YaHei", "Arial"
    for lang in reversed(list(langs)):
        code = lang.replace("_", "-").lower()
        base = code.partition("-")[0]
        east = _EAST_ASIAN.get(code) or _EAST_ASIAN.get(base) or east
        complex_ = _COMPLEX.get(base) or complex_
    return east, complex_
