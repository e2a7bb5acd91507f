"""A reviewer edits the source: told and ignored, unless it is to count; then only where certain."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sample_bitext import bitext
from word_edits import Review, edited

from exports.docx import DocxExporter
from exports.docx.wml import w
from exports.review import read_review
from exports.xliff import XliffExporter
from exports.xliff.reading import read_xliff
from translate.cli.app import run
from translate.look import Arrangement, Look, Rows
from translate.memory import units
from translate.memory.file import MemoryFile
from translate.review.decide import Decision, Reading, decide
from translate.review.merge import merge

EXERCISE = "Aliansi Pesisir (APS) menutup latihan di Pelabuhan Merah."
SHIPS = "Sebanyak 14 kapal ikut serta."
CLOSED = "The Coastal Alliance (CAL) closed its exercise at Pelabuhan Merah."
SOME = "Some ships took part."


def set_source(review: Review, row: str, text: str) -> None:
    """Type a source anew, in its last paragraph."""
    first, *others = review.cell(row, 1).findall(w("p"))[-1].iter(w("t"))
    first.text = text
    for other in others:
        other.text = ""


def source(row: str, text: str) -> Callable[[Review], None]:
    return lambda review: set_source(review, row, text)


def both(*steps: Callable[[Review], object]) -> Callable[[Review], None]:
    return lambda review: [step(review) for step in steps] and None


def reading(edit: Callable[[Review], None], *, accept: bool) -> Reading:
    data = edited(DocxExporter().render(bitext()), edit)
    return decide(read_review(data), approve_unchanged=False, accept_sources=accept)


def approved(found: Reading) -> dict[str, str | None]:
    """What would be remembered: target by source."""
    return {v.source or v.translation.segment.text: v.after for v in found.of(Decision.APPROVED)}


def ok(review: Review, row: str = "P4") -> None:
    review.status(row, "OK")


# the edit, what is approved if source edits count, and how many sentences become queries
EDITS: dict[str, tuple[Callable[[Review], None], dict[str, str], int]] = {
    "a sentence alone, OK": (
        both(source("P7", "Kapal keenam berangkat."), lambda r: ok(r, "P7")),
        {"Kapal keenam berangkat.": "The first ship leaves."},
        0,
    ),
    "a sentence alone, and its translation": (
        both(
            source("P7", "Kapal keenam berangkat."),
            lambda r: r.track("P7", "first", "sixth"),
        ),
        {"Kapal keenam berangkat.": "The sixth ship leaves."},
        0,
    ),
    "a heading of two sentences stays one where it was one": (
        both(source("P5", "Langkah berikutnya kini"), lambda r: ok(r, "P5")),
        {"Langkah berikutnya kini": "The next step"},
        0,
    ),
    "nothing approved": (source("P7", "Kapal keenam berangkat."), {}, 0),
    "the second of two": (
        both(source("P4", f"{EXERCISE} Sebanyak 15 kapal ikut serta."), ok),
        {EXERCISE: CLOSED, "Sebanyak 15 kapal ikut serta.": SOME},
        0,
    ),
    "both of two": (
        both(
            source("P4", f"{EXERCISE.replace('latihan', 'parade')} Sebanyak 15 kapal ikut serta."),
            ok,
        ),
        {
            EXERCISE.replace("latihan", "parade"): CLOSED,
            "Sebanyak 15 kapal ikut serta.": SOME,
        },
        0,
    ),
    "one made two": (
        both(source("P4", f"{EXERCISE} Sebanyak 14 kapal. Semua ikut serta."), ok),
        {EXERCISE: CLOSED},
        1,
    ),
    "a sentence added between": (
        both(source("P4", f"{EXERCISE} Cuaca cerah sekali. {SHIPS}"), ok),
        {SHIPS: SOME},
        1,
    ),
    "two made one": (
        both(source("P4", f"{EXERCISE[:-1]} dan sebanyak 14 kapal ikut serta."), ok),
        {},
        2,
    ),
    "one taken away": (both(source("P4", EXERCISE), ok), {EXERCISE: CLOSED}, 1),
    "all taken away": (both(source("P4", ""), ok), {}, 2),
    "all anew, two for two": (
        both(source("P4", "Hujan turun. Pasar tutup."), ok),
        {"Hujan turun.": CLOSED, "Pasar tutup.": SOME},
        0,
    ),
    "all anew, three for two": (both(source("P4", "Hujan. Angin. Pasar tutup."), ok), {}, 2),
    "white space alone": (
        both(source("P4", f"{EXERCISE}  {SHIPS}"), ok),
        {EXERCISE: CLOSED, SHIPS: SOME},
        0,
    ),
    "a query stays one": (
        both(source("P7", "Kapal keenam berangkat."), lambda r: r.status("P7", "Query")),
        {},
        1,
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_the_edited_source_is_that_of_the_unit_where_it_is_certain(name: str) -> None:
    edit, expected, queries = EDITS[name]
    found = reading(edit, accept=True)
    assert approved(found) == expected
    assert len(found.of(Decision.QUERY)) == queries


@pytest.mark.parametrize("name", EDITS)
def test_unasked_it_is_told_and_ignored(name: str) -> None:
    found = reading(EDITS[name][0], accept=False)
    assert set(approved(found)) <= {t.segment.text for t in bitext().translations}
    wanted = [] if name == "white space alone" else ["source"]
    assert [p.kind for p in found.problems if p.kind == "source"] == wanted


def test_the_source_of_another_row_decides_nothing() -> None:
    edit = both(source("P7", "Kapal kedua menunggu."), lambda r: ok(r, "P7"))
    found = reading(edit, accept=True)
    assert [(p.row, p.kind) for p in found.problems] == [("P7", "swapped")]
    assert approved(found) == {}


@pytest.mark.parametrize("rows", list(Rows))
@pytest.mark.parametrize("arrangement", list(Arrangement))
def test_in_every_arrangement(rows: Rows, arrangement: Arrangement) -> None:
    look = Look(rows=rows, arrangement=arrangement)
    row = "P7.1" if rows is Rows.SENTENCE else "P7"

    def edit(review: Review) -> None:
        for text in review.cell(row, 1).iter(w("t")):
            text.text = (text.text or "").replace("pertama", "keenam")
        ok(review, row)

    data = edited(DocxExporter(look).render(bitext()), edit, look)
    found = decide(read_review(data), approve_unchanged=False, accept_sources=True)
    assert approved(found) == {"Kapal keenam berangkat.": "The first ship leaves."}


def test_in_xliff() -> None:
    data = XliffExporter().render(bitext()).replace(b">Kapal pertama", b">Kapal keenam")
    data = data.replace(b">The first ship", b">The sixth ship")
    found = decide(read_xliff(data), approve_unchanged=False, accept_sources=True)
    assert approved(found) == {"Kapal keenam berangkat.": "The sixth ship leaves."}


def test_two_reviewers_with_different_sources_disagree() -> None:
    one = reading(EDITS["a sentence alone, OK"][0], accept=True)
    other = reading(lambda r: ok(r, "P7"), accept=True)
    merged = merge(one, other, ("a", "b"))
    assert [c.one.translation.segment.id for c in merged.clashes] == ["P7.1"]
    assert approved(replace(merged.reading)) == {}


def test_the_command_takes_it_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, memory = tmp_path / "a.docx", tmp_path / "m"
    edit = EDITS["a sentence alone, OK"][0]
    file.write_bytes(edited(DocxExporter().render(bitext()), edit))
    for flags in ([], ["--accept-source-edits"]):
        command = ["dwibahasa", "review", "import", str(file), "--memory", str(memory), *flags]
        monkeypatch.setattr(sys, "argv", command)
        with pytest.raises(SystemExit) as ended:
            run()
        assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "edited source, which was ignored" in told
    assert "edited source, which was taken" in told
    with MemoryFile(memory) as store:
        found = {u.source for u in units.all_units(store)}
    assert found == {"Kapal pertama berangkat.", "Kapal keenam berangkat."}
