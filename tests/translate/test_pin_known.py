"""A term takes the place of what the model says for its source phrase alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Term
from translate.engines import Candidate
from translate.languages.determiners import determiners_of
from translate.model import Rung
from translate.pin import known
from translate.pin.judge import Case

MATCHER = Matcher(
    Glossary(
        (
            Term("gencatan senjata", "truce"),
            Term("uang pelicin", "kickbacks"),
            Term("Pakta Selatan", "Southern Pact"),
            Term("kudeta", "armed coup"),
            Term("pusat kebudayaan", "cultural center", pos="noun"),
            Term("anggota dewan", "council member", pos="noun"),
            Term("pemerintah kota", "urban administration"),
        )
    )
)
SAYS = {
    "gencatan senjata": ["A ceasefire.", "Ceasefires", "fire"],
    "uang pelicin": ["bribe", "bribes", "money"],
    "Pakta Selatan": ["South Pact", "the Southern Alliance"],
    "kudeta": ["coup", "a putsch"],
    "pusat kebudayaan": ["Culture center", "culture", "cultural centre"],
    "pemerintah kota": ["city"],
    "anggota dewan": ["member of council", "council", "councillor"],
}


def swap(source: str, free: str, says: Mapping[str, Sequence[str]] = SAYS) -> str | None:
    case = Case(source, MATCHER.hits(source), Candidate(free, -1.0), None, ("id", "en"))
    found = known.swapped(case, case.free_option, says, determiners_of("en"))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("source", "free", "result"),
    [
        ("“gencatan senjata” gagal.", "“Ceasefire” failed.", "“Truce” failed."),
        ("Ada gencatan senjata.", "There is a ceasefire.", "There is a truce."),
        ("Ada kudeta.", "There is a coup.", "There is an armed coup."),
        ("Ia menerima uang pelicin.", "He took bribes.", "He took kickbacks."),
        ("Di Pakta Selatan.", "In the Southern Alliance.", "In the Southern Pact."),
        ("Di Pakta Selatan.", "In the “South Pact”.", "In the “Southern Pact”."),
        ("kudeta dan kudeta", "a coup and the coup", "an armed coup and the armed coup"),
        ("kudeta, gencatan senjata", "Putsch, ceasefire", "Armed coup, truce"),
        # not as often as its phrase: another sense may be meant
        ("Ada kudeta.", "A coup and a coup.", None),
        ("kudeta dan kudeta", "a coup", None),
        # a plural for a singular would leave articles and verbs wrong
        ("Ia menerima uang pelicin.", "He took a bribe.", None),
        # unless it is a noun that may come in the plural: then it does
        ("Dua pusat kebudayaan.", "Two culture centers.", "Two cultural centers."),
        ("pusat kebudayaan", "Culture centers", "Cultural centers"),
        ("Dua pusat kebudayaan.", "Two cultural centres.", "Two cultural centers."),
        ("Sebuah pusat kebudayaan.", "A culture center.", "A cultural center."),
        ("Para anggota dewan.", "The councillors.", "The council members."),
        (
            "Tiga pusat kebudayaan dan satu pusat kebudayaan.",
            "Three culture centers and one culture center.",
            "Three cultural centers and one cultural center.",
        ),
        ("Dua gencatan senjata.", "Two ceasefires.", None),
        # half a rendering would stay
        ("Sebuah pusat kebudayaan.", "A culture centre.", None),
        ("Dua kudeta.", "Two kudetas coup.", None),
        ("Ada pemerintah kota.", "The city administrations.", None),
        ("Dua anggota dewan.", "Two members of the council.", None),
        ("Ada anggota dewan.", "The council, a member.", "The council member, a member."),
        ("Ada kudeta.", "A kudeta coup.", None),
        ("Di Pakta Selatan.", "In the Southern South Pact.", None),
        ("Ada kudeta.", "The non- coup.", None),
        # inside another word
        ("Ada kudeta.", "The coupling.", None),
        # nothing is known
        ("Ada kudeta.", "An uprising.", None),
    ],
)
def test_what_is_swapped(source: str, free: str, result: str | None) -> None:
    assert swap(source, free) == result


def test_what_is_pinned_already_is_not_touched() -> None:
    says = {"gencatan senjata": ["coup"]}
    assert swap("kudeta, gencatan senjata", "armed coup, peace", says) is None


def test_how_each_term_came_in_is_said() -> None:
    source = "Pakta Selatan menolak kudeta."
    case = Case(
        source, MATCHER.hits(source), Candidate("The Southern Pact rejected the coup.", 0), None
    )
    assert list(known.phrases(case, case.free_option)) == ["kudeta"]
    found = known.swapped(case, case.free_option, SAYS, determiners_of("en"))
    assert found == ("The Southern Pact rejected the armed coup.", (Rung.FREE, Rung.KNOWN))
