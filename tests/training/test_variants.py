"""Variants of a training pair keep its words, links and terms in step."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("sentencepiece")

from training.names import Names, swap
from training.pair import UNLINKED, Pair, parse
from training.recipe import Variants
from training.terms import Renderings, annotate
from training.variants import Varier, capitals, curly_quotes, no_stop, related_line, title_case

MARKUP = ("⟦", "⟧")
NAMES = Names(["Qodirov", "Wulandari", "Schmidt"])


def pair(source: str, target: str, links: str) -> Pair:
    numbers = tuple(map(int, links.split()))
    return Pair("news", tuple(source.split()), tuple(target.split()), numbers)


VISIT = pair(
    "Presiden Schmidt tiba di ibu kota Armenia pada hari Senin.",
    "President Schmidt arrived in the Armenian capital on Monday.",
    "0 1 2 3 -1 6 4 7 9",
)


def test_a_pair_survives_its_line() -> None:
    """Writing a pair and reading it back changes nothing."""
    assert parse(VISIT.line()) == VISIT


@pytest.mark.parametrize("seed", range(20))
def test_terms_stand_in_the_target_word_for_word(seed: int) -> None:
    """Whatever the brackets hold is in the target, and its words are linked to the brackets."""
    made = annotate(VISIT, 0.5, Renderings(), MARKUP, random.Random(seed))
    assert len(made.links) == len(made.target)
    inside = False
    for place, word in enumerate(made.source):
        inside = inside or word.startswith("⟦")
        if inside:
            bare = word.strip("⟦⟧.")
            linked = [made.target[j].strip(".") for j, s in enumerate(made.links) if s == place]
            assert bare in linked
        inside = inside and "⟧" not in word


def test_unusual_renderings_replace_the_reference() -> None:
    """Once enough phrases of a kind are known, another one is asked for and given."""
    renderings = Renderings()
    for number in range(200):
        renderings.remember((f"Zolta{number}",))
    texts = [
        " ".join(annotate(VISIT, 1.0, renderings, MARKUP, random.Random(seed)).target)
        for seed in range(30)
    ]
    assert any("Zolta" in text for text in texts)


def test_names_are_swapped_on_both_sides() -> None:
    """A name that both sides share becomes another name on both sides."""
    made = [swap(VISIT, NAMES, random.Random(seed)) for seed in range(10)]
    changed = [p for p in made if p != VISIT]
    assert changed
    assert all(p.source[1] == p.target[1] for p in made)
    assert all(p.source[0] == "Presiden" and p.links == VISIT.links for p in made)


@pytest.mark.parametrize(
    ("made", "source", "target"),
    [
        (no_stop(VISIT), "Senin", "Monday"),
        (capitals(VISIT), "SENIN.", "MONDAY."),
        (title_case(VISIT), "Senin", "Monday"),
    ],
)
def test_forms_change_both_sides(made: Pair, source: str, target: str) -> None:
    """Headlines and capitals look the same on both sides."""
    assert made.source[-1] == source
    assert made.target[-1] == target
    assert made.links == VISIT.links


def test_title_case_keeps_small_words_small() -> None:
    """Prepositions stay in lower case inside a headline."""
    assert " ".join(title_case(VISIT).target).startswith("President Schmidt Arrived in the")


def test_related_lines_move_the_links() -> None:
    """The words behind 'Baca juga:' keep pointing at each other."""
    made = related_line(VISIT, random.Random(1))
    for j, link in enumerate(VISIT.links):
        moved = made.links[j + len(made.target) - len(VISIT.target)]
        assert moved == (UNLINKED if link == UNLINKED else link + 2)


def test_quotes_become_curly() -> None:
    """Straight marks open before a word and close after it."""
    made = curly_quotes(pair('"Ya," katanya.', '"Yes," he said.', "0 1 1"))
    assert made.source[0] == "“Ya,”"


def test_lexicon_entries_stay_as_they_are() -> None:
    """A dictionary entry gets neither names nor terms."""
    entry = Pair("lexicon-words", ("Rusia",), ("Russia",), (0,))
    vary = Varier(Variants(names=1.0, terms=1.0, capitals=1.0), NAMES, MARKUP, 1)
    assert vary(entry) == entry
