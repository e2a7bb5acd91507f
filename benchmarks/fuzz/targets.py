"""What is fuzzed: for each reader a sound file to start from, and what reads it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from openpyxl import Workbook

from exports.bitext import JsonExporter
from exports.docx import DocxExporter
from glossary.store import load, merge
from translate import pipeline, registry
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.memory.unit import MemoryUnit
from translate.model import Bitext, Document
from translate.readers import reader_for
from translate.review.rows import View
from translate.segment import segments

ROOT = Path(__file__).parent.parent.parent
ARTICLE = (ROOT / "examples" / "artikel.txt").read_bytes()
TERMS = (ROOT / "examples" / "istilah.csv").read_bytes()
INDONESIAN = load_language("id")
UNITS = [MemoryUnit("id", "en", "Beras naik.", "Rice rose.", "Sari", "2025-03-03T09:15:00Z")]


@dataclass(frozen=True, slots=True)
class Target:
    """A sound file, and what is done with a damaged one."""

    name: str
    seed: bytes
    run: Callable[[bytes], object]


def targets() -> list[Target]:
    """All targets; those of articles also cut what they read into sentences."""
    pages = "".join(f"<p>{line}</p>" for line in ARTICLE.decode().splitlines() if line)
    articles = {
        ".txt": ARTICLE,
        ".md": b"# Beras\n\n> kutipan\n\n- *a*\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n" + ARTICLE,
        ".html": f"<html><body><article><h1>Beras</h1>{pages}</article></body></html>".encode(),
        ".docx": _word(),
    }
    lists = {".csv": TERMS, ".tsv": TERMS.replace(b",", b"\t"), ".xlsx": _workbook()}
    exchanges = {
        name: registry.load(registry.EXCHANGES, name)() for name in ("tmx", "csv", "jsonl")
    }
    run = _run()
    review = registry.load(registry.REVIEWS, "docx")
    tmx = exchanges["tmx"].write(UNITS)
    return [
        *(Target(f"article{s}", seed, _article(s)) for s, seed in articles.items()),
        *(Target(f"list{s}", seed, _list(s)) for s, seed in (lists | {".tmx": tmx}).items()),
        *(Target(f"units.{n}", e.write(UNITS), e.read) for n, e in exchanges.items()),
        Target("review.docx", DocxExporter().render(run), lambda raw: review(raw, View.FINAL)),
        Target("bitext.json", JsonExporter().render(run), registry.load(registry.BITEXTS, "json")),
    ]


def _article(suffix: str) -> Callable[[bytes], object]:
    reader = reader_for(suffix)
    assert reader is not None

    def run(raw: bytes) -> object:
        return _cut(reader.read(raw, f"x{suffix}", INDONESIAN))

    return run


def _cut(document: Document) -> object:
    found = segments(document, INDONESIAN, count=lambda text: len(text.split()), limit=160)
    for piece in found:
        if document.blocks[piece.block].text[piece.span.start : piece.span.end] != piece.text:
            raise AssertionError(f"{piece.id} is not what stands there")
    return found


def _list(suffix: str) -> Callable[[bytes], object]:
    def run(raw: bytes) -> object:
        with tempfile.NamedTemporaryFile(suffix=suffix) as file:
            file.write(raw)
            file.flush()
            return load(file.name)

    return run


def _word() -> bytes:
    word = docx.Document()
    for line in ARTICLE.decode().splitlines():
        word.add_paragraph(line)
    word.add_table(2, 2).cell(0, 0).text = "Beras"
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _workbook() -> bytes:
    book = Workbook()
    for line in TERMS.decode().splitlines():
        book.active.append(line.split(","))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _run() -> Bitext:
    reader = reader_for(".txt")
    assert reader is not None
    document = reader.read(ARTICLE, "artikel.txt", INDONESIAN)
    (made,) = pipeline.translate(
        [document],
        engine=EchoEngine("id", "en"),
        glossary=merge([]),
        language=INDONESIAN,
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
    )
    return made
