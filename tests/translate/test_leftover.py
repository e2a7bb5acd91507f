"""Ordinary words that the model left in Indonesian are put into English by a list."""

from __future__ import annotations

import pytest

from glossary.term import Span
from translate.engines import Candidate
from translate.engines.echo import EchoEngine
from translate.languages.lists import lines_of
from translate.leftover import worded
from translate.repair import repair

PAIR = ("id", "en")


def right(source: str, target: str, *taken: Span) -> str:
    for place, text in worded(source, target, taken, PAIR):
        target = target[: place.start] + text + target[place.end :]
    return target


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Halte itu dipindahkan.", "The halte was moved.", "The bus stop was moved."),
        ("Ia melihat halte baru itu.", "He saw the new halte.", "He saw the new bus stop."),
        ("Beberapa halte rusak.", "Several halte are damaged.", "Several bus stops are damaged."),
        ("Ada 35 angkot di sana.", "There are 35 angkot.", "There are 35 public minivans."),
        ("Hanya 1 angkot tersisa.", "Only 1 angkot is left.", "Only 1 public minivan is left."),
        ("Ia di puskesmas.", "He is at puskesmas.", "He is at community health centers."),
        ("Banjir merendam sawah.", "Banjir flooded villages.", "Floods flooded villages."),
        ("Analis menduga.", "Analis expects it.", "Analyst expects it."),
        ("Biaya gen itu.", "Costs of gen changes.", "Costs of gene changes."),
        ("Ia minum alkohol.", "He drinks alkohol.", "He drinks alcohol."),
        ("Produser dan produser.", "A produser and the produser.", "A producer and the producer."),
    ],
)  # fmt: skip
def test_a_word_that_was_left_is_put_into_english(source: str, target: str, expected: str) -> None:
    assert right(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Camat dan lurah datang.", "The subdistrict head and camat came."),  # stands there already
        ("Kata Topan Wibowo kemarin.", "Topan Wibowo said with topan."),  # a name in the source
        ("Banjir merendam sawah.", "Banjir merendam sawah."),  # left as a whole
        ("Banjir itu merendam sawah, kata Budi.", "Banjir itu merendam sawah, said Budi."),
        ("Mereka memakai batik.", "They wear batik."),  # English, too
        ("Halte (perhentian bus) itu.", "The halte (a stop for buses)."),  # explained
        ("Banyak gardu dibangun.", "Many gardu were built."),  # a substation, or a sentry box
    ],
)
def test_what_is_not_certain_stays(source: str, target: str) -> None:
    assert right(source, target) == target


def test_the_rendering_of_a_term_stays() -> None:
    target = "The puskesmas was moved."
    assert right("Puskesmas itu dipindahkan.", target, Span(4, 13)) == target


def test_no_other_language_is_touched() -> None:
    assert not list(worded("Halte itu.", "Die halte.", (), ("id", "de")))


def test_a_word_of_the_list_costs_no_second_try() -> None:
    class Refuses(EchoEngine):
        def translate(self, *asked: object) -> list[list[Candidate]]:  # type: ignore[override]
            raise AssertionError(asked)

    free = [Candidate("The halte was moved.", -0.4)]
    (best,) = repair(["Halte itu dipindahkan."], [()], [free], Refuses("id", "en"))
    assert best == Candidate("The bus stop was moved.", -0.4)


def test_the_list_has_words_that_the_check_can_find() -> None:
    rows = [row.split("\t") for row in lines_of("id-en.left.tsv")]
    words = [row[0] for row in rows]
    assert words == sorted(set(words))
    assert all(len(row) in (2, 3) and all(row) for row in rows)
    assert set(words) <= set(lines_of("id.words.txt")) - set(lines_of("id-en.shared.txt"))
    assert not [row for row in rows if row[0] in row[1:]]
