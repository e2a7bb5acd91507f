"""Reads the JSON bitext back, trusting nothing until it has been looked at."""

from __future__ import annotations

import json
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from glossary.term import CaseRule, Form, MatchRule, Mention, Note, Span, Status, Term, TermHit
from translate.errors import InputError
from translate.model import (
    Bitext,
    Block,
    Document,
    Finding,
    HitResult,
    Kind,
    Origin,
    Outcome,
    Rung,
    Segment,
    Severity,
    Signature,
    Translation,
)

__all__ = ["SCHEMA", "from_json", "load"]

SCHEMA = "dwibahasa.bitext/1"
LIMIT = 512 * 1024 * 1024
"""The largest file that is looked at, in bytes."""

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class _DamageError(Exception):
    """A value that is missing or not of its kind; the argument says where and what."""


class _Record:
    """A JSON object whose values are asked for by name and type; `where` is its path."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise _DamageError(f"{where} is not an object")
        self.values: dict[str, Any] = value
        self.where = where

    def get(self, name: str, kind: type[T]) -> T:
        value = self.values.get(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise _DamageError(f"{self.where}.{name} is missing or of the wrong kind")
        return value

    def number(self, name: str) -> float:
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise _DamageError(f"{self.where}.{name} is not a number")
        try:
            return float(value)
        except OverflowError:
            raise _DamageError(f"{self.where}.{name} is too large a number") from None

    def choice(self, name: str, kind: type[E], default: E | None = None) -> E:
        if default is not None and name not in self.values:
            return default
        try:
            return kind(self.get(name, str))
        except ValueError:
            raise _DamageError(f"{self.where}.{name} has an unknown value") from None

    def record(self, name: str) -> _Record:
        return _Record(self.values.get(name), f"{self.where}.{name}")

    def each(self, name: str, read: Callable[[_Record], T]) -> tuple[T, ...]:
        items = self.get(name, list)
        return tuple(read(_Record(v, f"{self.where}.{name}[{i}]")) for i, v in enumerate(items))

    def pair(self, name: str) -> tuple[int, int]:
        match self.values.get(name):
            case [int(first), int(second)]:
                return first, second
        raise _DamageError(f"{self.where}.{name} is not a pair of numbers")

    def span(self, name: str, limit: int) -> Span:
        start, end = self.pair(name)
        if not 0 <= start <= end <= limit:
            raise _DamageError(f"{self.where}.{name} lies outside its text")
        return Span(start, end)

    def optional_span(self, name: str, limit: int) -> Span | None:
        return None if self.values.get(name) is None else self.span(name, limit)


def load(data: bytes) -> Bitext:
    """The bitext in a JSON file.

    Raises InputError ``bitext-foreign`` for what is no bitext of this schema and
    ``bitext-damaged``, naming the place, for one whose values do not fit together.
    """
    if len(data) > LIMIT:
        raise _foreign("larger than 512 MB")
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise _foreign("not JSON") from None
    return from_json(value)


def from_json(value: object) -> Bitext:
    """The bitext in parsed JSON; raises InputError as `load` does."""
    schema = value.get("schema") if isinstance(value, dict) else None
    if schema != SCHEMA:
        raise _foreign(f"its schema is not {SCHEMA}")
    try:
        return _bitext(_Record(value, "bitext"))
    except _DamageError as damage:
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


def _bitext(record: _Record) -> Bitext:
    about = record.record("document")
    document = Document(
        id=about.get("id", str),
        title=about.get("title", str),
        source_lang=about.get("source_lang", str),
        blocks=about.each("blocks", _block),
        metadata=_strings(about.record("metadata")),
        notes=_notes(about),
    )
    if [block.index for block in document.blocks] != list(range(len(document.blocks))):
        raise _DamageError(f"{about.where}.blocks are not numbered from 0")
    return Bitext(
        document=document,
        target_lang=about.get("target_lang", str),
        translations=record.each("segments", lambda item: _translation(item, document)),
        signature=_signature(record.record("signature")),
    )


def _strings(record: _Record) -> dict[str, str]:
    return {name: record.get(name, str) for name in record.values}


def _notes(record: _Record) -> tuple[str, ...]:
    notes = record.get("notes", list)
    if not all(isinstance(note, str) for note in notes):
        raise _DamageError(f"{record.where}.notes holds more than texts")
    return tuple(notes)


def _block(record: _Record) -> Block:
    return Block(
        index=record.get("index", int),
        kind=record.choice("kind", Kind),
        text=record.get("text", str),
        level=record.get("level", int),
        lines=record.pair("lines"),
        cell=_cell(record),
    )


def _cell(record: _Record) -> tuple[int, int, int] | None:
    match record.values.get("cell"):
        case None:
            return None
        case [int(table), int(row), int(column)] if min(table, row, column) > 0:
            return table, row, column
    raise _DamageError(f"{record.where}.cell is not a place in a table")


def _translation(record: _Record, document: Document) -> Translation:
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
    )


def _segment(record: _Record, document: Document) -> Segment:
    index = record.get("block", int)
    if not 0 <= index < len(document.blocks):
        raise _DamageError(f"{record.where}.block does not exist")
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
        raise _DamageError(f"{record.where}.source is not what its span covers")
    return segment


def _hit(record: _Record, source: str, target: str) -> HitResult:
    hit = TermHit(
        term=_term(record.record("term")),
        span=record.span("source_span", len(source)),
        form=record.choice("form", Form),
        wanted=record.get("target", str),
        notes=_remarks(record),
    )
    return HitResult(
        hit=hit,
        outcome=record.choice("outcome", Outcome),
        rung=record.choice("rung", Rung),
        span=record.optional_span("target_span", len(target)),
    )


def _remarks(record: _Record) -> tuple[Note, ...]:
    if "notes" not in record.values:
        return ()
    try:
        return tuple(Note(note) for note in record.get("notes", list))
    except ValueError:
        raise _DamageError(f"{record.where}.notes has an unknown value") from None


def _term(record: _Record) -> Term:
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


def _finding(record: _Record, source: str, target: str) -> Finding:
    return Finding(
        check=record.get("check", str),
        severity=record.choice("severity", Severity),
        message=record.get("message", str),
        span=record.optional_span("span", len(target)),
        source_span=record.optional_span("source_span", len(source)),
    )


def _signature(record: _Record) -> Signature:
    options = record.record("options")
    for name, value in options.values.items():
        if not isinstance(value, (str, int, float, bool)):
            raise _DamageError(f"{options.where}.{name} is not a plain value")
    return Signature(
        tool=record.get("tool", str),
        engine=record.get("engine", str),
        model=record.get("model", str),
        glossary=record.get("glossary", str),
        options=dict(options.values),
    )
