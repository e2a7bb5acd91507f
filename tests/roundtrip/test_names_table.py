"""The table of names behind the review is read by people only: the import passes it over."""

from __future__ import annotations

import copy
from dataclasses import replace

import pytest
from sample_bitext import bitext
from word_edits import Review, edited

from exports.docx import DocxExporter
from exports.docx.names import NAME_HEADINGS
from exports.docx.wml import Element, w
from exports.html import HtmlExporter
from exports.review import read_review
from translate.look import Look, Rows
from translate.model import Bitext, Document, Segment

SOURCE = "Gubernur Melki Rumbewas dan Melky Rumbewas bertemu di Cikaracak."
TARGET = "Governor Melki Rumbewas met someone in Cikaracak."


def made() -> Bitext:
    """The sample with a sentence of three names, one of them lost."""
    full = bitext()
    old = full.translations[4]
    span = replace(old.segment.span, start=0, end=len(SOURCE))
    segment = Segment(old.segment.id, old.segment.block, old.segment.kind, span, SOURCE)
    blocks = tuple(
        replace(b, text=SOURCE) if b.index == segment.block else b for b in full.document.blocks
    )
    document: Document = replace(full.document, blocks=blocks)
    done = [t for t in full.translations if t.segment.block != segment.block or t is old]
    told = tuple(
        replace(t, segment=segment, target=TARGET, hits=(), findings=()) if t is old else t
        for t in done
    )
    return replace(full, document=document, translations=told)


def names_of(data: bytes) -> Element | None:
    tables = list(Review(data).tree.iter(w("tbl")))
    return tables[2] if len(tables) > 2 else None


def cells(row: Element) -> list[str]:
    return ["".join(t.text or "" for t in cell.iter(w("t"))) for cell in row.iter(w("tc"))]


def test_each_name_has_a_row_with_its_english_and_what_to_look_at() -> None:
    table = names_of(DocxExporter().render(made()))
    assert table is not None
    head, *rows = map(cells, table.findall(w("tr")))
    assert tuple(head) == NAME_HEADINGS
    told = {row[0]: row[1:] for row in rows}
    assert told["Cikaracak"] == ["Cikaracak", "place", "1", "P4.2", "", ""]
    assert told["Melky Rumbewas"][-1] == (
        "Missing or spelled differently in the English of P4.2. Looks like “Melki Rumbewas”."
    )


@pytest.mark.parametrize(("rows", "anchor"), [(Rows.PARAGRAPH, "r_P4"), (Rows.SENTENCE, "r_P4_2")])
def test_the_first_mention_is_a_link_to_its_row(rows: Rows, anchor: str) -> None:
    data = DocxExporter().dressed(Look(rows=rows)).render(made())
    table = names_of(data)
    assert table is not None
    anchors = {link.get(w("anchor")) for link in table.iter(w("hyperlink"))}
    marks = {mark.get(w("name")) for mark in Review(data).tree.iter(w("bookmarkStart"))}
    assert anchor in anchors
    assert anchors <= marks


def test_the_table_can_be_left_out() -> None:
    look = Look(names=False)
    assert names_of(DocxExporter().dressed(look).render(made())) is None
    assert b'class="names"' not in HtmlExporter().dressed(look).render(made())
    assert b'class="names"' in HtmlExporter().render(made())


def test_what_is_written_into_it_is_no_row_of_the_review() -> None:
    def edit(review: Review) -> None:
        table = list(review.tree.iter(w("tbl")))[2]
        table.append(copy.deepcopy(table.findall(w("tr"))[-1]))

    review = read_review(edited(DocxExporter().render(made()), edit))
    assert review.foreign == ()
    assert [row.faults for row in review.rows if row.faults] == []


def test_a_row_of_the_review_that_was_moved_there_is_found() -> None:
    def edit(review: Review) -> None:
        list(review.tree.iter(w("tbl")))[2].append(review.rows[-1])

    data = DocxExporter().render(made())
    assert read_review(edited(data, edit)).missing == ()


def test_a_table_that_someone_pasted_behind_it_is_told() -> None:
    def edit(review: Review) -> None:
        table = copy.deepcopy(list(review.tree.iter(w("tbl")))[2])
        table.remove(table.findall(w("tr"))[0])
        list(review.tree.iter(w("tbl")))[2].addnext(table)

    assert read_review(edited(DocxExporter().render(made()), edit)).foreign != ()
