"""Reads the JSON bitext back, trusting nothing until it has been looked at."""

from __future__ import annotations

import math
import re

from exports.record import DamageError, Record, parsed
from glossary.limits import limit
from glossary.term import CaseRule, Form, MatchRule, Mention, Note, Status, Term, TermHit
from translate.errors import InputError
from translate.model import (
    Band,
    Bitext,
    Block,
    Document,
    Finding,
    HitResult,
    Kind,
    NearUnit,
    Origin,
    Original,
    Outcome,
    Run,
    Rung,
    Segment,
    Severity,
    Shared,
    Signature,
    Translation,
)

__all__ = ["SCHEMA", "from_json", "load"]

SCHEMA = "dwibahasa.bitext/1"

_CODE = re.compile("(?:[A-Za-z0-9]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,8})?")


def load(data: bytes) -> Bitext:
    """The bitext in a JSON file.

    Raises InputError ``bitext-foreign`` for what is no bitext of this schema and
    ``bitext-damaged``, naming the place, for one whose values do not fit together.
    """
    if len(data) > limit("review"):
        raise _foreign("too large (limit-review)")
    try:
        value = parsed(data)
    except (ValueError, RecursionError):
        raise _foreign("not JSON") from None
    return from_json(value)


def from_json(value: object) -> Bitext:
    """The bitext in parsed JSON; raises InputError as `load` does."""
    schema = value.get("schema") if isinstance(value, dict) else None
    if schema != SCHEMA:
        raise _foreign(f"its schema is not {SCHEMA}")
    try:
        return _bitext(Record(value, "bitext"))
    except DamageError as damage:
        raise InputError(
            f"The bitext is damaged: {damage}.",
            hint="Write it again with 'dwibahasa translate … --format json'.",
            slug="bitext-damaged",
        ) from None


def _foreign(reason: str) -> InputError:
    return InputError(
        f"This file is not a bitext of dwibahasa: {reason}.",
        hint="Give a file that 'dwibahasa translate … --format json' has written.",
        slug="bitext-foreign",
    )


def _bitext(record: Record) -> Bitext:
    about = record.record("document")
    document = Document(
        id=about.get("id", str),
        title=about.get("title", str),
        source_lang=_language(about, "source_lang"),
        blocks=about.each("blocks", _block),
        metadata=about.record("metadata").strings(),
        notes=_notes(about),
        original=_original(about),
    )
    if [block.index for block in document.blocks] != list(range(len(document.blocks))):
        raise DamageError(f"{about.where}.blocks are not numbered from 0")
    return Bitext(
        document=document,
        target_lang=_language(about, "target_lang"),
        translations=record.each("segments", lambda item: _translation(item, document)),
        signature=_signature(record.record("signature")),
    )


def _language(record: Record, name: str) -> str:
    """A code such as id or pt-BR: it stands in attributes and headings of every format."""
    code = record.get(name, str)
    if not _CODE.fullmatch(code):
        raise DamageError(f"{record.where}.{name} is no code of a language")
    return code


def _notes(record: Record) -> tuple[str, ...]:
    notes = record.get("notes", list)
    if not all(isinstance(note, str) for note in notes):
        raise DamageError(f"{record.where}.notes holds more than texts")
    return tuple(notes)


def _block(record: Record) -> Block:
    return Block(
        index=record.get("index", int),
        kind=record.choice("kind", Kind),
        text=record.get("text", str),
        level=record.get("level", int),
        lines=record.pair("lines"),
        cell=_cell(record),
        runs=_runs(record, record.get("text", str)),
        anchor=record.get("anchor", str) if "anchor" in record.values else "",
    )


def _runs(record: Record, text: str) -> tuple[Run, ...]:
    def read(run: Record) -> Run:
        styles = run.values.get("styles", [])
        if not isinstance(styles, list) or not all(isinstance(style, str) for style in styles):
            raise DamageError(f"{run.where}.styles holds more than texts")
        link, mark = (run.get(n, str) if n in run.values else "" for n in ("link", "mark"))
        span = run.span("span", len(text))
        return Run(run.get("number", int), span, tuple(styles), link, mark)

    return record.each("runs", read) if "runs" in record.values else ()


def _original(about: Record) -> Original | None:
    if "original" not in about.values:
        return None
    told = about.record("original")
    return Original(told.get("format", str), told.get("sha256", str))


def _cell(record: Record) -> tuple[int, int, int] | None:
    match record.values.get("cell"):
        case None:
            return None
        case [int(table), int(row), int(column)] if min(table, row, column) > 0:
            return table, row, column
    raise DamageError(f"{record.where}.cell is not a place in a table")


