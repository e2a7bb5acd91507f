"""CSV that no spreadsheet runs, and Markdown that reads back as the same article."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sample_bitext import bitext

from exports.csv import COLUMNS, CsvExporter
from exports.markdown import MarkdownExporter
from exports.spreadsheet import harmless
from glossary.term import Span
from translate.model import Bitext, Block, Document, Kind, Origin, Segment, Signature, Translation


def rows(made: Bitext) -> list[list[str]]:
    return list(csv.reader(io.StringIO(CsvExporter().render(made).decode("utf-8-sig"), newline="")))


def test_a_line_a_sentence_with_terms_and_findings() -> None:
    header, *lines = rows(bitext())
    assert tuple(header) == COLUMNS
    assert [line[0] for line in lines] == [t.segment.id for t in bitext().translations]
    assert [line[3] for line in lines] == [t.target for t in bitext().translations]


@given(st.text(max_size=30))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert harmless(text).removeprefix("'") == text.removeprefix("'")


def test_a_formula_in_the_article_is_disarmed() -> None:
    full = bitext()
    armed = tuple(replace(t, target="=HYPERLINK(1)") for t in full.translations)
    assert {line[3] for line in rows(replace(full, translations=armed))[1:]} == {"'=HYPERLINK(1)"}


def article(*blocks: tuple[Kind, str, int, tuple[int, int, int] | None]) -> Bitext:
    made = tuple(Block(i, k, t, level, cell=c) for i, (k, t, level, c) in enumerate(blocks))
    done = tuple(
        Translation(
            Segment(f"P{b.index + 1}.1", b.index, b.kind, Span(0, len(b.text)), b.text),
            b.text,
            Origin.MACHINE,
        )
        for b in made
        if b.text
    )
    return Bitext(Document("x", "", "id", made), "en", done, Signature("", "", "", ""))


def markdown(*blocks: tuple[Kind, str, int, tuple[int, int, int] | None]) -> str:
    return MarkdownExporter().render(article(*blocks)).decode()


@pytest.mark.parametrize(
    ("kind", "level", "text", "written"),
    [
        (Kind.TITLE, 1, "Rice is dear", "# Rice is dear"),
        (Kind.HEADING, 1, "Markets", "## Markets"),
        (Kind.HEADING, 9, "Deep", "###### Deep"),
        (Kind.PARAGRAPH, 0, "One\ntwo", "One  \ntwo"),
        (Kind.PARAGRAPH, 0, "2 * 3 < 7_a", "2 \\* 3 \\< 7\\_a"),
        (Kind.PARAGRAPH, 0, "# no heading", "\\# no heading"),
        (Kind.PARAGRAPH, 0, "1. no list", "1\\. no list"),
        (Kind.QUOTE, 0, "We go", "> We go"),
        (Kind.LIST_ITEM, 1, "first", "- first"),
        (Kind.LIST_ITEM, 2, "deeper", "    - deeper"),
        (Kind.LIST_ITEM, 1, "1. first", "1. first"),
        (Kind.CODE, 0, "a < b", "```\na < b\n```"),
        (Kind.CAPTION, 0, "A harbour", "*A harbour*"),
    ],
)
def test_each_kind_has_its_mark_up(kind: Kind, level: int, text: str, written: str) -> None:
    assert markdown((kind, text, level, None)) == written + "\n"


def test_cells_become_a_table_and_furniture_is_left_out() -> None:
    made = markdown(
        (Kind.CELL, "Year", 0, (1, 1, 1)),
        (Kind.CELL, "A|B", 0, (1, 1, 2)),
        (Kind.CELL, "2024", 0, (1, 2, 1)),
        (Kind.FURNITURE, "ADVERTISEMENT", 0, None),
    )
    assert made == "| Year | A\\|B |\n| --- | --- |\n| 2024 |  |\n"


@given(st.text(alphabet="ab *_[]<>&#+-=1.)`~|\\!", min_size=1, max_size=30))
def test_running_text_reads_back_as_it_is(text: str) -> None:
    words = " ".join(text.split())
    if not words:
        return
    tokens = MarkdownIt("commonmark").parse(markdown((Kind.PARAGRAPH, words, 0, None)))
    (inline,) = [token for token in tokens if token.type == "inline"]
    assert "".join(child.content for child in inline.children or ()) == words
