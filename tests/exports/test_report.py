"""The pages of a report: complete, self-contained, safe with whatever a reviewer wrote."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import html
from sample_bitext import bitext
from word_edits import Review, edited

from exports.docx import DocxExporter
from exports.report.docx import DocxReport
from exports.report.html import HtmlReport
from exports.review import read_review
from translate.cli.glossary.review import Asked, add_from_review
from translate.cli.review.report import report_review
from translate.review.decide import decide
from translate.review.merge import merge
from translate.review.report import Report, report

EVIL = "<script>alert(1)</script> & “so on”"


@pytest.fixture(scope="module")
def data() -> bytes:
    def edit(review: Review) -> None:
        review.track("P4", "Some ships", "14 ships")
        review.replace("P7", "first ship", EVIL)
        review.status("P9", "Query")
        review.note("P4", "term: kapal = vessel", "term: Aliansi Pesisir = Coast Union")
        review.comment("P5", "next", EVIL)

    return edited(DocxExporter().render(bitext()), edit)


@pytest.fixture(scope="module")
def found(data: bytes) -> Report:
    review = read_review(data)
    return report("a.review.docx", review, decide(review, approve_unchanged=False))


def test_the_page_shows_each_section_and_loads_nothing(found: Report) -> None:
    page = HtmlReport().render(found)
    tree = html.fromstring(page)
    assert [h.text for h in tree.iter("h2")] == [
        "By finding",
        "By term",
        "For the glossary",
        "Edited sentences",
        "Open questions",
        "Comments and notes",
    ]
    assert not list(tree.iter("script", "link", "img", "iframe"))
    assert b"http:" not in page
    assert b"https:" not in page
    assert b"prefers-color-scheme: dark" in page
    assert b"@media print" in page


def test_words_that_went_and_came_are_marked_and_escaped(found: Report) -> None:
    tree = html.fromstring(HtmlReport().render(found))
    assert "Some" in [e.text.strip() for e in tree.iter("del")]
    assert any(EVIL in (e.text or "") for e in tree.iter("ins"))


def test_the_word_file_says_the_same(found: Report) -> None:
    word = docx.Document(BytesIO(DocxReport().render(found)))
    texts = "\n".join(c.text for t in word.tables for r in t.rows for c in r.cells)
    assert EVIL in texts
    assert "Coast Union" in texts
    marked = {e.get(qn("w:val")) for e in word.element.body.iter(qn("w:rStyle"))}
    assert {"Deleted", "Inserted"} <= marked


def test_what_two_reviewers_disagree_about_is_shown_once(data: bytes) -> None:
    def edit(review: Review) -> None:
        review.author = "Budi"
        review.track("P4", "Some ships", "Fourteen ships")

    files = [read_review(file) for file in (data, edited(DocxExporter().render(bitext()), edit))]
    one, other = (decide(file, approve_unchanged=False) for file in files)
    merged = merge(one, other, ("a", "b"))
    both = report("a + b", files[0], merged.reading, merged.clashes)
    for page in (HtmlReport().render(both), DocxReport().render(both)):
        text = page.decode() if page.startswith(b"<") else _text(page)
        assert "Disagreements" in text
        assert text.count("Budi, approved") == 1
        assert "cannot be told from its neighbours" not in text


def _text(data: bytes) -> str:
    word = docx.Document(BytesIO(data))
    cells = [c.text for t in word.tables for r in t.rows for c in r.cells]
    return "\n".join([*(p.text for p in word.paragraphs), *cells])


def test_equal_reviews_give_equal_bytes(found: Report) -> None:
    assert DocxReport().render(found) == DocxReport().render(found)
    assert HtmlReport().render(found) == HtmlReport().render(found)


def test_a_report_goes_beside_the_file(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.review.docx"
    file.write_bytes(data)
    report_review(str(file), out=None, revisions="final", force=False, as_json=False)
    assert (tmp_path / "a.review.report.html").is_file()
    assert "2 of 9 sentences edited" in capsys.readouterr().out


def test_terms_go_into_a_list_save_those_that_contradict_it(data: bytes, tmp_path: Path) -> None:
    file, terms = tmp_path / "a.docx", tmp_path / "t.csv"
    file.write_bytes(data)
    terms.write_text("source,target\nAliansi Pesisir,Coastal Alliance\n", "utf-8")
    before = terms.read_bytes()
    asked = Asked(yes=False, dry_run=True, as_json=False)
    assert add_from_review(str(terms), str(file), asked) == 0
    assert terms.read_bytes() == before
    code = add_from_review(str(terms), str(file), Asked(yes=True, dry_run=False, as_json=False))
    assert code == 3
    assert terms.read_text("utf-8") == before.decode() + "kapal,vessel\n"
