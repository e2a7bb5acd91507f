"""The two ends every reader shares: bytes to clean text, and drafts to a `Document`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from glossary.limits import hint, limit
from translate.errors import InputError
from translate.languages import Language
from translate.model import Block, Document, Kind
from translate.readers.binary import refuse_binary, refuse_noise
from translate.readers.clean import clean
from translate.readers.code import uncoded, with_runs
from translate.readers.decode import Decoded, decode
from translate.readers.draft import Draft


@dataclass(frozen=True, slots=True)
class Source:
    """The clean text of a file and how it was got."""

    name: str
    text: str
    encoding: str
    notes: tuple[str, ...]


def opened(raw: bytes, name: str, language: Language) -> Source:
    """The text in `raw`. Raises InputError if it is empty, no text, or has too many lines."""
    refuse_binary(raw, name)
    return source_of(decode(raw, language), name)


def source_of(decoded: Decoded, name: str) -> Source:
    """The clean text of what was decoded; raises InputError as `opened` does."""
    refuse_noise(decoded.text, name)
    text, notes = clean(decoded.text)
    if not text.strip():
        raise _empty(name)
    if text.count("\n") > (most := limit("lines")):
        raise InputError(
            f"{name}: is too large to be an article (more than {most:,} lines).",
            hint=f"Check that it is the right file, or split it into parts. {hint('lines')}",
            slug="input-too-large",
        )
    return Source(name, text, decoded.encoding, decoded.notes + notes)


def document(
    source: Source,
    drafts: Sequence[Draft],
    language: Language,
    *,
    metadata: Mapping[str, str] | None = None,
    notes: Sequence[str] = (),
) -> Document:
    """The document of these drafts. Raises InputError if none of them holds text."""
    kept = [draft for draft in drafts if draft.text.strip()]
    if not kept:
        raise _empty(source.name)
    blocks = tuple(_block(index, draft) for index, draft in enumerate(kept))
    title = next((block.text for block in blocks if block.kind is Kind.TITLE), "")
    told = {name: uncoded(value) for name, value in (metadata or {}).items()}
    return Document(
        id=_identity(blocks, language),
        title=title or PurePath(source.name).stem,
        source_lang=language.code,
        blocks=blocks,
        metadata={**told, "file": source.name, "encoding": source.encoding},
        notes=(*source.notes, *notes),
    )


def _block(index: int, draft: Draft) -> Block:
    kind, (text, code) = draft.kind or Kind.PARAGRAPH, with_runs(draft.text)
    runs = draft.runs or code
    return Block(index, kind, text, draft.level, draft.lines, draft.cell, runs, draft.anchor)


def _identity(blocks: Sequence[Block], language: Language) -> str:
    """16 hexadecimal digits that change with the language, the kinds, places and texts only."""
    digest = hashlib.sha256(language.code.encode())
    for block in blocks:
        place = f"{block.level}" if block.cell is None else f"{block.cell}"
        digest.update(f"\x1e{block.kind}\x1f{place}\x1f{block.text}".encode())
    return digest.hexdigest()[:16]


def _empty(name: str) -> InputError:
    return InputError(
        f"{name}: holds no text.",
        hint="Check that the article was saved into this file.",
        slug="input-empty",
    )
