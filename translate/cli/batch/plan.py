"""What a run over a folder has to do: each article is up to date, left alone, or to be made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from glossary.formats.rows import Pair
from glossary.store import Glossary
from translate import registry
from translate.cli.batch.inputs import Source
from translate.cli.batch.manifest import Manifest, Record, State, digest
from translate.cli.batch.tongue import Tongue, open_tongue
from translate.cli.job.bench import language_of
from translate.cli.job.item import Item, kept
from translate.cli.job.run import Job
from translate.cli.job.source import AUTO, FIRST_GUESS, common, read_all, read_told
from translate.cli.job.term_lists import TermLists
from translate.errors import OutputError, UserError
from translate.readers import read_raw

__all__ = ["Fate", "Plan", "Task", "places"]


@dataclass(slots=True)
class Fate:
    """What became of the articles of a run: how many came to what, the errors, what was `made` for
    machines, how many articles someone should look at, in how many seconds."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[Record] = field(default_factory=list)
    made: list[dict[str, Any]] = field(default_factory=list)
    sentences: int = 0
    doubtful: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Task:
    """An article that is to be made: its `item`, place in the tree, hashes and language."""

    item: Item
    article: str
    source: str
    key: str
    tongue: Tongue


class Plan:
    """Decides article by article, reading no more than it must; engines are opened once."""

    def __init__(self, job: Job, manifest: Manifest, *, only_flagged: bool) -> None:
        self._job = job
        self._manifest = manifest
        self._only_flagged = only_flagged
        self._tongues: dict[str, Tongue] = {}
        self._told: Counter[str] = Counter()
        self._sample: list[str] = []
        self._prints: dict[int, tuple[Glossary, str]] = {}

    @property
    def tongues(self) -> Sequence[Tongue]:
        """The languages met so far."""
        return list(self._tongues.values())

    def open(self) -> None:
        """Open what serves all articles: a fault in it is one of the run and of no article."""
        if self._job.settings.source != AUTO:
            self._opened(self._job.settings.source)
            return
        settings = replace(self._job.settings, source=FIRST_GUESS)
        registry.load(registry.ENGINES, settings.engine)
        language_of(settings)
        pair = Pair(settings.source, settings.target)
        TermLists(settings.glossary, pair, lenient=settings.lenient)

    def tasks(
        self, sources: Mapping[Source, dict[str, Path]], fate: Fate
    ) -> Iterator[Task | tuple[str, UserError]]:
        """The tasks in order, each read; instead of a task, an article with its error.

        Articles too short to tell their language come last: it is that of most others.
        """
        short = []
        for source, outputs in sources.items():
            article = source.inside.as_posix()
            record = self._manifest.records.get(article)
            if self._only_flagged and not (record and record.doubtful):
                fate.counts["passed over"] += 1
                self._told.update([record.language] if record and record.language else [])
                continue
            item = Item(source.path, outputs)
            code = self._code(item)
            if code or item.error:
                yield from self._task(item, article, code, fate)
            else:
                short.append((item, article))
        for item, article in short:
            with kept(item):
                code = common(self._told, self._sample, self._job.settings.target)
            yield from self._task(item, article, code, fate)

    def _code(self, item: Item) -> str:
        """The language of an article, "" if it is too short to tell; for that it must be read."""
        wanted = self._job.settings.source
        code = (
            read_told(item, self._job.settings.target, self._sample) if wanted == AUTO else wanted
        )
        self._told.update([code] if code else [])
        return code

    def _task(
        self, item: Item, article: str, code: str, fate: Fate
    ) -> Iterator[Task | tuple[str, UserError]]:
        task = None
        if item.error is None:
            with kept(item):
                task = self._decided(item, article, self._opened(code), fate)
        if item.error:
            yield article, item.error
        elif task:
            yield task

    def _decided(self, item: Item, article: str, tongue: Tongue, fate: Fate) -> Task | None:
        source = digest(read_raw(item.name))
        item.lists = tongue.lists.files(item.name)
        item.glossary = tongue.lists.of(item.lists)
        key = tongue.key(self._print(item.glossary))
        record = self._manifest.records.get(article)
        fresh = record is not None and (record.source, record.conditions) == (source, key)
        state = self._manifest.state(article, places(item.outputs, self._job.settings.out))
        again = self._job.force or self._only_flagged
        if fresh and record and state is not State.OURS and not again:
            # What it once failed of, other terms or an empty file, is over.
            self._manifest.records[article] = replace(record, error=None)
            fate.counts["up to date" if state is State.WHOLE else "edited"] += 1
            return None
        if state is State.OTHER and not self._job.force:
            raise OutputError(
                f"{item.name}: a result of it was edited since, or is not of this tool.",
                hint="Use --force to overwrite it, or -o FOLDER to write elsewhere.",
                slug="output-edited",
            )
        if item.document is None:
            read_all([item], tongue.settings.source, tongue.settings.target)
        if item.error is None and item.document is not None:
            item.proposals = tongue.lists.unlisted(item.document, item.lists)
        return Task(item, article, source, key, tongue)

    def _opened(self, code: str) -> Tongue:
        if code not in self._tongues:
            self._tongues[code] = open_tongue(self._job.settings, code)
        return self._tongues[code]

    def _print(self, glossary: Glossary) -> str:
        if id(glossary) not in self._prints:  # kept beside, so that no other takes its id
            self._prints[id(glossary)] = (glossary, glossary.fingerprint)
        return self._prints[id(glossary)][1]


def places(outputs: Mapping[str, Path], out: str) -> list[str]:
    """Where results lie below the folder `out`, as the manifest names them."""
    return [path.relative_to(out).as_posix() for path in outputs.values()] if out else []
