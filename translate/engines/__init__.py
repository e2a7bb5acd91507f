"""The Engine protocol: what the pipeline asks of whatever turns sentences into sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from glossary.term import Span


@dataclass(frozen=True, slots=True)
class Decoding:
    """Settings of one pass over many sentences.

    `hypotheses` ≤ `beam`. `repetition_penalty` 1.0 and `no_repeat` 0 switch these guards off;
    `no_repeat` is the length of token n-grams that may not come twice. With `shortlist` only pieces
    are written that the package lists for its target language, if it does.
    """

    beam: int = 4
    hypotheses: int = 1
    repetition_penalty: float = 1.0
    no_repeat: int = 0
    shortlist: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """One target text. `score` is the mean log-probability per token; `cut` means that the
    decoder ran into its length limit."""

    text: str
    score: float
    cut: bool = False


Progress = Callable[[int], None]
"""Called with the number of sentences finished since the last call."""


class Engine(Protocol):
    """Translates sentences of one language pair.

    `model` identifies the model for signatures, `markup` holds the brackets of inline terms
    (``kata ⟦word⟧``) if the model understands them, `limit` is the longest input in tokens.
    """

    name: str
    model: str
    source_lang: str
    target_lang: str
    markup: tuple[str, str] | None
    limit: int

    def count(self, text: str) -> int:
        """The length of `text` in tokens of the model."""
        ...

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        """The best `decoding.hypotheses` candidates of each text, best first."""
        ...

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The mean log-probability per token of each (source, target) pair."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """A word of the target and the source word that it renders; both divided at white space."""

    source: Span
    target: Span


@runtime_checkable
class Steerable(Protocol):
    """What an engine may be able to do besides: begin as told, and show who renders whom."""

    def resume(self, pairs: Sequence[tuple[str, str]], decoding: Decoding) -> list[list[Candidate]]:
        """The best candidates of each (source, beginning), all starting with `beginning`."""
        ...

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """For each (source, target), the source word of every target word, in target order."""
        ...
