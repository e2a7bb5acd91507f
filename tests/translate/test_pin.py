"""Every hit ends as pinned, by a known rung, or as flagged; a scripted engine shows each way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from glossary.match import Matcher
from glossary.renderings import find_renderings
from glossary.store import Glossary
from glossary.term import Status, Term
from translate.engines import Candidate, Decoding, Progress
from translate.model import Outcome, Rung
from translate.pin import Draft, Pinned, pin
from translate.pin.ladder import INLINE as INLINE_LADDER
from translate.pin.ladder import Ladder, Move, Step

MATCHER = Matcher(
    Glossary(
        (
            Term("Pakta Selatan", "Southern Pact", "PS", "SP"),
            Term("kudeta", "coup"),
            Term("Jambyl", "", status=Status.DNT),
        )
    )
)
PACT = "Pakta Selatan menolak rencana itu kemarin."
BOTH = "Pakta Selatan menolak kudeta itu kemarin."


class Script:
    """Answers from a table; a source without a row gets a translation that holds no term."""

    name = model = "script"
    source_lang, target_lang = "id", "en"
    limit = 100

    def __init__(
        self,
        answers: Mapping[str, Sequence[str]] | None = None,
        scores: Mapping[str, float] | None = None,
        markup: tuple[str, str] | None = ("⟦", "⟧"),
    ) -> None:
        self.answers, self.scores, self.markup = answers or {}, scores or {}, markup
        self.calls: list[tuple[str, ...]] = []
        self.scored: list[tuple[str, str]] = []

    def count(self, text: str) -> int:
        return len(text.split())

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        self.calls.append(tuple(texts))
        return [
            [Candidate(a, self.scores.get(a, -1.0)) for a in self.answers.get(t, ["No."])]
            for t in texts
        ]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        self.scored += pairs
        return [self.scores.get(target, -1.0) for _, target in pairs]


def settle(source: str, free: str, engine: Script) -> Pinned:
    (pinned,) = pin([Draft(source, MATCHER.hits(source), Candidate(free, -1.0))], engine)
    return pinned


def rungs(pinned: Pinned) -> list[Rung]:
    return [result.rung for result in pinned.results]


FREE = "The alliance rejected the plan yesterday."
GOOD = "The Southern Pact rejected the plan yesterday."
INLINE = "Pakta Selatan ⟦Southern Pact⟧ menolak rencana itu kemarin."
IN_SOURCE = "Southern Pact menolak rencana itu kemarin."


@pytest.mark.parametrize(
    ("rung", "source"), [(Rung.NBEST, PACT), (Rung.INLINE, INLINE), (Rung.IN_SOURCE, IN_SOURCE)]
)
def test_each_rewriting_is_a_rung(rung: Rung, source: str) -> None:
    pinned = settle(PACT, FREE, Script({source: [FREE, GOOD]}))
    assert (pinned.target, rungs(pinned)) == (GOOD, [rung])
    (result,) = pinned.results
    assert result.outcome is Outcome.PINNED
    assert result.span
    assert result.span.of(pinned.target) == "Southern Pact"


def test_a_free_translation_that_is_right_costs_nothing() -> None:
    engine = Script()
    pinned = settle(PACT, GOOD, engine)
    assert (pinned.target, pinned.score, rungs(pinned)) == (GOOD, -1.0, [Rung.FREE])
    assert engine.calls == []


def test_a_sentence_without_terms_costs_nothing() -> None:
    engine = Script()
    pinned = settle("Hujan turun.", "It rained.", engine)
    assert (pinned.target, pinned.results, engine.calls) == ("It rained.", (), [])


def test_wrong_capitals_are_put_right_without_a_second_look() -> None:
    engine = Script()
    pinned = settle(PACT, "The southern pact rejected the plan.", engine)
    assert pinned.target == "The Southern Pact rejected the plan."
    assert (rungs(pinned), engine.calls) == ([Rung.FREE], [])


def test_what_no_rung_brings_in_is_flagged_and_the_free_translation_stays() -> None:
    pinned = settle(PACT, FREE, Script())
    assert pinned.target == FREE
    assert [(r.outcome, r.rung, r.span) for r in pinned.results] == [
        (Outcome.FLAGGED, Rung.NONE, None)
    ]


def test_one_term_may_be_pinned_while_another_is_flagged() -> None:
    text = "The Southern Pact rejected the plot yesterday."
    pinned = settle(BOTH, "The alliance rejected the plot yesterday.", Script({BOTH: [text]}))
    assert pinned.target == text
    assert [r.outcome for r in pinned.results] == [Outcome.PINNED, Outcome.FLAGGED]


def test_terms_that_yield_to_different_rungs_are_mixed() -> None:
    free = "The alliance rejected the plot yesterday."
    both = "The Southern Pact rejected the coup yesterday."
    inline = "Pakta Selatan ⟦Southern Pact⟧ menolak kudeta ⟦coup⟧ itu kemarin."
    written = "Southern Pact menolak coup itu kemarin."
    mixed = "Pakta Selatan ⟦Southern Pact⟧ menolak coup itu kemarin."
    engine = Script(
        {
            inline: ["The Southern Pact rejected the plot yesterday."],
            written: ["The alliance rejected the coup yesterday."],
            mixed: [both],
        }
    )
    pinned = settle(BOTH, free, engine)
    assert (pinned.target, rungs(pinned)) == (both, [Rung.INLINE, Rung.IN_SOURCE])


def test_the_models_score_decides_among_candidates_with_all_terms() -> None:
    worse, better = GOOD, "The Southern Pact turned the plan down yesterday."
    engine = Script({PACT: [worse, better]}, {worse: -1.2, better: -0.8})
    assert settle(PACT, FREE, engine).target == better


def test_a_sentence_that_has_its_terms_climbs_no_further() -> None:
    engine = Script({INLINE: [GOOD]})
    settle(PACT, FREE, engine)
    assert engine.calls == [("Pakta Selatan",), (INLINE,)]


def test_candidates_for_one_source_need_no_scores_of_their_own() -> None:
    engine = Script({INLINE: [GOOD, "The Southern Pact said no."]})
    ladder = Ladder((Step(Move.INLINE),))
    (pinned,) = pin([Draft(PACT, MATCHER.hits(PACT), Candidate(FREE, -1.0))], engine, None, ladder)
    assert (pinned.target, engine.scored) == (GOOD, [])


def test_a_ladder_without_steps_flags_what_the_free_translation_lacks() -> None:
    engine = Script({PACT: [GOOD]})
    drafts = [Draft(PACT, MATCHER.hits(PACT), Candidate(FREE, -1.0))]
    (pinned,) = pin(drafts, engine, ladder=Ladder(()))
    assert (pinned.target, rungs(pinned), engine.calls) == (FREE, [Rung.NONE], [])


@pytest.mark.parametrize(
    "bad",
    [
        "The Southern ⟦Southern Pact⟧ rejected the plan yesterday.",
        "The Southern Pact and the Southern Pact rejected the plan yesterday.",
        "The Southern Pact the Southern Pact the Southern Pact the Southern Pact.",
        "The Southern Pact rejected the plan of 1999 yesterday.",
        'The "Southern Pact rejected the plan yesterday.',
        "The Southern Pact Southern rejected the plan yesterday.",
        "The Pact Southern Pact rejected the plan yesterday.",
        "The Southern Pact pacts rejected the plan yesterday.",
    ],
)
def test_a_candidate_with_a_fault_of_its_own_is_refused(bad: str) -> None:
    pinned = settle(PACT, FREE, Script({PACT: [bad]}))
    assert (pinned.target, rungs(pinned)) == (FREE, [Rung.NONE])


def test_a_candidate_far_worse_than_the_free_translation_is_refused() -> None:
    pinned = settle(PACT, FREE, Script({PACT: [GOOD]}, {GOOD: -3.0}))
    assert (pinned.target, rungs(pinned)) == (FREE, [Rung.NONE])


def test_a_number_that_got_lost_costs_the_candidate_its_place() -> None:
    source = "Pakta Selatan menolak 14 rencana itu."
    lost, kept = "The Southern Pact rejected plans.", "The Southern Pact rejected 14 plans."
    engine = Script({source: [lost, kept]}, {lost: -0.5, kept: -1.0})
    assert settle(source, "The alliance rejected 14 plans.", engine).target == kept


def test_brackets_of_the_text_itself_are_replaced_before_the_engine_sees_them() -> None:
    engine = Script()
    settle("Pakta Selatan ⟦baru⟧ menolak.", "It rejected.", engine)
    sent = [text for call in engine.calls for text in call]
    assert "Pakta Selatan [baru] menolak." in sent
    assert "Pakta Selatan ⟦Southern Pact⟧ [baru] menolak." in sent


def test_a_model_without_markup_sees_no_brackets() -> None:
    engine = Script(markup=None)
    settle(PACT, FREE, engine)
    assert not any("⟦" in text for call in engine.calls for text in call)


def test_all_sentences_share_one_call_and_keep_their_order() -> None:
    sources = [PACT, "Hujan turun.", IN_SOURCE.replace("Southern Pact", "PS"), BOTH]
    drafts = [
        Draft(s, MATCHER.hits(s), Candidate(f"Free {n}.", -1.0)) for n, s in enumerate(sources)
    ]
    engine = Script({PACT: [GOOD]})
    done: list[int] = []
    pinned = pin(drafts, engine, done.append)
    assert [p.target for p in pinned] == [GOOD, "Free 1.", "Free 2.", "Free 3."]
    assert [len(p.results) for p in pinned] == [1, 0, 1, 2]
    assert len(engine.calls) <= len(INLINE_LADDER.steps)
    assert sum(done) == len(drafts)


@pytest.mark.parametrize("score", [-0.5, -1.5])
def test_an_article_is_put_before_a_term_if_the_model_finds_it_more_probable(score: float) -> None:
    bare, whole = "We met Southern Pact today.", "We met the Southern Pact today."
    engine = Script({IN_SOURCE: [bare]}, {whole: score})
    assert settle(PACT, FREE, engine).target == (whole if score > -1.0 else bare)


def test_nothing_at_all_is_an_answer_too() -> None:
    assert pin([], Script()) == []


@pytest.mark.parametrize("text", [GOOD, FREE, "", "Southern Pact Southern Pact", "SP", "The PACT"])
def test_pinned_means_that_the_rendering_stands_in_the_target(text: str) -> None:
    pinned = settle(PACT, text, Script({PACT: [text], INLINE: [text.lower()]}))
    spans = find_renderings(pinned.target, [r.hit.wanted for r in pinned.results])
    assert [r.span for r in pinned.results] == spans
    assert [r.outcome is Outcome.PINNED for r in pinned.results] == [s is not None for s in spans]