def _translation(record: Record, document: Document) -> Translation:
    segment = _segment(record, document)
    target = record.get("target", str)
    score = record.values.get("score")
    return Translation(
        segment=segment,
        target=target,
        origin=record.choice("origin", Origin),
        score=None if score is None else record.number("score"),
        hits=record.each("hits", lambda item: _hit(item, segment.text, target)),
        findings=record.each("findings", lambda item: _finding(item, segment.text, target)),
        waived=record.each("waived", lambda item: _finding(item, segment.text, target))
        if "waived" in record.values
        else (),
        runs=_runs(record, target),
        band=record.choice("band", Band) if "band" in record.values else None,
        names=record.each("names", lambda item: _hit(item, segment.text, target))
        if "names" in record.values
        else (),
        near=record.each("near", _near) if "near" in record.values else (),
        shared=record.choice("shared", Shared) if "shared" in record.values else None,
    )


def _near(record: Record) -> NearUnit:
    texts = (record.get(name, str) for name in ("unit", "source", "target"))
    unit, source, target = texts
    return NearUnit(unit, record.get("score", int), source, target)


def _segment(record: Record, document: Document) -> Segment:
    index = record.get("block", int)
    if not 0 <= index < len(document.blocks):
        raise DamageError(f"{record.where}.block does not exist")
    text = document.blocks[index].text
    segment = Segment(
        id=record.get("id", str),
        block=index,
        kind=record.choice("kind", Kind),
        span=record.span("span", len(text)),
        text=record.get("source", str),
        cut=record.get("cut", bool),
    )
    if segment.span.of(text) != segment.text:
        raise DamageError(f"{record.where}.source is not what its span covers")
    return segment


def _hit(record: Record, source: str, target: str) -> HitResult:
    hit = TermHit(
        term=_term(record.record("term")),
        span=record.span("source_span", len(source)),
        form=record.choice("form", Form),
        wanted=record.get("target", str),
        accepted=_accepted(record),
        notes=_remarks(record),
    )
    return HitResult(
        hit=hit,
        outcome=record.choice("outcome", Outcome),
        rung=record.choice("rung", Rung),
        span=record.optional_span("target_span", len(target)),
    )


def _accepted(record: Record) -> tuple[str, ...]:
    texts = record.get("accepted", list) if "accepted" in record.values else []
    if not all(isinstance(text, str) for text in texts):
        raise DamageError(f"{record.where}.accepted is of the wrong kind")
    return tuple(texts)


def _remarks(record: Record) -> tuple[Note, ...]:
    if "notes" not in record.values:
        return ()
    try:
        return tuple(Note(note) for note in record.get("notes", list))
    except ValueError:
        raise DamageError(f"{record.where}.notes has an unknown value") from None


def _term(record: Record) -> Term:
    def text(name: str) -> str:
        return record.get(name, str) if name in record.values else ""

    return Term(
        source=record.get("source", str),
        target=record.get("target", str),
        acr_source=text("acr_source"),
        acr_target=text("acr_target"),
        status=record.choice("status", Status, Status.PREFERRED),
        case=record.choice("case", CaseRule, CaseRule.AUTO),
        priority=record.get("priority", int) if "priority" in record.values else 50,
        note=text("note"),
        where=text("where"),
        pos=text("pos"),
        id=text("id"),
        match=record.choice("match", MatchRule, MatchRule.LANGUAGE),
        variants=text("variants"),
        forbidden=text("forbidden"),
        first_mention=record.choice("first_mention", Mention, Mention.AS_SOURCE),
        context_any=text("context_any"),
        context_not=text("context_not"),
        domain=text("domain"),
        level=record.get("level", int) if "level" in record.values else 0,
    )


def _finding(record: Record, source: str, target: str) -> Finding:
    return Finding(
        check=record.get("check", str),
        severity=record.choice("severity", Severity),
        message=record.get("message", str),
        span=record.optional_span("span", len(target)),
        source_span=record.optional_span("source_span", len(source)),
    )


def _signature(record: Record) -> Signature:
    options = record.record("options")
    for name, value in options.values.items():
        endless = isinstance(value, float) and not math.isfinite(value)
        if endless or not isinstance(value, (str, int, float, bool)):
            raise DamageError(f"{options.where}.{name} is not a plain value")
    return Signature(
        tool=record.get("tool", str),
        engine=record.get("engine", str),
        model=record.get("model", str),
        glossary=record.get("glossary", str),
        options=dict(options.values),
    )
