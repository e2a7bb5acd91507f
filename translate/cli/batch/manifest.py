"""The manifest of a folder of results: what each was made from, so that a run can go on.

It is a journal of JSON lines, ``.dwibahasa/manifest.jsonl``. A line is added before the results are
written, with the hashes that they will have: after a crash it is known which files are ours. At
the end of a run it is written anew, the run first, then one line an article.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from enum import Enum
from pathlib import Path
from typing import Any

from translate import output
from translate.errors import OutputError

__all__ = ["ERRORS", "FOLDER", "Manifest", "Record", "State", "digest"]

FOLDER = ".dwibahasa"
_FILE = "manifest.jsonl"
ERRORS = "errors.jsonl"


class State(Enum):
    """What lies where results go: all `WHOLE` as they were written last; `OURS`, but old or
    missing; or some `OTHER` file, edited or foreign."""

    WHOLE = "whole"
    OURS = "ours"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one article: hashes of the `source` and of all `outputs` by their place below
    the folder, the `glossary` and the `conditions` of the run, doubts by severity, the error, and
    the language of the source."""

    article: str
    source: str
    glossary: str = ""
    conditions: str = ""
    outputs: dict[str, str] = field(default_factory=dict)
    sentences: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    missing_terms: int = 0
    error: dict[str, str] | None = None
    language: str = ""

    @property
    def doubtful(self) -> bool:
        """True if someone should look: it failed, has a warning or error, or lacks a term."""
        found = self.findings.get("warning") or self.findings.get("error")
        return bool(self.error or self.missing_terms or found)


_FIELDS = tuple(each.name for each in fields(Record))


class Manifest:
    """The records of a folder. `last` is what is known of the run before, empty at first.

    Lines that make no sense (a crash may cut the last) are passed over.
    """

    def __init__(self, folder: Path | None) -> None:
        folder = folder or Path(os.devnull)  # a dry run may have none: nothing lies there
        self._folder = folder
        self._path = folder / FOLDER / _FILE
        self.records: dict[str, Record] = {}
        self.last: Mapping[str, Any] = {}
        self._ours: dict[str, set[str]] = {}
        if self._path.is_file():
            with self._path.open("rb") as lines:
                for line in lines:
                    self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            data = json.loads(line)
            if "run" in data:
                self.last = dict(data["run"])
                return
            record = Record(**data)
            outputs = {str(k): str(v) for k, v in record.outputs.items()}
            record.findings.get("error")
        except (ValueError, TypeError, AttributeError):
            return
        self.records[record.article] = record
        for place, value in outputs.items():
            self._ours.setdefault(place, set()).add(value)

    def add(self, records: Sequence[Record]) -> None:
        """Put records on the disk, to the end of the journal."""
        lines = [_line(_plain(record)) for record in records]
        data = b"".join(lines)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                # A line that a crash cut short must not swallow the first of these.
                file.write(b"\n" + data if file.tell() else data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise OutputError(
                f"Cannot write {self._path}: {error.strerror or error}.",
                hint="Choose another folder with -o FOLDER.",
                slug="unwritable-output",
            ) from None
        for line in lines:
            self._take(line)

    def close(self, run: Mapping[str, Any], errors: Sequence[Record]) -> None:
        """Write all anew: the run, the records; and the errors of this run in a file of theirs."""
        lines = [_line({"run": dict(run)})]
        lines += [_line(_plain(record)) for _, record in sorted(self.records.items())]
        output.write(self._path, b"".join(lines))
        told = [{"article": r.article, "source": r.source, **(r.error or {})} for r in errors]
        output.write(self._path.with_name(ERRORS), b"".join(map(_line, told)))

    def state(self, article: str, places: Sequence[str]) -> State:
        """How the files at `places` compare with what was written for the article."""
        record = self.records.get(article)
        wanted = record.outputs if record else {}
        found = {place: self._hash(place) for place in places}
        for place, value in found.items():
            if value and value not in self._ours.get(place, ()):
                return State.OTHER
        same = all(wanted.get(place) == value for place, value in found.items())
        return State.WHOLE if same and found else State.OURS

    def _hash(self, place: str) -> str | None:
        """The hash of what lies at a place, None for nothing, "?" if it cannot be read."""
        try:
            return digest((self._folder / place).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError:
            return "?"


def digest(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _plain(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in _FIELDS}


def _line(data: Mapping[str, Any]) -> bytes:
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A name that is not UTF-8 holds lone surrogates; \udcff is how JSON writes one, there and back.
    return told.encode("utf-8", "backslashreplace") + b"\n"
