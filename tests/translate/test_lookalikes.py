"""A name that is right in one place and misspelled in another is told."""

from __future__ import annotations

import pytest

from translate.checks import lookalikes


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Di Kazakhstan, kata Kazakhstan.", "In Kazakhstan, said Cazastan.", ["Cazastan"]),
        ("Tokayev menemui Tokayev.", "Tokayev met Tokaev.", ["Tokaev"]),
        ("Wulandari dan Wulandari.", "Wulandari and Wolandary.", ["Wolandary"]),
        ("Indonesia menang.", "Indonesia won, Indonesians said.", []),
        ("Indonesia menang.", "Cazastan won.", []),
        ("Kota Makassar ramai.", "The city of Makasar is busy.", []),  # lost, not repeated
        ("Armenia dan Albania.", "Armenia and Albania.", []),
        ("Presiden tiba.", "The president arrived.", []),
    ],
)
def test_only_near_misses_of_names_in_both_texts_are_told(
    source: str, target: str, expected: list[str]
) -> None:
    found = lookalikes.find(source, target)
    assert [f.span.of(target) for f in found if f.span is not None] == expected
