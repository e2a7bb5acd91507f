"""A JSON object that nothing is taken from before it has been looked at."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from glossary.term import Span

__all__ = ["DamageError", "Record", "parsed"]

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


_HALVES = re.compile("[\ud800-\udfff]")


def parsed(data: str | bytes) -> object:
    """What JSON says, halves of a character replaced by U+FFFD: no file can keep those.

    Raises ValueError or RecursionError for what is no JSON.
    """
    # As `json.loads` reads bytes, which lets halves of a character through.
    text = (
        data if isinstance(data, str) else data.decode(json.detect_encoding(data), "surrogatepass")
    )
    value: object = json.loads(text)
    if r"\ud" not in text.lower() and not _HALVES.search(text):
        return value
    kept: object = json.loads(_HALVES.sub("\ufffd", json.dumps(value, ensure_ascii=False)))
    return kept


class DamageError(Exception):
    """A value that is missing or not of its kind; the argument says where and what."""


class Record:
    """A JSON object whose values are asked for by name and type; `where` is its path."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise DamageError(f"{where} is not an object")
        self.values: dict[str, Any] = value
        self.where = where

    def get(self, name: str, kind: type[T]) -> T:
        """The value, which must be of this type."""
        value = self.values.get(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise DamageError(f"{self.where}.{name} is missing or of the wrong kind")
        return value

    def number(self, name: str) -> float:
        """The value as a number."""
        value = self.values.get(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise DamageError(f"{self.where}.{name} is not a number")
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise DamageError(f"{self.where}.{name} is no finite number")
        return number

    def strings(self) -> dict[str, str]:
        """All values, which must be text, by their names."""
        return {name: self.get(name, str) for name in self.values}

    def choice(self, name: str, kind: type[E], default: E | None = None) -> E:
        """The value as a member of an enumeration; `default` where it is missing."""
        if default is not None and name not in self.values:
            return default
        try:
            return kind(self.get(name, str))
        except ValueError:
            raise DamageError(f"{self.where}.{name} has an unknown value") from None

    def record(self, name: str) -> Record:
        """The value, which must be an object."""
        return Record(self.values.get(name), f"{self.where}.{name}")

    def each(self, name: str, read: Callable[[Record], T]) -> tuple[T, ...]:
        """What `read` makes of each object in a list."""
        items = self.get(name, list)
        return tuple(read(Record(v, f"{self.where}.{name}[{i}]")) for i, v in enumerate(items))

    def pair(self, name: str) -> tuple[int, int]:
        """The value, which must be two whole numbers."""
        match self.values.get(name):
            case [int(first), int(second)]:
                return first, second
        raise DamageError(f"{self.where}.{name} is not a pair of numbers")

    def span(self, name: str, limit: int) -> Span:
        """The value as a span of a text of `limit` characters."""
        start, end = self.pair(name)
        if not 0 <= start <= end <= limit:
            raise DamageError(f"{self.where}.{name} lies outside its text")
        return Span(start, end)

    def optional_span(self, name: str, limit: int) -> Span | None:
        """The same, or None for null."""
        return None if self.values.get(name) is None else self.span(name, limit)
