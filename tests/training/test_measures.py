"""What the measures count, as tables."""

from __future__ import annotations

import pytest

from training import measures
from training.measures import Annotation, Share


@pytest.mark.parametrize(
    ("source", "reference", "output", "kept"),
    [
        ("Kata Budi, Ani sakit.", "Budi said Ani was ill.", "Budi said Ana was ill.", Share(1, 2)),
        ("Di Rusia ada salju.", "In Russia there is snow.", "Russia has snow.", Share(0, 0)),
        ("Rumah Budi besar.", "Budi's house is big.", "The house of Budi is big.", Share(1, 1)),
    ],
)
def test_names_that_both_sides_share_are_counted(
    source: str, reference: str, output: str, kept: Share
) -> None:
    """A name counts when source and reference spell it alike."""
    assert measures.names(source, reference, output) == kept


@pytest.mark.parametrize(
    ("source", "reference", "output", "kept"),
    [
        ("12.500 orang", "12,500 people", "12,500 people", Share(1, 1)),
        ("Rp2,3 triliun", "Rp2.3 trillion", "Rp23 trillion", Share(1, 1)),
        ("pada 14 Mei 2020", "on May 14, 2020", "on May 14, 2021", Share(1, 2)),
        ("dua orang", "2 people", "two people", Share(0, 0)),
    ],
)
def test_numbers_are_compared_by_their_digits(
    source: str, reference: str, output: str, kept: Share
) -> None:
    """Points and commas differ between the languages; digits do not."""
    assert measures.numbers(source, reference, output) == kept


@pytest.mark.parametrize(
    ("output", "reference", "repeated"),
    [
        ("the Security Security Council", "the Security Council", True),
        ("he said he said he said he said", "he said", True),
        ("had had enough", "had had enough", False),
        ("a plain sentence", "a plain sentence", False),
    ],
)
def test_repetitions_count_beyond_the_reference(
    output: str, reference: str, repeated: bool
) -> None:
    """What the reference repeats, the output may repeat."""
    assert measures.repeats(output, reference) is repeated


@pytest.mark.parametrize(
    ("rendering", "output", "held"),
    [("CSTO", "The CSTO met.", True), ("CST", "The CSTO met.", False), ("csto", "CSTO", False)],
)
def test_terms_are_whole_words_in_their_own_case(rendering: str, output: str, held: bool) -> None:
    """A term inside another word, or in another case, is not the term."""
    assert measures.term(rendering, output) is held


def test_an_annotation_tells_sure_from_possible() -> None:
    """`-` is sure, `?` is possible, and what is sure is possible too."""
    read = measures.annotation("0-1 2?3")
    assert read == Annotation(frozenset({(0, 1)}), frozenset({(0, 1), (2, 3)}))


def test_alignment_error_follows_och_and_ney() -> None:
    """Sure links must be found; possible ones may be."""
    gold = [Annotation(frozenset({(0, 0)}), frozenset({(0, 0), (1, 1)}))]
    assert measures.alignment_error([{(0, 0), (1, 1)}], gold) == 0
    assert measures.alignment_error([{(5, 5)}], gold) == 100
