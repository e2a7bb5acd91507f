"""An engine for any Argos package, decoding with CTranslate2 directly.

Argos' own path translates paragraph by paragraph in batches of 32 tokens; here all sentences go
through one stream of token batches, the longest first, those of equal length together.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext
from functools import reduce
from pathlib import Path
from threading import Lock
from typing import Any

import ctranslate2

from translate.engines import Candidate, Decoding, Engine, Link, Progress, steering
from translate.engines.archive import unpacked
from translate.engines.chain import chained
from translate.engines.confidence import load_bands
from translate.engines.evenly import evenly
from translate.engines.heap import keep_freed_memory
from translate.engines.packages import Found, damaged, describe, select, with_tokenizer
from translate.engines.shortlist import has_shortlist
from translate.engines.vectors import opened_wide

LIMIT = 160  # tokens; sentences in training seldom were longer
HARD_LIMIT = 400  # tokens; the position table of the embedded model ends at 512
BATCH_TOKENS = 1024
QUEUED = 8  # groups of one call that are with the decoder at a time
_BLANK = "\u2581"  # what SentencePiece writes for one
_BLANKS = re.compile(" {2,}")


def open_engine(source_lang: str, target_lang: str, models: Sequence[str] = ()) -> Engine:
    """Open the package for a pair, or the fewest packages that lead from one language to the other.

    `models` (folders or ``.argosmodel`` files) go before what is installed. Raises ModelError if
    one of them is missing or damaged, if none of them is of use, or if there is no way.
    """
    # CTranslate2 and SentencePiece hold all they need in memory: unpacked files may go afterwards.
    with ExitStack() as stack:
        given = [_given(Path(model), stack) for model in models]
        way = select(source_lang, target_lang, given)
        if given and not any(package in way for package in given):
            pairs = ", ".join(package.pair for package in given)
            raise damaged(Path(models[0]), f"it is for {pairs}, not {source_lang}→{target_lang}")
        engines: list[Engine] = [ArgosEngine(package) for package in way]
        return reduce(chained, engines)


def _given(path: Path, stack: ExitStack) -> Found:
    if not os.path.exists(path):
        raise damaged(path, "there is no such file or folder")
    folder = path if os.path.isdir(path) else stack.enter_context(unpacked(path))
    return describe(folder, "given")


class ArgosEngine:
    """Translates with one Argos package; see `translate.engines.Engine` for the contract."""

    name = "argos"
    limit = LIMIT

    def __init__(self, found: Found) -> None:
        self.source_lang = found.source_lang
        self.target_lang = found.target_lang
        self.markup = found.markup
        fingerprint = found.fingerprint()
        self.model = f"{found.pair} {found.version} {fingerprint}"
        self.bands = load_bands(found.path, fingerprint)
        # Of calls with many groups: those with few, second tries, slip in between.
        self._turn = Lock()
        self._shortlist = has_shortlist(found.path / "model")
        keep_freed_memory()
        try:
            self._pieces = _Pieces(with_tokenizer(found.path))
            self._translator: Any = opened_wide(lambda: _translator(found.path))
        except (RuntimeError, ValueError, OSError, KeyError, TypeError) as error:
            raise damaged(found.path, str(error).splitlines()[0]) from None

    def count(self, text: str) -> int:
        """The length of `text` in tokens."""
        return len(self._pieces.encode(text))

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        """The best candidates of each text, best first; an over-long text is not even tried."""
        tokens = [self._pieces.encode(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda i: (-len(tokens[i]), i))
        order = [i for i in order if 0 < len(tokens[i]) <= HARD_LIMIT]
        results: list[list[Candidate]] = [[Candidate("", float("-inf"), cut=True)] for _ in texts]
        running: deque[tuple[list[int], int, list[Any]]] = deque()

        def collect() -> None:
            chunk, ceiling, answers = running.popleft()
            for i, answer in zip(chunk, answers, strict=True):
                results[i] = self._candidates(answer.result(), ceiling)
                if progress:
                    progress(1)

        groups = evenly([len(tokens[i]) for i in order])
        with self._turn if len(groups) > QUEUED else nullcontext():
            for group in groups:
                if len(running) == QUEUED:
                    collect()
                chunk = [order[n] for n in group]
                ceiling = 2 * len(tokens[chunk[0]]) + 32
                batch = [tokens[i] for i in chunk]
                running.append((chunk, ceiling, self._submit(batch, ceiling, decoding)))
        while running:
            collect()
        if progress and len(order) < len(texts):
            progress(len(texts) - len(order))
        return results

    def _submit(self, batch: list[list[str]], ceiling: int, decoding: Decoding) -> list[Any]:
        prefix = self._pieces.target_prefix
        answers: list[Any] = self._translator.translate_batch(
            batch,
            target_prefix=[prefix] * len(batch) if prefix else None,
            asynchronous=True,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            beam_size=decoding.beam,
            num_hypotheses=decoding.hypotheses,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat,
            max_input_length=0,  # 0 = never cut the input
            max_decoding_length=ceiling,
            return_scores=True,
            replace_unknowns=not self._pieces.spell_anything,
            use_vmap=decoding.shortlist and self._shortlist,
        )
        return answers

    def _candidates(self, answer: Any, ceiling: int) -> list[Candidate]:
        return [
            Candidate(self._pieces.decode(pieces), float(score), cut=len(pieces) >= ceiling)
            for pieces, score in zip(answer.hypotheses, answer.scores, strict=True)
        ]

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The mean log-probability per token of each (source, target) pair."""
        if not pairs:
            return []
        sources = [self._pieces.encode(source) for source, _ in pairs]
        prefix = self._pieces.target_prefix
        targets = [prefix + self._pieces.encode(target) for _, target in pairs]
        found = [0.0] * len(pairs)
        sizes = [(len(s), len(t)) for s, t in zip(sources, targets, strict=True)]
        running = [
            (group, self._scored([sources[i] for i in group], [targets[i] for i in group]))
            for group in evenly(sizes)
        ]
        for group, answers in running:
            for i, answer in zip(group, answers, strict=True):
                told = answer.result().log_probs
                found[i] = sum(told) / max(1, len(told))
        return found

    def _scored(self, sources: list[list[str]], targets: list[list[str]]) -> list[Any]:
        answers: list[Any] = self._translator.score_batch(
            sources,
            targets,
            asynchronous=True,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            max_input_length=HARD_LIMIT,
        )
        return answers

    def resume(self, pairs: Sequence[tuple[str, str]], decoding: Decoding) -> list[list[Candidate]]:
        """The best candidates of each (source, beginning), all starting with `beginning`."""
        return steering.resume(self._translator, self._pieces, pairs, decoding)

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """For each (source, target), the source word of every target word, in target order."""
        return steering.align(self._translator, self._pieces, pairs)


