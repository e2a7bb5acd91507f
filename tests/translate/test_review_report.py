"""What a report says: effort, corrected terms, proposals for the glossary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics import CHRF

from glossary.term import Form, Span, Term, TermHit
from translate.model import (
    Bitext,
    Block,
    Document,
    Finding,
    HitResult,
    Kind,
    Origin,
    Outcome,
    Rung,
    Segment,
    Severity,
    Signature,
    Translation,
)
from translate.review.chrf import chrf, grams
from translate.review.decide import decide
from translate.review.difference import rewritten
from translate.review.effort import effort, total
from translate.review.proposals import TermProposal
from translate.review.report import Report, report
from translate.review.rows import ReviewFile, ReviewRow

PATROL = Term("kapal patroli", "patrol vessels", where="istilah.csv:2")


def reported(
    *sentences: tuple[str, str, str], terms: tuple[Term, ...] = (), note: str = ""
) -> Report:
    """The report on sentences given as source, draft and reviewed text, one a row."""
    blocks = tuple(Block(i, Kind.PARAGRAPH, s) for i, (s, _, _) in enumerate(sentences))
    translations = tuple(
        Translation(
            Segment(f"P{i + 1}.1", i, Kind.PARAGRAPH, Span(0, len(source)), source),
            draft,
            Origin.MACHINE,
            hits=tuple(_hit(term, source, draft) for term in terms if term.source in source),
            findings=(Finding("number", Severity.ERROR, "?"),) if "9" in draft else (),
        )
        for i, (source, draft, _) in enumerate(sentences)
    )
    bitext = Bitext(
        Document("d", "T", "id", blocks), "en", translations, Signature("t", "e", "m", "none")
    )
    rows = tuple(
        ReviewRow(f"P{i + 1}", "OK", after, (), note if i == 0 else "", "", "control", ("Rina",))
        for i, (_, _, after) in enumerate(sentences)
    )
    drafts = {t.segment.id: t.target for t in translations}
    file = ReviewFile("d", "run", bitext, rows, drafts=drafts)
    return report("a.docx", file, decide(file, approve_unchanged=False))


def _hit(term: Term, source: str, draft: str) -> HitResult:
    at = source.index(term.source)
    hit = TermHit(term, Span(at, at + len(term.source)), Form.LONG, term.target)
    if term.target not in draft:
        return HitResult(hit, Outcome.FLAGGED, Rung.NONE)
    place = draft.index(term.target)
    return HitResult(hit, Outcome.PINNED, Rung.FREE, Span(place, place + len(term.target)))


TEXT = st.text(alphabet="abc d.", max_size=30)


@given(TEXT.filter(str.strip), TEXT.filter(str.strip))
def test_chrf_is_that_of_sacrebleu(draft: str, reviewed: str) -> None:
    theirs = CHRF().sentence_score(draft, [reviewed]).score
    assert chrf(grams(draft, reviewed)) == pytest.approx(theirs, abs=1e-6)


@given(TEXT, TEXT)
def test_no_edit_costs_nothing_and_no_edit_is_more_than_all(before: str, after: str) -> None:
    cost = effort(before, after)
    assert effort(before, before).characters == 0
    assert cost.characters <= max(len(before), len(after))
    assert (cost.words == 0) <= (cost.chrf == 100)


def test_the_effort_of_several_sentences_is_their_sum() -> None:
    costs = [effort("It rose.", "It fell."), effort("Rain fell.", "Rain fell.")]
    whole = total(costs)
    assert (whole.words, whole.of_words, whole.characters) == (1, 6, 4)
    assert costs[0].chrf < whole.chrf < costs[1].chrf


def test_the_most_edited_sentence_stands_first() -> None:
    found = reported(
        ("Satu.", "One.", "One!"), ("Dua.", "Two cats.", "Those dogs ran."), ("Tiga.", "3.", "3.")
    )
    assert [e.verdict.translation.segment.id for e in found.edits] == ["P2.1", "P1.1"]
    assert (found.sentences, found.reviewers) == (3, ("Rina",))


def test_edits_are_counted_by_finding_and_those_without_one_stand_last() -> None:
    found = reported(
        ("Satu.", "9 cats.", "8 cats."), ("Dua.", "Two.", "Too."), ("Tiga.", "3.", "3.")
    )
    rows = [(f.check, f.sentences, f.edited, f.words) for f in found.findings]
    assert rows == [("number", 1, 1, 1), ("", 2, 1, 1)]


def test_a_corrected_term_is_told_whole_and_proposed_after_two_corrections() -> None:
    found = reported(
        ("Ada kapal patroli.", "There are patrol vessels ships.", "There are patrol boats."),
        ("Tiga kapal patroli datang.", "Three patrol vessels came.", "Three patrol boats came."),
        ("Lagi kapal patroli.", "More patrol vessels.", "More patrol vessels."),
        terms=(PATROL,),
    )
    (term,) = found.terms
    assert (term.times, term.corrected, term.missing) == (3, 2, 0)
    assert term.instead == (("patrol boats", 2),)
    (proposal,) = found.proposals
    assert (proposal.source, proposal.target, proposal.count) == (
        "kapal patroli",
        "patrol boats",
        2,
    )


def _told(proposal: TermProposal) -> tuple[str, str, str, int]:
    return proposal.source, proposal.target, proposal.instead, proposal.count


def test_words_replaced_twice_are_proposed_with_the_source_words_that_go_with_them() -> None:
    found = reported(
        ("Pelaku menggunakan perahu.", "The offenders used a boat.", "The culprits used a boat."),
        ("Polisi mengejar pelaku.", "Police chased the offenders.", "Police chased the culprits."),
        ("Perahu itu disita polisi.", "Police seized the boat.", "Police seized the boat."),
    )
    assert [_told(p) for p in found.proposals] == [("pelaku", "culprits", "offenders", 2)]
    assert [c.id for c in found.proposals[0].contexts] == ["P1.1", "P2.1"]


def test_a_name_that_the_model_changed_is_proposed_as_it_stands_in_the_source() -> None:
    found = reported(
        ("Sudewo datang.", "Sudevo came.", "Sudewo came."),
        ("Rapat dipimpin Sudewo.", "Sudevo led the meeting.", "Sudewo led the meeting."),
    )
    assert [_told(p) for p in found.proposals] == [("Sudewo", "Sudewo", "Sudevo", 2)]


@pytest.mark.parametrize(
    "sentences",
    [
        # replaced once
        (("Pelaku datang.", "Offenders came.", "Culprits came."),),
        # a word of grammar, mostly left alone
        (
            ("Di pasar.", "In the market.", "In a market."),
            ("Di kota.", "In the town.", "In a town."),
            *[("Di desa.", "In the village.", "In the village.")] * 3,
        ),
    ],
)
def test_what_was_replaced_once_or_is_mostly_left_alone_is_not_proposed(
    sentences: tuple[tuple[str, str, str], ...],
) -> None:
    assert reported(*sentences).proposals == ()


def test_where_the_source_words_are_not_certain_they_are_left_open() -> None:
    found = reported(
        ("Menteri minta beras dijual.", "Offenders here.", "Culprits here."),
        ("Beras langka, kata menteri.", "Offenders there.", "Culprits there."),
    )
    assert [p.source for p in found.proposals] == [""]


def test_a_note_is_a_proposal_by_itself() -> None:
    found = reported(("Wali Kota hadir.", "He came.", "He came."), note="term: Wali Kota = Mayor")
    assert [_told(p) for p in found.proposals] == [("Wali Kota", "Mayor", "", 1)]
    assert found.notes == (("P1", "term: Wali Kota = Mayor"),)


@pytest.mark.parametrize(
    ("before", "after", "words", "gone", "come"),
    [
        (
            "add patrol ships in",
            "add patrol boats in",
            "patrol ships",
            "patrol ships",
            "patrol boats",
        ),
        ("of vessels ships will", "of boats will", "vessels", "vessels ships", "boats"),
        ("the piracy rose", "the rose", "piracy", "piracy", ""),
        ("the piracy rose", "x y z", "piracy", "the piracy rose", "x y z"),
        ("Town Hall shut", "Town and Hall shut", "Town Hall", "Town Hall", "Town and Hall"),
    ],
)
def test_words_are_followed_into_what_they_became(
    before: str, after: str, words: str, gone: str, come: str
) -> None:
    at = before.index(words)
    found = rewritten(before, after, at, at + len(words))
    assert found is not None
    assert (found.before, found.after) == (gone, come)


def test_words_beside_an_edit_stayed_as_they_were() -> None:
    assert rewritten("Security Council met", "The Security Council sat", 0, 16) is None
