"""The last rungs: a term is put where its source phrase was rendered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Span, Term
from translate.engines import Candidate, Decoding, Link, Progress, Steerable
from translate.engines.argos import open_engine
from translate.model import Rung
from translate.pin import Draft, Pinned, pin

MATCHER = Matcher(
    Glossary((Term("Pakta Selatan", "Southern Pact", "PS", "SP"), Term("kudeta", "coup")))
)
SOURCE = "Pasukan Pakta Selatan tiba kemarin."


def spans(text: str) -> list[Span]:
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append(Span(at, at + len(word)))
        at += len(word)
    return found


class Steered:
    """Never renders a term by itself; `links` gives the source word of each target word by number,
    `endings` how a beginning goes on."""

    name = model = "steered"
    source_lang, target_lang = "id", "en"
    markup = None
    limit = 100

    def __init__(self, links: Sequence[int], endings: Mapping[str, str] | None = None) -> None:
        self.links, self.endings = links, endings or {}
        self.begun: list[str] = []

    def count(self, text: str) -> int:
        return len(text.split())

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        return [[Candidate("No.", -1.0)] for _ in texts]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """What the decoder wrote is what it likes best."""
        written = [b + e for b, e in self.endings.items()]
        return [-0.5 if target in written else -1.0 for _, target in pairs]

    def resume(self, pairs: Sequence[tuple[str, str]], decoding: Decoding) -> list[list[Candidate]]:
        self.begun += [beginning for _, beginning in pairs]
        return [[Candidate(b + self.endings.get(b, " 1999."), -1.0)] for _, b in pairs]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        return [
            tuple(
                Link(spans(source)[number], word)
                for number, word in zip(self.links, spans(target), strict=False)
            )
            for source, target in pairs
        ]


def settle(free: str, engine: Steered, source: str = SOURCE) -> Pinned:
    (pinned,) = pin([Draft(source, MATCHER.hits(source), Candidate(free, -1.0))], engine)
    return pinned


FREE = "Troops of the Selata Alliance arrived yesterday."
LINKS = [0, 0, 2, 2, 1, 3, 4]


def test_a_term_takes_the_place_of_what_rendered_its_phrase() -> None:
    pinned = settle(FREE, Steered(LINKS))
    assert pinned.target == "Troops of the Southern Pact arrived yesterday."
    assert [r.rung for r in pinned.results] == [Rung.REPLACED]


def test_the_decoder_goes_on_behind_the_term() -> None:
    ending = {"Troops of the Southern Pact": " came yesterday."}
    engine = Steered(LINKS, ending)
    pinned = settle(FREE, engine)
    assert "Troops of the Southern Pact" in engine.begun
    assert pinned.target == "Troops of the Southern Pact came yesterday."
    assert [r.rung for r in pinned.results] == [Rung.SPLICED]


def test_a_phrase_that_was_left_out_is_put_beside_its_neighbours() -> None:
    ending = {"Troops the Southern Pact": " arrived."}
    engine = Steered([0, 3, 4], ending)
    pinned = settle("Troops arrived yesterday.", engine)
    assert "Troops Southern Pact" in engine.begun
    assert pinned.target == "Troops the Southern Pact arrived."


def test_half_a_rendering_beside_the_place_is_not_doubled() -> None:
    free = "Troops of the Southern Pacts arrived yesterday."
    pinned = settle(free, Steered([0, 0, 2, 0, 1, 3, 4]))
    assert pinned.target == "Troops of the Southern Pact arrived yesterday."


@pytest.mark.parametrize(
    ("free", "target"),
    [
        ("Troops of the S.A. came.", "Troops of the Southern Pact came."),
        ("Troops of the S.A.", "Troops of the Southern Pact"),
        ("Troops of the SA.", "Troops of the Southern Pact."),
    ],
)
def test_the_last_full_stop_of_an_abbreviation_goes_with_it(free: str, target: str) -> None:
    pinned = settle(free, Steered([0, 0, 2, 1, 3]), "Pasukan Pakta Selatan tiba")
    assert pinned.target == target


def test_punctuation_and_possessives_around_the_place_stay() -> None:
    source = "Pasukan Pakta Selatan, kemarin."
    pinned = settle('Troops of the "Alliance\'s", yesterday.', Steered([0, 0, 1, 2, 3]), source)
    assert pinned.target == 'Troops of the "Southern Pact\'s", yesterday.'


def test_two_terms_are_brought_in_together() -> None:
    source = "Pakta Selatan menolak kudeta."
    pinned = settle("The Alliance rejected the plot.", Steered([0, 1, 2, 3, 3]), source)
    assert pinned.target == "The Southern Pact rejected the coup."
    assert [r.rung for r in pinned.results] == [Rung.REPLACED, Rung.REPLACED]


def test_a_term_that_is_pinned_already_is_not_touched() -> None:
    source = "Pakta Selatan menolak kudeta."
    pinned = settle("The Southern Pact rejected it.", Steered([0, 0, 1, 2, 3]), source)
    assert pinned.target == "The Southern Pact rejected coup."
    assert [r.rung for r in pinned.results] == [Rung.FREE, Rung.REPLACED]


def test_without_links_the_term_is_flagged_unless_the_decoder_finds_a_way() -> None:
    pinned = settle(FREE, Steered([]))
    assert (pinned.target, [r.rung for r in pinned.results]) == (FREE, [Rung.NONE])


@pytest.mark.model
def test_the_embedded_model_can_be_steered() -> None:
    engine = open_engine("id", "en")
    assert isinstance(engine, Steerable)
    source = "Presiden Indonesia tiba di Jakarta."
    ((candidate,),) = engine.resume([(source, "Yesterday, the")], Decoding())
    assert candidate.text.startswith("Yesterday, the")
    assert len(candidate.text) > len("Yesterday, the")
    (links,) = engine.align([(source, "The President arrived in Jakarta.")])
    assert [link.target for link in links] == spans("The President arrived in Jakarta.")
    assert links[-1].source.of(source) == "Jakarta."
