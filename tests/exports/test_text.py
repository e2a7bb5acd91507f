"""The clean target text and the white space between its sentences."""

from __future__ import annotations

import pytest
from sample_bitext import bitext

from exports.passage import headline, passages
from exports.text import TextExporter
from glossary.term import Span
from translate.model import (
    Bitext,
    Block,
    Document,
    Kind,
    Origin,
    Segment,
    Signature,
    Translation,
)


def one(
    text: str, *targets: tuple[str, str], kind: Kind = Kind.PARAGRAPH, level: int = 0
) -> Bitext:
    """One block; each target comes with the part of `text` that it translates."""
    translations, at = [], 0
    for part, target in targets:
        at = text.index(part, at)
        segment = Segment(f"P1.{at}", 0, kind, Span(at, at + len(part)), part)
        translations.append(Translation(segment, target, Origin.MACHINE))
        at += len(part)
    document = Document("x", "Judul", "id", (Block(0, kind, text, level),))
    return Bitext(document, "en", tuple(translations), Signature("", "", "", ""))


def test_paragraphs_are_separated_by_blank_lines_and_list_items_by_lines() -> None:
    assert TextExporter().render(bitext()).decode() == (
        "Coastal Alliance Closes Its Exercise\n\n"
        "(last modified Mon, 3 Mar 2025)\n\n"
        "3 March 2025 09:15 WIB\n\n"
        "The Coastal Alliance (CAL) closed its exercise at Pelabuhan Merah. Some ships took part."
        "\n\n"
        "The next step\n\n"
        "We return tomorrow.\n\n"
        "- The first ship leaves.\n"
        "- Kapal kedua menunggu.\n\n"
        "Also read: The Red Port Is Quiet\n"
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Satu. Dua.", "One. Two."),
        ("Satu.  Dua.", "One. Two."),
        ("Satu.\nDua.", "One.\nTwo."),
        ("Satu.Dua.", "One. Two."),
        ("Satu. – Dua.", "One. – Two."),
    ],
)
def test_the_gap_between_source_sentences_decides_the_gap_between_target_sentences(
    source: str, expected: str
) -> None:
    rendered = TextExporter().render(one(source, ("Satu.", "One."), ("Dua.", "Two.")))
    assert rendered.decode() == expected + "\n"


def test_a_nested_list_item_is_indented() -> None:
    item = one("Satu.", ("Satu.", "One."), kind=Kind.LIST_ITEM, level=2)
    assert TextExporter().render(item) == b"  - One.\n"


def test_an_untranslated_block_keeps_its_source_text() -> None:
    assert TextExporter().render(one("Satu.", ("Satu.", ""))) == b"Satu.\n"


def test_a_block_without_segments_is_still_a_passage() -> None:
    (passage,) = passages(one("***"))
    assert (passage.target, passage.translations) == ("", ())


def test_the_headline_is_the_title_block_else_the_title_of_the_document() -> None:
    assert headline(bitext()) == (
        "Aliansi Pesisir Menutup Latihan",
        "Coastal Alliance Closes Its Exercise",
    )
    assert headline(one("Satu.", ("Satu.", "One."))) == ("Judul", "")


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Kapal pertama.", "The first ship.", "- The first ship.\n"),
        ("1. Kapal pertama.", "1. The first ship.", "1. The first ship.\n"),
        ("b) Kapal kedua.", "b) The second ship.", "b) The second ship.\n"),
        ("3 kapal berlayar.", "3 ships sail.", "- 3 ships sail.\n"),
    ],
)
def test_an_item_with_a_number_of_its_own_gets_no_bullet(
    source: str, target: str, expected: str
) -> None:
    item = one(source, (source, target), kind=Kind.LIST_ITEM, level=1)
    assert TextExporter().render(item).decode() == expected


def test_page_furniture_is_left_out_and_rows_of_a_table_stay_together() -> None:
    blocks = (
        Block(0, Kind.CELL, "Provinsi", cell=(1, 1, 1)),
        Block(1, Kind.CELL, "Luas", cell=(1, 1, 2)),
        Block(2, Kind.FURNITURE, "ADVERTISEMENT"),
        Block(3, Kind.CELL, "Riau", cell=(1, 2, 1)),
        Block(4, Kind.CELL, "Kota", cell=(2, 1, 1)),
    )
    document = Document("x", "Judul", "id", blocks)
    written = TextExporter().render(Bitext(document, "en", (), Signature("", "", "", "")))
    assert written.decode() == "Provinsi\tLuas\nRiau\n\nKota\n"
