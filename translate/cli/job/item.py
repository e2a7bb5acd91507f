"""One input of a run on its way: its outputs, then its document and bitext, or its error."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from glossary.store import EMPTY, Glossary
from translate.errors import UserError
from translate.model import Bitext, Document, Origin, Outcome, Severity


@dataclass(slots=True)
class Item:
    """The state of one input; `outputs` maps a format to its file, `language` is that of its
    source once it is read, `lists` are its term lists,
    `proposals` what it defines as “Long Form (ABC)” and none of them has."""

    name: str
    outputs: dict[str, Path]
    language: str = ""
    lists: tuple[str, ...] = ()
    glossary: Glossary = EMPTY
    proposals: tuple[tuple[str, str], ...] = ()
    document: Document | None = None
    bitext: Bitext | None = None
    written: list[Path] = field(default_factory=list)
    error: UserError | None = None


@contextmanager
def kept(item: Item) -> Iterator[None]:
    """Keeps a user's error with its item, so that one bad file does not stop the others."""
    try:
        yield
    except UserError as error:
        item.error = error
        item.bitext = None


def severities(item: Item) -> Iterator[str]:
    """The severity of each finding of an item."""
    if item.bitext:
        for translation in item.bitext.translations:
            yield from (f.severity.value for f in translation.findings)


def flagged(item: Item) -> int:
    """How many occurrences of terms are not rendered as wanted."""
    results = (r for t in item.bitext.translations for r in t.hits) if item.bitext else ()
    return sum(result.outcome is Outcome.FLAGGED for result in results)


def remarked(item: Item) -> int:
    """How many of those stand in sentences with no warning and no error: the rendering is there
    for another occurrence, so that the finding is a remark."""
    least = Severity.WARNING.rank
    return sum(
        result.outcome is Outcome.FLAGGED
        for translation in (item.bitext.translations if item.bitext else ())
        if not any(finding.severity.rank >= least for finding in translation.findings)
        for result in translation.hits
    )


def as_data(item: Item) -> dict[str, Any]:
    """What became of one input, for machines."""
    data: dict[str, Any] = {"input": item.name}
    if item.error:
        data["error"] = item.error.data
    if item.bitext:
        results = [r for t in item.bitext.translations for r in t.hits]
        data |= {
            "outputs": [str(path) for path in item.written],
            "paragraphs": len(item.bitext.document.blocks),
            "sentences": len(item.bitext.translations),
            "terms": {
                outcome.value: sum(r.outcome is outcome for r in results) for outcome in Outcome
            },
            "findings": dict(Counter(severities(item))),
            "rungs": dict(Counter(r.rung.value for r in results if r.outcome is Outcome.PINNED)),
            "glossaries": list(item.lists),
            "proposals": [{"source": long, "acr_source": abc} for long, abc in item.proposals],
            "notes": list(item.bitext.document.notes),
        }
        remembered = sum(t.origin is Origin.MEMORY for t in item.bitext.translations)
        near = sum(bool(t.near) for t in item.bitext.translations)
        data |= {"memory": remembered} if remembered else {}
        data |= {"near": near} if near else {}
    return data
