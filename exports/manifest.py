"""The hidden record of a run inside a review file: the whole bitext, and the look of the file."""

from __future__ import annotations

import json
from collections.abc import Iterable

from lxml import etree

from exports.bitext import Json
from exports.bitext_reading import from_json
from exports.record import parsed
from translate.look import Arrangement, Columns, Look, Rows
from translate.model import Bitext
from translate.office.wml import Element

__all__ = ["NAMESPACE", "element", "joined", "pieces", "read"]

NAMESPACE = "urn:dwibahasa:review:1"
# What a reader must know of the look; a file without them is of the first kind.
_CHOICES = ("columns", "rows", "arrangement")
# XML readers may refuse a single text of more than ten million characters.
_CHUNK = 1_000_000


def element(told: Json, run: str, look: Look) -> Element:
    """The record: the bitext, `told` as JSON in ASCII, cut into ``part`` elements, and the look."""
    made = etree.Element(f"{{{NAMESPACE}}}review", nsmap={"db": NAMESPACE})
    made.set("run", run)
    for name in _CHOICES:
        made.set(name, str(getattr(look, name)))
    for piece in pieces(told, _CHUNK):
        etree.SubElement(made, f"{{{NAMESPACE}}}part").text = piece
    return made


def pieces(told: Json, size: int) -> list[str]:
    """A bitext `told` as JSON in ASCII, in pieces of at most `size` characters."""
    text = json.dumps(told, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return [text[start : start + size] for start in range(0, len(text), size)]


def joined(parts: Iterable[str]) -> Bitext:
    """The bitext in such pieces; raises as `read` does."""
    return from_json(parsed("".join(parts)))


def read(record: Element) -> tuple[str, Look, Bitext]:
    """The run's id, the look and the bitext of a record.

    Raises ValueError or RecursionError for one that was damaged, InputError for a bitext that is
    none.
    """
    bitext = joined(part.text or "" for part in record.iter(f"{{{NAMESPACE}}}part"))
    columns, rows, arrangement = (record.get(name) for name in _CHOICES)
    look = Look(
        Columns(columns or Columns.FULL),
        Rows(rows or Rows.PARAGRAPH),
        Arrangement(arrangement or Arrangement.SIDE),
    )
    return record.get("run") or "", look, bitext
