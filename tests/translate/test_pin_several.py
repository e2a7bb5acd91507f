"""Nouns that the source counts are asked in the plural; the results are those of the hits."""

from __future__ import annotations

import pytest

from glossary.forms import forms_of
from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Term
from translate.engines import Decoding
from translate.engines.argos import open_engine
from translate.model import Outcome
from translate.pin import Draft, pin
from translate.pin.calibration import ladder_of
from translate.pin.several import asked

PAIR = ("id", "en")
MATCHER = Matcher(
    Glossary(
        (
            Term("balai warga", "community hall", pos="noun"),
            Term("kapal cepat", "fast craft", pos="noun"),
            Term("rumah adat", "traditional house"),
            Term("uang pelicin", "kickbacks", pos="noun"),
        )
    ),
    forms_of("id"),
)


def wanted(source: str) -> list[str]:
    return [hit.wanted for hit in asked(source, MATCHER.hits(source), PAIR)]


@pytest.mark.parametrize(
    "source",
    [
        "Dua balai warga rusak.",
        "Ada 12 balai warga.",
        "Kedua balai warga rusak.",
        "Ratusan balai warga rusak.",
        "Tiga buah balai warga rusak.",
        "Beberapa balai warga rusak.",
        "Sejumlah balai warga rusak.",
        "Berbagai  balai warga rusak.",
        "Para balai warga rusak.",
        "Balai-balai warga rusak: balai-balai warga itu.",
        "Pemerintah membangun 1.200 balai warga.",
    ],
)
def test_a_noun_that_is_counted_is_asked_in_the_plural(source: str) -> None:
    assert wanted(source)[-1] == "community halls"


@pytest.mark.parametrize(
    "source",
    [
        "Balai warga itu rusak.",
        "Satu balai warga rusak.",
        "Sebuah balai warga rusak.",
        "Setengah balai warga rusak.",
        "Dua pintu balai warga rusak.",
        "Pada 2025 balai warga rusak.",
        "Sebanyak 12 kg balai warga.",
        "Usai banjir, Covid-19 balai warga.",
        "Pengurus RT 5 balai warga.",
        "Banyak balai warga rusak.",  # of what nobody counts it says much
    ],
)
def test_what_is_not_counted_for_sure_is_asked_as_it_is(source: str) -> None:
    assert wanted(source) == ["community hall"]


def test_only_what_may_come_in_the_plural_and_has_another_one() -> None:
    source = "Dua kapal cepat, dua rumah adat, dua uang pelicin."
    assert wanted(source) == ["fast craft", "traditional house", "kickbacks"]


def test_the_singular_will_do_as_well() -> None:
    source = "Dua balai warga."
    (hit,) = asked(source, MATCHER.hits(source), PAIR)
    assert (hit.wanted, hit.accepted) == ("community halls", ("community hall",))


@pytest.mark.model
def test_the_sentence_agrees_with_the_plural() -> None:
    engine = open_engine(*PAIR)
    sources = ["Pemerintah mendukung 12 balai warga di Sumatra.", "Sejumlah balai warga menolak."]
    free = [answer[0] for answer in engine.translate(sources, Decoding(4, 1))]
    hits = [MATCHER.hits(source) for source in sources]
    drafts = [Draft(*each) for each in zip(sources, hits, free, strict=True)]
    found = pin(drafts, engine, ladder=ladder_of(engine))
    assert all("community halls" in each.target for each in found)
    for each, (hit,) in zip(found, hits, strict=True):
        (result,) = each.results
        assert (result.hit, result.outcome) == (hit, Outcome.PINNED)
