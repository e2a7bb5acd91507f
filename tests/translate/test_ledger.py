"""The ledger gathers the names of articles: form, count, first mention, variants, doubts."""

from __future__ import annotations

import json

import pytest

from exports.bitext import JsonExporter, load
from glossary.term import Form, Span, Status, Term, TermHit
from translate.ledger import Entry, Line, ledger
from translate.model import (
    Bitext,
    Block,
    Document,
    HitResult,
    Kind,
    Origin,
    Outcome,
    Rung,
    Segment,
    Signature,
    Translation,
)

PAIR = ("id", "en")


def entries(*articles: list[Line]) -> dict[str, Entry]:
    return {entry.name: entry for entry in ledger(articles, PAIR)}


FIRST = [
    Line("P1.1", "Gubernur Melki Rumbewas hadir.", "Governor Melki Rumbewas came."),
    Line("P1.2", "Menurut Rumbewas, itu wajar.", "According to him, it is normal."),
    Line("P2.1", "Ia tinggal di Cikaracak.", "He lives in Cikaracak."),
]


def test_short_forms_are_counted_with_the_long_one() -> None:
    entry = entries(FIRST)["Melki Rumbewas"]
    assert (entry.count, entry.first, entry.variants) == (2, "P1.1", ("Rumbewas",))


def test_mentions_that_the_english_lost_are_told_with_their_place() -> None:
    entry = entries(FIRST)["Melki Rumbewas"]
    assert entry.kept == 1
    assert entry.doubts == ("Missing or spelled differently in the English of P1.2.",)


def test_a_name_whose_english_is_not_certain_has_the_form_that_stands_there() -> None:
    source = "Ia mengalahkan Kjaergaard."
    stands = [Line("P1", source, "He defeated Kjaergaard.")]
    lost = [Line("P1", source, "He defeated her.")]
    assert entries(stands)["Kjaergaard"].english == "Kjaergaard"
    assert entries(lost)["Kjaergaard"].english == ""
    assert entries(lost)["Kjaergaard"].doubts == ()


def test_a_translated_head_is_no_loss() -> None:
    source = "Ia kuliah di Universitas Tunas Cendana."
    right = [Line("P1", source, "He studies at Tunas Cendana University.")]
    wrong = [Line("P1", source, "He studies at Sandalwood University.")]
    assert entries(right)["Universitas Tunas Cendana"].english == "Tunas Cendana University"
    assert entries(right)["Universitas Tunas Cendana"].doubts == ()
    assert entries(wrong)["Universitas Tunas Cendana"].doubts != ()


def test_without_english_nothing_is_counted_as_kept_or_lost() -> None:
    entry = entries([Line("P1", "Gubernur Melki Rumbewas hadir.")])["Melki Rumbewas"]
    assert (entry.kept, entry.doubts, entry.english) == (None, (), "Melki Rumbewas")


def test_two_spellings_of_one_person_are_told_across_articles() -> None:
    other = [Line("P7", "Gubernur Melky Rumbewas hadir.")]
    found = entries([Line("P1", "Gubernur Melki Rumbewas hadir.")], other)
    assert found["Melki Rumbewas"].doubts == ("Looks like “Melky Rumbewas”.",)
    assert found["Melky Rumbewas"].doubts == ("Looks like “Melki Rumbewas”.",)


def test_names_of_the_users_lists_have_the_english_form_of_the_list() -> None:
    hit = TermHit(Term("Selat Lombok", "Lombok Strait"), Span(3, 15), Form.LONG, "Lombok Strait")
    line = Line("P1.1", "Di Selat Lombok.", "In the Lombok Strait.", (hit,))
    assert entries([line])["Selat Lombok"].english == "Lombok Strait"


@pytest.mark.parametrize(
    ("source", "form", "wanted"),
    [
        ("KPK", Form.ACRONYM, "CEC"),
        ("Komisi Antikorupsi (KPK)", Form.BOTH, "Corruption Eradication Commission (CEC)"),
        ("Komisi Antikorupsi", Form.LONG, "Corruption Eradication Commission"),
    ],
)
def test_a_name_that_stands_as_its_acronym_has_the_english_of_the_long_form(
    source: str, form: Form, wanted: str
) -> None:
    term = Term("Komisi Antikorupsi", "Corruption Eradication Commission", "KPK", "CEC")
    hit = TermHit(term, Span(0, len(source)), form, wanted)
    found = entries([Line("P1.1", f"{source} hadir.", f"The {wanted} came.", (hit,))])
    assert found["Komisi Antikorupsi"].english == "Corruption Eradication Commission"


def test_an_acronym_that_stays_does_not_make_its_long_form_a_copy() -> None:
    term = Term("Komisi Antikorupsi", "Corruption Eradication Commission", "KPK", "KPK")
    hit = TermHit(term, Span(0, 3), Form.ACRONYM, "KPK")
    (entry,) = entries([Line("P1.1", "KPK hadir.", "KPK came.", (hit,))]).values()
    assert (entry.as_term().status, entry.as_term().target) == ("proposed", term.target)


def test_what_is_copied_is_proposed_so_and_a_translated_head_with_its_english() -> None:
    found = entries(FIRST, [Line("P9", "Banjir merendam Desa Karangluhur.")])
    assert found["Melki Rumbewas"].as_term().status == "dnt"
    assert found["Cikaracak"].as_term().note == "place; 1×; first in P2.1"
    assert found["Desa Karangluhur"].as_term().target == "Karangluhur village"
    assert found["Desa Karangluhur"].as_term().status == "proposed"


def test_the_json_bitext_holds_the_ledger_and_is_read_back() -> None:
    text = "Gubernur Melki Rumbewas hadir."
    block = Block(0, Kind.PARAGRAPH, text)
    segment = Segment("P1.1", 0, Kind.PARAGRAPH, Span(0, len(text)), text)
    term = Term("Melki Rumbewas", "", status=Status.DNT, where="name")
    hit = TermHit(term, Span(9, 23), Form.LONG, "Melki Rumbewas")
    target = "Governor Melki Rumbewas came."
    named = HitResult(hit, Outcome.PINNED, Rung.FREE, Span(9, 23))
    done = Translation(segment, target, Origin.MACHINE, -0.5, names=(named,))
    made = Bitext(
        Document("x", "", "id", (block,)), "en", (done,), Signature("d", "e", "m", "none")
    )
    data = JsonExporter().render(made)
    assert json.loads(data)["names"] == [
        {
            "name": "Melki Rumbewas",
            "kind": "person",
            "english": "Melki Rumbewas",
            "count": 1,
            "kept": 1,
            "first": "P1.1",
            "variants": [],
            "doubts": [],
        }
    ]
    assert load(data) == made
