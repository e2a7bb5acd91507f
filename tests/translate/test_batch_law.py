"""Identical inputs give identical documents, whatever the batch around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.store import Glossary, load
from translate import pipeline
from translate.engines import Engine
from translate.engines.argos import open_engine
from translate.engines.evenly import evenly
from translate.languages import load_language
from translate.model import Bitext, Block, Document, Kind
from translate.readers import read

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@given(st.lists(st.integers(0, 5)))
def test_each_number_is_in_one_group_and_a_group_has_one_length(lengths: list[int]) -> None:
    groups = evenly(lengths)
    assert sorted(n for group in groups for n in group) == list(range(len(lengths)))
    assert all(len({lengths[n] for n in group}) == 1 for group in groups)
    assert len(groups) == len(set(lengths))


@pytest.fixture(scope="module")
def argos() -> Engine:
    return open_engine("id", "en")


@pytest.fixture(scope="module")
def articles() -> list[Document]:
    """The paragraphs of the example, each an article."""
    blocks = read(str(EXAMPLES / "artikel.txt"), source_lang="id").blocks
    texts = [block.text for block in blocks if block.kind is Kind.PARAGRAPH][:8]
    return [Document(str(i), t, "id", (Block(0, Kind.PARAGRAPH, t),)) for i, t in enumerate(texts)]


def run(documents: list[Document], engine: Engine, glossary: Glossary) -> list[Bitext]:
    return pipeline.translate(
        documents,
        engine=engine,
        glossary=glossary,
        language=load_language("id"),
        options=pipeline.Options(alone=True),
        report=lambda phase, finished, total: None,
    )


@pytest.fixture(scope="module")
def alone(argos: Engine, articles: list[Document]) -> list[Bitext]:
    return [run([each], argos, load(str(EXAMPLES / "istilah.csv")))[0] for each in articles]


@pytest.mark.model
@given(st.data())
@settings(max_examples=3, deadline=None)
def test_a_document_is_the_same_in_any_company(
    argos: Engine, articles: list[Document], alone: list[Bitext], data: st.DataObject
) -> None:
    glossary = load(str(EXAMPLES / "istilah.csv"))
    chosen = data.draw(
        st.lists(st.integers(0, len(articles) - 1), min_size=2, max_size=6, unique=True)
    )
    together = run([articles[n] for n in chosen], argos, glossary)
    assert together == [alone[n] for n in chosen]
