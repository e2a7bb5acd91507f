"""`--dry-run`: what a run over folders would do, counted, with the time that it would take."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from typing import Any

from glossary.plural import counted
from translate.cli import say
from translate.cli.batch.inputs import Found
from translate.cli.batch.manifest import Manifest
from translate.cli.batch.plan import Fate, Task
from translate.cli.batch.show import grouped, passed_over, time_told
from translate.cli.job.run import Job
from translate.engines import Decoding, Engine
from translate.errors import UserError
from translate.memory.file import MemoryFile
from translate.memory.units import approved
from translate.segment import segments

__all__ = ["dry_run"]

SAMPLE = 24  # sentences that are decoded to tell the speed
OVERHEAD = 1.5  # a run takes longer than decoding: second tries, terms, checks, files


def dry_run(
    found: Found,
    tasks: Iterable[Task | tuple[str, UserError]],
    fate: Fate,
    manifest: Manifest,
    memory: MemoryFile | None,
    job: Job,
) -> int:
    """Print what there is to do; 1 if an article or a folder cannot be read, else 0."""
    counts: Counter[str] = Counter()
    unlisted: dict[str, None] = {}
    sample: dict[str, None] = {}
    engine = None
    failed = []
    for task in tasks:
        if isinstance(task, tuple):
            failed.append(task)
            continue
        if task.item.error or task.item.document is None:
            failed += [(task.article, task.item.error)] if task.item.error else []
            continue
        engine = task.tongue.engine
        parts = _counted(task, counts, memory)
        sample |= dict.fromkeys(parts[: max(0, SAMPLE - len(sample))])
        unlisted |= dict.fromkeys(short for _, short in task.item.proposals)
        task.item.document = None
    fate.counts["failed"] += len(failed)
    failed += found.closed
    told: dict[str, Any] = {
        "to_do": counts["articles"],
        "counts": {k: v for k, v in fate.counts.items() if v},
        "words": counts["words"],
        "sentences": counts["sentences"],
        "known": counts["known"],
        "unknown_terms": list(unlisted),
        "seconds": _seconds(counts, manifest, engine, list(sample)),
        "errors": [{"article": name, **error.data} for name, error in failed],
        "unknown": dict(found.unknown),
    }
    _tell(told, found, as_json=job.as_json)
    return 1 if failed else 0


def _counted(task: Task, counts: Counter[str], memory: MemoryFile | None) -> list[str]:
    """Count one article; its sentences that are not in the memory."""
    document, tongue = task.item.document, task.tongue
    if document is None:
        return []
    engine = tongue.engine
    parts = segments(document, tongue.language, count=engine.count, limit=engine.limit)
    texts = [segment.text for segment in parts]
    pair = (engine.source_lang, engine.target_lang)
    known = approved(memory, *pair, texts) if memory else {}
    counts["articles"] += 1
    counts["words"] += sum(len(text.split()) for text in texts)
    counts["sentences"] += len(texts)
    counts["known"] += sum(text in known for text in texts)
    return [text for text in texts if text not in known]


def _seconds(
    counts: Counter[str], manifest: Manifest, engine: Engine | None, sample: list[str]
) -> float:
    """The time a run would take: by the speed of the last one here, else of a few sentences."""
    new = counts["sentences"] - counts["known"]
    last = manifest.last
    if last.get("sentences", 0) >= SAMPLE and last.get("seconds", 0) > 0:
        return round(new * float(last["seconds"]) / int(last["sentences"]), 1)
    if engine is None or not sample:
        return 0.0
    began = time.monotonic()
    engine.translate(sample, Decoding())
    return round(new * OVERHEAD * (time.monotonic() - began) / len(sample), 1)


def _tell(told: dict[str, Any], found: Found, *, as_json: bool) -> None:
    if as_json:
        say.data(told)
        return
    rest = "".join(f", {count} {what}" for what, count in sorted(told["counts"].items()))
    todo = f"{counted(len(found.sources), 'article')}: {told['to_do']} to translate"
    say.line(f"{todo}{rest}{passed_over(found)}")
    size = f"{counted(told['words'], 'word')}, {counted(told['sentences'], 'sentence')}"
    say.line(f"  {size}, {told['known']} in the memory")
    if told["unknown_terms"]:
        say.line(f"  in no term list: {', '.join(told['unknown_terms'])}")
    for message, _ in grouped((e["article"], e["message"], e["hint"]) for e in told["errors"]):
        say.line(f"  will fail: {message}")
    say.line(f"  about {time_told(told['seconds'])}")
