"""A reviewer edits the DOCX, and the edits are read back from the file alone."""

from __future__ import annotations

import copy
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree
from sample_bitext import bitext

from exports.docx import DocxExporter
from exports.docx.elements import add, parsed, root
from exports.docx.wml import Element, run, w
from exports.docx.wml import Ink as Plain
from exports.review import ReviewFile, ReviewRow, read_review

MAIN = "word/document.xml"


@pytest.fixture(scope="module")
def original() -> bytes:
    return DocxExporter().render(bitext())


def edited(data: bytes, edit: Callable[[list[Element]], None]) -> ReviewFile:
    """The review after `edit` has changed the rows of the table (the heading is row 0)."""
    with ZipFile(BytesIO(data)) as before:
        parts = {entry.filename: before.read(entry) for entry in before.infolist()}
    tree = etree.fromstring(parts[MAIN])
    edit(list(list(tree.iter(w("tbl")))[1].iter(w("tr"))))
    parts[MAIN] = etree.tostring(tree)
    return read_review(zipped(parts))


def zipped(parts: dict[str, bytes]) -> bytes:
    result = BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return result.getvalue()


def cell(row: Element, column: int) -> Element:
    return list(row.iter(w("tc")))[column]


def row(review: ReviewFile, id: str) -> ReviewRow:
    return next(row for row in review.rows if row.id == id)


def sentences(review: ReviewFile, id: str) -> dict[str, str]:
    return {sentence.id: sentence.text for sentence in row(review, id).sentences}


def typed(words: str) -> Element:
    return parsed(run(words, Plain()))[0]


def set_text(element: Element, words: str) -> None:
    first, *others = element.iter(w("t"))
    first.text = words
    for other in others:
        other.text = ""


def test_an_untouched_file_gives_back_every_row_and_the_whole_bitext(original: bytes) -> None:
    review = read_review(original)
    full = bitext()
    assert review.manifest == full
    assert review.document_id == full.document.id
    assert len(review.run) == 10
    assert [row.id for row in review.rows] == [block.id for block in full.document.blocks]
    assert {row.status for row in review.rows} == {"MT"}
    assert {row.matched for row in review.rows} == {"control"}
    found = [s for row in review.rows for s in row.sentences]
    assert [(s.id, s.text) for s in found] == [(t.segment.id, t.target) for t in full.translations]
    assert (review.missing, review.repeated, review.foreign) == ((), (), ())


def test_an_edited_sentence_a_status_and_a_note_are_read(original: bytes) -> None:
    def edit(rows: list[Element]) -> None:
        next(t for t in cell(rows[4], 2).iter(w("t")) if t.text == "Some ships").text = "14 ships"
        set_text(cell(rows[4], 4), "Edited")
        cell(rows[4], 5).find(w("p")).append(typed("number was lost"))

    review = edited(original, edit)
    assert sentences(review, "P4")["P4.2"] == "14 ships took part."
    assert sentences(review, "P4")["P4.1"] == bitext().translations[3].target
    assert (row(review, "P4").status, row(review, "P4").note) == ("Edited", "number was lost")
    assert row(review, "P5").status == "MT"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("front", {"P4.1": "New. The", "P4.2": "Some"}),
        ("middle", {"P4.1": "Merah. New.", "P4.2": "Some"}),
        ("end", {"P4.1": "Merah.", "P4.2": "part. New."}),
    ],
)
def test_words_typed_outside_a_bookmark_go_to_the_neighbour(
    original: bytes, place: str, expected: dict[str, str]
) -> None:
    def edit(rows: list[Element]) -> None:
        paragraph = cell(rows[4], 2).find(w("p"))
        starts = paragraph.findall(w("bookmarkStart"))
        if place == "front":
            starts[0].addprevious(typed("New. "))
        elif place == "middle":
            starts[1].addprevious(typed("New. "))
            paragraph.remove(starts[1].getprevious().getprevious())
            starts[1].getprevious().addprevious(typed(" "))
        else:
            paragraph.append(typed(" New."))

    found = sentences(edited(original, edit), "P4")
    assert list(found) == ["P4.1", "P4.2"]
    for id, words in expected.items():
        assert words in found[id]
    assert sum(text.count("New.") for text in found.values()) == 1


