"""Memory units as CSV and as JSON lines, written and read."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from io import StringIO

from exports.spreadsheet import guarded, meant
from translate.errors import InputError
from translate.memory.unit import MemoryUnit

__all__ = ["CsvUnits", "JsonlUnits"]

_FIELDS = ("source_lang", "target_lang", "source", "target", "author", "made", "waived", "note")
_NEEDED = _FIELDS[:4]


class CsvUnits:
    """UTF-8 CSV with a heading line; names of waived checks are separated by blanks.

    What a spreadsheet would run as a formula stands behind an apostrophe, which reading takes away.
    """

    name = "csv"

    def write(self, units: Sequence[MemoryUnit]) -> bytes:
        """The file, with a byte order mark so that spreadsheets take it for UTF-8."""
        text = StringIO()
        table = csv.writer(text, lineterminator="\r\n")
        table.writerow(_FIELDS)
        for unit in units:
            table.writerow([guarded(cell) for cell in _cells(unit).values()])
        return text.getvalue().encode("utf-8-sig", "replace")

    def read(self, data: bytes) -> list[MemoryUnit]:
        """The units; raises InputError ``units-damaged`` naming the line."""
        text = _decoded(data)
        table = csv.DictReader(StringIO(text, newline=""), strict=True)
        try:
            missing = [name for name in _NEEDED if name not in (table.fieldnames or ())]
            if missing:
                raise _damaged(f"line 1 does not name the column(s) {', '.join(missing)}")
            return [_unit(_meant(row), table.line_num) for row in table]
        except csv.Error as error:
            raise _damaged(f"line {table.line_num}: {error}") from None


class JsonlUnits:
    """UTF-8, one JSON object a line."""

    name = "jsonl"

    def write(self, units: Sequence[MemoryUnit]) -> bytes:
        """The file; equal units give equal bytes."""
        lines = [json.dumps(_cells(unit), ensure_ascii=False) + "\n" for unit in units]
        return "".join(lines).encode("utf-8", "replace")

    def read(self, data: bytes) -> list[MemoryUnit]:
        """The units; raises InputError ``units-damaged`` naming the line."""
        found = []
        for number, line in enumerate(_decoded(data).split("\n"), start=1):
            if line.strip():
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError) as error:
                    raise _damaged(f"line {number} is not JSON ({error})") from None
                if not isinstance(row, dict):
                    raise _damaged(f"line {number} is not an object")
                found.append(_unit(row, number))
        return found


def _meant(row: Mapping[str, object]) -> dict[str, object]:
    return {name: meant(cell) if isinstance(cell, str) else cell for name, cell in row.items()}


def _cells(unit: MemoryUnit) -> dict[str, str]:
    return {
        "source_lang": unit.source_lang,
        "target_lang": unit.target_lang,
        "source": unit.source,
        "target": unit.target,
        "author": unit.author,
        "made": unit.made,
        "waived": " ".join(unit.waived),
        "note": unit.note,
    }


def _unit(row: Mapping[str, object], line: int) -> MemoryUnit:
    values = {name: row.get(name) or "" for name in _FIELDS}
    texts = {name: value for name, value in values.items() if isinstance(value, str)}
    if len(texts) < len(_FIELDS):
        raise _damaged(f"line {line} has a value that is no text")
    empty = [name for name in _NEEDED if not texts[name].strip()]
    if empty:
        raise _damaged(f"line {line} has no {empty[0]}")
    return MemoryUnit(
        texts["source_lang"],
        texts["target_lang"],
        texts["source"],
        texts["target"],
        texts["author"],
        texts["made"],
        tuple(texts["waived"].split()),
        texts["note"],
    )


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _damaged(f"it is not UTF-8 ({error.reason} at byte {error.start})") from None


def _damaged(reason: str) -> InputError:
    return InputError(
        f"This list of units cannot be read: {reason}.",
        hint="The columns are source_lang, target_lang, source, target, and, if wanted, "
        "author, made, waived, note.",
        slug="units-damaged",
    )
