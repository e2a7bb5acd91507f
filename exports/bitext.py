"""The bitext as JSON: everything a run knows, for other programs and for exact reloading."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, fields
from typing import Any

from exports.bitext_reading import SCHEMA, load
from glossary.term import Span, Term
from translate.ledger import data_of, ledger, lines_of
from translate.model import (
    Bitext,
    Block,
    Document,
    Finding,
    HitResult,
    Original,
    Run,
    Signature,
    Translation,
)

__all__ = ["SCHEMA", "Json", "JsonExporter", "as_json", "load"]

Json = dict[str, Any]
_USUAL = {
    field.name: field.default
    for field in fields(Term)
    if field.name not in ("source", "target", "foreign")
}
"""What a term has where nobody said otherwise."""


class JsonExporter:
    """Indented UTF-8 JSON of the schema `SCHEMA`; `load` reads it back."""

    name = "json"
    extension = "json"

    def render(self, bitext: Bitext) -> bytes:
        """The JSON document, described in ``docs/formats.md``."""
        called = [data_of(entry) for entry in ledger([lines_of(bitext)], _pair(bitext))]
        data = as_json(bitext) | ({"names": called} if called else {})
        text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
        # A lone surrogate cannot be UTF-8; as a JSON escape it survives.
        return (text + "\n").encode("utf-8", "backslashreplace")


def _pair(bitext: Bitext) -> tuple[str, str]:
    return bitext.document.source_lang, bitext.target_lang


def as_json(bitext: Bitext) -> Json:
    """The bitext as plain dictionaries, lists, strings and numbers."""
    return {
        "schema": SCHEMA,
        "document": _document(bitext.document, bitext.target_lang),
        "segments": [_translation(translation) for translation in bitext.translations],
        "signature": _signature(bitext.signature),
    }


def _document(document: Document, target_lang: str) -> Json:
    return {
        "id": document.id,
        "title": document.title,
        "source_lang": document.source_lang,
        "target_lang": target_lang,
        "metadata": dict(document.metadata),
        "notes": list(document.notes),
        "blocks": [_block(block) for block in document.blocks],
        **_original(document.original),
    }


def _original(original: Original | None) -> Json:
    if original is None:
        return {}
    return {"original": {"format": original.format, "sha256": original.sha256}}


def _block(block: Block) -> Json:
    more: Json = {} if block.cell is None else {"cell": list(block.cell)}
    if block.runs:
        more["runs"] = [_run(run) for run in block.runs]
    if block.anchor:
        more["anchor"] = block.anchor
    return {
        "index": block.index,
        "kind": block.kind.value,
        "level": block.level,
        "lines": list(block.lines),
        "text": block.text,
        **more,
    }


def _translation(translation: Translation) -> Json:
    segment = translation.segment
    score, waived, names = translation.score, translation.waived, translation.names
    return {
        "id": segment.id,
        "block": segment.block,
        "kind": segment.kind.value,
        "span": _span(segment.span),
        "cut": segment.cut,
        "source": segment.text,
        "target": translation.target,
        "origin": translation.origin.value,
        "score": score if score is not None and math.isfinite(score) else None,
        "hits": [_hit(result, segment.text) for result in translation.hits],
        **({"names": [_hit(name, segment.text) for name in names]} if names else {}),
        "findings": [_finding(finding) for finding in translation.findings],
        **({"waived": [_finding(finding) for finding in waived]} if waived else {}),
        **({"band": translation.band.value} if translation.band else {}),
        **({"runs": [_run(run) for run in translation.runs]} if translation.runs else {}),
        **({"near": [asdict(near) for near in translation.near]} if translation.near else {}),
        **({"shared": translation.shared.value} if translation.shared else {}),
    }


def _run(run: Run) -> Json:
    """A run; what it has nothing of is left out."""
    told: Json = {"number": run.number, "span": _span(run.span)}
    for name, value in (("styles", list(run.styles)), ("link", run.link), ("mark", run.mark)):
        if value:
            told[name] = value
    return told


def _hit(result: HitResult, source: str) -> Json:
    hit = result.hit
    return {
        "source": hit.span.of(source),
        "target": hit.wanted,
        "outcome": result.outcome.value,
        "rung": result.rung.value,
        "form": hit.form.value,
        "source_span": _span(hit.span),
        "target_span": _span(result.span),
        **({"accepted": list(hit.accepted)} if hit.accepted else {}),
        **({"notes": [note.value for note in hit.notes]} if hit.notes else {}),
        "term": _term(hit.term),
    }


def _term(term: Term) -> Json:
    """The entry; what has its default value is left out."""
    written: Json = {"source": term.source, "target": term.target}
    for name, usual in _USUAL.items():
        value = getattr(term, name)
        if value != usual:
            written[name] = value
    return written


def _finding(finding: Finding) -> Json:
    """The finding; a place in the source that is not known is left out."""
    about = _span(finding.source_span)
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "span": _span(finding.span),
    } | ({"source_span": about} if about else {})


def _signature(signature: Signature) -> Json:
    return {
        "tool": signature.tool,
        "engine": signature.engine,
        "model": signature.model,
        "glossary": signature.glossary,
        "options": dict(signature.options),
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
