"""What a script asks of a page: its direction, and fonts that have its letters."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["fonts", "right_to_left"]

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


def fonts(langs: Iterable[str]) -> tuple[str, str]:
    """An East Asian and a complex-script font for texts in these languages; the first one wins."""
    east, complex_ = "Microsoft YaHei", "Arial"
    for lang in reversed(list(langs)):
        code = lang.replace("_", "-").lower()
        base = code.partition("-")[0]
        east = _EAST_ASIAN.get(code) or _EAST_ASIAN.get(base) or east
        complex_ = _COMPLEX.get(base) or complex_
    return east, complex_
