"""What all articles of one language share in a run over a folder: engine, rules, term lists."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from glossary.formats.rows import Pair
from translate import registry
from translate.cli.batch.manifest import digest
from translate.cli.job.bench import language_of
from translate.cli.job.term_lists import TermLists
from translate.engines import Engine
from translate.languages import Language
from translate.memory.drafts import program
from translate.settings import Settings

__all__ = ["Tongue", "open_tongue"]

_STEERING = ("formats", "beam", "builtin", "columns", "rows", "layout", "page")
_FILES = ("abbreviations", "srx", "theme")


@dataclass(frozen=True, slots=True)
class Tongue:
    """`conditions` is a hash of all but the article and its terms that decides what comes out;
    `told` says the same in words."""

    settings: Settings
    language: Language
    engine: Engine
    lists: TermLists
    conditions: str
    told: dict[str, object]

    def key(self, glossary: str) -> str:
        """The conditions of an article whose terms have this fingerprint."""
        return digest(f"{self.conditions} {glossary}".encode())


def open_tongue(settings: Settings, source: str) -> Tongue:
    """Open the engine for articles in the language `source`; errors as the engine's and lists'."""
    settings = replace(settings, source=source)
    language = language_of(settings)
    engine = registry.load(registry.ENGINES, settings.engine)(
        source, settings.target, settings.model
    )
    pair = Pair(source, settings.target)
    told: dict[str, object] = {
        "program": program(),
        "engine": engine.name,
        "model": engine.model,
        "pair": [source, settings.target],
        "options": {name: getattr(settings, name) for name in _STEERING},
        "files": {
            name: digest(Path(path).read_bytes())
            for name in _FILES
            if (path := getattr(settings, name))
        },
    }
    conditions = digest(json.dumps(told, sort_keys=True).encode())
    lists = TermLists(settings.glossary, pair, lenient=settings.lenient)
    return Tongue(settings, language, engine, lists, conditions, told)
