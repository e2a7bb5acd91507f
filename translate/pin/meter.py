"""An engine that counts its work: the same figures on every machine, however busy it is."""

from __future__ import annotations

from collections.abc import Sequence

from translate.engines import Candidate, Decoding, Engine, Link, Progress, Steerable

# Time per token, measured with the first embedded model on two cores: a greedy pass costs a third
# of one at beam 4, each hypothesis in the beam a fifth more; scoring and aligning search nothing.
PASS, BEAM, SCORE, ALIGN = 0.15, 0.21, 0.2, 0.35


class Metered:
    """Passes everything on; `work` grows by about 1 per token translated at beam 4."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.name, self.model = engine.name, engine.model
        self.source_lang, self.target_lang = engine.source_lang, engine.target_lang
        self.markup, self.limit = engine.markup, engine.limit
        self.work = 0.0

    def count(self, text: str) -> int:
        """The length of `text` in tokens."""
        return self._engine.count(text)

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        """As the engine does."""
        self._add(texts, PASS + BEAM * decoding.beam)
        return self._engine.translate(texts, decoding, progress)

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """As the engine does."""
        self._add([source for source, _ in pairs], SCORE)
        return self._engine.score(pairs)

    def resume(self, pairs: Sequence[tuple[str, str]], decoding: Decoding) -> list[list[Candidate]]:
        """As the engine does; nothing if it cannot."""
        self._add([source for source, _ in pairs], PASS + BEAM * decoding.beam)
        if not isinstance(self._engine, Steerable):
            return [[] for _ in pairs]
        return self._engine.resume(pairs, decoding)

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """As the engine does; no links if it cannot."""
        self._add([source for source, _ in pairs], ALIGN)
        if not isinstance(self._engine, Steerable):
            return [() for _ in pairs]
        return self._engine.align(pairs)

    def _add(self, texts: Sequence[str], cost: float) -> None:
        self.work += cost * sum(self._engine.count(text) for text in texts)
