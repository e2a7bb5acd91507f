"""A workbook goes out, is sorted, edited and spoiled, and comes home like a review file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from sample_bitext import bitext
from word_edits import all_saved_by_office

from exports.xlsx import RECORD, STATUSES, XlsxExporter
from exports.xlsx.reading import read_xlsx
from translate.errors import InputError
from translate.review.decide import Decision, Reading, decide

SHEET = "Review"


def opened() -> Workbook:
    return load_workbook(io.BytesIO(XlsxExporter().render(bitext())))


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def home(change: Callable[[Workbook], None]) -> Reading:
    book = opened()
    change(book)
    return decide(read_xlsx(saved(book)), approve_unchanged=False)


def row_of(book: Workbook, id: str) -> int:
    return next(row[0].row for row in book[SHEET].iter_rows() if row[0].value == id)


def put(id: str, column: str, value: str | None) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        book[SHEET][f"{column}{row_of(book, id)}"] = value

    return change


def decisions(reading: Reading) -> dict[str, Decision]:
    return {verdict.translation.segment.id: verdict.decision for verdict in reading.verdicts}


def test_a_row_a_sentence_with_its_texts_and_flags() -> None:
    head, *rows = opened()[SHEET].iter_rows(values_only=True)
    assert head[:6] == ("#", "Indonesian", "English", "Flags", "Status", "Note")
    made = bitext().translations
    assert [row[0] for row in rows] == [t.segment.id for t in made]
    assert [row[1] for row in rows] == [t.segment.text for t in made]
    assert [row[2] or "" for row in rows] == [t.target for t in made]
    flags = {row[0]: row[3] for row in rows}
    assert "The number 14 of the source is missing." in flags["P4.2"]


def test_it_opens_fit_for_work() -> None:
    book = opened()
    sheet = book[SHEET]
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["G"].hidden
    assert book[RECORD].sheet_state == "veryHidden"
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == f'"{",".join(STATUSES)}"'


def test_no_text_becomes_a_formula() -> None:
    full = bitext()
    armed = tuple(replace(t, target="=1+1") for t in full.translations)
    data = XlsxExporter().render(replace(full, translations=armed))
    for row in load_workbook(io.BytesIO(data))[SHEET].iter_rows(min_row=2):
        assert (row[2].value, row[2].data_type, row[2].quotePrefix) == ("=1+1", "s", True)


def test_an_untouched_workbook_decides_nothing() -> None:
    reading = home(lambda book: None)
    assert not reading.problems
    assert set(decisions(reading).values()) == {Decision.UNDECIDED}


@pytest.mark.parametrize(
    ("column", "value", "decision"),
    [
        ("C", "Fourteen ships took part.", Decision.APPROVED),
        ("C", None, Decision.QUERY),
        ("E", "OK", Decision.APPROVED),
        ("E", "Query", Decision.QUERY),
        ("E", "Skip", Decision.IGNORED),
        ("F", "looks odd", Decision.UNDECIDED),
    ],
)
def test_what_a_reviewer_does_to_a_row_decides(
    column: str, value: str | None, decision: Decision
) -> None:
    assert decisions(home(put("P4.2", column, value)))["P4.2"] is decision


def test_sorted_rows_come_home_in_their_places() -> None:
    def turn(book: Workbook) -> None:
        sheet = book[SHEET]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, row in enumerate(reversed(rows), 2):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column, value)

    reading = home(turn)
    assert not reading.problems
    assert len(reading.verdicts) == len(bitext().translations)


def delete(book: Workbook) -> None:
    book[SHEET].delete_rows(row_of(book, "P4.2"))


def double(book: Workbook) -> None:
    row = row_of(book, "P4.2")
    book[SHEET].append([cell.value for cell in book[SHEET][row]])


def foreign(book: Workbook) -> None:
    book[SHEET].append(["x", "other", "words"])


def shift(book: Workbook) -> None:
    """Column B alone moved up by a row."""
    sheet = book[SHEET]
    for row in range(2, sheet.max_row):
        sheet[f"B{row}"] = sheet[f"B{row + 1}"].value


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (delete, {"deleted"}),
        (double, {"repeated"}),
        (foreign, {"foreign"}),
        (shift, {"swapped"}),
        (put("P4.2", "E", "Fine"), {"status"}),
    ],
)
def test_what_is_odd_is_told(change: Callable[[Workbook], None], kinds: set[str]) -> None:
    assert {problem.kind for problem in home(change).problems} == kinds


def test_a_row_without_its_id_is_known_by_its_source() -> None:
    reading = home(put("P4.2", "A", None))
    assert not [p for p in reading.problems if p.kind == "deleted"]
    assert "P4.2" in decisions(reading)


def without_record(book: Workbook) -> None:
    book[RECORD].sheet_state = "visible"
    del book[RECORD]


def test_a_workbook_without_its_record_says_so() -> None:
    with pytest.raises(InputError) as caught:
        home(without_record)
    assert caught.value.slug == "review-record"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no workbook"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_xlsx(data)
    assert caught.value.slug == "review-damaged"


def test_a_damaged_record_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        home(lambda book: book[RECORD].delete_rows(2))


def test_who_saved_it_last_is_the_reviewer() -> None:
    def signed(book: Workbook) -> None:
        put("P4.2", "C", "14 ships took part.")(book)
        book.properties.lastModifiedBy = "Rina"

    assert {v.author for v in home(signed).of(Decision.APPROVED)} == {"Rina"}
    assert {v.author for v in home(put("P4.2", "C", "14 ships.")).of(Decision.APPROVED)} == {""}


def test_another_workbook_is_not_ours() -> None:
    def other(book: Workbook) -> None:
        without_record(book)
        book.properties.identifier = None
        book[SHEET]["D1"] = "Price"

    with pytest.raises(InputError) as caught:
        home(other)
    assert caught.value.slug == "review-foreign"


@pytest.mark.office
def test_a_workbook_saved_by_libreoffice_comes_home(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(XlsxExporter().render(bitext())))
    for edit in (put("P4.2", "C", "14 ships took part."), put("P5.1", "E", "OK")):
        edit(book)
    out = io.BytesIO()
    book.save(out)
    (saved,) = all_saved_by_office([out.getvalue()], tmp_path, "xlsx")
    found = decide(read_xlsx(saved), approve_unchanged=False)
    assert {v.translation.segment.id: v.after for v in found.of(Decision.APPROVED)} == {
        "P4.2": "14 ships took part.",
        "P5.1": "The next step",
    }
    assert found.problems == ()


def test_rows_are_as_high_as_their_texts_and_may_grow() -> None:
    data = XlsxExporter().render(bitext())
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    heights = {row[0].value: sheet.row_dimensions[row[0].row].height for row in sheet.iter_rows()}
    assert heights["P7.1"] == 18
    assert heights["P4.1"] > heights["P7.1"]  # its translation is longer than a line
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet1.xml")
