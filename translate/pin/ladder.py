"""What is tried to pin terms, in which order and how widely: data, for each model its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from translate.engines import Decoding

MARGIN = 1.0
"""Mean log-probability per token that a candidate may lose against the free translation.

Candidates that read as well as the free translation lie between −0.5 and +0.6 of it, derailed ones
far below. Measured on 150 news sentences with 249 terms (first embedded model): margins of 0.25,
0.5 and 1.0 left 21, 10 and 8 terms flagged, at a chrF of 42.6, 43.0 and 43.1 (40.8 without
pinning).
"""


class Move(StrEnum):
    """One way to bring missing terms into a sentence."""

    KNOWN = "known"  # swapped for what the model says for the source phrase alone
    INLINE = "inline"  # every term written behind its phrase: kata ⟦word⟧
    MIXED = "mixed"  # proper names in the source, other terms inline
    IN_SOURCE = "in-source"  # every term written in place of its phrase
    EACH = "each"  # each term in the way that has worked for it alone
    NBEST = "n-best"  # further hypotheses for the source itself
    STAND_IN = "stand-in"  # invented names in place of the phrases, the terms in place of those
    SPLICE = "splice"  # the beginning up to and including a term is forced
    REPLACE = "replace"  # the term takes the place of the words that rendered its phrase


class Sort(StrEnum):
    """What a term names, as far as its capitals show it."""

    NAME = "name"
    ACRONYM = "acronym"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Step:
    """One move by all sentences that still miss a term, decoded with `beam` and `hypotheses`;
    it is made again, up to `rounds` times, as long as some sentence gains a term by it."""

    move: Move
    beam: int = 4
    hypotheses: int = 4
    rounds: int = 1

    @property
    def decoding(self) -> Decoding:
        """The settings of the decoder."""
        return Decoding(beam=self.beam, hypotheses=self.hypotheses)


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps in order, the margin (see MARGIN), and stand-ins that the model copies.

    A ladder without steps flags what the free translation does not have.
    """

    steps: tuple[Step, ...]
    margin: float = MARGIN
    stand_ins: Mapping[Sort, tuple[str, ...]] = field(default_factory=dict)


_LAST = (
    Step(Move.SPLICE, 2, 1, rounds=4),
    Step(Move.REPLACE, 1, 1, rounds=4),
    Step(Move.IN_SOURCE, 4, 4),
    Step(Move.EACH, 4, 2),
    Step(Move.NBEST, 8, 8),
)

PLAIN = Ladder((Step(Move.KNOWN), Step(Move.IN_SOURCE, 3, 1), *_LAST))
"""For models that nobody calibrated and that know no inline terms."""

INLINE = Ladder((Step(Move.KNOWN), Step(Move.INLINE, 3, 2), *_LAST))
"""For models that nobody calibrated and that say that they know inline terms."""


def usual(markup: tuple[str, str] | None) -> Ladder:
    """The ladder of a model without calibration."""
    return PLAIN if markup is None else INLINE
