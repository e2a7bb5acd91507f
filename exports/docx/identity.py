"""What tells a reviewer's file where each row came from: tags, bookmarks, checks, run id."""

from __future__ import annotations

import json
import re
from hashlib import sha256

from exports.bitext import as_json
from translate.model import Bitext, Block

__all__ = ["bookmark", "check", "document_key", "key_bookmark", "read_tag", "run_id", "tag"]

_TAG = re.compile(r"seg:(\w+):(\d{1,9}):([0-9a-f]{8})")
_OTHER = re.compile(r"[^0-9A-Za-z]+")


def check(block: Block) -> str:
    """Eight hexadecimal digits that depend on the source text of a block; six are printed."""
    return sha256(block.text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def document_key(document_id: str) -> str:
    """The first twelve letters and digits of a document's id, fit for a tag."""
    return _OTHER.sub("", document_id)[:12] or "0"


def tag(document_id: str, block: Block) -> str:
    """``seg:<doc>:<n>:<hash8>`` for the Status control of a row; `n` counts from 1."""
    return f"seg:{document_key(document_id)}:{block.index + 1}:{check(block)}"


def read_tag(text: str) -> tuple[str, int, str] | None:
    """Document key, row number and check of a tag; None for a tag that is not ours."""
    match = _TAG.fullmatch(text)
    return (match[1], int(match[2]), match[3]) if match else None


def bookmark(segment_id: str) -> str:
    """The bookmark around a sentence's target: ``s_P3_2`` for the segment ``P3.2``."""
    return "s_" + _OTHER.sub("_", segment_id)[:38]


def key_bookmark(block: Block) -> str:
    """The bookmark around the visible id of a row: ``r_P3``; links of the front page lead there."""
    return f"r_{block.id}"


def run_id(bitext: Bitext) -> str:
    """Ten hexadecimal digits derived from all that is in the bitext; equal runs share it."""
    text = json.dumps(as_json(bitext), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()[:10]
