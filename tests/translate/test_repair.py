"""A second try replaces a translation only if it is better."""

from __future__ import annotations

from collections.abc import Sequence

from translate.engines import Candidate, Decoding, Progress
from translate.engines.echo import EchoEngine
from translate.repair import repair


class Scripted(EchoEngine):
    """Answers each text from a table and remembers what it was asked."""

    def __init__(self, answers: dict[str, list[Candidate]]) -> None:
        super().__init__("id", "en")
        self.answers = answers
        self.asked: list[str] = []

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        self.asked += texts
        return [self.answers[text] for text in texts]


def test_a_good_translation_costs_no_second_try() -> None:
    engine = Scripted({})
    free = Candidate("The president arrived.", -0.4)
    assert repair(["Presiden tiba."], [()], [[free]], engine) == [free]
    assert engine.asked == []


def test_a_repetition_is_replaced_by_the_better_try() -> None:
    engine = Scripted(
        {"Ia menyesal.": [Candidate("sorry sorry sorry", -0.1), Candidate("He is sorry.", -0.9)]}
    )
    (best,) = repair(
        ["Ia menyesal."], [()], [[Candidate("I'm sorry, sorry, sorry.", -0.2)]], engine
    )
    assert best.text == "He is sorry."


def test_another_candidate_of_the_first_search_spares_the_second_try() -> None:
    engine = Scripted({})
    free = [Candidate("sorry sorry sorry", -0.1), Candidate("He is sorry.", -0.9)]
    assert repair(["Ia menyesal."], [()], [free], engine) == [free[1]]
    assert engine.asked == []


def test_the_first_candidate_stays_where_it_has_no_fault() -> None:
    free = [Candidate("He is sorry.", -0.9), Candidate("He repents.", -0.1)]
    assert repair(["Ia menyesal."], [()], [free], Scripted({})) == [free[0]]


def test_among_faultless_tries_the_model_decides() -> None:
    engine = Scripted(
        {"Ia menyesal.": [Candidate("He repents.", -0.9), Candidate("He is sorry.", -0.3)]}
    )
    (best,) = repair(["Ia menyesal."], [()], [[Candidate("", -0.2)]], engine)
    assert best.text == "He is sorry."


def test_a_bad_translation_is_kept_if_nothing_is_better() -> None:
    engine = Scripted({"Ia menyesal.": [Candidate("sorry sorry sorry", -0.1)]})
    bad = Candidate("sorry sorry sorry", -0.1)
    assert repair(["Ia menyesal."], [()], [[bad]], engine) == [bad]


def test_a_missing_full_stop_is_tried_and_taken_out_again() -> None:
    source = "Pasukan tiba di kota"
    engine = Scripted(
        {source: [Candidate("", -1.0)], source + ".": [Candidate("Troops arrive in town.", -0.3)]}
    )
    (best,) = repair([source], [()], [[Candidate("", -0.2)]], engine)
    assert best.text == "Troops arrive in town"


def test_a_cut_translation_is_tried_again() -> None:
    engine = Scripted({"Ia pergi.": [Candidate("He left.", -0.3)]})
    (best,) = repair(["Ia pergi."], [()], [[Candidate("He left and", -0.1, cut=True)]], engine)
    assert best == Candidate("He left.", -0.3)
