"""The review DOCX as a file: what Word and LibreOffice rely on, and what a reviewer sees."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from lxml import etree
from sample_bitext import bitext

from exports.docx import DocxExporter
from exports.docx.layout import STATUSES, Layout
from exports.docx.wml import Element, w

GOLDEN = Path(__file__).parents[1] / "golden" / "review_document.xml"


@pytest.fixture(scope="module")
def data() -> bytes:
    return DocxExporter().render(bitext())


@pytest.fixture(scope="module")
def word(data: bytes) -> WordDocument:
    return docx.Document(BytesIO(data))


@pytest.fixture(scope="module")
def body(word: WordDocument) -> Element:
    return word.element.body


def values(element: Element, tag: str, attribute: str = "val") -> list[str]:
    return [found.get(w(attribute)) for found in element.iter(w(tag))]


def text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(w("t")))


def rows(body: Element) -> list[Element]:
    return list(body.findall(w("tbl"))[1].iter(w("tr")))


def cells(row: Element) -> list[Element]:
    return list(row.iter(w("tc")))


def part(data: bytes, name: str) -> Element:
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


def test_the_document_is_the_golden_one(data: bytes) -> None:
    """Run once with DWIBAHASA_UPDATE_GOLDEN=1 after a wanted change, and look at the difference."""
    tree = part(data, "word/document.xml")
    etree.indent(tree)
    found = etree.tostring(tree, encoding="unicode") + "\n"
    if os.environ.get("DWIBAHASA_UPDATE_GOLDEN"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_parts_carry_one_fixed_time(data: bytes) -> None:
    times = {entry.date_time for entry in ZipFile(BytesIO(data)).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_only_parts_that_are_used_are_in_the_file(data: bytes) -> None:
    names = {entry.filename for entry in ZipFile(BytesIO(data)).infolist()}
    assert names == {
        "[Content_Types].xml",
        "_rels/.rels",
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    }


def test_the_page_is_a4_landscape_with_the_table_as_wide_as_the_margins_allow(
    word: WordDocument,
) -> None:
    section = word.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    assert round(section.left_margin.mm) == 15
    assert sum(column.width for column in Layout().columns) == Layout().page.usable


def test_every_width_is_written_in_the_grid_and_in_each_cell(body: Element) -> None:
    for table in body.findall(w("tbl")):
        grid = values(table, "gridCol", "w")
        assert table.find(f"{w('tblPr')}/{w('tblLayout')}").get(w("type")) == "fixed"
        for row in table.iter(w("tr")):
            assert values(row, "tcW", "w") == grid


def test_the_heading_row_repeats_and_no_row_breaks(body: Element) -> None:
    first, *others = rows(body)
    assert first.find(f"{w('trPr')}/{w('tblHeader')}") is not None
    assert all(row.find(f"{w('trPr')}/{w('tblHeader')}") is None for row in others)
    assert all(row.find(f"{w('trPr')}/{w('cantSplit')}") is not None for row in rows(body))
    heads = [text(cell) for cell in cells(first)]
    assert heads == ["#", "Indonesian (source)", "English", "Flags", "Status", "Note"]


def test_a_row_longer_than_a_page_may_break() -> None:
    full = bitext()
    block = replace(full.document.blocks[0], text=full.document.blocks[0].text + " x" * 1500)
    document = replace(full.document, blocks=(block, *full.document.blocks[1:]))
    data = DocxExporter().render(replace(full, document=document))
    long, short = rows(part(data, "word/document.xml")[0])[1:3]
    assert long.find(f"{w('trPr')}/{w('cantSplit')}") is None
    assert short.find(f"{w('trPr')}/{w('cantSplit')}") is not None


def test_every_block_has_its_row_in_order(body: Element) -> None:
    keys = [text(cells(row)[0]).partition("·")[0] for row in rows(body)[1:]]
    assert keys == [f"P{number}" for number in range(1, 10)]


def test_each_column_has_its_language(body: Element) -> None:
    for row in rows(body)[1:]:
        assert set(values(cells(row)[1], "lang")) == {"id-ID"}
        assert set(values(cells(row)[2], "lang")) == {"en-US"}


def test_each_row_has_a_status_control_with_a_tag_of_its_own(body: Element) -> None:
    tags = values(body, "tag")
    assert len(set(tags)) == len(tags) == 9
    assert tags[3].startswith("seg:5f0c2ab19e77:4:")
    assert max(map(len, tags)) <= 64, "Word cuts longer tags"
    ids = [e.find(f"{w('sdtPr')}/{w('id')}").get(w("val")) for e in body.iter(w("sdt"))]
    assert len(set(ids)) == len(ids) == 9
    for control in body.iter(w("sdt")):
        assert values(control, "listItem", "value") == list(STATUSES)
        assert text(control) == "MT"


def test_each_sentence_stands_inside_a_bookmark(body: Element) -> None:
    names = values(body, "bookmarkStart", "name")
    numbers = values(body, "bookmarkStart", "id")
    assert len(set(names)) == len(names)
    assert sorted(numbers) == sorted(values(body, "bookmarkEnd", "id"))
    assert len(set(numbers)) == len(numbers)
    assert [name for name in names if name.startswith("s_")] == [
        f"s_P{n}" for n in ("1_1", "2_1", "3_1", "4_1", "4_2", "5_1", "6_1", "7_1", "8_1", "9_1")
    ]


def test_links_of_the_front_block_lead_to_rows(body: Element) -> None:
    anchors = values(body, "hyperlink", "anchor")
    assert anchors[0] == "r_P5"
    assert set(anchors) <= set(values(body, "bookmarkStart", "name"))


def test_terms_are_marked_in_both_columns(body: Element) -> None:
    def marked(cell: Element) -> list[tuple[str, str]]:
        runs = [(run.find(f"{w('rPr')}/{w('rStyle')}"), text(run)) for run in cell.iter(w("r"))]
        styles = [(style.get(w("val")), written) for style, written in runs if style is not None]
        return [(style, written) for style, written in styles if style.startswith("Term")]

    source, target = cells(rows(body)[4])[1:3]
    assert marked(source) == [("Term", "Aliansi Pesisir (APS)"), ("Term", "Pelabuhan Merah")]
    assert marked(target) == [("Term", "Coastal Alliance (CAL)"), ("Term", "Pelabuhan Merah")]
    source, target = cells(rows(body)[9])[1:3]
    assert marked(source) == [("TermMissing", "Pelabuhan Merah")]
    assert marked(target) == []
    assert target.find(f"{w('tcPr')}/{w('tcBorders')}/{w('left')}") is not None


def commented(body: Element) -> Iterator[tuple[str, str]]:
    """The number of each comment and the words between its ends."""
    for start in body.iter(w("commentRangeStart")):
        words, number = "", start.get(w("id"))
        for element in start.itersiblings():
            if element.tag == w("commentRangeEnd") and element.get(w("id")) == number:
                break
            words += text(element)
        yield number, words


def test_each_warning_and_error_is_a_comment_on_its_words(
    word: WordDocument, body: Element
) -> None:
    comments = {str(comment.comment_id): comment for comment in word.comments}
    words = dict(commented(body))
    assert comments.keys() == words.keys() == set(values(body, "commentReference", "id"))
    assert set(values(body, "commentRangeEnd", "id")) == comments.keys()
    assert {comment.author for comment in word.comments} == {"dwibahasa"}
    assert [(comments[number].text, words[number]) for number in words] == [
        ("N · Number: The number 14 of the source is missing.", "Some ships"),
        ("Q · Punctuation: Quotation marks were lost: 2 in the source.", "We return tomorrow."),
        ("L · Length: No translation came out of this sentence.", ""),
        (
            "T · Term: “Pelabuhan Merah” is not in the translation.",
            "Also read: The Red Port Is Quiet",
        ),
        (
            "! · Other: A check that this exporter does not know.",
            "Also read: The Red Port Is Quiet",
        ),
    ]


def test_comments_carry_no_date(data: bytes) -> None:
    assert set(values(part(data, "word/comments.xml"), "comment", "date")) == {None}


def test_the_flags_column_shows_the_letters(body: Element) -> None:
    letters = [text(cells(row)[3]).replace("\u00a0", "") for row in rows(body)[1:]]
    assert letters == ["", "", "", "N L", "", "Q", "", "L", "T !"]


def test_an_empty_target_is_shaded(body: Element) -> None:
    shades = [cells(row)[2].find(f"{w('tcPr')}/{w('shd')}") for row in rows(body)[1:]]
    fills = ["" if shade is None else shade.get(w("fill")) for shade in shades]
    assert fills == ["", "", "", "", "E9EFF4", "", "", "FBE3E1", ""]


def test_headings_of_the_target_navigate(body: Element) -> None:
    levels = {
        text(p): p.find(f"{w('pPr')}/{w('outlineLvl')}").get(w("val"))
        for p in body.iter(w("p"))
        if p.find(f"{w('pPr')}/{w('outlineLvl')}") is not None
    }
    assert levels == {"Coastal Alliance Closes Its Exercise": "0", "The next step": "2"}


def test_changes_are_tracked(data: bytes) -> None:
    assert part(data, "word/settings.xml").find(w("trackRevisions")) is not None


def test_every_style_that_is_used_exists(data: bytes, body: Element) -> None:
    there = set(values(part(data, "word/styles.xml"), "style", "styleId"))
    for name in ("document", "comments", "header1", "footer1", "footer2"):
        tree = part(data, f"word/{name}.xml")
        assert {*values(tree, "pStyle"), *values(tree, "rStyle")} <= there


def test_title_language_and_subject_are_set_and_no_date(word: WordDocument) -> None:
    about = word.core_properties
    assert about.title == "Coastal Alliance Closes Its Exercise"
    assert about.language == "en-US"
    assert about.subject == "Bilingual review, Indonesian – English"
    assert about.created is None


def test_tables_say_what_they_are(body: Element) -> None:
    assert len(values(body, "tblCaption")) == len(values(body, "tblDescription")) == 3


def test_header_and_footer_name_article_pair_and_page(data: bytes) -> None:
    headers = [text(part(data, f"word/header{n}.xml")) for n in (1, 2)]
    footers = [part(data, f"word/footer{n}.xml") for n in (1, 2)]
    assert any("Coastal Alliance Closes Its Exercise" in head for head in headers)
    assert "" in headers, "the first page has the front block instead"
    for footer in footers:
        assert "Machine translation, for review" in text(footer)
        assert values(footer, "fldSimple", "instr") == [" PAGE ", " NUMPAGES "]


def test_the_front_block_counts_and_instructs_in_both_languages(body: Element) -> None:
    front = text(body.findall(w("tbl"))[0])
    for words in (
        "Paragraphs9",
        "Segments10",
        "Terms pinned3",
        "Terms flagged1",
        "Pinned by: free\u00a02 · inline\u00a01",
    ):
        assert words in front
    assert "How to review" in front
    assert "Cara meninjau" in front
    assert "artikel.txt" in front
