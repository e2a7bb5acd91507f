"""The names that come along are many, well-formed, and known in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.builtin import builtin_terms
from glossary.formats.rows import ID_EN, Pair
from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Status

LIST = Path(__file__).parents[2] / "glossary" / "names" / "id-en.tsv"
MATCHER = Matcher(Glossary(builtin_terms(ID_EN)))


@pytest.mark.parametrize(
    ("text", "here", "rendering"),
    [
        ("Pasukan Rusia pergi", "Rusia", "Russian"),
        ("di Kazakhstan", "Kazakhstan", "Kazakh"),
        ("Perserikatan Bangsa-Bangsa (PBB)", "Perserikatan Bangsa-Bangsa (PBB)", "UN"),
        ("menurut KPK", "KPK", "Corruption Eradication Commission"),
        ("bulan Januari", "Januari", "January"),
        ("hari Senin", "Senin", "Monday"),
        ("berbahasa bahasa Prancis", "bahasa Prancis", "French"),
        ("nilai rupiah", "rupiah", "rupiah"),
        ("tiba di Moskwa", "Moskwa", "Moscow"),
        ("AS dan Uni Eropa", "AS", "US"),
    ],
)
def test_a_name_is_known_with_its_renderings(text: str, here: str, rendering: str) -> None:
    hits = {hit.span.of(text): hit.accepted for hit in MATCHER.search(text).watched}
    assert rendering in hits[here]


def test_nothing_is_ever_inserted() -> None:
    assert {term.status for term in builtin_terms(ID_EN)} == {Status.ADMITTED}
    assert MATCHER.hits("Presiden Rusia di PBB, Januari") == ()


def test_the_list_is_well_formed_and_large() -> None:
    lines = [
        line for line in LIST.read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]
    assert all(2 <= len(line.split("\t")) <= 4 for line in lines)
    assert all(cell.strip() == cell for line in lines for cell in line.split("\t"))
    assert all(part for line in lines for cell in line.split("\t")[:2] for part in cell.split("|"))
    institutions = LIST.read_text("utf-8").partition("# United Nations")[2]
    assert institutions.count("\n") > 300


def test_another_pair_has_the_names_of_cldr_and_an_unknown_one_has_none() -> None:
    assert any(t.target == "Allemagne" for t in builtin_terms(Pair("id", "fr")))
    assert builtin_terms(Pair("id", "xx")) == ()
