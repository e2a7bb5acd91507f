"""Bands of confidence on the sentences of a run: high, medium, or low and flagged."""

from __future__ import annotations

from dataclasses import replace

from translate.checks.merge import merged
from translate.engines.confidence import Bands
from translate.model import Band, Bitext, Finding, Origin, Severity, Translation

__all__ = ["banded"]


def banded(bitext: Bitext, bands: Bands | None) -> Bitext:
    """The bitext with a band on every sentence that the model decoded; as it is without bands."""
    if bands is None:
        return bitext
    return replace(bitext, translations=tuple(_one(t, bands) for t in bitext.translations))


def _one(translation: Translation, bands: Bands) -> Translation:
    if translation.origin is not Origin.MACHINE or translation.score is None:
        return translation
    band = bands.of(translation.score)
    if band is not Band.LOW:
        return replace(translation, band=band)
    message = "The model was unsure of this sentence."
    doubt = Finding("confidence", Severity.INFO, message)
    found = merged((*translation.findings, doubt), translation.segment.text)
    return replace(translation, band=band, findings=found)