def test_what_is_typed_into_an_empty_cell_is_its_translation(original: bytes) -> None:
    def edit(rows: list[Element]) -> None:
        cell(rows[8], 2).find(w("p")).append(typed("The second ship waits."))

    assert sentences(edited(original, edit), "P8") == {"P8.1": "The second ship waits."}


def test_tracked_insertions_are_kept_and_tracked_deletions_are_gone(original: bytes) -> None:
    def edit(rows: list[Element]) -> None:
        kept = next(r for r in cell(rows[5], 2).iter(w("r")))
        holder = kept.getparent()
        position = holder.index(kept)
        gone, new = root("del"), root("ins")
        holder.insert(position, new)
        holder.insert(position, gone)
        gone.append(kept)
        for t in kept.iter(w("t")):
            t.tag = w("delText")
        new.append(typed("What comes next"))

    assert sentences(edited(original, edit), "P5") == {"P5.1": "What comes next"}


def test_a_new_paragraph_inside_a_cell_is_a_line_break_unless_its_mark_was_deleted(
    original: bytes,
) -> None:
    def edit(rows: list[Element]) -> None:
        for number, deleted in ((5, False), (7, True)):
            box = cell(rows[number], 2)
            if deleted:
                properties = box.find(w("p")).find(w("pPr"))
                add(properties.find(w("rPr")), "del", {"id": 900, "author": "x"})
            second = add(box, "p")
            second.append(typed("More."))

    review = edited(original, edit)
    assert row(review, "P5").target == "The next step\nMore."
    assert row(review, "P7").target == "The first ship leaves.More."


def test_a_row_is_known_by_its_bookmarks_when_the_control_is_gone(original: bytes) -> None:
    def edit(rows: list[Element]) -> None:
        for tag in list(rows[4].iter(w("tag"))):
            tag.getparent().remove(tag)

    assert row(edited(original, edit), "P4").matched == "bookmark"


def test_a_row_is_known_by_its_printed_id_and_check_when_all_else_is_gone(
    original: bytes,
) -> None:
    def edit(rows: list[Element]) -> None:
        for element in list(rows[4].iter(w("tag"), w("bookmarkStart"), w("bookmarkEnd"))):
            element.getparent().remove(element)

    found = row(edited(original, edit), "P4")
    assert (found.matched, found.sentences) == ("printed", ())
    assert found.target.endswith("at Pelabuhan Merah. Some ships took part.")


def test_a_tag_of_another_text_is_not_believed(original: bytes) -> None:
    def edit(rows: list[Element]) -> None:
        for tag in rows[4].iter(w("tag")):
            tag.set(w("val"), "seg:5f0c2ab19e77:4:00000000")

    assert row(edited(original, edit), "P4").matched == "bookmark"


def test_deleted_repeated_and_foreign_rows_are_listed(original: bytes) -> None:
    def edit(rows: list[Element]) -> None:
        table = rows[0].getparent()
        add(rows[1].find(w("trPr")), "del", {"id": 901, "author": "x"})
        table.remove(rows[2])
        table.append(copy.deepcopy(rows[3]))
        stranger = add(table, "tr")
        for _ in range(6):
            add(add(stranger, "tc"), "p").append(typed("pasted"))

    review = edited(original, edit)
    assert review.missing == ("P1", "P2")
    assert review.repeated == ("P3",)
    assert review.foreign == ("pasted",)


def test_merged_cells_do_not_lose_the_sentences(original: bytes) -> None:
    def edit(rows: list[Element]) -> None:
        rows[4].remove(cell(rows[4], 5))

    found = row(edited(original, edit), "P4")
    assert (found.id, found.status, len(found.sentences)) == ("P4", "MT", 2)


def test_a_table_pasted_into_a_cell_is_part_of_its_text(original: bytes) -> None:
    def edit(rows: list[Element]) -> None:
        pasted = copy.deepcopy(rows[5].getparent())
        for own in pasted.findall(w("tr"))[1:]:
            pasted.remove(own)
        cell(rows[5], 5).insert(1, pasted)

    review = edited(original, edit)
    assert row(review, "P5").note.startswith("#\nIndonesian (source)\nEnglish")
    assert (review.missing, review.repeated, review.foreign) == ((), (), ())


def test_moved_rows_keep_their_identity(original: bytes) -> None:
    review = edited(original, lambda rows: rows[9].addnext(rows[4]))
    assert [row.id for row in review.rows][-2:] == ["P9", "P4"]
    assert sentences(review, "P4")["P4.2"] == "Some ships took part."
