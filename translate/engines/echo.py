"""An engine that gives the source back: for tests and dry runs, in any language pair."""

from __future__ import annotations

from collections.abc import Sequence

from translate.engines import Candidate, Decoding, Progress


def open_engine(source_lang: str, target_lang: str, models: Sequence[str] = ()) -> EchoEngine:
    """An echo for the pair; `models` are not used."""
    return EchoEngine(source_lang, target_lang)


class EchoEngine:
    """Returns each text as it came; counts words as tokens."""

    name = "echo"
    model = "echo"
    markup = None
    limit = 400

    def __init__(self, source_lang: str, target_lang: str) -> None:
        self.source_lang = source_lang
        self.target_lang = target_lang

    def count(self, text: str) -> int:
        """The number of words."""
        return len(text.split())

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        """One candidate a text: the text."""
        if progress:
            progress(len(texts))
        return [[Candidate(text, 0.0)] for text in texts]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """0 for a faithful echo, -1 for anything else."""
        return [0.0 if source == target else -1.0 for source, target in pairs]