def _translator(package: Path) -> Any:
    """A decoder for each core, each with a thread of its own."""
    return ctranslate2.Translator(
        str(package / "model"),
        device="cpu",
        inter_threads=cores(),
        intra_threads=1,
        max_queued_batches=-1,
    )


class _Pieces:
    """Text to model tokens and back; unlike Argos' own decoding, underscores stay underscores."""

    def __init__(self, package: Any) -> None:
        self._tokenizer = package.tokenizer
        prefix = package.target_prefix
        self.target_prefix: list[str] = [prefix] if prefix else []
        lazy = getattr(self._tokenizer, "lazy_processor", None)
        self._processor: Any = lazy() if lazy else None
        self.spell_anything = self._has_bytes()  # nothing is unknown to such a model

    def _has_bytes(self) -> bool:
        known = self._processor
        return known is not None and known.piece_to_id("<0x00>") != known.unk_id()

    def encode(self, text: str) -> list[str]:
        if self._processor is not None:
            pieces: list[str] = self._processor.encode(text, out_type=str)
        else:
            pieces = self._tokenizer.encode(text)
        return pieces

    def decode(self, pieces: list[str]) -> str:
        pieces = pieces[len(self.target_prefix) :]
        text = "".join(pieces)
        if self._processor is None:
            text = self._tokenizer.decode(pieces)
        elif "<" in text:  # the byte of a letter, or a mark that is no part of the text
            text = self._processor.decode_pieces(pieces)
        else:
            text = text.replace(_BLANK, " ")
        return _BLANKS.sub(" ", text.strip())  # a piece may be a blank alone


def cores() -> int:
    """The number of processor cores that this process may use, 8 at most; as many as
    OMP_NUM_THREADS says, if it does: workers that share a machine are told their share so."""
    told = os.environ.get("OMP_NUM_THREADS", "")
    if told.isdecimal() and int(told) > 0:
        return min(8, int(told))
    if hasattr(os, "sched_getaffinity"):
        return min(8, len(os.sched_getaffinity(0)))
    return min(8, os.cpu_count() or 1)
