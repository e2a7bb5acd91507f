"""What the model is told of a sentence, and how what it makes of that becomes the sentence's again.

Numbers of list items go around it, numbers in words beside figures, too; periods are told as it
knows them. Each step may take out or reword a part, and puts it back when the target is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from glossary.term import TermHit
from translate.pin import Pinned
from translate.told.number import without_number
from translate.told.period import counted
from translate.told.twice import told_once

__all__ = ["Told", "told"]


class Step(Protocol):
    """A sentence after one step, with its terms where they stand then."""

    @property
    def text(self) -> str:
        """The sentence."""
        ...

    @property
    def hits(self) -> tuple[TermHit, ...]:
        """Its terms."""
        ...

    def restored(self, made: Pinned) -> Pinned:
        """What was made of it, as if it had been made of the sentence before the step."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as the model is told it, and the `steps` that led there."""

    steps: tuple[Step, ...]

    @property
    def text(self) -> str:
        """What the model is told."""
        return self.steps[-1].text

    @property
    def hits(self) -> tuple[TermHit, ...]:
        """The terms in it."""
        return self.steps[-1].hits

    def restored(self, made: Pinned) -> Pinned:
        """What was made of it, as the target of the sentence."""
        for step in reversed(self.steps):
            made = step.restored(made)
        return made


def told(text: str, hits: Sequence[TermHit], pair: tuple[str, str]) -> Told:
    """What the model is told of a sentence; `pair` are the codes of source and target."""
    item = without_number(text, hits)
    once = told_once(item.text, item.hits, pair)
    return Told((item, once, counted(once.text, once.hits, pair[0])))
