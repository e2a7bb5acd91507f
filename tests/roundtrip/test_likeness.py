"""Rows whose ids are all gone and whose sources were edited: matched where only one fits."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence

import pytest
import word_noise
from word_edits import Review, edited

from exports.docx import DocxExporter
from exports.docx.wml import w
from exports.review import read_review
from glossary.term import Span
from translate.model import Bitext, Block, Document, Kind, Origin, Segment, Signature, Translation
from translate.review.decide import Decision, decide

LINES = (
    "Harga beras di pasar naik lagi pekan ini.",
    "Pemerintah membuka gudang cadangan di tiga kota.",
    "Petani berharap panen raya datang lebih awal.",
    "Pedagang mengeluh karena pembeli berkurang.",
    "Cuaca buruk menunda pengiriman dari pulau lain.",
)


def run_of(lines: Sequence[str]) -> Bitext:
    blocks = tuple(Block(n, Kind.PARAGRAPH, line) for n, line in enumerate(lines))
    translations = tuple(
        Translation(
            Segment(f"P{n + 1}.1", n, Kind.PARAGRAPH, Span(0, len(line)), line),
            f"Line number {n + 1}.",
            Origin.MACHINE,
        )
        for n, line in enumerate(lines)
    )
    document = Document("likeness", "t", "id", blocks)
    return Bitext(document, "en", translations, Signature("t", "echo", "echo", ""))


def nameless(review: Review) -> None:
    """Nothing but texts is left."""
    word_noise.unwrap_controls(review)
    word_noise.drop_bookmarks(review)
    for row in review.rows[1:]:
        for text in row.find(w("tc")).iter(w("t")):
            text.text = ""


def source(row: str, new: str) -> Callable[[Review], None]:
    def edit(review: Review) -> None:
        first, *others = review.cell(row, 1).iter(w("t"))
        first.text = new
        for other in others:
            other.text = ""

    return edit


def after(row: str, other: str) -> Callable[[Review], None]:
    return lambda review: review.row(other).addnext(review.row(row))


def without(row: str) -> Callable[[Review], None]:
    return lambda review: review.table.remove(review.row(row))


def doubled(row: str) -> Callable[[Review], None]:
    return lambda review: review.row(row).addnext(copy.deepcopy(review.row(row)))


def divided(row: str, first: str, second: str) -> Callable[[Review], None]:
    def edit(review: Review) -> None:
        doubled(row)(review)
        rows = [r for r in review.rows[1:] if "".join(r.find(w("tc")).itertext()).startswith(row)]
        for each, text in zip(rows, (first, second), strict=True):
            start, *others = each.findall(w("tc"))[1].iter(w("t"))
            start.text = text
            for other in others:
                other.text = ""

    return edit


ONE, TWO = LINES[0], LINES[1]
ALIKE = ("Beras premium naik lima persen.", "Beras premium naik enam persen.")
SAME = ("Baca juga: Harga beras", "Lain lagi ceritanya di sini.", "Baca juga: Harga beras")

# lines sent, edits, then (row, what identified it) of each row found, and what is told
CASES: dict[
    str,
    tuple[
        Sequence[str],
        Sequence[Callable[[Review], None]],
        list[tuple[str, str]],
        list[tuple[str, str]],
    ],
] = {
    "a word of one source": (
        LINES,
        [source("P2", "Pemerintah menutup gudang cadangan di tiga kota.")],
        [("P1", "source"), ("P2", "likeness"), *[(f"P{n}", "source") for n in (3, 4, 5)]],
        [("P2", "likeness"), ("P2", "source")],
    ),
    "two sources, and one of them moved": (
        LINES,
        [
            source("P2", "Pemerintah menutup gudang cadangan di tiga kota."),
            source("P4", "Pedagang mengeluh karena pembeli menghilang."),
            after("P2", "P4"),
        ],
        [
            ("P1", "source"),
            ("P3", "source"),
            ("P4", "likeness"),
            ("P2", "likeness"),
            ("P5", "source"),
        ],
        [
            ("P2", "moved"),
            *[(row, kind) for row in ("P4", "P2") for kind in ("likeness", "source")],
        ],
    ),
    "written anew": (
        LINES,
        [source("P2", "Hal yang sama sekali lain.")],
        [(f"P{n}", "source") for n in (1, 3, 4, 5)],
        [("P2", "deleted"), ("", "foreign")],
    ),
    "like two missing ones in one place": (
        ALIKE,
        [source("P1", "Beras premium naik tiga persen."), without("P2")],
        [],
        [("P1", "deleted"), ("P2", "deleted"), ("", "foreign")],
    ),
    "like two, told apart by their places": (
        (ALIKE[0], ONE, TWO, ALIKE[1]),
        [
            source("P1", "Beras premium naik tiga persen."),
            source("P4", "Beras premium naik empat persen."),
        ],
        [("P1", "likeness"), ("P2", "source"), ("P3", "source"), ("P4", "likeness")],
        [(row, kind) for row in ("P1", "P4") for kind in ("likeness", "source")],
    ),
    "two rows for one": (
        LINES,
        [source("P2", "Pemerintah menutup gudang cadangan di tiga kota."), doubled("P2")],
        [(f"P{n}", "source") for n in (1, 3, 4, 5)],
        [("P2", "deleted"), ("", "foreign"), ("", "foreign")],
    ),
    "equal sources in their places": (
        SAME,
        [],
        [("P1", "likeness"), ("P2", "source"), ("P3", "likeness")],
        [("P1", "likeness"), ("P3", "likeness")],
    ),
    "equal sources side by side go by their order": (
        (ONE, SAME[0], SAME[0], TWO),
        [],
        [("P1", "source"), ("P2", "likeness"), ("P3", "likeness"), ("P4", "source")],
        [("P2", "likeness"), ("P3", "likeness")],
    ),
    "equal sources, one of them gone": (
        (ONE, SAME[0], SAME[0], TWO),
        [without("P2")],
        [("P1", "source"), ("P4", "source")],
        [("P2", "deleted"), ("P3", "deleted"), ("", "foreign")],
    ),
    "a row divided": (
        (f"{ONE} {TWO}", LINES[2]),
        [divided("P1", ONE, TWO)],
        [("P2", "source")],
        [("P1", "deleted"), ("", "foreign"), ("", "foreign")],
    ),
    "a short part divided off": (
        (f"{ONE} {TWO} Kapan selesai?", LINES[2]),
        [divided("P1", f"{ONE} {TWO}", "Kapan selesai?")],
        [("P1", "likeness"), ("P2", "source")],
        [("", "foreign"), ("P1", "divided"), ("P1", "likeness")],
    ),
    "two sources in one row": (
        (f"{ONE} {TWO}", "Kapan selesai?", LINES[2]),
        [source("P1", f"{ONE} {TWO} Kapan selesai?"), without("P2")],
        [("P1", "likeness"), ("P3", "source")],
        [("P2", "deleted"), ("P1", "merged"), ("P1", "likeness")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_only_what_is_certain_is_matched(name: str) -> None:
    lines, edits, rows, told = CASES[name]

    def edit(review: Review) -> None:
        for step in (*edits, nameless):
            step(review)

    review = read_review(edited(DocxExporter().render(run_of(lines)), edit))
    assert [(row.id, row.matched) for row in review.rows] == rows
    found = decide(review, approve_unchanged=True)
    assert [(p.row, p.kind) for p in found.problems] == told
    faulty = {row.id for row in review.rows if row.faults}
    approved = {v.row: v.after for v in found.of(Decision.APPROVED)}
    assert approved == {row: f"Line number {row[1:]}." for row, _ in rows if row not in faulty}


def test_a_divided_row_that_kept_its_id_decides_nothing() -> None:
    edit = divided("P1", ONE, TWO)

    def steps(review: Review) -> None:
        edit(review)
        second = review.rows[2]
        for element in list(second.iter(w("sdt"), w("bookmarkStart"), w("bookmarkEnd"))):
            element.getparent().remove(element)
        for text in second.find(w("tc")).iter(w("t")):
            text.text = ""

    data = edited(DocxExporter().render(run_of((f"{ONE} {TWO}", LINES[2]))), steps)
    found = decide(read_review(data), approve_unchanged=True)
    assert [(p.row, p.kind) for p in found.problems] == [("", "foreign"), ("P1", "divided")]
    assert {v.row for v in found.verdicts} == {"P2"}


def test_a_thousand_rows_without_ids_take_no_time() -> None:
    lines = [f"Baris {n} tentang {n * n} ekor ayam dan {n % 7} telur." for n in range(1000)]

    def edit(review: Review) -> None:
        for n in range(0, 1000, 10):
            source(f"P{n + 1}", lines[n].replace("ayam", "itik"))(review)
        nameless(review)

    review = read_review(edited(DocxExporter().render(run_of(lines)), edit))
    assert len(review.rows) > 890
    wrong = [row.id for row in review.rows if row.target != f"Line number {row.id[1:]}."]
    assert wrong == []


def test_more_strangers_than_can_be_looked_at_decide_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def edit(review: Review) -> None:
        for n, line in enumerate(LINES[:3], start=1):
            source(f"P{n}", f"{line} Baru.")(review)
        stranger = copy.deepcopy(review.rows[5])
        for mark in list(stranger.iter(w("sdt"), w("bookmarkStart"), w("bookmarkEnd"))):
            mark.getparent().remove(mark)
        for text in stranger.iter(w("t")):
            text.text = "Lain"
        review.table.append(stranger)

    data = edited(DocxExporter().render(run_of(LINES)), edit)
    assert len(decide(read_review(data), approve_unchanged=True).verdicts) == 5
    monkeypatch.setattr("exports.review.likeness._MOST", 2)
    found = decide(read_review(data), approve_unchanged=True)
    assert [v.row for v in found.verdicts] == ["P4", "P5"]
    assert {p.kind for p in found.problems} == {"foreign", "divided"}
