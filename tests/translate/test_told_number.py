"""The number of a list item goes around the model, and terms stay where they are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Span, Term
from translate.engines import Candidate, Decoding, Progress
from translate.engines.argos import open_engine
from translate.engines.echo import EchoEngine
from translate.pin.ladder import Ladder
from translate.portion import decoded
from translate.told.number import without_number

MATCHER = Matcher(
    Glossary((Term("Selat Merak", "Merak Strait"), Term("4. Divisi", "4th Division")))
)


class Hears(EchoEngine):
    """Translates one word, and keeps what it was told."""

    def __init__(self) -> None:
        super().__init__("id", "en")
        self.told: list[str] = []

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        self.told += texts
        return [[Candidate(text.replace("Selat Merak", "Merak Strait"), -1.0)] for text in texts]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1. 4 unit mobil", "1. "),
        ("12)  Telepon genggam", "12)  "),
        ("a. laut", "a. "),
        ("C) Laut", "C) "),
        ("IV. Penutup", "IV. "),
        ("(2) Kapal wajib melapor.", "(2) "),
        ("(a) laut", "(a) "),
        ("1.2 Tujuan", "1.2 "),
        ("2.1.3. Tujuan", "2.1.3. "),
        ("1.2 juta orang", ""),
        ("06.00 Rapat", ""),
        ("(Laut) itu", ""),
        ("(2026) Tahun itu", ""),
        ("A. Yani pergi.", ""),
        ("I. Pendahuluan", ""),
        ("1. 500 tentara ikut.", ""),
        ("1.500 tentara ikut.", ""),
        ("2024. Tahun itu", ""),
        ("1.", ""),
        ("Pasal 1. Laut", ""),
    ],
)
def test_what_is_a_number(text: str, number: str) -> None:
    found = without_number(text, ())
    assert (found.number, found.text) == (number, text[len(number) :])


def test_the_model_never_sees_it_and_the_term_is_found_behind_it() -> None:
    text = "2. Di Selat Merak."
    engine = Hears()
    (made,) = decoded(
        [(text, MATCHER.hits(text))], engine, 1, Ladder(()), lambda phase, count: None
    )
    assert engine.told == ["Di Selat Merak."]
    assert made.target == "2. Di Merak Strait."
    assert made.results[0].hit == MATCHER.hits(text)[0]
    assert made.results[0].span == Span(6, 18)


def test_a_term_that_begins_with_a_number_keeps_it() -> None:
    text = "4. Divisi bergerak."
    found = without_number(text, MATCHER.hits(text))
    assert (found.number, found.hits) == ("", MATCHER.hits(text))


@pytest.mark.model
def test_an_item_reads_as_its_sentence_alone() -> None:
    sentence = "4 mobil disita polisi."
    tasks = [(mark + sentence, ()) for mark in ("", "1. ", "a. ", "b) ")]
    made = decoded(tasks, open_engine("id", "en"), 4, Ladder(()), lambda phase, count: None)
    alone = made[0].target
    assert [one.target for one in made[1:]] == [m + alone for m in ("1. ", "a. ", "b) ")]
