"""Drafts: what an engine made of a sentence, kept so that a killed run goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path

from glossary.term import Span, Term, TermHit
from translate.engines import Engine
from translate.memory.file import MemoryFile
from translate.model import HitResult, Outcome, Rung
from translate.pin import Pinned

__all__ = ["Drafts", "program"]

Task = tuple[str, tuple[TermHit, ...]]
_PACKAGES = Path(__file__).parent.parent.parent
_STEERING = ("glossary", "translate")  # what is written in them decides what comes out
_READ = {"note", "where", "level", "id", "domain", "foreign"}  # by people only
_SAID = attrgetter(*(field.name for field in fields(Term) if field.name not in _READ))
_JSON = json.JSONEncoder(separators=(",", ":"))
_APART = {"cli", "models", "review"}


class Drafts:
    """The drafts of one run: a draft is found again if all that steered it is the same.

    That is the sentence, the terms in it with the renderings they want, the pair, the engine and
    its model, the options, and the program itself.
    """

    def __init__(
        self, memory: MemoryFile, engine: Engine, options: Mapping[str, str | int | float | bool]
    ) -> None:
        self._memory = memory
        settings = [
            program(),
            engine.name,
            engine.model,
            engine.source_lang,
            engine.target_lang,
            sorted(options.items()),
        ]
        # What all keys begin with is written and hashed once.
        self._begun = hashlib.sha256(_JSON.encode(settings)[:-1].encode("ascii"))

    def find(self, wanted: Sequence[Task]) -> dict[Task, Pinned]:
        """The drafts of those sentences that have one, with the terms that they have here."""
        found = {}
        with self._memory.reading() as connection:
            for text, hits in wanted:
                row = connection.execute(
                    "SELECT value FROM draft WHERE key = ?", (self._key(text, hits),)
                ).fetchone()
                draft = None if row is None else _read(row[0], hits)
                if draft is not None:
                    found[text, hits] = draft
        return found

    def keep(self, drafts: Mapping[Task, Pinned]) -> None:
        """Commit drafts, all in one transaction; those that another process made first stay."""
        rows = [(self._key(*task), _written(draft)) for task, draft in drafts.items()]
        with self._memory.writing() as connection:
            connection.executemany("INSERT OR IGNORE INTO draft VALUES (?, ?)", rows)

    def _key(self, text: str, hits: Sequence[TermHit]) -> str:
        digest = self._begun.copy()
        parts = [text, [_steering(hit) for hit in hits]]
        digest.update(f",{_JSON.encode(parts)[1:]}".encode("ascii"))
        return digest.hexdigest()


@cache
def program() -> str:
    """A hash of our code and language data, and the version of what decodes.

    The number of our version is not enough: whoever works on the code would get yesterday's drafts.
    """
    digest = hashlib.sha256(version("ctranslate2").encode())
    for package in _STEERING:
        for path in sorted((_PACKAGES / package).rglob("*.*")):
            inside = path.relative_to(_PACKAGES)
            if path.suffix in {".py", ".toml", ".txt"} and not _APART & set(inside.parts):
                digest.update(inside.as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()


def _steering(hit: TermHit) -> list[object]:
    """All of a hit, but for what only people read."""
    place = hit.span.start, hit.span.end
    return [_SAID(hit.term), *place, hit.form, hit.wanted, hit.accepted, hit.forbidden]


def _written(draft: Pinned) -> str:
    results = [
        [r.outcome.value, r.rung.value, None if r.span is None else [r.span.start, r.span.end]]
        for r in draft.results
    ]
    return _JSON.encode([draft.target, draft.score, draft.cut, results])


def _read(value: str, hits: Sequence[TermHit]) -> Pinned | None:
    """A draft as it was written; None for one that makes no sense, which is then made again."""
    try:
        target, score, cut, results = json.loads(value)
        pinned = Pinned(
            str(target),
            float(score),
            tuple(
                HitResult(hit, Outcome(outcome), Rung(rung), span and Span(*span))
                for hit, (outcome, rung, span) in zip(hits, results, strict=True)
            ),
            bool(cut),
        )
    except (ValueError, TypeError):
        return None
    inside = all(r.span is None or r.span.end <= len(pinned.target) for r in pinned.results)
    return pinned if inside else None
