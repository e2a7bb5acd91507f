"""A time zone of the source is the one of the target."""

from __future__ import annotations

import pytest

from glossary.term import Span
from translate.zones import in_zone


def zoned(source: str, target: str, *taken: Span) -> str:
    for place, text in in_zone(source, target, taken, ("id", "en")):
        target = target[: place.start] + text + target[place.end :]
    return target


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        (
            "pukul 10.45 WITA.",
            "at 10:45 Western Indonesia Time.",
            "at 10:45 Central Indonesia Time.",
        ),
        ("pukul 10.45 WITA.", "at 10:45 WIB.", "at 10:45 WITA."),
        ("pukul 10.45 WIB.", "at 10:45 WIB.", "at 10:45 WIB."),
        ("10.45 WIB atau 11.45 WITA", "10:45 WIB or 11:45 WIT", "10:45 WIB or 11:45 WIT"),
        ("pukul 10.45 WITA.", "at 10:45, WIB or WIT.", "at 10:45, WIB or WIT."),
        ("pukul 10.45.", "at 10:45 WIB.", "at 10:45 WIB."),
        ("pukul 10.45 WIB.", "at 10:45.", "at 10:45."),
    ],
)
def test_the_only_zone_of_a_sentence_is_kept(source: str, target: str, right: str) -> None:
    assert zoned(source, target) == right


def test_the_rendering_of_a_term_stays() -> None:
    assert zoned("10.45 WITA", "10:45 WIB", Span(6, 9)) == "10:45 WIB"
