"""A number told in figures and in words goes through the model in figures, and comes out twice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Span, Term
from translate.checks.quantities import read, spelled
from translate.engines import Candidate, Decoding, Progress
from translate.engines.argos import open_engine
from translate.engines.echo import EchoEngine
from translate.model import Outcome
from translate.pin import Pinned
from translate.pin.ladder import Ladder
from translate.portion import decoded
from translate.told.twice import told_once

PAIR = ("id", "en")
MATCHER = Matcher(Glossary((Term("hari kerja", "working days"), Term("3 (tiga)", "three"))))


class Says(EchoEngine):
    """Answers every sentence with the same words, and keeps what it was told."""

    def __init__(self, answer: str) -> None:
        super().__init__("id", "en")
        self.answer = answer
        self.told: list[str] = []

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        self.told += texts
        return [[Candidate(self.answer, -1.0)] for _ in texts]


@pytest.mark.parametrize(
    ("text", "once", "values"),
    [
        ("paling lambat 7 (tujuh) hari", "paling lambat 7 hari", (7,)),
        ("4 (empat) mobil, 12(dua belas) motor", "4 mobil, 12 motor", (4, 12)),
        ("1.250 (seribu dua ratus lima puluh) jiwa", "1.250 jiwa", (1250,)),
        ("30 juta (Tiga Puluh Juta) orang", "30 juta orang", (30_000_000,)),
        ("denda Rp50.000,00 (lima puluh ribu rupiah).", "denda Rp50.000,00.", (50_000,)),
        ("denda Rp50.000 (lima puluh ribu yen).", "denda Rp50.000 (lima puluh ribu yen).", ()),
        ("7 (tujuh kapal)", "7 (tujuh kapal)", ()),
        ("pasal 7 (delapan) ayat", "pasal 7 (delapan) ayat", ()),  # whichever is meant
        ("7 (tujuh hari) kerja", "7 (tujuh hari) kerja", ()),
        ("tujuh (tujuh) hari", "tujuh (tujuh) hari", ()),
        ("7 hari (tujuh)", "7 hari (tujuh)", ()),
        ("7 (VII) orang", "7 (VII) orang", ()),
    ],
)
def test_only_words_that_say_what_the_figures_say_are_taken_out(
    text: str, once: str, values: tuple[int, ...]
) -> None:
    found = told_once(text, (), PAIR)
    assert (found.text, tuple(one.value for one in found.told)) == (once, values)


def test_a_language_that_does_not_spell_numbers_keeps_them() -> None:
    assert told_once("7 (tujuh) hari", (), ("id", "de")).text == "7 (tujuh) hari"


def test_a_term_may_hold_them() -> None:
    text = "Dalam 3 (tiga) tahap."
    assert told_once(text, MATCHER.hits(text), PAIR).text == text


def test_the_words_stand_behind_the_figures_and_the_term_stays_in_its_place() -> None:
    text = "1. Batas 4 (empat) kali dan 7 (tujuh) hari kerja."
    engine = Says("The limit is 4 times and 7 working days.")
    hits = MATCHER.hits(text)
    (made,) = decoded([(text, hits)], engine, 1, Ladder(()), lambda phase, count: None)
    assert engine.told == ["Batas 4 kali dan 7 hari kerja."]
    assert made.target == "1. The limit is 4 (four) times and 7 (seven) working days."
    (result,) = made.results
    assert (result.hit, result.outcome) == (hits[0], Outcome.PINNED)
    assert result.span is not None
    assert result.span.of(made.target) == "working days"


@pytest.mark.parametrize("target", ["Seven days.", "It took a week.", "It took 70 days."])
def test_words_without_their_figures_are_not_written(target: str) -> None:
    found = told_once("7 (tujuh) hari", (), PAIR)
    made = Pinned(target, -1.0, (), cut=False)
    assert found.restored(made) == made


def test_a_unit_that_both_languages_name_alike_stays_behind_the_words() -> None:
    found = told_once("Denda Rp5 miliar (Lima Miliar Rupiah).", (), PAIR)
    made = found.restored(Pinned("A fine of Rp 5 billion.", -1.0, (), cut=False))
    assert made.target == "A fine of Rp 5 billion (five billion rupiah)."


def test_the_second_of_two_equal_numbers_gets_its_words_too() -> None:
    found = told_once("1 (satu) kali dalam 1 (satu) tahun", (), PAIR)
    made = found.restored(Pinned("1 time in 1 year", -1.0, (), cut=False))
    assert made.target == "1 (one) time in 1 (one) year"


@pytest.mark.parametrize("value", [*range(130), 999, 1000, 21_019, 1_000_001, 987_654_321_012_345])
def test_what_is_spelled_reads_as_what_it_was(value: int) -> None:
    (found,) = read(f"about {spelled(value, 'en')} people", "en")
    assert value in found.of("n")


def test_what_cannot_be_spelled() -> None:
    assert spelled(7, "de") == spelled(7, "xx") == spelled(-1, "en") == spelled(10**15, "en") == ""


@pytest.mark.model
def test_the_model_is_not_thrown_off() -> None:
    task = ("Polisi menyita 4 (empat) unit mobil.", ())
    (made,) = decoded([task], open_engine(*PAIR), 4, Ladder(()), lambda phase, count: None)
    assert "4 (four)" in made.target
    assert "empat" not in made.target


def test_spans_are_those_of_the_sentence_as_it_stands() -> None:
    text = "Dalam 7 (tujuh) hari kerja."
    found = told_once(text, MATCHER.hits(text), PAIR)
    assert [hit.span for hit in found.hits] == [Span(8, 18)]
    assert found.hits[0].span.of(found.text) == "hari kerja"
