"""Sizes are told in a unit that fits them."""

from __future__ import annotations

import pytest

from glossary.limits import size_told


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "1 byte"),
        (50, "50 bytes"),
        (1_500, "1.5 kB"),
        (2_000_000, "2 MB"),
        (20_400_000, "20.4 MB"),
        (200 << 20, "200 MiB"),
    ],
)
def test_sizes(count: int, told: str) -> None:
    assert size_told(count) == told
