"""A label that stands alone comes from the list, in its own case; a sentence never does."""

from __future__ import annotations

import pytest

from glossary.match import Matches
from glossary.term import Form, Span, Status, Term, TermHit
from translate.labels import labelled
from translate.languages import load_language
from translate.languages.lists import lines_of
from translate.model import Kind, Origin, Segment
from translate.settled import Known

PAIR = ("id", "en")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rata-rata", "Average"),
        ("rata-rata", "average"),
        ("LAMPIRAN", "ATTACHMENT"),
        ("Latar belakang", "Background"),
        ("Daftar Isi", "Table of Contents"),
        ("Daftar isi", "Table of contents"),
        ("Seni dan Budaya", "Arts and Culture"),
        ("Tembusan:", "Copies to:"),
        ("1.1 Tujuan", "1.1 Objectives"),
        ("a. Waktu dan  Tempat", "a. Time and Place"),
        ("I. PENUTUP", "I. CLOSING"),
        ("B. Kesimpulan", "B. Conclusion"),
        ("Korea Selatan", "South Korea"),
        ("KOREA SELATAN", "SOUTH KOREA"),
        ("PBB", "UN"),
        ("Senin", "Monday"),
        ("Puskesmas", "Community health center"),  # of the words that models leave
    ],
)
def test_a_label_alone_comes_from_the_list(text: str, wanted: str) -> None:
    assert labelled(text, PAIR) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Tujuan kami Bandung",
        "Sumber: kantor pajak",
        "A. Yani",
        "Presiden Korea Selatan",
        "Tujuan?",
        "",
        "1.",
        "Rata-rata " * 9,
    ],
)
def test_all_else_is_left_to_the_model(text: str) -> None:
    assert labelled(text, PAIR) is None


def test_a_pair_without_a_list_has_no_labels() -> None:
    assert labelled("Rata-rata", ("id", "nl")) is None


def settled(text: str, *hits: TermHit) -> tuple[str, Origin] | None:
    segment = Segment("P1.1", 0, Kind.CELL, Span(0, len(text)), text)
    known = Known({}, load_language("id"), "en", builtin=True)
    made = known.settle(segment, Matches(hits, ()))
    return (made.target, made.origin) if made else None


def test_a_label_needs_no_engine() -> None:
    assert settled("Uraian") == ("Description", Origin.RULE)


def test_a_term_of_a_list_goes_before_the_label() -> None:
    term = Term("Uraian", "Breakdown", status=Status.PREFERRED)
    hit = TermHit(term, Span(0, 6), Form.LONG, "Breakdown", ())
    assert settled("Uraian", hit) is None


def test_the_list_is_in_order_and_says_each_label_once() -> None:
    rows = [line.split("\t") for line in lines_of("id-en.labels.tsv")]
    labels = [label for label, _ in rows]
    assert labels == sorted(set(labels))
    assert all(label == label.lower() == label.strip() and wanted.strip() for label, wanted in rows)
