"""A reviewer's words are in what `export` writes, whether or not sentences can be told apart."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree
from word_edits import Review, edited
from word_files import article, parts_of

from exports.bitext import JsonExporter, load
from exports.clean_docx import CleanDocxExporter
from exports.conflicts import ConflictsDocx
from exports.docx import DocxExporter
from exports.docx.elements import add, parsed
from exports.docx.wml import Ink, run, w
from exports.html import HtmlExporter
from exports.markdown import MarkdownExporter
from exports.passage import passages
from exports.review import read_review
from exports.text import TextExporter
from exports.tmx import TmxExporter
from exports.xliff import Xliff12Exporter, XliffExporter
from exports.xliff.reading import read_xliff
from exports.xlsx import XlsxExporter
from exports.xlsx.reading import read_xlsx
from glossary.store import merge
from translate import pipeline
from translate.cli.app import run as dwibahasa
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.memory.unit import MemoryUnit
from translate.model import Bitext, Origin, Shared
from translate.readers.office import WordReader
from translate.readers.text import TextReader
from translate.recheck import recheck
from translate.review.applied import Applied, applied, unapproved, with_units
from translate.review.decide import Decision, decide
from translate.review.merge import merge as merge_reviews

TEXT = "Kabar pelabuhan\n\nKapal pergi. Sepuluh orang ikut. Hujan turun.\n\nBesok libur."
ONE = "The ship left with ten men while rain fell."


def drafted(word: bytes | None = None) -> Bitext:
    language = load_language("id")
    read = WordReader().read if word else TextReader().read
    (made,) = pipeline.translate(
        [read(word or TEXT.encode(), "kabar", language)],
        engine=EchoEngine("id", "en"),
        glossary=merge([]),
        language=language,
        options=pipeline.Options(),
        report=lambda *_: None,
    )
    return made


DRAFT = drafted()
SENT = DocxExporter().render(DRAFT)


def retyped(review: Review, text: str, block: str = "P2") -> None:
    """Everything in the cell goes, bookmarks too, and something else is typed."""
    cell = review.target(block)
    for old in list(cell.findall(w("p"))):
        cell.remove(old)
    cell.extend(parsed(f"<w:p>{run(text, Ink())}</w:p>"))


def within(review: Review, *texts: str) -> None:
    """Each bookmark of P2 gets a text of its own."""
    cell = review.target("P2")
    for number, text in enumerate(texts, start=1):
        (start,) = (
            e for e in cell.iter(w("bookmarkStart")) if e.get(w("name")) == f"s_P2_{number}"
        )
        while start.getnext().tag != w("bookmarkEnd"):
            start.getparent().remove(start.getnext())
        if text:
            start.addnext(parsed(run(text, Ink()))[0])


def swapped(review: Review) -> None:
    """The first sentence is dragged behind the others, bookmark and all."""
    start = next(review.target("P2").iter(w("bookmarkStart")))
    paragraph, moved = start.getparent(), [start]
    while moved[-1].tag != w("bookmarkEnd"):
        moved.append(moved[-1].getnext())
    paragraph.extend([*parsed(run(" ", Ink())), *moved])


# what the reviewer did to P2, and the paragraph that must come of it
EDITS: dict[str, tuple[Callable[[Review], None], str]] = {
    "retyped": (lambda r: retyped(r, ONE), ONE),
    "all in the first": (lambda r: within(r, ONE, "", ""), ONE),
    "all in the last": (lambda r: within(r, "", "", ONE), ONE),
    "two in one": (
        lambda r: within(r, "Kapal pergi.", "Ten came, and it rained.", ""),
        "Kapal pergi. Ten came, and it rained.",
    ),
    "around one that stayed": (
        lambda r: within(r, "", "Sepuluh orang ikut.", "It rained when the ship left."),
        "Sepuluh orang ikut. It rained when the ship left.",
    ),
    "retyped, the end as it was": (
        lambda r: retyped(r, "The ship left with ten men. Hujan turun."),
        "The ship left with ten men. Hujan turun.",
    ),
    "in another order": (swapped, "Sepuluh orang ikut. Hujan turun. Kapal pergi."),
    "the middle deleted": (
        lambda r: within(r, "Kapal pergi.", "", "Hujan turun."),
        "Kapal pergi. Hujan turun.",
    ),
}


def came(edit: Callable[[Review], None], status: str = "OK") -> Applied:
    def both(review: Review) -> None:
        edit(review)
        review.status("P2", status)

    return applied(read_review(edited(SENT, both)))


def words(xml: bytes) -> str:
    return " ".join("".join(etree.HTML(xml).itertext()).split())


def of_word(data: bytes) -> str:
    word = docx.Document(BytesIO(data))
    cells = [c.text for t in word.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in word.paragraphs), *cells])


@pytest.mark.parametrize(("edit", "text"), EDITS.values(), ids=EDITS)
def test_whatever_was_done_to_a_paragraph_its_words_come_out(
    edit: Callable[[Review], None], text: str
) -> None:
    made = came(edit).bitext
    (passage,) = (p for p in passages(made) if p.id == "P2")
    assert passage.target == text
    assert f"\n\n{text}\n\n" in TextExporter().render(made).decode()
    assert f"\n\n{text}\n\n" in MarkdownExporter().render(made).decode()
    assert text in words(HtmlExporter().render(made))
    for form in (CleanDocxExporter(), DocxExporter()):
        assert text in of_word(form.render(made))
    assert load(JsonExporter().render(made)) == made


SHARED = ("retyped", "all in the first", "all in the last", "two in one", "in another order")


@pytest.mark.parametrize("name", SHARED)
def test_words_that_several_sentences_share_are_no_pair_for_anybody(name: str) -> None:
    edit = EDITS[name][0]
    made = came(edit).bitext
    shared = [t for t in made.translations if t.shared]
    assert len(shared) > 1
    assert all(t.origin is Origin.MACHINE and t.shared is Shared.APPROVED for t in shared)
    assert unapproved(made) == ("P1.1", "P3.1")
    tmx = TmxExporter().render(made).decode()
    assert not [t for t in shared if t.segment.text in tmx]
    finals = r'id="(P2\.\d)"[^>]*(?:state="final"|approved="yes")'
    for form in (XliffExporter(), Xliff12Exporter()):
        told = re.findall(finals, form.render(made).decode())
        assert not {t.segment.id for t in shared} & set(told)


@pytest.mark.parametrize(("status", "left"), [("OK", 2), ("MT", 2), ("Query", 5), ("Skip", 5)])
def test_a_paragraph_counts_as_approved_by_its_status(status: str, left: int) -> None:
    assert len(unapproved(came(EDITS["retyped"][0], status).bitext)) == left


@pytest.mark.parametrize("form", ["docx", "xlsx", "xliff", "xliff12"])
def test_a_review_of_what_was_exported_makes_no_pair_of_it_either(form: str) -> None:
    made = came(EDITS["retyped"][0]).bitext
    match form:
        case "docx":
            sent = edited(DocxExporter().render(made), lambda r: r.status("P2", "OK"))
            review = read_review(sent)
        case "xlsx":
            review = read_xlsx(XlsxExporter().render(made))
        case _:
            render = (XliffExporter() if form == "xliff" else Xliff12Exporter()).render
            review = read_xliff(
                render(made)
                .replace(b'state="translated"', b'state="final"')
                .replace(b'approved="no"', b'approved="yes"')
            )
    if form == "xlsx":
        review = replace(review, rows=tuple(replace(row, status="OK") for row in review.rows))
    reading = decide(review, approve_unchanged=False)
    decided = {v.translation.segment.id: v.decision for v in reading.verdicts}
    assert [decided[f"P2.{n}"] for n in (1, 2, 3)] == [Decision.QUERY] * 3
    assert decided["P3.1"] in (Decision.APPROVED, Decision.UNDECIDED)
    again = applied(review).bitext
    assert [t.target for t in again.translations] == [t.target for t in made.translations]
    assert not [id for id in unapproved(again) if id.startswith("P2")]


def test_an_untouched_review_of_it_says_nothing_about_it() -> None:
    made = came(EDITS["retyped"][0]).bitext
    reading = decide(read_review(DocxExporter().render(made)), approve_unchanged=False)
    assert {v.decision for v in reading.verdicts} == {Decision.UNDECIDED}
    assert not reading.problems
    assert applied(read_review(DocxExporter().render(made))).bitext == made


def test_shared_words_are_checked_together() -> None:
    made = came(lambda r: retyped(r, "The ship left with ten men. It rained for 3 days.")).bitext
    (found,) = recheck([made], glossary=None, drafts=[DRAFT])
    told = {t.segment.id: {f.check for f in t.findings} for t in found.translations}
    assert "shared" in told["P2.1"]
    assert "number" in told["P2.1"]
    assert told["P2.2"] == told["P2.3"] == {"shared"}


def test_a_paragraph_that_was_emptied_is_told() -> None:
    found = came(lambda r: within(r, "", "", ""))
    assert [(p.row, p.kind) for p in found.remarks] == [("P2", "emptied")]
    assert not found.unread
    assert "P2.1" in unapproved(found.bitext)


def pasted(review: Review) -> None:
    retyped(review, "The ship left.")
    add(add(add(add(review.target("P2"), "tbl"), "tr"), "tc"), "p")


def added(review: Review) -> None:
    row = add(review.table, "tr")
    for text in ("", "", "A new paragraph.", "", "", ""):
        add(row, "tc").extend(parsed(f"<w:p>{run(text, Ink())}</w:p>"))


def removed(review: Review) -> None:
    review.table.remove(review.row("P2"))


LOUD: dict[str, tuple[Callable[[Review], None], int, str]] = {
    "a table": (pasted, 3, "P2 has a table inside its translation; it says: “The ship left."),
    "a new row": (added, 3, "a row that is not ours was passed over: “A new paragraph.”"),
    "a deleted row": (removed, 0, "P2 is no longer there, and was taken as it was sent"),
    "merged sentences": (EDITS["retyped"][0], 0, "P2 is right as a paragraph, but P2.1, P2.2"),
}


@pytest.mark.parametrize(("edit", "code", "said"), LOUD.values(), ids=LOUD)
def test_what_is_not_in_the_result_is_said(
    edit: Callable[[Review], None],
    code: int,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "kabar.en.review.docx"
    file.write_bytes(edited(SENT, edit))
    for options in (["-o", "-"], ["--json"]):
        asked = ["dwibahasa", "export", str(file), "--format", "text", *options]
        monkeypatch.setattr("sys.argv", asked)
        with pytest.raises(SystemExit) as ended:
            dwibahasa()
        out, err = capsys.readouterr()
        assert ended.value.code == code
        if options == ["--json"]:
            told = json.loads(out)
            err = " ".join([*told["unread"], *told["notes"]])
            assert bool(told["unread"]) is bool(code)
        assert said in " ".join(err.split())


def looks(data: bytes, tag: str) -> list[str]:
    """The words of a Word file inside links, or in runs of a look."""
    found = etree.fromstring(parts_of(data)["word/document.xml"]).iter(w(tag))
    return ["".join((e if len(e) else e.getparent().getparent()).itertext()) for e in found]


def each_sentence(review: Review) -> None:
    review.replace("P3", "rencana", "proyek")
    review.replace("P3", "dengan", "secara")


MERGED = "Warga menolak keras rencana itu setelah membaca surat bupati dengan sangat teliti."
DRESSED: dict[str, Callable[[Review], None]] = {
    "nothing": lambda r: None,
    "a word elsewhere": lambda r: r.replace("P3", "membaca", "sudah memeriksa"),
    "a word in each sentence": each_sentence,
    "two sentences made one": lambda r: retyped(r, MERGED, "P3"),
}


@pytest.mark.parametrize("edit", DRESSED.values(), ids=DRESSED)
def test_the_original_keeps_its_looks_where_other_words_were_edited(
    edit: Callable[[Review], None],
) -> None:
    source = article()
    draft = drafted(source)
    made = applied(read_review(edited(DocxExporter().render(draft), edit))).bitext
    document = replace(made.document, original=draft.document.original)
    data = CleanDocxExporter().render(replace(made, document=document))
    assert looks(data, "hyperlink") == ["surat bupati"]
    assert looks(data, "b") == ["menolak keras"]
    assert looks(data, "i") == ["sangat teliti"]


def test_words_from_the_memory_take_the_looks_of_the_draft() -> None:
    draft = drafted(article())
    source = "Mereka membaca surat bupati dengan sangat teliti."
    unit = MemoryUnit("id", "en", source, "Mereka lalu membaca surat bupati itu.")
    made = with_units(draft, {source: unit}).translations
    (found,) = (t for t in made if t.target == unit.target)
    assert [(run.span.of(found.target), run.link) for run in found.runs] == [
        ("surat bupati", "https://contoh.example/surat")
    ]


def test_a_query_on_an_approved_sentence_is_no_approval_of_its_words() -> None:
    known = replace(
        DRAFT, translations=tuple(replace(t, origin=Origin.MEMORY) for t in DRAFT.translations)
    )

    def edit(review: Review) -> None:
        review.replace("P3", "Besok", "Lusa")
        review.status("P3", "Query")

    made = applied(read_review(edited(DocxExporter().render(known), edit))).bitext
    assert made.translations[-1].target == "Lusa libur."
    assert unapproved(made) == ("P3.1",)


@pytest.mark.parametrize("target", ["a\x07 bell rang.", "b " * 20_000 + "end.", " two\n lines. "])
def test_what_a_cell_cannot_hold_is_no_edit(target: str) -> None:
    (first, *others) = DRAFT.translations
    first = replace(first, target=target, findings=())
    draft = replace(DRAFT, translations=(first, *others))
    for review in (
        read_review(DocxExporter().render(draft)),
        read_xlsx(XlsxExporter().render(draft)),
        read_xliff(XliffExporter().render(draft)),
    ):
        assert applied(review).bitext == draft


def test_a_file_of_conflicts_that_nobody_decided_changes_no_word() -> None:
    rina, budi = (
        decide(read_review(edited(SENT, edit)), approve_unchanged=False)
        for edit in (
            lambda r: r.replace("P3", "Besok", "Tomorrow is"),
            lambda r: r.replace("P3", "Besok", "In the morning is"),
        )
    )
    clashes = merge_reviews(rina, budi, ("rina", "budi")).clashes
    found = applied(read_review(ConflictsDocx().render(DRAFT, clashes)))
    assert [t.target for t in found.bitext.translations] == ["Besok libur."]
    assert not found.remarks
