"""UTX: a TSV whose comment lines name the languages and the columns, with a term status."""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType

from glossary.formats.rows import Pair, Row, Sheet, damaged, text

_DIRECTION = re.compile(r"\b([a-zA-Z]{2,3}(?:-[a-zA-Z]{2,4})?)/([a-zA-Z]{2,3}(?:-[a-zA-Z]{2,4})?)")
_COLUMNS = MappingProxyType(
    {"src": "source", "tgt": "target", "src:pos": "pos", "term status": "status", "comment": "note"}
)
_STATUSES = MappingProxyType(
    {
        "approved": "preferred",
        "non-standard": "admitted",
        "provisional": "proposed",
        "forbidden": "forbidden",
        "obsolete": "forbidden",
    }
)


def read(file: Path, pair: Pair) -> Sheet:
    """The rows of a UTX file; rejected entries are left out, and the languages are checked.

    Raises GlossaryError if the file cannot be read or names no columns.
    """
    content, warnings = text(file)
    lines = [(number, told) for number, told in enumerate(content.splitlines(), 1) if told.strip()]
    columns: tuple[str, ...] = ()
    languages = ("", "")
    rows: list[Row] = []
    for number, told in lines:
        if told.startswith("#"):
            direction = _DIRECTION.search(told)
            if direction and not rows and not any(languages):
                languages = (direction[1], direction[2])
            if not columns and told[1:].strip().casefold().startswith("src"):
                columns = _named(told)
                rows.append(Row(number, (*columns, "src_lang", "tgt_lang")))
            continue
        if not columns:
            raise damaged(file.name, "UTX", f"line {number} comes before the columns #src, #tgt")
        cells = told.split("\t") + [""] * len(columns)
        row = dict(zip(columns, cells, strict=False))
        status = row.get("status", "").strip().casefold()
        if status != "rejected":
            row["status"] = _STATUSES.get(status, status)
            rows.append(Row(number, (*(row[c] for c in columns), *languages)))
    if not rows:
        raise damaged(file.name, "UTX", "no line names the columns #src and #tgt")
    return Sheet(tuple(rows), warnings)


def _named(told: str) -> tuple[str, ...]:
    names = [name.strip().casefold() for name in told.lstrip("#").split("\t")]
    return tuple(_COLUMNS.get(name, name.replace(" ", "_")) for name in names)
