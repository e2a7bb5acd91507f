"""Terms are pinned no worse, and no sentence without a term is touched, on part of our own set."""

from __future__ import annotations

import pytest

pytest.importorskip("sacrebleu")

from benchmarks.terms import trial
from benchmarks.terms.trial import Result
from translate.engines.argos import open_engine
from translate.pin.calibration import ladder_of
from translate.pin.ladder import Ladder

pytestmark = pytest.mark.model

SENTENCES = 44


@pytest.fixture(scope="module")
def results() -> dict[str, Result]:
    """The first articles of the tuning half: untreated, with the ladder, without inline terms."""
    engine = open_engine("id", "en")
    base = trial.untreated(trial.read("tuning", SENTENCES), engine)
    found = {
        "free": trial.climb(base, engine, Ladder(())),
        "ladder": trial.climb(base, engine, ladder_of(engine)),
    }
    engine.markup = None
    return found | {"plain": trial.climb(base, engine, ladder_of(engine))}


@pytest.mark.parametrize("way", ["free", "ladder", "plain"])
def test_every_occurrence_is_pinned_or_flagged(way: str, results: dict[str, Result]) -> None:
    assert results[way].accounted == 100


@pytest.mark.parametrize(("way", "floor"), [("ladder", 97), ("plain", 95)])
def test_so_many_terms_are_pinned(way: str, floor: float, results: dict[str, Result]) -> None:
    assert results[way].exact >= floor


@pytest.mark.parametrize("way", ["ladder", "plain"])
def test_sentences_with_terms_come_nearer_to_their_references(
    way: str, results: dict[str, Result]
) -> None:
    free, pinned = results["free"], results[way]
    assert pinned.chrf > free.chrf + 10
    assert pinned.bleu > free.bleu + 5
    assert pinned.window2 > free.window2 + 20
    assert pinned.term_rate > free.term_rate + 10
    assert pinned.consistency >= 97


def test_the_set_is_as_large_as_it_should_be_and_its_references_hold_all_terms() -> None:
    items = [*trial.read("tuning"), *trial.read("blind")]
    assert len(items) >= 300
    assert sum(len(item.hits) for item in items) >= 500
    assert len({item.source for item in items}) == len(items)
    for item in items:
        assert None not in trial.scores.placed(item.reference, item.hits), item.source
