"""Formatting goes where its words went."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from glossary.term import Span
from translate.carry import carry, placed
from translate.engines import Link
from translate.engines.echo import EchoEngine
from translate.model import (
    Bitext,
    Block,
    Document,
    Kind,
    Origin,
    Run,
    Segment,
    Signature,
    Translation,
)

SOURCE = "Warga menolak keras rencana tambang itu."
TARGET = "Residents strongly reject the mining plan."
WHO = {  # target word: the source word that it renders
    "Residents": "Warga",
    "strongly": "keras",
    "reject": "menolak",
    "the": "itu.",
    "mining": "tambang",
    "plan.": "rencana",
}


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


LINKS = tuple(Link(span(SOURCE, s), span(TARGET, t)) for t, s in WHO.items())


def translation(source: str = SOURCE, target: str = TARGET) -> Translation:
    segment = Segment("P1.1", 0, Kind.PARAGRAPH, Span(0, len(source)), source)
    return Translation(segment, target, Origin.MACHINE)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("menolak keras", "strongly reject"),
        ("tambang", "mining"),
        ("rencana tambang", "mining plan"),
        ("Warga", "Residents"),
        (SOURCE, TARGET),
        ("tambang itu.", "the mining"),
    ],
)
def test_a_stretch_becomes_the_words_that_render_it(part: str, expected: str) -> None:
    (found,) = placed(translation(), [Run(3, span(SOURCE, part), ("bold",))], LINKS)
    assert (found.number, found.styles) == (3, ("bold",))
    assert found.span.of(TARGET) == expected


def test_what_stands_there_word_for_word_needs_no_attention() -> None:
    made = translation("Kapal KRI Nala tiba.", "The ship KRI Nala arrived.")
    (found,) = placed(made, [Run(0, Span(6, 14), ("italic",))], ())
    assert found.span.of(made.target) == "KRI Nala"


def test_stretches_never_overlap() -> None:
    runs = [
        Run(0, span(SOURCE, "menolak"), ("bold",)),
        Run(1, span(SOURCE, "keras"), ("italic",)),
        Run(2, span(SOURCE, "rencana tambang itu"), ("underline",)),
    ]
    found = placed(translation(), runs, LINKS)
    assert [f.span.end <= g.span.start for f, g in pairwise(found)] == [
        True,
        True,
    ]
    assert [(f.number, f.span.of(TARGET)) for f in found] == [
        (1, "strongly"),
        (0, "reject"),
        (2, "the mining plan"),
    ]


def test_emphasis_that_was_not_rendered_goes_but_a_link_never() -> None:
    part = span(SOURCE, "rencana")
    assert placed(translation(), [Run(0, part, ("bold",))], LINKS[:1]) == ()
    (found,) = placed(translation(), [Run(0, part, (), "https://a.example")], LINKS[:1])
    assert len(found.span)


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("menolak", "Residents strongly reject"),
        ("Warga", "Residents"),
        ("tambang", "Residents strongly reject the mining"),
        ("itu", "Residents strongly reject the mining plan"),
        ("itu.", TARGET),
    ],
)
def test_a_note_stands_behind_the_word_that_it_stood_behind(behind: str, expected: str) -> None:
    place = span(SOURCE, behind).end
    # "itu" is rendered by "the"; at the end of a sentence the end of the target counts
    run = Run(0, Span(place, place), mark="note")
    (found,) = placed(translation(), [run], LINKS)
    assert TARGET[: found.span.start] == expected


def test_a_stretch_does_not_end_in_a_small_word() -> None:
    made = translation("Ia memberi bantuan tunai kepada warga.", "He gives cash to residents.")
    words = ("bantuan", "cash"), ("tunai", "to"), ("warga.", "residents.")
    links = [Link(span(made.segment.text, s), span(made.target, t)) for s, t in words]
    run = Run(0, span(made.segment.text, "bantuan tunai"), ("bold",))
    (found,) = placed(made, [run], links, frozenset({"to"}))
    assert found.span.of(made.target) == "cash"


def test_a_mark_in_front_stays_in_front() -> None:
    (found,) = placed(translation(), [Run(0, Span(0, 0), mark="object")], LINKS)
    assert found.span == Span(0, 0)


class Counting(EchoEngine):
    """Tells what it was asked to align."""

    def __init__(self) -> None:
        super().__init__("id", "en")
        self.asked: list[list[tuple[str, str]]] = []

    def resume(self, pairs: Sequence[tuple[str, str]], decoding: object) -> list[object]:
        raise AssertionError("nobody asks for this")

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        self.asked.append(list(pairs))
        return [LINKS for _ in pairs]


def bitext(*runs: Run) -> Bitext:
    other = "Satu lagi."
    text = f"{SOURCE} {other}"
    second = Segment("P1.2", 0, Kind.PARAGRAPH, Span(len(SOURCE) + 1, len(text)), other)
    blocks = (Block(0, Kind.PARAGRAPH, text, runs=runs),)
    made = (translation(), Translation(second, "One more.", Origin.MACHINE))
    return Bitext(Document("", "", "id", blocks), "en", made, Signature("", "", "", ""))


def test_the_engine_is_asked_once_and_only_for_sentences_with_formatting() -> None:
    engine = Counting()
    carry([bitext(Run(0, span(SOURCE, "keras"), ("bold",))), bitext()], engine)
    assert engine.asked == [[(SOURCE, TARGET)]]


def test_a_run_over_two_sentences_is_carried_to_both() -> None:
    start = span(SOURCE, "itu.").start
    (made,) = carry([bitext(Run(0, Span(start, len(SOURCE) + 11), ("bold",)))], Counting())
    first, second = made.translations
    assert [run.span.of(first.target) for run in first.runs] == ["the"]
    assert [run.span.of(second.target) for run in second.runs] == ["One more."]


def test_each_mark_has_one_place() -> None:
    (made,) = carry([bitext(Run(0, Span(len(SOURCE), len(SOURCE)), mark="note"))], Counting())
    assert [len(t.runs) for t in made.translations] == [1, 0]
