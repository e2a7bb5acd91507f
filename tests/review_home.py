"""The whole way of a reviewed file: read, decided, taken into a memory, met by the next run."""

from __future__ import annotations

import hashlib

from exports.review import read_review
from glossary.store import merge
from translate import pipeline
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.memory.file import MemoryFile
from translate.model import Document, Origin
from translate.review.accept import accept
from translate.review.decide import decide


def next_run(document: Document, memory: MemoryFile) -> dict[str, str]:
    """The sentences that a translation takes from the memory, by id."""
    (result,) = pipeline.translate(
        [document],
        engine=EchoEngine("id", "en"),
        glossary=merge([]),
        language=load_language("id"),
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
        memory=memory,
    )
    return {t.segment.id: t.target for t in result.translations if t.origin is Origin.MEMORY}


def brought_home(data: bytes, memory: MemoryFile) -> dict[str, str]:
    """Import a reviewed file; the sentences that the next translation takes from it, by id."""
    review = read_review(data)
    accept(
        memory,
        review,
        decide(review, approve_unchanged=False),
        name="reviewed.docx",
        digest=hashlib.sha256(data).hexdigest(),
        replace=False,
    )
    return next_run(review.manifest.document, memory)
