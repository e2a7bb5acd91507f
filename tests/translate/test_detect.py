"""Telling languages apart by their function words."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.checks.names import ordinary_words
from translate.languages.detect import is_written_in, known_languages, language_of

PAIRS = Path(__file__).parents[2] / "benchmarks" / "data" / "news_id_en.tsv"
ROWS = [
    line.split("\t")[:2]
    for line in PAIRS.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
WORDS = ordinary_words("id")


def english(text: str) -> bool:
    return is_written_in(text, "en", "id", WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "The minister said in a statement that the road would be closed.",
        "“We will never give up on our people,” the minister said in a statement.",
        "WE WILL NOT LEAVE THE ISLAND WITHOUT THEM",
        "Residents of the village have to walk two hours to get clean water.",
    ],
)
def test_an_english_sentence_is_told(text: str) -> None:
    assert english(text)


@pytest.mark.parametrize(
    "text",
    [
        'Film "The Lord of the Rings: The Return of the King" tayang perdana.',
        "Ia menjabat Chief of the Defence Staff of the United Kingdom.",
        "The Straits Times dan The New York Times memberitakan hal itu.",
        "Tren work from home dan work from anywhere makin ramai di kota besar.",
        "Layanan one stop service for all buka setiap hari Senin.",
        "Ia kuliah di University of the Arts London, jurusan interior and spatial design.",
        '"This is the best thing that has happened to our village," tulisnya.',
        'Acara itu bertajuk "Building the future of the region together".',
        "Bank of the West",
        "Kazakhstan",
        "12.500",
        "",
    ],
)
def test_names_titles_and_loan_words_do_not_make_a_sentence_english(text: str) -> None:
    assert not english(text)


def test_no_indonesian_news_sentence_passes_as_english_and_most_english_ones_do() -> None:
    assert [source for source, _ in ROWS if english(source)] == []
    assert sum(english(target) for _, target in ROWS) >= 0.8 * len(ROWS)


def test_the_language_of_an_article_is_told_among_all() -> None:
    sources = [source for source, _ in ROWS[:60]]
    targets = [target for _, target in ROWS[:60]]
    assert language_of(sources, known_languages()) == "id"
    assert language_of(targets, known_languages()) == "en"
    assert language_of(sources, {"id", "en"}) == "id"


@pytest.mark.parametrize("texts", [[], ["Kazakhstan"], ["1 2 3 4"] * 30, ["Budi Siti Rahmat"] * 30])
def test_where_there_is_no_telling_there_is_no_answer(texts: list[str]) -> None:
    assert language_of(texts, known_languages()) is None


def test_a_language_that_is_not_asked_for_is_not_given() -> None:
    assert language_of([target for _, target in ROWS[:60]], {"id"}) is None
