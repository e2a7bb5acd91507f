"""Steering CTranslate2: a translation that must begin with given words, and who renders whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Protocol

from glossary.term import Span
from translate.engines import Candidate, Decoding, Link
from translate.engines.evenly import evenly

_WORD = re.compile(r"\S+")
_ROOM = 32  # tokens beyond twice the source's length


class Pieces(Protocol):
    """Text to model tokens and back; `target_prefix` begins every target of the package."""

    target_prefix: list[str]

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""
        ...

    def decode(self, pieces: list[str]) -> str:
        """The text of pieces, without the prefix."""
        ...


def resume(
    translator: Any, pieces: Pieces, pairs: Sequence[tuple[str, str]], decoding: Decoding
) -> list[list[Candidate]]:
    """Candidates for each (source, beginning): they start with the words of `beginning`."""
    sources = [pieces.encode(source) for source, _ in pairs]
    prefixes = [pieces.target_prefix + pieces.encode(beginning) for _, beginning in pairs]
    found: list[list[Candidate]] = [[] for _ in pairs]
    running = []
    for group in evenly([(len(s), len(p)) for s, p in zip(sources, prefixes, strict=True)]):
        ceiling = 2 * len(sources[group[0]]) + len(prefixes[group[0]]) + _ROOM
        answers = translator.translate_batch(
            [sources[i] for i in group],
            target_prefix=[prefixes[i] for i in group],
            asynchronous=True,
            max_batch_size=1024,
            batch_type="tokens",
            beam_size=decoding.beam,
            num_hypotheses=decoding.hypotheses,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat,
            max_input_length=0,
            max_decoding_length=ceiling,
            return_scores=True,
        )
        running.append((group, ceiling, answers))
    for group, ceiling, answers in running:
        for i, told in zip(group, answers, strict=True):
            answer = told.result()
            found[i] = [
                Candidate(pieces.decode(p), float(s), cut=len(p) >= ceiling)
                for p, s in zip(answer.hypotheses, answer.scores, strict=True)
            ]
    return found


def align(
    translator: Any, pieces: Pieces, pairs: Sequence[tuple[str, str]]
) -> list[tuple[Link, ...]]:
    """For each (source, target) the source word that each target word attends to most.

    The target is decoded by force; the attention is whatever head the package names. A text that
    cannot be divided with certainty gets no links.
    """
    ours = [pieces.encode(source) for source, _ in pairs]
    theirs = [pieces.target_prefix + pieces.encode(target) for _, target in pairs]
    skip = len(pieces.target_prefix)
    rows = _attention(translator, ours, theirs, skip)
    return [
        _links(_Words(source, here), _Words(target, there[skip:]), attention[skip:])
        for (source, target), here, there, attention in zip(pairs, ours, theirs, rows, strict=True)
    ]


def _attention(
    translator: Any, sources: list[list[str]], targets: list[list[str]], skip: int
) -> list[list[list[float]]]:
    """For each pair one row for each target piece, one column for each source piece.

    Only pairs of equal lengths go together, in calls that do not wait for each other.
    """
    found: list[list[list[float]]] = [[] for _ in sources]
    asked = [i for i, (s, t) in enumerate(zip(sources, targets, strict=True)) if s and t[skip:]]
    running = []
    for numbers in evenly([(len(sources[i]), len(targets[i])) for i in asked]):
        group = [asked[n] for n in numbers]
        answers = translator.translate_batch(
            [sources[i] for i in group],
            target_prefix=[targets[i] for i in group],
            asynchronous=True,
            beam_size=1,
            max_input_length=0,
            max_decoding_length=len(targets[group[0]]),
            return_attention=True,
        )
        running.append((group, answers))
    for group, answers in running:
        for i, answer in zip(group, answers, strict=True):
            found[i] = answer.result().attention[0][: len(targets[i])]
    return found


class _Words:
    """The words of a text, and the number of the word that each piece belongs to."""

    def __init__(self, text: str, pieces: Sequence[str]) -> None:
        self.spans = [Span(*match.span()) for match in _WORD.finditer(text)]
        starts = accumulate(int(piece.startswith("▁")) for piece in pieces)
        self.owners = [n - 1 for n in starts]

    @property
    def certain(self) -> bool:
        """True if pieces and text agree on the number of words."""
        return bool(self.owners) and self.owners[-1] + 1 == len(self.spans) and not self.owners[0]


def _links(
    source: _Words, target: _Words, attention: Sequence[Sequence[float]]
) -> tuple[Link, ...]:
    if not (source.certain and target.certain):
        return ()
    mass = [[0.0] * len(source.spans) for _ in target.spans]
    for row, word in zip(attention, target.owners, strict=False):
        for weight, source_word in zip(row, source.owners, strict=False):
            mass[word][source_word] += weight
    return tuple(
        Link(source.spans[max(range(len(weights)), key=weights.__getitem__)], span)
        for weights, span in zip(mass, target.spans, strict=True)
    )
