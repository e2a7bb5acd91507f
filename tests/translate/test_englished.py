"""Names that a list knows do not stay in Indonesian: put right where that is certain, else told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glossary.term import Span
from translate.checks import left
from translate.engines import Candidate, Decoding, Progress
from translate.engines.echo import EchoEngine
from translate.englished import englished
from translate.languages.naming import articled
from translate.pin.ladder import Ladder
from translate.portion import decoded

PAIR = ("id", "en")


class Says(EchoEngine):
    """Answers every sentence with the same words."""

    def __init__(self, answer: str) -> None:
        super().__init__("id", "en")
        self.answer = answer

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        return [[Candidate(self.answer, -1.0)] for _ in texts]


def right(source: str, target: str) -> str:
    return englished(source, target, (), (), PAIR)[0]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Ia ke Papua Nugini.", "He went to Papua Nugini.", "He went to Papua New Guinea."),
        (
            "Utusan Korea Selatan dan Maroko.",
            "Envoys of Korea Selatan and Maroko.",
            "Envoys of South Korea and Morocco.",
        ),
        ("Di Laut China Selatan.", "In Laut China Selatan.", "In the South China Sea."),
        ("Di Laut China Selatan.", "In the Laut China Selatan.", "In the South China Sea."),
        ("Amerika Serikat menolak.", "Amerika Serikat refused.", "The United States refused."),
        ("Sidang PBB dibuka.", "The PBB session opened.", "The UN session opened."),
        ("Ia lahir bulan Maret.", "He was born in Maret.", "He was born in March."),
    ],
)
def test_a_name_that_was_left_is_put_right(source: str, target: str, expected: str) -> None:
    assert right(source, target) == expected
    assert list(left.find(source, expected, (), PAIR)) == []


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("Ia membela HAM.", "He defends HAM.", ["HAM"]),
        ("Presiden AS datang.", "The president of AS came.", ["AS"]),
        ("Ia dari Korea Selatan.", "He is from South Korea (Korea Selatan).", []),
        ("Ia dari Korea Selatan.", "He is from Korea Selatan (South Korea).", []),
        ("Menurut Bank Indonesia (BI).", "According to Bank Indonesia (BI).", []),
        ("Ia ke Zürich.", "He went to Zürich.", []),
        (
            "Ia kuliah di Universitas Sumatera Selatan.",
            "He studies at Universitas Sumatera Selatan.",
            [],
        ),
        ("Ia bermain untuk Papua Barat FC.", "He plays for Papua Barat FC.", []),
    ],
)
def test_what_is_not_certain_stays_and_is_told_unless_it_was_left_on_purpose(
    source: str, target: str, told: list[str]
) -> None:
    assert right(source, target) == target
    found = left.find(source, target, (), PAIR)
    assert [f.span.of(target) for f in found if f.span] == told


def test_what_belongs_to_a_term_is_neither_told_nor_changed() -> None:
    source, target = "Ia ke Korea Selatan.", "He went to Korea Selatan."
    assert englished(source, target, [Span(6, 19)], (), PAIR)[0] == target
    assert englished(source, target, (), [Span(11, 24)], PAIR)[0] == target


def test_places_behind_a_change_move_along() -> None:
    source, target = (
        "Di Laut China Selatan ada Tokayev.",
        "Tokayev is in Laut China Selatan, he said.",
    )
    text, (one, other) = englished(source, target, (), (Span(0, 7), Span(34, 36)), PAIR)
    assert one == Span(0, 7)
    assert other is not None
    assert other.of(text) == "he"


def test_a_run_puts_it_right_unless_built_in_words_are_off() -> None:
    task = ("Ia ke Korea Selatan.", ())
    for builtin, expected in (
        (True, "He went to South Korea."),
        (False, "He went to Korea Selatan."),
    ):
        (made,) = decoded(
            [task],
            Says("He went to Korea Selatan."),
            1,
            Ladder(()),
            lambda p, n: None,
            builtin=builtin,
        )
        assert made.target == expected


def test_a_pair_without_a_table_gets_no_articles() -> None:
    assert articled("de", "en") == frozenset()
