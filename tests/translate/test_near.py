"""Near matches: which approved units are shown beside a sentence, and how alike they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.bitext import JsonExporter, load
from glossary.store import EMPTY
from translate.engines.echo import open_engine
from translate.languages import load_language
from translate.memory.file import MemoryFile
from translate.memory.near import NearUnits
from translate.memory.unit import MemoryUnit
from translate.memory.units import store
from translate.model import Block, Document, Kind, Origin
from translate.pipeline import Options, translate

RICE = MemoryUnit("id", "en", "Harga beras naik 5 persen.", "Rice rose 5 percent.")
SUGAR = MemoryUnit("id", "en", "Harga gula naik 5 persen.", "Sugar rose 5 percent.")
RAIN = MemoryUnit("id", "en", "Hujan turun sepanjang hari di Bogor.", "It rained all day in Bogor.")


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("Harga beras naik 5 persen.", 100),
        ("harga Beras naik 5 persen.", 99),
        ("Harga beras naik 1.250,75 persen.", 98),
        ("Harga beras naik 5 persen!", 96),
        ("Harga beras turun 5 persen.", 81),
    ],
)
def test_numbers_and_capitals_weigh_next_to_nothing(text: str, score: int) -> None:
    assert NearUnits([RICE, RAIN]).search(text)[0].score == score


def test_the_best_stand_first_and_what_is_not_alike_is_left_out() -> None:
    found = NearUnits([RAIN, SUGAR, RICE]).search("Harga beras naik 6 persen.")
    assert [(n.source, n.target) for n in found] == [
        (RICE.source, RICE.target),
        (SUGAR.source, SUGAR.target),
    ]
    assert NearUnits([RAIN, SUGAR, RICE]).search("Cuaca cerah.") == ()


def test_an_empty_memory_and_an_empty_text_have_none() -> None:
    assert NearUnits([]).search("Harga naik.") == ()
    assert NearUnits([RICE]).search("") == ()


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_texts_are_as_near_as_the_other_way_round(one: str, other: str) -> None:
    def score(text: str, unit: str) -> list[int]:
        return [n.score for n in NearUnits([MemoryUnit("id", "en", unit, "x")]).search(text)]

    assert score(one, other) == score(other, one)


def test_a_near_unit_is_shown_and_never_used(tmp_path: Path) -> None:
    texts = "Harga beras naik 6 persen. Cuaca cerah."
    document = Document("d", "", "id", (Block(0, Kind.PARAGRAPH, texts),))
    with MemoryFile(tmp_path / "m") as memory:
        store(memory, [RICE], replace_=False)
        (bitext,) = translate(
            [document],
            engine=open_engine("id", "en"),
            glossary=EMPTY,
            language=load_language("id"),
            options=Options(builtin=False),
            report=lambda *_: None,
            memory=memory,
        )
    first, second = bitext.translations
    assert (first.target, first.origin) == ("Harga beras naik 6 persen.", Origin.MACHINE)
    assert [(n.score, n.target) for n in first.near] == [(98, "Rice rose 5 percent.")]
    assert second.near == ()
    assert load(JsonExporter().render(bitext)) == bitext
