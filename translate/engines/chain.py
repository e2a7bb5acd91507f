"""Two engines, one behind the other: a pair without a package goes by a third language."""

from __future__ import annotations

from collections.abc import Sequence

from glossary.term import Span
from translate.engines import Candidate, Decoding, Engine, Link, Progress, Steerable


class Chain:
    """Translates with `first`, then what came out with `second`; see `Engine` for the contract.

    Only the best translation of the first leg goes on: the candidates are those of the second. A
    chain has no inline terms, since their brackets would have to pass through both; a target that
    is written into the source, a forced beginning and the alignment work end to end.
    """

    markup: tuple[str, str] | None = None

    def __init__(self, first: Engine, second: Engine, beam: int = 4) -> None:
        self.first, self.second = first, second
        self.name = first.name
        self.model = f"{first.model} + {second.model}"
        self.source_lang, self.target_lang = first.source_lang, second.target_lang
        self.limit = first.limit
        self._beam = beam
        self._middle: dict[str, str] = {}

    def count(self, text: str) -> int:
        """The length of `text` in tokens of the first model."""
        return self.first.count(text)

    def between(self, texts: Sequence[str]) -> list[str]:
        """The texts in the language in between; what has been translated once is kept."""
        new = [text for text in dict.fromkeys(texts) if text not in self._middle]
        if new:
            for text, best in zip(
                new, self.first.translate(new, Decoding(self._beam)), strict=True
            ):
                self._middle[text] = best[0].text
        return [self._middle[text] for text in texts]

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        """The best candidates of each text, best first."""
        return self.second.translate(self.between(texts), decoding, progress)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The mean log-probability of each target, given its source in the language in between."""
        return self.second.score(self._from_between(pairs))

    def _from_between(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
        between = self.between([source for source, _ in pairs])
        return [(text, target) for text, (_, target) in zip(between, pairs, strict=True)]


class SteerableChain(Chain):
    """A chain of engines that begin as told and show who renders whom; see `Steerable`."""

    def __init__(self, first: Engine, second: Engine, beam: int = 4) -> None:
        super().__init__(first, second, beam)
        if not (isinstance(first, Steerable) and isinstance(second, Steerable)):
            raise TypeError("both engines must be steerable")
        self._sides: tuple[Steerable, Steerable] = (first, second)

    def resume(self, pairs: Sequence[tuple[str, str]], decoding: Decoding) -> list[list[Candidate]]:
        """The best candidates of each (source, beginning), all starting with `beginning`."""
        return self._sides[1].resume(self._from_between(pairs), decoding)

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """For each (source, target), the source word of every target word, over both legs."""
        between = self._from_between(pairs)
        first = self._sides[0].align(
            [(source, text) for (source, _), (text, _) in zip(pairs, between, strict=True)]
        )
        second = self._sides[1].align(between)
        return [_joined(near, far) for near, far in zip(first, second, strict=True)]


def chained(first: Engine, second: Engine) -> Engine:
    """The two as one engine, steerable if both are."""
    steerable = isinstance(first, Steerable) and isinstance(second, Steerable)
    return SteerableChain(first, second) if steerable else Chain(first, second)


def _joined(near: Sequence[Link], far: Sequence[Link]) -> tuple[Link, ...]:
    """Links from source to target through the words in between that both sides agree on."""
    sources: dict[Span, Span] = {link.target: link.source for link in near}
    return tuple(Link(sources[link.source], link.target) for link in far if link.source in sources)
