"""A review comes home: what was written into the DOCX is in the memory, and nothing else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sample_bitext import bitext
from word_edits import Review, edited

from exports.docx import DocxExporter
from exports.docx.elements import add, root
from exports.docx.wml import w
from exports.review import read_review
from glossary.store import merge
from translate import pipeline
from translate.engines.echo import EchoEngine
from translate.errors import InputError
from translate.languages import load_language
from translate.memory import units
from translate.memory.file import MemoryFile
from translate.memory.unit import MemoryUnit
from translate.model import Bitext, Origin
from translate.review.accept import Accepted, accept, undo
from translate.review.decide import Decision, Reading, decide
from translate.review.rows import View

ROOT = Path(__file__).parent.parent.parent
SHIPS = "Sebanyak 14 kapal ikut serta."
EXERCISE = "Aliansi Pesisir (APS) menutup latihan di Pelabuhan Merah."


@pytest.fixture(scope="module")
def original() -> bytes:
    return DocxExporter().render(bitext())


@pytest.fixture
def memory(tmp_path: Path):
    with MemoryFile(tmp_path / "memory.sqlite3") as file:
        yield file


def reading(data: bytes, *, approve_unchanged: bool = False, view: View = View.FINAL) -> Reading:
    return decide(read_review(data, view), approve_unchanged=approve_unchanged)


def taken(
    memory: MemoryFile, data: bytes, *, name: str = "a.docx", replace_: bool = False
) -> Accepted:
    review = read_review(data)
    decided = decide(review, approve_unchanged=False)
    digest = f"{name}{hash(data)}{replace_}"
    return accept(memory, review, decided, name=name, digest=digest, replace=replace_)


def approved(data: bytes) -> dict[str, str | None]:
    return {v.translation.segment.id: v.after for v in reading(data).of(Decision.APPROVED)}


def kinds(data: bytes) -> list[tuple[str, str]]:
    return [(problem.row, problem.kind) for problem in reading(data).problems]


def test_an_untouched_file_approves_nothing_and_has_nothing_odd(original: bytes) -> None:
    found = reading(original)
    assert {v.decision for v in found.verdicts} == {Decision.UNDECIDED}
    assert len(found.verdicts) == 10
    assert (found.problems, found.proposals) == ((), ())


EDITS: dict[str, tuple[Callable[[Review], None], dict[str, str]]] = {
    "typed over": (
        lambda r: r.replace("P4", "Some ships", "14 ships"),
        {"P4.2": "14 ships took part."},
    ),
    "tracked": (
        lambda r: r.track("P4", "Some ships", "14 ships"),
        {"P4.2": "14 ships took part."},
    ),
    "tracked in both sentences": (
        lambda r: (r.track("P4", "closed its", "ended an"), r.track("P4", "took part", "came")),
        {
            "P4.1": "The Coastal Alliance (CAL) ended an exercise at Pelabuhan Merah.",
            "P4.2": "Some ships came.",
        },
    ),
    "deleted words": (
        lambda r: r.track("P7", "first ", ""),
        {"P7.1": "The ship leaves."},
    ),
    "edited in runs cut to pieces": (
        lambda r: (r.split_runs(), r.track("P4", "ships took", "vessels took")),
        {"P4.2": "Some vessels took part."},
    ),
    "edited twice": (
        lambda r: (r.track("P7", "first", "1st"), r.track("P7", "1st", "leading")),
        {"P7.1": "The leading ship leaves."},
    ),
    "moved words": (
        lambda r: r.track_move("P7", "The first "),
        {"P7.1": "ship leaves.The first"},
    ),
    "approved as it is": (
        lambda r: r.status("P5", "OK"),
        {"P5.1": "The next step"},
    ),
    "smart quotes": (
        lambda r: r.track("P6", "We return tomorrow.", "“We return tomorrow,” he said."),
        {"P6.1": "“We return tomorrow,” he said."},
    ),
    "whole row typed anew": (
        lambda r: (
            r.track("P4", "The Coastal Alliance (CAL) closed", "CAL closed"),
            r.track("P4", " Some ships took part.", " Fourteen ships came."),
        ),
        {
            "P4.1": "CAL closed its exercise at Pelabuhan Merah.",
            "P4.2": "Fourteen ships came.",
        },
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_found_in_its_sentence_and_no_other_is_invented(
    original: bytes, name: str
) -> None:
    edit, expected = EDITS[name]
    assert approved(edited(original, edit)) == expected


def test_the_same_edits_seen_as_rejected_are_none(original: bytes) -> None:
    data = edited(original, lambda r: r.track("P4", "Some ships", "14 ships"))
    found = reading(data, view=View.ORIGINAL)
    assert not any(verdict.changed for verdict in found.verdicts)
    assert read_review(data).revisions == 2


def test_a_tracked_change_names_its_author_and_time(original: bytes) -> None:
    data = edited(original, lambda r: r.track("P4", "Some ships", "14 ships"))
    (verdict,) = reading(data).of(Decision.APPROVED)
    assert (verdict.author, verdict.made) == ("Rina", "2025-03-04T10:00:00Z")


def typed_over_all(review: Review, text: str) -> None:
    """Select the whole cell and type: what is typed has the style of its first line, the label."""
    label, *others = review.target("P1").findall(w("p"))
    for paragraph in others:
        paragraph.getparent().remove(paragraph)
    first, *more = label.iter(w("t"))
    first.text = text
    for run in more:
        run.text = ""


@pytest.mark.parametrize(
    ("text", "found"), [("The Exercise Is Over", {"P1.1": "The Exercise Is Over"}), ("", {})]
)
def test_what_is_typed_over_a_cell_with_its_label_is_read(
    original: bytes, text: str, found: dict[str, str]
) -> None:
    assert approved(edited(original, lambda r: typed_over_all(r, text))) == found


def test_a_label_that_is_all_that_is_left_is_an_emptied_cell(original: bytes) -> None:
    def edit(review: Review) -> None:
        for paragraph in review.target("P1").findall(w("p"))[1:]:
            paragraph.getparent().remove(paragraph)

    found = reading(edited(original, edit))
    assert [v.translation.segment.id for v in found.of(Decision.QUERY)] == ["P1.1"]


def test_an_emptied_sentence_is_a_query(original: bytes) -> None:
    data = edited(original, lambda r: (r.track("P7", "The first ship leaves.", ""),))
    assert [v.translation.segment.id for v in reading(data).of(Decision.QUERY)] == ["P7.1"]
    assert approved(data) == {}


def test_two_sentences_made_one_become_queries(original: bytes) -> None:
    edit = " at Pelabuhan Merah. Some ships took part."
    data = edited(original, lambda r: r.track("P4", edit, " with some ships."))
    assert {v.translation.segment.id for v in reading(data).of(Decision.QUERY)} == {"P4.1", "P4.2"}
    assert ("P4", "split") in kinds(data)


def drop_marks(review: Review) -> None:
    """Google Docs keeps neither content controls nor bookmarks."""
    for element in list(review.tree.iter(w("sdt"))):
        content = element.find(w("sdtContent"))
        for child in list(content):
            element.addprevious(child)
        element.getparent().remove(element)
    for element in list(review.tree.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        element.getparent().remove(element)


def test_a_file_without_controls_and_bookmarks_is_aligned(original: bytes) -> None:
    def edit(review: Review) -> None:
        drop_marks(review)
        review.replace("P4", "Some ships", "14 ships")

    data = edited(original, edit)
    assert {row.matched for row in read_review(data).rows} == {"printed"}
    assert approved(data) == {"P4.2": "14 ships took part."}
    assert kinds(data) == [("P4", "aligned")]


def test_a_row_is_known_by_its_source_when_all_else_is_gone(original: bytes) -> None:
    def edit(review: Review) -> None:
        drop_marks(review)
        review.replace("P5", "next", "second")
        for text in review.cell("P5", 0).iter(w("t")):
            text.text = ""

    data = edited(original, edit)
    assert next(r for r in read_review(data).rows if r.id == "P5").matched == "source"
    assert approved(data) == {"P5.1": "The second step"}


def merge_rows(review: Review) -> None:
    first, second = review.cell("P6", 2), review.cell("P7", 2)
    for paragraph in second.findall(w("p")):
        first.append(paragraph)
    add(second, "p")


def pasted_row(review: Review) -> None:
    stranger = add(review.table, "tr")
    for _ in range(6):
        add(add(add(add(stranger, "tc"), "p"), "r"), "t").text = "pasted"


def nested_table(review: Review) -> None:
    nested = root("tbl")
    add(add(add(add(add(nested, "tr"), "tc"), "p"), "r"), "t").text = "inside"
    review.cell("P7", 2).insert(1, nested)


def deleted_row(review: Review) -> None:
    add(review.row("P7").find(w("trPr")), "del", {"id": 1, "author": "x"})


def vertical_merge(review: Review) -> None:
    for block in ("P6", "P7"):
        add(review.cell(block, 2).find(w("tcPr")), "vMerge")


def split_row(review: Review) -> None:
    second = copy.deepcopy(review.row("P4"))
    review.row("P4").addnext(second)


def source_edit(review: Review) -> None:
    next(review.cell("P7", 1).iter(w("t"))).text = "Kapal keenam"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (merge_rows, [("P6", "merged")]),
        (vertical_merge, [("P6", "merged"), ("P7", "merged")]),
        (pasted_row, [("", "foreign")]),
        (nested_table, [("P7", "table")]),
        (deleted_row, [("P7", "deleted")]),
        (split_row, [("P4", "repeated")]),
        (source_edit, [("P7", "source")]),
        (lambda r: r.row("P2").addprevious(r.row("P8")), [("P8", "moved")]),
        (lambda r: r.row("P7").remove(r.cell("P7", 5)), [("P7", "cells")]),
    ],
)
def test_rows_out_of_order_are_listed_and_nothing_is_guessed(
    original: bytes, edit: Callable[[Review], object], expected: list[tuple[str, str]]
) -> None:
    data = edited(original, lambda review: (edit(review), None)[1])
    assert kinds(data) == expected
    assert approved(data) == {}


def test_a_manifest_with_half_characters_is_read_and_can_be_kept(memory: MemoryFile) -> None:
    full = bitext()
    odd = replace(full.translations[6], target="The \ud800 ship \U0001f6a2.")
    translations = (*full.translations[:6], odd, *full.translations[7:])
    data = DocxExporter().render(replace(full, translations=translations))
    done = taken(memory, edited(data, lambda r: r.status(f"P{odd.segment.block + 1}", "OK")))
    (unit,) = units.all_units(memory)
    assert (done.added, unit.target) == (1, "The \ufffd ship \U0001f6a2.")


def test_a_file_with_a_hundred_thousand_rows_is_refused_at_once(original: bytes) -> None:
    def edit(review: Review) -> None:
        table = review.table
        for _ in range(100_000):
            add(table, "tr")

    data = edited(original, edit)
    with pytest.raises(InputError, match="table rows") as caught:
        read_review(data)
    assert caught.value.slug == "review-damaged"


def test_comments_come_with_author_time_anchor_and_reply(original: bytes) -> None:
    def edit(review: Review) -> None:
        name = review.comment("P7", "first ship", "Which one?")
        answer = review.comment("P7", "first ship", "The Tulip. term: kapal = vessel")
        space = "http://schemas.microsoft.com/office/word/2012/wordml"
        xml = (
            f'<w15:commentsEx xmlns:w15="{space}"><w15:commentEx w15:paraId="{answer}" '
            f'w15:paraIdParent="{name}" w15:done="0"/></w15:commentsEx>'
        )
        review.parts["word/commentsExtended.xml"] = xml.encode()
        links = "word/_rels/document.xml.rels"
        kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
        link = f'<Relationship Id="x1" Type="{kind}" Target="commentsExtended.xml"/>'
        review.parts[links] = review.parts[links].replace(
            b"</Relationships>", link.encode() + b"</Relationships>"
        )

    remarks = read_review(edited(original, edit)).remarks
    assert [(r.row, r.author, r.made, r.anchor, r.text, r.reply) for r in remarks] == [
        ("P7", "Rina", "2025-03-04T10:00:00Z", "first ship", "Which one?", False),
        (
            "P7",
            "Rina",
            "2025-03-04T10:00:00Z",
            "first ship",
            "The Tulip. term: kapal = vessel",
            True,
        ),
    ]


def test_our_own_comments_are_no_remarks(original: bytes) -> None:
    assert read_review(original).remarks == ()


def translated(memory: MemoryFile, source: Bitext) -> Bitext:
    (result,) = pipeline.translate(
        [source.document],
        engine=EchoEngine("id", "en"),
        glossary=merge([]),
        language=load_language("id"),
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
        memory=memory,
    )
    return result


def test_the_next_translation_uses_what_was_approved(original: bytes, memory: MemoryFile) -> None:
    def edit(review: Review) -> None:
        review.split_runs()
        review.track("P4", "Some ships", "14 ships")
        review.status("P5", "OK")
        review.note("P4", "term: kapal = ship", "waive: L")

    done = taken(memory, edited(original, edit))
    assert (done.added, done.changed, done.conflicts) == (2, 0, ())
    again = translated(memory, bitext())
    found = {t.segment.text: (t.target, t.origin) for t in again.translations}
    assert found[SHIPS] == ("14 ships took part.", Origin.MEMORY)
    assert found["Langkah berikutnya"] == ("The next step", Origin.MEMORY)
    assert found["Kapal kedua menunggu."][1] is Origin.MACHINE
    assert DocxExporter().render(translated(memory, bitext())) == DocxExporter().render(again)
    shown = Review(DocxExporter().render(again))
    flags = ["".join(shown.cell(id, 3).itertext()) for id in ("P3", "P4", "P5")]
    assert [text[-6:] for text in flags] == ["", "TM 1/2", "TM"]
    second = edited(DocxExporter().render(again), lambda r: r.track("P4", "took part", "came"))
    assert taken(memory, second).changed == 1
    assert translated(memory, bitext()).of_block(3)[1].target == "14 ships came."


def test_the_same_file_twice_changes_nothing(original: bytes, memory: MemoryFile) -> None:
    data = edited(original, lambda r: r.track("P4", "Some ships", "14 ships"))
    first = taken(memory, data)
    with memory.reading() as db:
        before = list(db.iterdump())
    second = taken(memory, data)
    with memory.reading() as db:
        assert list(db.iterdump()) == before
    assert (first.added, second.added, bool(second.before)) == (1, 0, True)


def test_a_backup_is_made_before_anything_is_written(original: bytes, memory: MemoryFile) -> None:
    units.store(memory, [MemoryUnit("id", "en", "Satu.", "One.")], replace_=False)
    done = taken(memory, edited(original, lambda r: r.status("P5", "OK")))
    assert done.backup is not None
    with MemoryFile(done.backup) as copy_:
        assert [unit.source for unit in units.all_units(copy_)] == ["Satu."]


def test_undo_takes_the_last_import_back_and_keeps_what_changed_since(
    original: bytes, memory: MemoryFile
) -> None:
    ships = MemoryUnit("id", "en", SHIPS, "Some ships took part.", "Old")
    units.store(memory, [ships], replace_=False)

    def edit(review: Review) -> None:
        review.track("P4", "Some ships", "14 ships")
        review.status("P5", "OK")
        review.track("P7", "first", "1st")

    assert taken(memory, edited(original, edit)).changed == 1
    later = MemoryUnit("id", "en", "Kapal pertama berangkat.", "It sails.")
    units.store(memory, [later], replace_=True)
    done = undo(memory)
    assert done is not None
    assert (done.removed, done.restored, done.kept) == (1, 1, (later.source,))
    assert units.all_units(memory) == sorted([later, ships], key=lambda u: u.key)
    assert undo(memory) is None


def test_two_reviewers_equal_edits_merge_and_others_are_conflicts(
    original: bytes, memory: MemoryFile
) -> None:
    def first(review: Review) -> None:
        review.track("P4", "Some ships", "14 ships")
        review.track("P7", "first", "1st")

    def second(review: Review) -> None:
        review.track("P4", "Some ships", "14 ships")
        review.track("P7", "first", "foremost")

    taken(memory, edited(original, first))
    done = taken(memory, edited(original, second))
    assert (done.same, done.added, done.changed) == (1, 0, 0)
    (conflict,) = done.conflicts
    assert (conflict.theirs, conflict.ours) == ("The 1st ship leaves.", "The foremost ship leaves.")
    assert units.search(memory, "foremost", 9) == []
    won = taken(memory, edited(original, second), replace_=True)
    assert (won.changed, won.conflicts) == (1, ())


def test_one_sentence_approved_in_two_ways_is_a_conflict(memory: MemoryFile) -> None:
    full = bitext()
    text = "Kapal pertama berangkat."
    twice = replace(
        full,
        document=replace(
            full.document,
            blocks=tuple(
                replace(b, text=text) if b.index == 7 else b for b in full.document.blocks
            ),
        ),
        translations=tuple(
            replace(
                t,
                segment=replace(t.segment, text=text, span=replace(t.segment.span, end=len(text))),
                target="The first ship leaves.",
            )
            if t.segment.block == 7
            else t
            for t in full.translations
        ),
    )

    def edit(review: Review) -> None:
        review.track("P7", "first", "1st")
        review.track("P8", "first", "foremost")

    done = taken(memory, edited(DocxExporter().render(twice), edit))
    assert [c.where for c in done.conflicts] == ["P7"]
    assert units.all_units(memory) == []
