"""Sentences that contradict each other are told, in one file and across files."""

from __future__ import annotations

import pytest

from glossary.term import Span
from translate.checks.across import compared
from translate.model import Bitext, Block, Document, Kind, Origin, Segment, Signature, Translation


def bitext(*pairs: tuple[str, str], origin: Origin = Origin.MACHINE, file: str = "d.txt") -> Bitext:
    blocks = tuple(Block(i, Kind.PARAGRAPH, source) for i, (source, _) in enumerate(pairs))
    done = tuple(
        Translation(
            Segment(f"P{i + 1}.1", i, Kind.PARAGRAPH, Span(0, len(source)), source), target, origin
        )
        for i, (source, target) in enumerate(pairs)
    )
    return Bitext(
        Document("d", "", "id", blocks, {"file": file}), "en", done, Signature("", "", "", "")
    )


def told(*bitexts: Bitext) -> list[list[str]]:
    return [[f.check for f in t.findings] for b in compared(bitexts) for t in b.translations]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("Harga naik.", "Prices rise."), ("Harga naik.", "Costs went up."), ["inconsistent"]),
        (("Harga naik.", "Prices rise."), ("Harga naik", "Prices rise"), []),
        (("Harga naik.", "Prices rise."), ("HARGA NAIK", "PRICES RISE"), []),
        (("Harga naik.", "Prices rise."), ("Harga turun.", "Prices rise."), []),
        (
            ("Menurut Tokayev itu benar.", "According to him it is true."),
            ("Menurut Karin itu benar.", "According to him it is true."),
            ["same"],
        ),
        (
            ("Itu sungguh benar sekali.", "That is really very true."),
            ("Hal itu memang benar.", "That is really very true."),
            [],
        ),
    ],
)
def test_contradictions_are_told_in_one_file_and_across_files(
    first: tuple[str, str], second: tuple[str, str], expected: list[str]
) -> None:
    assert told(bitext(first, second)) == [expected, expected]
    assert told(bitext(first), bitext(second)) == [expected, expected]


def test_copied_lines_are_not_compared() -> None:
    pairs = [("1 Mei 2024", "1 Mei 2024"), ("1 Mei 2024", "May 1, 2024")]
    assert told(bitext(*pairs, origin=Origin.COPIED)) == [[], []]


def test_a_row_of_another_file_is_named_with_its_file() -> None:
    first = bitext(
        ("Harga naik.", "Prices rise."), ("Harga naik.", "Costs went up."), file="a.html"
    )
    second = bitext(("Harga naik.", "The price went up."), file="b.docx")
    third = bitext(("Apa kata Tokayev.", "It is what he said."), file="c.md")
    fourth = bitext(("Apa kata Karin.", "It is what he said."), file="d.md")
    done = compared([first, second, third, fourth])
    messages = [f.message for b in done for t in b.translations for f in t.findings]
    assert messages == [
        "P2.1 renders the same source as “Costs went up.”.",
        "P1.1 renders the same source as “Prices rise.”.",
        "P1.1 of a.html renders the same source as “Prices rise.”.",
        "P1.1 of d.md reads the same for “Apa kata Karin.”.",
        "P1.1 of c.md reads the same for “Apa kata Tokayev.”.",
    ]
