"""What makes a page an organisation's own: colours, fonts, sizes, logo, name, footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

__all__ = ["COLOURS", "CONTRAST", "Logo", "Theme", "Tint", "contrast", "weak"]

CONTRAST = 4.5
"""What WCAG 2 wants between a text and its ground (1.4.3, level AA)."""


class Tint(StrEnum):
    """What a colour is for."""

    INK = "ink"
    MUTED = "muted"
    ACCENT = "accent"
    TERM = "term"
    ERROR = "error"
    WARNING = "warning"
    PAPER = "paper"
    BAND = "band"
    MARGIN = "margin"
    WARNING_GROUND = "warning-ground"
    ERROR_GROUND = "error-ground"
    RULE = "rule"


COLOURS: Mapping[str, str] = MappingProxyType(
    {
        Tint.INK: "1F2933",
        Tint.MUTED: "566270",
        Tint.ACCENT: "1D4E6B",
        Tint.TERM: "1D6FA5",
        Tint.ERROR: "9B1C1C",
        Tint.WARNING: "7A4B00",
        Tint.PAPER: "FFFFFF",
        Tint.BAND: "E9EFF4",
        Tint.MARGIN: "F6F8FA",
        Tint.WARNING_GROUND: "FCEFD2",
        Tint.ERROR_GROUND: "FBE3E1",
        Tint.RULE: "C3CCD5",
    }
)
_GROUNDS = (Tint.PAPER, Tint.BAND, Tint.MARGIN, Tint.ERROR_GROUND)
_PAIRS = (
    *((text, ground) for text in (Tint.INK, Tint.MUTED, Tint.ACCENT) for ground in _GROUNDS),
    *((Tint.ERROR, ground) for ground in _GROUNDS),
    (Tint.TERM, Tint.PAPER),
    (Tint.WARNING, Tint.WARNING_GROUND),
    (Tint.PAPER, Tint.ACCENT),
    (Tint.PAPER, Tint.ERROR),
)


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture: its bytes, "png" or "jpeg", and its size in pixels."""

    data: bytes
    form: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as RRGGBB by what they are for, fonts by name ("" = chosen), sizes in points."""

    colours: Mapping[str, str] = field(default_factory=lambda: COLOURS)
    font: str = "Calibri"
    headings: str = ""
    east_asian: str = ""
    complex_script: str = ""
    text: float = 10
    headline: float = 20
    organisation: str = ""
    footer: str = ""
    logo: Logo | None = None


def contrast(one: str, other: str) -> float:
    """The ratio between two colours as WCAG 2 defines it, between 1 and 21."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def weak(colours: Mapping[str, str]) -> Iterator[tuple[Tint, Tint, float]]:
    """Each text and ground that stand on each other with too little contrast, and the ratio."""
    for text, ground in _PAIRS:
        ratio = contrast(colours[text], colours[ground])
        if ratio < CONTRAST:
            yield text, ground, ratio
