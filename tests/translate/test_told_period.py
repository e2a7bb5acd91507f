"""The model is told quarters, semesters and centuries in the words that it knows."""

from __future__ import annotations

import pytest

from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Span, Term
from translate.engines.argos import open_engine
from translate.model import HitResult, Outcome, Rung
from translate.pin import Pinned
from translate.pin.ladder import Ladder
from translate.portion import decoded
from translate.told.period import counted

MATCHER = Matcher(Glossary((Term("laba", "earnings"), Term("kuartal IV", "4Q"))))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("pada kuartal IV 2025", "pada kuartal keempat 2025"),
        ("Kuartal I tahun ini", "kuartal pertama tahun ini"),
        ("Triwulan keempat ditutup.", "triwulan keempat ditutup."),
        ("Pada Kuartal IV laba naik", "Pada kuartal keempat laba naik"),
        ("triwulan-IV/2025", "triwulan keempat/2025"),
        ("semester V", "semester kelima"),
        ("kuartal ke-4", "kuartal keempat"),
        ("kuartal 4 2025", "kuartal keempat 2025"),
        ("kuartal 4 tahun ini", "kuartal keempat tahun ini"),
        ("kuartal I dan II", "kuartal pertama dan kuartal kedua"),
        ("abad XIX", "abad ke-19"),
        ("abad kesembilan belas", "abad ke-19"),
        ("abad VII dan abad X", "abad ke-7 dan abad ke-10"),
        ("Laba Bank Daerah Naik Pada Kuartal IV", "Laba Bank Daerah Naik Pada Kuartal Keempat"),
        ("LABA BANK NAIK PADA KUARTAL IV", "LABA BANK NAIK PADA KUARTAL KEEMPAT"),
    ],
)
def test_the_number_of_a_period_is_told_as_the_model_knows_it(text: str, told: str) -> None:
    assert counted(text, (), "id").text == told


@pytest.mark.parametrize(
    "text",
    [
        "kuartal keempat",
        "abad ke-19",
        "Q4 2025",
        "tiap kuartal 4 toko ditutup",  # four shops
        "semester XX",  # no word for it
        "perempat final IV",
        "setengah abad",
        "Raja Henry VIII",
    ],
)
def test_what_is_told_so_or_is_not_certain_stays(text: str) -> None:
    assert counted(text, (), "id").text == text


def test_a_language_whose_periods_are_unknown_is_left_alone() -> None:
    assert counted("kuartal IV", (), "de").text == counted("kuartal IV", (), "xx").text
    assert counted("IV quarter", (), "en").text == "IV quarter"


def test_terms_stay_and_are_found_in_their_places() -> None:
    text = "Pada kuartal IV dan kuartal III laba naik."
    hits = MATCHER.hits(text)
    found = counted(text, hits, "id")
    assert found.text == "Pada kuartal IV dan kuartal ketiga laba naik."
    assert [hit.span.of(found.text) for hit in found.hits] == ["kuartal IV", "laba"]
    rows = tuple(HitResult(hit, Outcome.PINNED, Rung.FREE, Span(0, 2)) for hit in found.hits)
    made = found.restored(Pinned("4Q", -1.0, rows, cut=False))
    assert [row.hit for row in made.results] == list(hits)


@pytest.mark.parametrize(
    ("text", "target", "restored"),
    [
        (
            "Triwulan IV sulit.",
            "the fourth quarter is difficult.",
            "The fourth quarter is difficult.",
        ),
        ("pada triwulan IV", "in the fourth quarter", "in the fourth quarter"),
        ("Kuartal I: iPhone.", "iPhone in the first quarter.", "iPhone in the first quarter."),
    ],
)
def test_the_first_letter_is_as_large_as_in_the_source(
    text: str, target: str, restored: str
) -> None:
    hits = Matcher(Glossary((Term("iPhone", "iPhone"),))).hits(text)
    found = counted(text, hits, "id")
    rows = tuple(HitResult(hit, Outcome.PINNED, Rung.FREE, Span(0, 6)) for hit in found.hits)
    assert found.restored(Pinned(target, -1.0, rows, cut=False)).target == restored


@pytest.mark.model
def test_the_model_knows_which_quarter_is_meant() -> None:
    texts = ["Ekspor tumbuh 6 persen pada kuartal IV 2025.", "Candi itu dibangun pada abad XIX."]
    tasks = [(text, ()) for text in texts]
    one, other = decoded(tasks, open_engine("id", "en"), 4, Ladder(()), lambda phase, count: None)
    assert "fourth quarter of 2025" in one.target
    assert "19th century" in other.target
    (third,) = decoded(
        [("Triwulan IV ditutup dengan kerugian.", ())],
        open_engine("id", "en"),
        4,
        Ladder(()),
        lambda phase, count: None,
    )
    assert third.target.startswith("The fourth quarter")
