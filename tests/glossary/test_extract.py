"""Definitions and recurring names of a text become proposals; other words do not."""

from __future__ import annotations

import pytest

from glossary.extract import initials, propose
from glossary.forms import INDONESIAN

ORDINARY = frozenset(
    {"presiden", "menteri", "kata", "rapat", "bertemu", "menurut", "dengan", "di", "kemarin"}
)


def proposed(text: str) -> list[tuple[str, str, int]]:
    return [(p.source, p.acronym, p.count) for p in propose([text], INDONESIAN, ORDINARY)]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("kantor Pakta Pertahanan Selatan (PPS) di sini", [("Pakta Pertahanan Selatan", "PPS")]),
        ("Majelis Bangsa-Bangsa (MBB) rapat", [("Majelis Bangsa-Bangsa", "MBB")]),
        ("Dinas Air dan Tanah (DAT) rapat", [("Dinas Air dan Tanah", "DAT")]),
        ("rapat Badan Perencanaan Nasional (Bapenas)", [("Badan Perencanaan Nasional", "Bapenas")]),
        ("rapat Kementerian Luar Negeri (Kemlu)", [("Kementerian Luar Negeri", "Kemlu")]),
        ("rapat di Selatan (PPS)", []),
        ("Pakta Pertahanan Utara (PPS)", []),
        ("Titik. Pakta Selatan (PS)", [("Pakta Selatan", "PS")]),
        ("kata (lihat di bawah)", []),
    ],
)
def test_an_acronym_must_fit_its_long_form(text: str, pairs: list[tuple[str, str]]) -> None:
    assert [(source, acronym) for source, acronym, _ in proposed(text)] == pairs


def test_counts_take_both_forms_together() -> None:
    text = "Pakta Selatan (PS) rapat. PS bertemu Pakta Selatan."
    assert proposed(text) == [("Pakta Selatan", "PS", 4)]


def test_names_that_come_again_in_mid_sentence_are_proposed() -> None:
    text = (
        "Menurut Erlan Karin, rapat di Jambyl. Presiden bertemu Erlan Karin di Jambyl. Kata Rani."
    )
    assert proposed(text) == [("Erlan Karin", "", 2), ("Jambyl", "", 2)]


def test_a_headline_proposes_nothing() -> None:
    assert proposed("Erlan Karin Rapat Kemarin\nErlan Karin Rapat Kemarin") == []


def test_a_proposal_is_an_entry_to_be_filled_in() -> None:
    (proposal,) = propose(["Pakta Selatan (PS) rapat"], INDONESIAN, ORDINARY)
    term = proposal.as_term()
    assert (term.status.value, term.target, term.acr_source) == ("proposed", "", "PS")
    assert term.note.startswith("2×: …Pakta Selatan (PS)")


def test_initials_count_both_parts_of_a_doubled_word() -> None:
    assert initials(["Perserikatan", "Bangsa-Bangsa"]) == "PBB"
