"""What tells a reviewer's file where each row came from: tags, bookmarks, checks, run id."""

from __future__ import annotations

import json
import re
from hashlib import sha256

from exports.bitext import Json

__all__ = [
    "bookmark",
    "check",
    "document_key",
    "key_bookmark",
    "read_tag",
    "run_id",
    "source_bookmark",
    "tag",
]

_TAG = re.compile(r"seg:(\w+):(\d{1,9}(?:\.\d{1,9})?):([0-9a-f]{8})")
_OTHER = re.compile(r"[^0-9A-Za-z]+")


def check(source: str) -> str:
    """Eight hexadecimal digits that depend on the source text of a row; six are printed."""
    return sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def document_key(document_id: str) -> str:
    """The first twelve letters and digits of a document's id, fit for a tag."""
    return _OTHER.sub("", document_id)[:12] or "0"


def tag(document_id: str, row: str, source: str) -> str:
    """``seg:<doc>:<n>:<hash8>`` for the Status control of a row; `n` is its id without the P."""
    return f"seg:{document_key(document_id)}:{row.removeprefix('P')}:{check(source)}"


def read_tag(text: str) -> tuple[str, str, str] | None:
    """Document key, row id and check of a tag; None for a tag that is not ours."""
    match = _TAG.fullmatch(text)
    return (match[1], f"P{match[2]}", match[3]) if match else None


def bookmark(segment_id: str) -> str:
    """The bookmark around a sentence's target: ``s_P3_2`` for the segment ``P3.2``."""
    return "s_" + _OTHER.sub("_", segment_id)[:38]


def key_bookmark(row: str) -> str:
    """The bookmark around the visible id of a row: ``r_P3``; links of the front page lead there."""
    return "r_" + _OTHER.sub("_", row)[:38]


def source_bookmark(row: str) -> str:
    """The bookmark around a source under which its target stands in the same cell: ``o_P3``."""
    return "o_" + _OTHER.sub("_", row)[:38]


def run_id(told: Json) -> str:
    """Ten hexadecimal digits derived from all that is in a bitext, `told` as JSON; equal runs share
    it."""
    text = json.dumps(told, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()[:10]
