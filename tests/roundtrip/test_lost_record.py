"""Files whose hidden record was dropped are read by what was sent, or refused with good advice."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pytest
import word_noise
from lxml import etree
from openpyxl import load_workbook
from sample_bitext import bitext
from word_edits import Review, all_saved_by_office, edited

from exports.bitext import JsonExporter, as_json
from exports.conflicts import ConflictsDocx
from exports.docx import DocxExporter
from exports.docx.wml import w
from exports.identity import run_id
from exports.manifest import NAMESPACE
from exports.review import read_review
from exports.xliff import Xliff12Exporter, XliffExporter
from exports.xliff.reading import read_xliff
from exports.xlsx import RECORD, XlsxExporter
from exports.xlsx.reading import read_xlsx
from translate.cli.app import run
from translate.errors import InputError, RecordLostError
from translate.look import Arrangement, Columns, Look, Rows
from translate.memory import units
from translate.memory.file import MemoryFile
from translate.model import Bitext
from translate.review.decide import Decision, Reading, decide
from translate.review.merge import Clash
from translate.review.rows import ReviewFile, View

SENT = bitext()
OTHER = replace(SENT, signature=replace(SENT.signature, model="id_en 2.0"))
LOOKS = [Look(*chosen) for chosen in product(Columns, Rows, Arrangement)]


def row_of(segment: str, look: Look) -> str:
    return segment if look.rows is Rows.SENTENCE else segment.partition(".")[0]


def reviewed(review: Review, look: Look) -> None:
    """Some edits; then all that Google Docs may drop goes."""
    review.replace(row_of("P4.2", look), "Some ships", "14 ships")
    review.track(row_of("P7.1", look), "first ", "")
    if look.columns is Columns.FULL:
        review.status(row_of("P5.1", look), "OK")
        review.note(row_of("P9.1", look), "term: Pelabuhan Merah = Red Port")
    word_noise.google_docs(review)
    word_noise.drop_record(review)
    for mark in list(review.tree.iter(w("tblHeader"))):
        mark.getparent().remove(mark)


def lost(look: Look | None = None, more: Callable[[Review], object] = lambda review: None) -> bytes:
    look = look or Look()

    def edit(review: Review) -> None:
        reviewed(review, look)
        more(review)

    return edited(DocxExporter(look).render(SENT), edit, look)


def approved(reading: Reading) -> dict[str, str | None]:
    return {v.translation.segment.id: v.after for v in reading.of(Decision.APPROVED)}


@pytest.mark.parametrize(
    "look", LOOKS, ids=lambda look: f"{look.columns}-{look.rows}-{look.arrangement}"
)
def test_what_was_sent_stands_in_for_the_record(look: Look) -> None:
    review = read_review(lost(look), View.FINAL, SENT)
    found = decide(review, approve_unchanged=False)
    expected = {"P4.2": "14 ships took part.", "P7.1": "The ship leaves."}
    if look.columns is Columns.FULL:
        expected["P5.1"] = "The next step"
        assert [p.target for p in found.proposals] == ["Red Port"]
    assert approved(found) == expected
    assert {p.kind for p in found.problems} <= {"aligned"}
    assert (review.run, review.manifest, review.assumed) == (run_id(as_json(SENT)), SENT, False)


@pytest.mark.office
@pytest.mark.parametrize("kind", ["odt", "doc", "rtf"])
def test_by_way_of_another_format_of_libreoffice(kind: str, tmp_path: Path) -> None:
    def edit(review: Review) -> None:
        review.track("P4", "Some ships", "14 ships")
        review.comment("P7", "first ship", "Which one?")
        review.status("P5", "OK")
        review.note("P9", "term: Pelabuhan Merah = Red Port")

    data = edited(DocxExporter().render(SENT), edit)
    (other,) = all_saved_by_office([data], tmp_path, "docx", kind)
    (saved,) = all_saved_by_office([other], tmp_path, kind, "docx")
    with pytest.raises(RecordLostError, match=run_id(as_json(SENT))):
        read_review(saved)
    review = read_review(saved, View.FINAL, SENT)
    found = decide(review, approve_unchanged=False)
    assert approved(found) == {"P4.2": "14 ships took part.", "P5.1": "The next step"}
    assert [p.target for p in found.proposals] == ["Red Port"]
    assert ("P7", "first ship", "Which one?") in [(r.row, r.anchor, r.text) for r in review.remarks]


def test_without_it_the_message_names_the_run() -> None:
    with pytest.raises(RecordLostError, match=run_id(as_json(SENT))) as caught:
        read_review(lost())
    assert (caught.value.slug, caught.value.run) == ("review-record", run_id(as_json(SENT)))


def test_another_run_of_the_same_article_is_refused() -> None:
    with pytest.raises(InputError, match=run_id(as_json(OTHER))) as caught:
        read_review(lost(), View.FINAL, OTHER)
    assert caught.value.slug == "review-other-run"


def drop_runs(review: Review) -> None:
    """Only the table was copied into another document."""
    for paragraph in list(review.tree.iter(w("p"))):
        if re.match(r"Run[0-9a-f]{10} · ", "".join(paragraph.itertext())):
            paragraph.getparent().remove(paragraph)
    for name in [n for n in review.parts if n.startswith(("word/header", "docProps/core"))]:
        review.parts[name] = re.sub(rb"[0-9a-f]{10}", b"", review.parts[name])


def test_a_file_that_names_no_run_is_read_if_one_is_given_and_that_is_told() -> None:
    data = lost(None, drop_runs)
    with pytest.raises(RecordLostError) as caught:
        read_review(data)
    assert caught.value.run == ""
    review = read_review(data, View.FINAL, SENT)
    found = decide(review, approve_unchanged=False)
    assert review.assumed
    assert [p.kind for p in found.problems if not p.row] == ["run"]
    assert approved(found)["P4.2"] == "14 ships took part."


def test_a_record_that_was_tampered_with_is_not_needed() -> None:
    data = DocxExporter().render(SENT)
    forged = edited(
        data,
        lambda r: r.parts.update(
            {
                name: part.replace(b"The first ship leaves", b"The first shop leaves")
                for name, part in r.parts.items()
                if name.startswith("customXml/item1")
            }
        ),
    )
    assert approved(decide(read_review(forged), approve_unchanged=False)) != {}
    found = decide(read_review(forged, View.FINAL, SENT), approve_unchanged=False)
    assert approved(found) == {}


def test_a_table_without_headings_is_refused() -> None:
    data = lost(None, lambda review: review.table.remove(review.rows[0]))
    with pytest.raises(InputError, match="heading row"):
        read_review(data, View.FINAL, SENT)


def test_a_file_of_conflicts_is_to_be_made_again() -> None:
    sent = read_review(DocxExporter().render(SENT))
    (one, *_) = decide(sent, approve_unchanged=True).verdicts
    data = ConflictsDocx().render(SENT, [Clash(one, replace(one, after="Another text."))])
    parts = {name: part for name, part in unpacked(data).items() if "customXml" not in name}
    with pytest.raises(InputError, match="file of conflicts"):
        read_review(packed(parts), View.FINAL, SENT)


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def workbook(run: bool = True) -> bytes:
    book = load_workbook(BytesIO(XlsxExporter().render(SENT)))
    book[RECORD].sheet_state = "visible"
    del book[RECORD]
    sheet = book.worksheets[0]
    row = next(r for r in sheet.iter_rows(min_row=2) if r[0].value == "P4.2")
    row[2].value = "14 ships took part."
    if not run:
        book.properties.identifier = None
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def xliff(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for record in list(root.iter(f"{{{NAMESPACE}}}review")):
        record.getparent().remove(record)
    return etree.tostring(root).replace(b">Some ships", b">14 ships")


OTHERS: dict[str, tuple[Callable[..., ReviewFile], bytes]] = {
    "workbook": (read_xlsx, workbook()),
    "XLIFF 2.1": (read_xliff, xliff(XliffExporter().render(SENT))),
    "XLIFF 1.2": (read_xliff, xliff(Xliff12Exporter().render(SENT))),
}


@pytest.mark.parametrize("name", OTHERS)
def test_workbooks_and_xliff_come_home_the_same_way(name: str) -> None:
    read, data = OTHERS[name]
    with pytest.raises(RecordLostError) as caught:
        read(data)
    assert caught.value.run == run_id(as_json(SENT))
    with pytest.raises(InputError) as refused:
        read(data, View.FINAL, OTHER)
    assert refused.value.slug == "review-other-run"
    review = read(data, View.FINAL, SENT)
    assert approved(decide(review, approve_unchanged=False)) == {"P4.2": "14 ships took part."}
    assert not review.assumed


def test_a_workbook_that_names_no_run_is_assumed_to_be_what_was_given() -> None:
    assert read_xlsx(workbook(run=False), View.FINAL, SENT).assumed


def command(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr(sys, "argv", ["dwibahasa", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        run()
    return int(str(ended.value.code or 0))


def other_docx(sent: Bitext) -> bytes:
    return DocxExporter().render(sent)


# files beside the reviewed one, options, exit code, what is told
PLACES: dict[str, tuple[dict[str, bytes], tuple[str, ...], int, str]] = {
    "nothing beside": ({}, (), 1, "--run SENT"),
    "its JSON": ({"a.en.json": JsonExporter().render(SENT)}, (), 0, "2 added"),
    "the file as sent": ({"a.en.review.docx": other_docx(SENT)}, (), 0, "2 added"),
    "another run's JSON, and its own": (
        {"a.en.json": JsonExporter().render(OTHER), "a.old.json": JsonExporter().render(SENT)},
        (),
        0,
        "2 added",
    ),
    "another run's JSON": ({"a.en.json": JsonExporter().render(OTHER)}, (), 1, "--run SENT"),
    "a broken JSON": ({"a.en.json": b"{"}, (), 1, "--run SENT"),
    "one without a record": ({"a.copy.docx": lost()}, (), 1, "--run SENT"),
    "its JSON under another name": ({"b.json": JsonExporter().render(SENT)}, (), 1, "--run SENT"),
    "named": ({"b.json": JsonExporter().render(SENT)}, ("--run", "b.json"), 0, "2 added"),
    "named, of another run": (
        {"b.docx": other_docx(OTHER)},
        ("--run", "b.docx"),
        1,
        "belongs to the run",
    ),
    "named, of another kind": ({"b.txt": b"x"}, ("--run", "b.txt"), 2, "neither a bitext"),
    "named, not there": ({}, ("--run", "b.json"), 1, "b.json"),
    "named, without a record": ({"b.docx": lost()}, ("--run", "b.docx"), 1, "b.docx: This Word"),
}


@pytest.mark.parametrize("place", PLACES)
def test_the_command_looks_beside_the_file_or_where_it_is_told(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files, options, code, told = PLACES[place]
    simple = Look(Columns.SIMPLE)
    (tmp_path / "a.back.docx").write_bytes(lost(simple))
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    before = sorted(p.name for p in tmp_path.iterdir())
    assert (
        command(monkeypatch, "review", "import", "a.back.docx", "--memory", "m", *options) == code
    )
    out = capsys.readouterr()
    assert told in " ".join((out.out + out.err).split())
    assert ("the drafts are those of a." in out.out) == (not code and not options)
    if code:
        assert sorted(p.name for p in tmp_path.iterdir()) == before
        return
    with MemoryFile(tmp_path / "m") as store:
        assert {u.target for u in units.all_units(store)} == {
            "14 ships took part.",
            "The ship leaves.",
        }
    assert command(monkeypatch, "review", "report", "a.back.docx", *options) == 0
    if not options:
        assert command(monkeypatch, "export", "a.back.docx", "--format", "text", "-o", "-") == 0
        assert "14 ships took part." in capsys.readouterr().out
