"""Every layout of the review file comes home: identity, edits, and rows that are out of order."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from lxml import etree
from sample_bitext import bitext
from word_edits import Review, edited, saved_by_office

from exports.docx import DocxExporter
from exports.docx.elements import add, parsed, root
from exports.docx.layout import Role
from exports.docx.wml import Ink as Plain
from exports.docx.wml import run, tag, w
from exports.review import read_review
from translate.look import Arrangement, Columns, Look, Paper, Rows
from translate.model import Bitext, Kind
from translate.review.decide import Decision, Reading, decide

LOOKS = [
    Look(columns, rows, arrangement, Paper.LETTER if rows is Rows.SENTENCE else Paper.A4)
    for columns, rows, arrangement in product(Columns, Rows, Arrangement)
]


def with_cells() -> Bitext:
    """The sample, its list made a table of one row."""
    full = bitext()
    blocks = tuple(
        replace(b, kind=Kind.CELL, level=0, cell=(1, 1, b.index - 5)) if b.index in (6, 7) else b
        for b in full.document.blocks
    )
    return replace(full, document=replace(full.document, blocks=blocks))


@pytest.fixture(scope="module", params=LOOKS, ids=lambda look: "-".join(vars_of(look)))
def look(request: pytest.FixtureRequest) -> Look:
    chosen: Look = request.param
    return chosen


def vars_of(look: Look) -> tuple[str, ...]:
    return look.columns.value, look.rows.value, look.arrangement.value


@pytest.fixture(scope="module")
def original(look: Look) -> bytes:
    return DocxExporter().dressed(look).render(with_cells())


def row_of(segment: str, look: Look) -> str:
    return segment if look.rows is Rows.SENTENCE else segment.partition(".")[0]


def reading(data: bytes) -> Reading:
    return decide(read_review(data), approve_unchanged=False)


def approved(data: bytes) -> dict[str, str | None]:
    return {v.translation.segment.id: v.after for v in reading(data).of(Decision.APPROVED)}


def kinds(data: bytes) -> list[tuple[str, str]]:
    return [(problem.row, problem.kind) for problem in reading(data).problems]


def test_an_untouched_file_gives_back_every_row_and_nothing_odd(
    original: bytes, look: Look
) -> None:
    review = read_review(original)
    sent = with_cells()
    assert review.manifest == sent
    wanted = dict.fromkeys(row_of(t.segment.id, look) for t in sent.translations)
    assert [row.id for row in review.rows] == list(wanted)
    means = "control" if look.columns is Columns.FULL else "bookmark"
    assert {row.matched for row in review.rows} == {means}
    assert {row.faults for row in review.rows} == {()}
    found = [s for row in review.rows for s in row.sentences]
    assert [(s.id, s.text) for s in found] == [(t.segment.id, t.target) for t in sent.translations]
    assert kinds(original) == []
    assert {v.decision for v in reading(original).verdicts} == {Decision.UNDECIDED}


def test_edits_are_found_in_their_sentences_and_no_others_are_invented(
    original: bytes, look: Look
) -> None:
    def edit(review: Review) -> None:
        review.split_runs()
        review.track(row_of("P4.1", look), "closed its", "ended an")
        review.replace(row_of("P4.2", look), "Some ships", "14 ships")
        review.track(row_of("P7.1", look), "first ", "")
        if look.columns is Columns.FULL:
            review.status(row_of("P5.1", look), "OK")
            review.note(row_of("P9.1", look), "term: Pelabuhan Merah = Red Port")

    data = edited(original, edit, look)
    expected = {
        "P4.1": "The Coastal Alliance (CAL) ended an exercise at Pelabuhan Merah.",
        "P4.2": "14 ships took part.",
        "P7.1": "The ship leaves.",
    }
    if look.columns is Columns.FULL:
        expected["P5.1"] = "The next step"
        assert [p.target for p in reading(data).proposals] == ["Red Port"]
    assert approved(data) == expected
    assert kinds(data) == []


def test_what_is_typed_into_an_empty_translation_is_read(original: bytes, look: Look) -> None:
    def edit(review: Review) -> None:
        paragraph = review.target(row_of("P8.1", look)).findall(w("p"))[-1]
        paragraph.append(parsed(run("The second ship waits.", Plain()))[0])

    assert approved(edited(original, edit, look)) == {"P8.1": "The second ship waits."}


def drop_marks(review: Review) -> None:
    for element in list(review.tree.iter(w("sdt"))):
        for child in list(element.find(w("sdtContent"))):
            element.addprevious(child)
        element.getparent().remove(element)
    for element in list(review.tree.iter(w("bookmarkStart"), w("bookmarkEnd"), w("pStyle"))):
        element.getparent().remove(element)


def test_without_controls_bookmarks_and_styles_the_printed_ids_serve(
    original: bytes, look: Look
) -> None:
    def edit(review: Review) -> None:
        review.replace(row_of("P4.2", look), "Some ships", "14 ships")
        drop_marks(review)

    data = edited(original, edit, look)
    assert {row.matched for row in read_review(data).rows} == {"printed"}
    assert approved(data) == {"P4.2": "14 ships took part."}


def deleted(review: Review, id: str) -> None:
    properties = review.row(id).find(w("trPr"))
    add(properties, "del", {"id": 1, "author": "x"})


def removed(review: Review, id: str) -> None:
    review.table.remove(review.row(id))


def doubled(review: Review, id: str) -> None:
    review.row(id).addnext(copy.deepcopy(review.row(id)))


def cell_lost(review: Review, id: str) -> None:
    review.row(id).remove(review.row(id).findall(w("tc"))[-1])


def merged(review: Review, id: str) -> None:
    following = review.row(id).getnext().findall(w("tc"))
    own = review.target(id)
    for paragraph in following[review.row(id).index(own) - len(review.row(id).findall(w("trPr")))]:
        if paragraph.tag == w("p"):
            own.append(paragraph)


def pasted(review: Review, id: str) -> None:
    nested = root("tbl")
    add(add(add(add(add(nested, "tr"), "tc"), "p"), "r"), "t").text = "inside"
    review.target(id).insert(1, nested)


def source_edited(review: Review, id: str) -> None:
    column = 1  # in all layouts the source begins there
    text = next(t for t in review.cell(id, column).iter(w("t")) if (t.text or "").startswith("K"))
    text.text = "Perahu" + text.text


DISORDER: dict[str, Callable[[Review, str], None]] = {
    "deleted": removed,
    "deleted, tracked": deleted,
    "repeated": doubled,
    "cells": cell_lost,
    "merged": merged,
    "table": pasted,
    "source": source_edited,
}


@pytest.mark.parametrize("name", DISORDER)
def test_rows_out_of_order_are_listed_and_nothing_is_guessed(
    original: bytes, look: Look, name: str
) -> None:
    id = row_of("P7.1", look)
    data = edited(original, lambda review: DISORDER[name](review, id), look)
    kind = name.partition(",")[0]
    assert (id, kind) in kinds(data)
    assert approved(data) == {}
    assert {v.row for v in reading(data).of(Decision.QUERY)} <= {row_of("P8.1", look)}


def test_the_instructions_fit_the_layout(original: bytes, look: Look) -> None:
    front = "".join(Review(original).tree.find(f".//{w('tbl')}").itertext())
    stacked = look.arrangement is Arrangement.STACKED
    assert ("the lower text" in front) is stacked
    assert ("Set a status per row" in front) is (look.columns is Columns.FULL)
    assert ("under the number of a row" in front) is (look.columns is Columns.SIMPLE)


def test_headings_are_kept_with_the_row_below(original: bytes, look: Look) -> None:
    review = Review(original, look=look)
    styled = etree.fromstring(review.parts["word/styles.xml"])
    keeps = {s.get(w("styleId")) for s in styled if s.find(f".//{w('keepNext')}") is not None}
    for paragraph in review.row(row_of("P5.1", look)).iter(w("p")):
        properties = paragraph.find(w("pPr"))
        style = properties.find(w("pStyle")).get(w("val"))
        assert style in keeps or properties.find(w("keepNext")) is not None, style


def test_flags_are_shown_in_every_layout(original: bytes, look: Look) -> None:
    review = Review(original, look=look)
    row = row_of("P6.1", look)
    place = review.layout.places.get(Role.FLAGS, 0)
    assert "\u00a0Q\u00a0" in "".join(review.cell(row, place).itertext())


def test_moved_rows_keep_their_identity(original: bytes, look: Look) -> None:
    id = row_of("P9.1", look)
    data = edited(original, lambda r: r.rows[1].addprevious(r.row(id)), look)
    assert kinds(data) == [(id, "moved")]


@pytest.mark.parametrize("tracked", [True, False])
def test_source_and_translation_made_one_paragraph_decide_nothing(tracked: bool) -> None:
    look = Look(arrangement=Arrangement.STACKED)

    def edit(review: Review) -> None:
        source, target = review.target("P7").findall(w("p"))[-2:]
        if tracked:
            add(source.find(f"{w('pPr')}/{w('rPr')}"), "del", {"id": 1, "author": "x"})
        else:
            for child in list(target)[1:]:
                source.append(child)
            target.getparent().remove(target)

    data = edited(DocxExporter(look).render(with_cells()), edit, look)
    assert ("P7", "joined") in kinds(data)
    assert approved(data) == {}


def test_a_second_paragraph_typed_under_a_stacked_translation_belongs_to_it() -> None:
    look = Look(arrangement=Arrangement.STACKED)

    def edit(review: Review) -> None:
        review.target("P7").extend(parsed(tag("p", inner=run("It sails.", Plain()))))

    data = edited(DocxExporter(look).render(with_cells()), edit, look)
    assert approved(data) == {"P7.1": "The first ship leaves. It sails."}


@pytest.mark.office
def test_a_file_that_libreoffice_saved_says_the_same(
    original: bytes, look: Look, tmp_path: Path
) -> None:
    def edit(review: Review) -> None:
        review.track(row_of("P4.1", look), "closed its", "ended an")
        review.track(row_of("P4.2", look), "Some ships", "14 ships")
        review.track(row_of("P7.1", look), "first ", "")
        review.comment(row_of("P5.1", look), "step", "Which step?")

    before = edited(original, edit, look)
    after = saved_by_office(before, tmp_path)
    ours, theirs = reading(before), reading(after)
    assert [(v.row, v.decision, v.after) for v in theirs.verdicts] == [
        (v.row, v.decision, v.after) for v in ours.verdicts
    ]
    assert theirs.problems == ours.problems
    assert [(r.row, r.text) for r in read_review(after).remarks] == [
        (row_of("P5.1", look), "Which step?")
    ]
