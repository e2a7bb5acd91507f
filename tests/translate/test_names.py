"""Names that the target lost are told; words, terms and known English forms are not."""

from __future__ import annotations

import pytest

from glossary.term import Form, Span, Status, Term, TermHit
from translate.checks import names
from translate.model import HitResult, Outcome, Rung


def lost(source: str, target: str, results: tuple[HitResult, ...] = ()) -> list[str]:
    return [
        f.message.split("“")[1].split("”")[0]
        for f in names.find(source, target, results, "id", "en")
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Presiden Kassym-Jomart Tokayev berbicara.", "President Kassym-Jomart Tokayev spoke."),
        ("Pasukan Rusia meninggalkan Jepang.", "The Russian troops left Japan."),
        ("Menteri Luar Negeri Arab Saudi hadir.", "The Saudi Arabian Foreign Minister attended."),
        ("Amerika Serikat menolak.", "The United States refused."),
        ("Penarikan Pasukan Dimulai Besok", "Withdrawal of Troops Begins Tomorrow"),
        ("Ia lahir di Moskwa.", "He was born in Moscow."),
        ("Gedung itu milik PBB.", "The building belongs to the UN."),
        ("Menurut Retno, itu wajar.", "According to Retno's aides, it is normal."),
        ("Jerman menang.", "Germany won."),
        ("Warga Prancis memilih.", "French citizens vote."),
        ("Putin Peringatkan Kondisi Kazakhstan", "Putin Warns of Kazakhstan's Condition"),
        ("tanpa nama sama sekali", "no name at all"),
        ("Kapolda Sulawesi Utara hadir.", "The North Sulawesi police chief attended."),
        ("Kolonel Rahmat dan Polres hadir.", "Col. Rahmat and the police attended."),
        ("Harganya 5 dolar AS.", "It costs $5."),
        ("Warga Geledah Rumah Kosong", "Residents Search Empty House"),
        ("Penyelundup itu lari.", "The smuggler fled."),
        ("Perang Dunia II usai.", "World War II ended."),
    ],
)
def test_names_that_are_accounted_for_raise_no_finding(source: str, target: str) -> None:
    assert lost(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Presiden Tokayev berbicara.", "President Tokaev spoke.", ["Tokayev"]),
        ("Erlan Karin menjawab.", "Erlan Carin replied.", ["Karin"]),
        ("Pasukan Rusia pergi.", "The troops left.", ["Rusia"]),
        ("Anggota CSTO dan NATO bertemu.", "Members of NATO met.", ["CSTO"]),
        ("Putin Peringatkan Kondisi Kazakhstan", "Warning of a Condition", ["Putin", "Kazakhstan"]),
        ("Tokayev dan Tokayev.", "He and he.", ["Tokayev"]),
    ],
)
def test_a_lost_name_is_told_once(source: str, target: str, expected: list[str]) -> None:
    assert lost(source, target) == expected


def test_what_belongs_to_a_term_is_left_to_the_term() -> None:
    hit = TermHit(Term("Inggris", "Britain"), Span(0, 7), Form.LONG, "Britain")
    result = HitResult(hit, Outcome.FLAGGED, Rung.NONE)
    assert lost("Inggris menang.", "They won.", (result,)) == []


def test_a_language_without_a_word_list_gets_no_findings() -> None:
    assert list(names.find("Tokayev spricht.", "He speaks.", (), "de", "en")) == []


def test_an_empty_target_says_nothing_about_names() -> None:
    assert lost("Presiden Tokayev berbicara.", " ") == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Ketua KPK hadir.", "The chair of the Corruption Eradication Commission came.", []),
        ("Kementerian Luar Negeri menolak.", "The Ministry of Foreign Affairs refused.", []),
        ("Kementerian Luar Negeri menolak.", "The Foreign Ministry refused.", []),
        ("Ia lahir di bulan Mei.", "He was born in June.", ["Mei"]),
        ("Dewan Keamanan PBB rapat.", "The United Nations Security Council met.", []),
        ("Dewan Keamanan PBB rapat.", "The board met.", ["Dewan Keamanan PBB"]),
    ],
)
def test_a_built_in_name_may_have_any_of_its_renderings(
    source: str, target: str, expected: list[str]
) -> None:
    assert lost(source, target) == expected


def test_built_in_names_can_be_left_unchecked() -> None:
    found = list(names.find("Pasukan Rusia pergi.", "They left.", (), "id", "en", builtin=False))
    assert found == []


def test_a_watched_term_shadows_a_built_in_name() -> None:
    term = Term("Rusia", "Muscovy", status=Status.ADMITTED)
    hit = TermHit(term, Span(8, 13), Form.LONG, "Muscovy", ("Muscovy",))
    found = list(names.find("Pasukan Rusia pergi.", "They left.", (), "id", "en", watched=[hit]))
    assert found == []
