"""The decision table: text and status decide, everything odd is listed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.term import Span
from translate.model import Bitext, Block, Document, Kind, Origin, Segment, Signature, Translation
from translate.review.decide import Decision, Reading, decide
from translate.review.notes import Proposal, commands
from translate.review.rows import Fault, Remark, ReviewFile, ReviewRow

LETTERS = {"N": ("number",), "L": ("length", "cut")}
DRAFT = "The price rose."


def review(target: str, status: str, draft: str = DRAFT, origin: Origin = Origin.MACHINE):
    source = "Harga naik."
    segment = Segment("P1.1", 0, Kind.PARAGRAPH, Span(0, len(source)), source)
    document = Document("d", "t", "id", (Block(0, Kind.PARAGRAPH, source),))
    bitext = Bitext(
        document,
        "en",
        (Translation(segment, draft, origin),),
        Signature("tool", "echo", "echo", "none"),
    )
    row = ReviewRow("P1", status, target, (), "", "", "control")
    return ReviewFile(
        "d",
        "run",
        bitext,
        (row,),
        author="Rina",
        made="2025-03-03T09:15:00Z",
        letters=LETTERS,
        drafts={"P1.1": draft},
    )


def noted(note: str, status: str = "OK") -> Reading:
    file = review(DRAFT, status)
    return decide(replace(file, rows=(replace(file.rows[0], note=note),)), approve_unchanged=False)


TABLE = {
    "changed": ("approved", "approved", "approved", "query", "ignored"),
    "unchanged": ("undecided", "approved", "undecided", "query", "ignored"),
    "emptied": ("query", "query", "query", "query", "ignored"),
}
TEXTS = {"changed": "Prices rose.", "unchanged": DRAFT, "emptied": " \n"}
STATUSES = ("MT", "OK", "Edited", "Query", "Skip")


@pytest.mark.parametrize(
    ("text", "status", "decision"),
    [
        (text, status, decision)
        for text, decisions in TABLE.items()
        for status, decision in zip(STATUSES, decisions, strict=True)
    ],
)
def test_text_and_status_decide(text: str, status: str, decision: str) -> None:
    (verdict,) = decide(review(TEXTS[text], status), approve_unchanged=False).verdicts
    assert verdict.decision == decision
    assert verdict.changed is (text != "unchanged")


@pytest.mark.parametrize(
    ("target", "status", "draft", "origin", "decision"),
    [
        (DRAFT, "MT", DRAFT, Origin.MACHINE, "approved"),
        (" The  price\nrose. ", "MT", DRAFT, Origin.MACHINE, "approved"),
        ("", "MT", "", Origin.MACHINE, "undecided"),
        (DRAFT, "Query", DRAFT, Origin.MACHINE, "query"),
        (DRAFT, "MT", DRAFT, Origin.COPIED, "undecided"),
        ("Prices.", "MT", DRAFT, Origin.COPIED, "approved"),
    ],
)
def test_what_was_left_as_it_was_may_be_approved_as_a_whole(
    target: str, status: str, draft: str, origin: Origin, decision: str
) -> None:
    (verdict,) = decide(review(target, status, draft, origin), approve_unchanged=True).verdicts
    assert verdict.decision == decision


@pytest.mark.parametrize(
    ("status", "decision"), [("", "undecided"), (" ok ", "approved"), ("later", "query")]
)
def test_a_status_is_known_or_asked_about(status: str, decision: str) -> None:
    reading = decide(review(DRAFT, status), approve_unchanged=False)
    assert reading.verdicts[0].decision == decision
    assert [p.kind for p in reading.problems] == (["status"] if status == "later" else [])


def test_an_empty_translation_is_never_approved() -> None:
    (verdict,) = decide(review("", "OK", ""), approve_unchanged=True).verdicts
    assert verdict.decision is Decision.QUERY


def test_the_draft_is_kept_to_the_letter_where_only_white_space_differs() -> None:
    (verdict,) = decide(review("A b.", "OK", "A\u00a0b."), approve_unchanged=False).verdicts
    assert (verdict.after, verdict.changed) == ("A\u00a0b.", False)


def test_edited_without_an_edit_is_told() -> None:
    reading = decide(review(DRAFT, "Edited"), approve_unchanged=False)
    assert [p.kind for p in reading.problems] == ["unchanged"]


@pytest.mark.parametrize("fault", Fault)
def test_nothing_is_decided_from_a_faulty_row(fault: Fault) -> None:
    file = review("Prices.", "OK")
    faulty = replace(file, rows=(replace(file.rows[0], faults=(fault,)),))
    reading = decide(faulty, approve_unchanged=True)
    assert reading.verdicts == ()
    assert [p.kind for p in reading.problems] == [fault.value]


def test_nothing_is_decided_from_a_row_that_is_there_twice() -> None:
    file = review("Prices.", "OK")
    twice = replace(file, rows=file.rows * 2, repeated=("P1",))
    reading = decide(twice, approve_unchanged=True)
    assert reading.verdicts == ()
    assert [p.kind for p in reading.problems] == ["repeated"]


def test_deleted_moved_and_foreign_rows_and_edited_sources_are_listed() -> None:
    file = review("Prices.", "OK")
    rows = (replace(file.rows[0], source="Harga beras naik."),)
    odd = replace(file, rows=rows, missing=("P2",), moved=("P1",), foreign=("pasted",))
    reading = decide(odd, approve_unchanged=False)
    assert [(p.row, p.kind) for p in reading.problems] == [
        ("P2", "deleted"),
        ("P1", "moved"),
        ("", "foreign"),
        ("P1", "source"),
    ]
    assert reading.verdicts[0].decision is Decision.APPROVED


def test_who_tracked_a_change_goes_before_who_saved_the_file() -> None:
    file = review("Prices.", "OK")
    (saved,) = decide(file, approve_unchanged=False).verdicts
    tracked_row = replace(file.rows[0], authors=("Budi",), made="2025-04-01T00:00:00Z")
    (tracked,) = decide(replace(file, rows=(tracked_row,)), approve_unchanged=False).verdicts
    assert (saved.author, saved.made) == ("Rina", "2025-03-03T09:15:00Z")
    assert (tracked.author, tracked.made) == ("Budi", "2025-04-01T00:00:00Z")


@pytest.mark.parametrize(
    ("note", "proposals", "waived", "wrong"),
    [
        ("looks fine", [], (), []),
        ("term: beras = rice", [("beras", "rice")], (), []),
        ("Term:  a b =  c = d ; waive: n", [("a b", "c = d")], ("number",), []),
        ("waive: L, N", [], ("length", "cut", "number"), []),
        ("waive: cut", [], ("cut",), []),
        ("waive: z", [], (), ["waive: z"]),
        ("waive: Coastal Alliance, N", [], ("term:Coastal Alliance", "number"), []),
        ("waive: aliansi pesisir", [], ("term:Coastal Alliance",), []),
        ("term: nothing", [], (), ["term: nothing"]),
        ("term: beras = rice; pasar = market;", [("beras", "rice"), ("pasar", "market")], (), []),
        ("term: beras = rice; please ask", [("beras", "rice")], (), ["term: please ask"]),
        ("term: beras = rice\nplease ask", [("beras", "rice")], (), []),
        ("term: beras = rice, pasar = market", [], (), ["term: beras = rice, pasar = market"]),
        ("term: beras = rice, milled", [("beras", "rice, milled")], (), []),
        ("waive: N; L; term: beras = rice", [("beras", "rice")], ("number", "length", "cut"), []),
        ("we ask; waive: N", [], ("number",), []),
        ("waive:", [], (), ["waive:"]),
    ],
)
def test_notes_may_hold_commands(
    note: str, proposals: list[tuple[str, str]], waived: tuple[str, ...], wrong: list[str]
) -> None:
    terms = {"aliansi pesisir": "Coastal Alliance", "coastal alliance": "Coastal Alliance"}
    found = commands(note, "P1", LETTERS, terms)
    assert found.proposals == tuple(Proposal("P1", *pair) for pair in proposals)
    assert (found.waived, list(found.wrong)) == (waived, wrong)


def test_commands_count_in_notes_and_comments_and_waivers_only_for_what_is_approved() -> None:
    assert noted("waive: N").verdicts[0].waived == ("number",)
    assert noted("waive: N", "Query").verdicts[0].waived == ()
    assert [p.kind for p in noted("waive: ?").problems] == ["note"]
    file = review(DRAFT, "OK")
    remark = Remark("P1", "Rina", "", "", "term: harga = cost")
    said = decide(replace(file, remarks=(remark,)), approve_unchanged=False)
    assert said.proposals == (Proposal("P1", "harga", "cost"),)


@given(st.text(max_size=60))
def test_any_note_can_be_read(note: str) -> None:
    terms = {"aliansi pesisir": "Coastal Alliance", "coastal alliance": "Coastal Alliance"}
    found = commands(note, "P1", LETTERS, terms)
    assert all(p.source and p.target for p in found.proposals)
