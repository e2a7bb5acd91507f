"""From one language to another over the packages at hand: directly, or by the fewest steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Step(Protocol):
    """Whatever leads from one language to another."""

    @property
    def source_lang(self) -> str:
        """Where it starts."""
        ...

    @property
    def target_lang(self) -> str:
        """Where it leads."""
        ...


S = TypeVar("S", bound=Step)
HUB = "en"  # Argos packages lead to and from English: of two equally short ways, the one over it


def route(steps: Sequence[S], source_lang: str, target_lang: str) -> list[S] | None:
    """The fewest steps from source to target, None if there is no way.

    Of several steps between the same two languages the first in `steps` is taken, of several
    languages in between English. Breadth first, so the first way found is a shortest one.
    """
    ways: dict[str, list[S]] = {source_lang: []}
    edge = [source_lang]
    while edge and target_lang not in ways:
        reached: list[str] = []
        for here in sorted(edge, key=lambda language: language != HUB):
            for step in steps:
                if step.source_lang == here and step.target_lang not in ways:
                    ways[step.target_lang] = [*ways[here], step]
                    reached.append(step.target_lang)
        edge = reached
    return ways.get(target_lang) or None
