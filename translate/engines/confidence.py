"""How sure a model was: bands of its scores, calibrated once a package, kept beside its metadata.

The file ``confidence.json`` names the weights that it was made for; other weights have no bands.
``benchmarks/confidence`` makes it anew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from translate.model import Band

__all__ = ["FILE", "Bands", "Calibrated", "load_bands"]

FILE = "confidence.json"
_MOST_BYTES = 65_536


@dataclass(frozen=True, slots=True)
class Bands:
    """Scores (mean log-probability per token) below `low` and from `high` on."""

    low: float
    high: float

    def of(self, score: float) -> Band:
        """The band of a score."""
        if score < self.low:
            return Band.LOW
        return Band.HIGH if score >= self.high else Band.MEDIUM


@runtime_checkable
class Calibrated(Protocol):
    """What an engine may know besides: the bands of its scores, or None."""

    bands: Bands | None


def load_bands(folder: Path, fingerprint: str) -> Bands | None:
    """The bands of a package; None without a calibration, or with one for other weights.

    A calibration that makes no sense is as good as none: it must not stop a translation.
    """
    path = folder / FILE
    if not path.is_file() or path.stat().st_size > _MOST_BYTES:
        return None
    try:
        data: Any = json.loads(path.read_bytes())
        known = str(data["model"]) == fingerprint
        bands = Bands(float(data["low"]["below"]), float(data["high"]["from"]))
    except (ValueError, KeyError, TypeError, OSError, OverflowError, RecursionError):
        return None
    return bands if known and bands.low <= bands.high else None
