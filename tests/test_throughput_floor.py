"""The engine needs a fraction of stock argostranslate's processor time for the same sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.throughput.__main__ import contender
from benchmarks.throughput.articles import BENCHMARKS, WORDS, articles, split
from benchmarks.throughput.plot import plot

FLOOR = json.loads((BENCHMARKS / "baseline.json").read_text("utf-8"))["throughput"]["floor"]
SAMPLE = 20  # sentences


@pytest.mark.model
def test_our_engine_needs_a_fraction_of_what_stock_argostranslate_needs(tmp_path: Path) -> None:
    title, *paragraphs = split(next(articles(1)))
    texts = [[title, *paragraphs[:7]]]  # three sentences each
    ours = contender("own", texts, tmp_path)
    stock = contender("stock", texts, tmp_path)
    assert len(ours["texts"]) >= SAMPLE
    assert stock["processor"] / ours["processor"] >= FLOOR["stock"]


def test_the_articles_are_always_the_same() -> None:
    assert list(articles(3)) == list(articles(3))


def test_no_sentence_of_the_articles_comes_twice() -> None:
    sentences = [s for article in articles(20) for paragraph in split(article) for s in paragraph]
    assert len(sentences) == len(set(sentences))


def test_an_article_has_as_many_words_as_said() -> None:
    for article in articles(5):
        assert WORDS <= len(article.split()) <= WORDS * 1.2


def test_the_plot_marks_every_measured_size() -> None:
    growth = [{"articles": 1, "seconds": 2.0}, {"articles": 10, "seconds": 9.0}]
    echo = [{"articles": 1, "seconds": 0.4}]
    assert plot({"growth": growth, "echo": echo}).count("<circle") == 3
