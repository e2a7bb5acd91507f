"""A pair without a package goes by a third language, with scores, beginnings and alignment."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from glossary.term import Span
from translate.engines import Candidate, Decoding, Link, Progress, Steerable
from translate.engines.argos import open_engine
from translate.engines.chain import chained
from translate.engines.echo import EchoEngine
from translate.engines.packages import EMBEDDED
from translate.engines.routes import route
from translate.errors import ModelError


@dataclass(frozen=True)
class Step:
    source_lang: str
    target_lang: str


def steps(text: str) -> list[Step]:
    return [Step(*pair.split("-")) for pair in text.split()]


@pytest.mark.parametrize(
    ("at_hand", "asked", "way"),
    [
        ("id-en en-de", "id-en", "id-en"),
        ("id-en en-de", "id-de", "id-en en-de"),
        ("id-en en-de id-de", "id-de", "id-de"),
        ("id-ms ms-de id-en en-de", "id-de", "id-en en-de"),
        ("id-ms ms-en en-de de-nl", "id-nl", "id-ms ms-en en-de de-nl"),
        ("id-en de-en", "id-de", None),
        ("id-en en-id", "id-id", None),
        ("", "id-en", None),
    ],
)
def test_the_shortest_way_is_taken_and_of_equal_ones_that_over_english(
    at_hand: str, asked: str, way: str | None
) -> None:
    found = route(steps(at_hand), *asked.split("-"))
    assert found == (steps(way) if way else None)


class Dictionary:
    """Renders word for word from a table and keeps the order, or turns it round."""

    name = "dictionary"
    markup = ("⟦", "⟧")
    limit = 50

    def __init__(self, pair: str, words: str, *, turned: bool = False) -> None:
        self.source_lang, self.target_lang = pair.split("-")
        self.model = pair
        self.words = dict(word.split("=") for word in words.split())
        self.turned = turned
        self.seen: list[str] = []

    def count(self, text: str) -> int:
        return len(text.split())

    def rendered(self, text: str) -> str:
        words = [self.words.get(word, word) for word in text.split()]
        return " ".join(reversed(words) if self.turned else words)

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        self.seen += texts
        if progress:
            progress(len(texts))
        return [[Candidate(self.rendered(text), -0.5)] for text in texts]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [0.0 if self.rendered(source) == target else -1.0 for source, target in pairs]

    def resume(self, pairs: Sequence[tuple[str, str]], decoding: Decoding) -> list[list[Candidate]]:
        return [
            [Candidate(f"{begin} {self.rendered(source).split()[-1]}", 0.0)]
            for source, begin in pairs
        ]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        return [tuple(self._links(*pair)) for pair in pairs]

    def _links(self, source: str, target: str) -> list[Link]:
        ours = words_of(source)
        return [
            Link(ours[-1 - i if self.turned else i], span)
            for i, span in enumerate(words_of(target))
        ]


def words_of(text: str) -> list[Span]:
    spans, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append(Span(start, at))
    return spans


def pair() -> tuple[Dictionary, Dictionary]:
    first = Dictionary("id-en", "rumah=house besar=big", turned=True)
    return first, Dictionary("en-de", "house=Haus big=großes")


def test_a_chain_translates_over_both_legs_and_names_both_models() -> None:
    engine = chained(*pair())
    assert (engine.source_lang, engine.target_lang) == ("id", "de")
    assert engine.model == "id-en + en-de"
    assert engine.markup is None
    told: list[int] = []
    results = engine.translate(["rumah besar", "rumah"], Decoding(), told.append)
    assert [best[0].text for best in results] == ["großes Haus", "Haus"]
    assert sum(told) == 2


def test_the_first_leg_translates_a_sentence_only_once() -> None:
    first, second = pair()
    engine = chained(first, second)
    engine.translate(["rumah besar"], Decoding())
    assert engine.score([("rumah besar", "großes Haus"), ("rumah besar", "Haus")]) == [0.0, -1.0]
    assert first.seen == ["rumah besar"]


def test_the_alignment_leads_through_the_language_in_between() -> None:
    engine = chained(*pair())
    assert isinstance(engine, Steerable)
    ((first, second),) = engine.align([("rumah besar", "großes Haus")])
    assert (first.source, first.target) == (Span(6, 11), Span(0, 6))
    assert (second.source, second.target) == (Span(0, 5), Span(7, 11))


def test_a_beginning_is_forced_on_the_last_leg() -> None:
    engine = chained(*pair())
    assert isinstance(engine, Steerable)
    ((candidate,),) = engine.resume([("rumah besar", "mächtiges")], Decoding())
    assert candidate.text == "mächtiges Haus"


def test_a_chain_with_a_leg_that_cannot_be_steered_cannot_be_steered() -> None:
    engine = chained(EchoEngine("ms", "id"), pair()[0])
    assert not isinstance(engine, Steerable)
    assert engine.translate(["rumah besar"], Decoding())[0][0].text == "big house"


@pytest.mark.model
def test_given_packages_are_chained_as_the_pair_demands(tmp_path: Path) -> None:
    """The embedded weights stand in for a second pair: the way is real, the words are not."""
    other = shutil.copytree(EMBEDDED / "id_en", tmp_path / "en_de")
    told = json.loads((other / "metadata.json").read_text("utf-8"))
    (other / "metadata.json").write_text(json.dumps(told | {"from_code": "en", "to_code": "de"}))
    engine = open_engine("id", "de", [str(other)])
    assert engine.model.count("id→en") == 1
    assert engine.model.count("en→de") == 1
    ((candidate,),) = engine.translate(["Presiden tiba."], Decoding())
    assert candidate.text
    with pytest.raises(ModelError, match="it is for en→de, not id→en"):
        open_engine("id", "en", [str(other)])
