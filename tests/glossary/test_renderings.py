"""Wanted renderings are recognised in an English text, each occurrence once."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.renderings import find_renderings, most, repair_case, surplus


@pytest.mark.parametrize(
    ("target", "wanted", "found"),
    [
        ("The CSTO left.", ["CSTO"], ["CSTO"]),
        ("The CSTO's troops", ["CSTO"], ["CSTO"]),
        ("The CSTOs left; a CSTO2.", ["CSTO"], [None]),
        # every word is used once, the longest rendering first
        ("Kassym-Jomart Tokayev left.", ["Tokayev", "Kassym-Jomart Tokayev"],
         [None, "Kassym-Jomart Tokayev"]),
        ("Tokayev met Kassym-Jomart Tokayev.", ["Kassym-Jomart Tokayev", "Tokayev"],
         ["Kassym-Jomart Tokayev", "Tokayev"]),
        ("Southern Pact (SP)", ["Southern Pact (SP)", "SP"], ["Southern Pact (SP)", None]),
        ("CSTO and CSTO", ["CSTO", "CSTO", "CSTO"], ["CSTO", "CSTO", None]),
        # capitals as typed; a rendering without any may raise its first letters
        ("Peacekeeping forces came.", ["peacekeeping forces"], ["Peacekeeping forces"]),
        ("Peacekeeping Forces Come", ["peacekeeping forces"], ["Peacekeeping Forces"]),
        ("PEACEKEEPING FORCES", ["peacekeeping forces"], [None]),
        ("The Hague Club met.", ["the Hague Club"], ["The Hague Club"]),
        ("THE Hague Club met.", ["the Hague Club"], [None]),
        ("IPhone sales", ["iPhone"], [None]),
        ("They told us.", ["US"], [None]),
        ("the foreign minister", ["Foreign Minister"], [None]),
        # spelling that means nothing
        ("the Counter‑Terrorism  Office", ["Counter-Terrorism Office"],
         ["Counter‑Terrorism  Office"]),
        ("the People’s Party", ["People's Party"], ["People’s Party"]),
        ("the Counter Terrorism Office", ["Counter-Terrorism Office"], [None]),
        ("anything", [""], [None]),
        ("", ["CSTO"], [None]),
    ],
)  # fmt: skip
def test_find(target: str, wanted: list[str], found: list[str | None]) -> None:
    assert [s and s.of(target) for s in find_renderings(target, wanted)] == found


def test_equal_renderings_take_their_occurrences_from_left_to_right() -> None:
    first, second = find_renderings("CSTO and CSTO", ["CSTO", "CSTO"])
    assert first
    assert second
    assert first < second


@pytest.mark.parametrize(
    ("target", "wanted", "extra"),
    [
        ("US and US", ["US"], 1),
        ("US and US", ["US", "US"], 0),
        ("Tokayev met Kassym-Jomart Tokayev", ["Kassym-Jomart Tokayev"], 0),
        ("Tokayev", ["Tokayev", "Tokayev"], 0),
        ("", ["US"], 0),
    ],
)
def test_surplus_counts_what_nobody_asked_for(target: str, wanted: list[str], extra: int) -> None:
    assert surplus(target, wanted) == extra


@pytest.mark.parametrize(
    ("target", "extra"),
    [
        ("Residents met a resident and residents.", 2),
        ("The residents left.", 0),
        ("The resident of a residence left.", 0),
    ],
)
def test_an_accepted_rendering_counts_as_surplus_too(target: str, extra: int) -> None:
    assert surplus(target, ["resident"], [["residents"]]) == extra


@pytest.mark.parametrize(
    ("target", "wanted", "repaired"),
    [
        ("after world war ii.", ["World War II"], "after World War II."),
        ("the National security Committee", ["National Security Committee"],
         "the National Security Committee"),
        ("they told us", ["US"], "they told us"),
        ("World War II", ["World War II"], "World War II"),
    ],
)  # fmt: skip
def test_wrong_capitals_of_long_renderings_are_put_right(
    target: str, wanted: list[str], repaired: str
) -> None:
    assert repair_case(target, wanted) == repaired


WORDS = st.lists(st.sampled_from(["US", "Tokayev", "Kassym-Jomart", "coup", "the", "(SP)"]))


@given(WORDS, st.lists(st.sampled_from(["US", "Kassym-Jomart Tokayev", "Tokayev", "coup"])))
def test_no_character_is_used_twice(words: list[str], wanted: list[str]) -> None:
    target = " ".join(words)
    spans = sorted(s for s in find_renderings(target, wanted) if s)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert len(spans) <= len(words)


UNEVEN = st.lists(
    st.sampled_from(
        [
            "US",
            "the",
            "The",
            "Coup",
            "coup",
            "AUSTIN",
            "U\u00adS",
            "-",
            "’s",
            " ",
            "  ",
            "é",
            "_",
            ".",
        ]
    )
).map("".join)
RENDERINGS = st.lists(
    st.sampled_from(["US", "the US", "coup", "coup US", "Coup-the", "é", "", "."])
)


@given(UNEVEN, RENDERINGS, RENDERINGS)
def test_what_is_seen_at_sight_is_what_reading_finds(
    target: str, wanted: list[str], more: list[str]
) -> None:
    accepted = [more] * len(wanted)
    read = f"{target} \u00ad"  # what is invisible stops the shortcuts
    assert find_renderings(target, wanted, accepted) == find_renderings(read, wanted, accepted)
    assert surplus(target, wanted, accepted) == surplus(read, wanted, accepted)


@given(UNEVEN, RENDERINGS)
def test_renderings_stand_no_more_often_than_their_first_words(
    target: str, renderings: list[str]
) -> None:
    bound = most(target, (*renderings,))
    found = find_renderings(target, [""] * 9, [renderings] * 9)
    assert bound is None or sum(span is not None for span in found) <= bound
