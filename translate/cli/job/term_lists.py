"""The term lists of an article: its own, its folder's, then those of the project."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from glossary.article import defined, keys_of, unlisted
from glossary.builtin import builtin_terms
from glossary.formats.rows import Pair
from glossary.forms import forms_of
from glossary.store import Glossary, load, merge
from translate.model import Document
from translate.output import STDIN

__all__ = ["TermLists", "is_list"]

SUFFIXES = ("csv", "tsv", "tbx", "xlsx")


def is_list(path: Path) -> bool:
    """True for a file that is a term list by its name: ``terms.csv``, ``artikel.terms.tbx``."""
    own = path.stem == "terms" or path.stem.endswith(".terms")
    return own and path.suffix.removeprefix(".") in SUFFIXES


class TermLists:
    """Reads each list of a run once; articles with the same lists share one glossary."""

    def __init__(self, project: Sequence[str], pair: Pair, *, lenient: bool) -> None:
        self._project = tuple(project)
        self._pair = pair
        self._lenient = lenient
        self._read: dict[Path, Glossary] = {}
        self._merged: dict[tuple[str, ...], Glossary] = {}
        self._searched: dict[tuple[str, ...], frozenset[str]] = {}
        self.of(())  # a fault in what serves all articles ends the run before any work

    def files(self, article: str) -> tuple[str, ...]:
        """The lists for an article, the nearest first, each file once.

        Those are ``artikel.terms.csv`` beside ``artikel.txt``, ``terms.csv`` in its folder, and the
        project's; TSV, TBX and XLSX will do as well.
        """
        own = () if article == STDIN else tuple(_beside(Path(article)))
        found = {Path(name).resolve(): name for name in reversed((*own, *self._project))}
        return tuple(dict.fromkeys(n for n in (*own, *self._project) if n in found.values()))

    def of(self, files: tuple[str, ...]) -> Glossary:
        """One glossary out of these lists and the project's; of two entries the nearer prevails.

        Raises GlossaryError naming file and line if a list makes no sense.
        """
        files = files or self._project
        if files not in self._merged:
            self._merged[files] = merge([self._load(name) for name in files])
        return self._merged[files]

    def unlisted(self, document: Document, files: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """What an article defines as “Long Form (ABC)” and neither its lists nor the built-in
        one have."""
        texts = (block.text for block in document.blocks)
        pairs = defined(texts, forms_of(self._pair.source))
        lists = (self._keys(files), _builtin(self._pair)) if pairs else ()
        return tuple(unlisted(pairs, lists))

    def _keys(self, files: tuple[str, ...]) -> frozenset[str]:
        if files not in self._searched:
            self._searched[files] = keys_of(self.of(files).terms)
        return self._searched[files]

    def _load(self, name: str) -> Glossary:
        path = Path(name).resolve()
        if path not in self._read:
            self._read[path] = load(name, self._pair, lenient=self._lenient)
        return self._read[path]


@cache
def _builtin(pair: Pair) -> frozenset[str]:
    return keys_of(builtin_terms(pair))


def _beside(article: Path) -> Iterator[str]:
    for stem in (f"{article.stem}.terms", "terms"):
        for suffix in SUFFIXES:
            path = article.parent / f"{stem}.{suffix}"
            # An article may itself be called terms.csv one day.
            if path != article and os.path.isfile(path):
                yield str(path)
