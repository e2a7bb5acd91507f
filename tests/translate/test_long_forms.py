"""A known name that was garbled before its acronym is put right, and nothing else is."""

from __future__ import annotations

import pytest

from glossary.term import Span
from translate.finish import finished
from translate.long_forms import in_full
from translate.pin import Pinned
from translate.recase import recase

PAIR = ("id", "en")
CSTO = "Organisasi Perjanjian Keamanan Kolektif (CSTO)"
BPK = "Badan Pemeriksa Keuangan (BPK)"
BUMN = "Badan Usaha Milik Negara (BUMN)"
POLDA = "Kepolisian Daerah (Polda)"

RIGHT = [
    (
        f"Pasukan {CSTO} pergi.",
        "The Koletive Security Treatment Organization (CSTO) left.",
        "The Collective Security Treaty Organization (CSTO) left.",
    ),
    (
        f"Ketua {BPK} hadir.",
        "The head of the Supreme Court (BPK) came.",
        "The head of the Supreme Audit Agency (BPK) came.",
    ),
    (
        f"Pemilik {BUMN} hadir.",
        "The owners of the state-owned Business Agency (BUMN) came.",
        "The owners of the State-Owned Enterprise (BUMN) came.",
    ),
    (
        f"Wartawan Tempo di {BPK} hadir.",
        "A reporter of Tempo Investigation Court (BPK) came.",
        "A reporter of Tempo Supreme Audit Agency (BPK) came.",
    ),
]

LEFT = [
    (f"Pasukan {CSTO} pergi.", "The Collective Security Treaty Organization (CSTO) left."),
    (f"Pasukan {CSTO} pergi.", "The organization of collective security treaties (CSTO) left."),
    (f"Pasukan {CSTO} pergi.", "The Koletive Security Treatment Organization left."),  # where?
    (f"Pasukan {CSTO} pergi.", "The Organization (CSTO) left."),
    (f"Pasukan {CSTO} pergi.", "It left (CSTO)."),
    (f"{POLDA} Sumatera Utara hadir.", "The North Sumatra Police (Polda) came."),
    (f"Ketua {BPK} hadir.", "The head of the Supreme Court (BPK) Board came."),
    ("Ketua Badan Pemeriksa Keuangan hadir.", "The head of the Supreme Court came."),
]


def put_right(source: str, target: str, *taken: Span) -> str:
    for place, text in in_full(source, target, taken, PAIR):
        target = target[: place.start] + text + target[place.end :]
    return target


@pytest.mark.parametrize(("source", "target", "wanted"), RIGHT)
def test_the_acronym_shows_what_the_words_stand_for(source: str, target: str, wanted: str) -> None:
    assert put_right(source, target) == wanted
    assert put_right(source, wanted) == wanted


@pytest.mark.parametrize(("source", "target"), LEFT)
def test_what_is_right_or_uncertain_stays(source: str, target: str) -> None:
    assert put_right(source, target) == target


def test_the_rendering_of_a_term_stays() -> None:
    source, target = f"Ketua {BPK} hadir.", "The head of the Supreme Court (BPK) came."
    assert put_right(source, target, Span(16, 29)) == target


@pytest.mark.parametrize(
    ("builtin", "done"), [(True, "Supreme Audit Agency"), (False, "Supreme Court")]
)
def test_it_is_the_built_in_words_that_know(builtin: bool, done: str) -> None:
    source = f"Ketua {BPK} hadir."
    made = Pinned("The head of the Supreme Court (BPK) came.", -1.0, (), cut=False)
    right = finished(source, recase(source, (), PAIR), made, PAIR, builtin=builtin)
    assert right.target == f"The head of the {done} (BPK) came."
