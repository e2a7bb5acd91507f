"""The libraries of the field, each behind the same function; what is not installed is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import version
from itertools import pairwise

from benchmarks.segmentation.gold import Splitter
from translate.languages import load_language
from translate.segment.sentences import sentence_ends


def _ours() -> Splitter:
    language = load_language("id")

    def split(text: str) -> list[str]:
        edges = [0, *sentence_ends(text, language), len(text)]
        return [text[a:b] for a, b in pairwise(edges)]

    return split


def _yasbd() -> Splitter:
    split: Splitter = import_module("yasbd").BoundaryDetector("id").segment
    return split


def _yasbd_open() -> Splitter:  # divides quotations of several sentences, as our set does
    detector = import_module("yasbd").BoundaryDetector("id", preserve_quote_and_paren=False)
    split: Splitter = detector.segment
    return split


def _pysbd() -> Splitter:  # knows no Indonesian: its rules for English
    split: Splitter = import_module("pysbd").Segmenter(language="en", clean=False).segment
    return split


def _syntok() -> Splitter:
    process = import_module("syntok.segmenter").process

    def split(text: str) -> list[str]:
        return [
            "".join(token.spacing + token.value for token in sentence)
            for paragraph in process(text)
            for sentence in paragraph
        ]

    return split


def _sentencex() -> Splitter:
    segment = import_module("sentencex").segment
    return lambda text: segment("id", text)


def _punkt() -> Splitter:  # untrained: its data is not to be had without network
    split: Splitter = import_module("nltk.tokenize.punkt").PunktSentenceTokenizer().tokenize
    return split


def _blingfire() -> Splitter:
    sentences = import_module("blingfire").text_to_sentences
    return lambda text: sentences(text).split("\n")


RIVALS: tuple[tuple[str, str, Callable[[], Splitter]], ...] = (
    ("dwibahasa", "dwibahasa", _ours),
    ("yasbd-lib (id)", "yasbd-lib", _yasbd),
    ("yasbd-lib, quotes open", "yasbd-lib", _yasbd_open),
    ("sentencex (id)", "sentencex", _sentencex),
    ("pysbd (en)", "pysbd", _pysbd),
    ("syntok", "syntok", _syntok),
    ("nltk punkt (untrained)", "nltk", _punkt),
    ("blingfire", "blingfire", _blingfire),
)


def installed() -> Iterator[tuple[str, str, Splitter]]:
    """Name, version and splitter of each library that can be imported."""
    for name, distribution, opened in RIVALS:
        try:
            split = opened()
        except ModuleNotFoundError:
            continue
        yield name, version(distribution), split
