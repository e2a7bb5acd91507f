"""What is fuzzed: for each way in, sound files to start from, what reads them, what must hold."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from lxml import etree

from benchmarks.fuzz import seeds
from glossary.formats import render
from glossary.formats.rows import ID_EN
from glossary.formats.tbx_foreign import PREFIX, restored
from glossary.match import Matcher
from glossary.store import load, read_entries
from glossary.term import Term
from translate import registry
from translate.bundle.install import install
from translate.bundle.opening import opened
from translate.engines.archive import unpacked
from translate.engines.packages import describe
from translate.languages import Language, load_language
from translate.model import Block, Document, Kind
from translate.readers import reader_for
from translate.review.applied import applied
from translate.review.rows import View
from translate.segment import segments
from translate.segment.srx import load_srx

T = TypeVar("T")
INDONESIAN = load_language("id")
LANGUAGES = tuple(load_language(code) for code in ("id", "en", "ar", "ja", "zh", "th", "de", "xx"))
SAMPLE = "\n".join(seeds.LINES)
XLIFF = ("xliff", "xliff12")
EXPORTS = ("text", "html", "markdown", "csv", *XLIFF)


@dataclass(frozen=True, slots=True)
class Target:
    """Sound files, and what is done with a damaged one; an AssertionError is a find, too.

    `slow` is what another program reads first, at a second or two a file.
    """

    name: str
    seeds: Callable[[], Iterable[bytes]]
    run: Callable[[bytes], object]
    slow: bool = False


def targets() -> list[Target]:
    """All targets; those of articles also cut what they read into sentences."""
    pages = ("tests/pages/*.*html", "tests/pages/*.htm", "tests/pages/*.mhtml")
    return [
        Target("article.txt", lambda: of(seeds.ARTICLE, "tests/pages/*.txt"), _article(".txt")),
        Target("article.md", lambda: of(seeds.MARKDOWN, "tests/pages/*.md"), _article(".md")),
        Target("article.html", lambda: seeds.of_repository(*pages), _article(".html")),
        Target("article.docx", lambda: [seeds.word()], _article(".docx")),
        Target("article.odt", lambda: [seeds.odt()], _article(".odt")),
        Target("article.epub", lambda: [seeds.epub()], _article(".epub")),
        Target(
            "article.rtf", lambda: [seeds.rtf(), *seeds.old_word()], _article(".doc"), slow=True
        ),
        Target("terms", _lists, _terms),
        Target("segmenter", lambda: of(seeds.ARTICLE, "tests/pages/*.txt"), _segmenter),
        Target("review.docx", lambda: seeds.reviews(seeds.run()), _review("docx")),
        Target("review.xlsx", lambda: seeds.exported(seeds.run(), "xlsx"), _review("xlsx")),
        Target("review.xlf", lambda: seeds.exported(seeds.run(), *XLIFF), _review("xlf")),
        Target("bitext.json", lambda: seeds.exported(seeds.run(), "json"), _bitext),
        Target("units", seeds.units, _units),
        Target("rules.srx", lambda: [seeds.SRX], _rules),
        Target("bundle", lambda: [seeds.bundle()], _bundle),
        Target("model", lambda: [seeds.package()], _model),
    ]


def of(first: bytes, *patterns: str) -> list[bytes]:
    """A seed of our own, and files of the tests."""
    return [first, *seeds.of_repository(*patterns)]


def _article(suffix: str) -> Callable[[bytes], object]:
    reader = reader_for(suffix)
    assert reader is not None
    return lambda raw: _cut(reader.read(raw, f"x{suffix}", INDONESIAN), INDONESIAN)


def _segmenter(raw: bytes) -> None:
    text = raw.decode("utf-8", "replace").strip()
    if not text:
        return
    kinds = (Kind.PARAGRAPH, Kind.QUOTE, Kind.HEADING, Kind.CELL)
    language = LANGUAGES[len(raw) % len(LANGUAGES)]
    block = Block(0, kinds[len(text) % len(kinds)], text)
    _cut(Document("x", "x", language.code, (block,)), language)


def _cut(document: Document, language: Language) -> None:
    """The pieces are what stands there, in order, and nothing is lost between them."""
    done = dict.fromkeys(range(len(document.blocks)), 0)
    for piece in segments(document, language, count=lambda text: len(text.split()), limit=20):
        text = document.blocks[piece.block].text
        gap = text[done[piece.block] : piece.span.start]
        assert text[piece.span.start : piece.span.end] == piece.text, f"{piece.id} is elsewhere"
        assert piece.text.strip(), f"{piece.id} is empty"
        assert piece.span.start >= done[piece.block], f"{piece.id} overlaps"
        assert not gap.strip(), f"lost before {piece.id}: {gap!a}"
        done[piece.block] = piece.span.end
    for number, end in done.items():
        rest = document.blocks[number].text[end:]
        assert not rest.strip(), f"lost at the end: {rest!a}"


def _lists() -> list[bytes]:
    tbx = render(_at(seeds.TERMS, ".csv", load).terms, ID_EN, ".tbx")
    utx = b"#UTX 1.11; id/en; 2026-03-14\n#src\ttgt\tsrc:pos\nberas\trice\tnoun\n"
    tabbed = seeds.TERMS.replace(b",", b"\t")
    (tmx,) = (raw for raw in seeds.units() if b"<tmx" in raw)
    return [seeds.TERMS, tabbed, tbx, tmx, utx, seeds.workbook()]


def _terms(raw: bytes) -> None:
    """What can be read can be matched and written, and what was written says the same."""
    glossary = _at(raw, _suffix(raw), lambda name: load(name, lenient=True))
    hits = Matcher(glossary).hits(SAMPLE)
    for hit, following in pairwise(hits):
        assert hit.span.end <= following.span.start, "hits overlap"
    for suffix in (".csv", ".tbx"):
        written = render(glossary.terms, ID_EN, suffix)
        again = _at(written, suffix, read_entries)
        assert not again.problems, f"{suffix}: {again.problems[0]}"
        assert [*map(_bare, again.terms)] == [*map(_bare, glossary.terms)], f"{suffix} differs"


def _bare(term: Term) -> Term:
    """A term without its place, and what TBX says beyond it in the words of version 3, as written:
    a file of version 2 is read as it is."""
    foreign = tuple((name, _in_version_3(name, cell)) for name, cell in term.foreign)
    return replace(term, where="", level=0, foreign=foreign)


def _in_version_3(name: str, cell: str) -> str:
    parts = restored(cell) if name.startswith(PREFIX) else []
    texts = (etree.tostring(part, encoding="unicode", with_tail=False) for part in parts)
    return "".join(etree.canonicalize(text, rewrite_prefixes=True) for text in texts) or cell


def _at(raw: bytes, suffix: str, work: Callable[[str], T]) -> T:
    """What `work` makes of a file with these bytes."""
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(raw)
        file.flush()
        return work(file.name)


def _suffix(raw: bytes) -> str:
    head = raw[:4096]
    if head.startswith(b"PK"):
        return ".xlsx"
    if b"<tmx" in head:
        return ".tmx"
    if head.lstrip().startswith(b"<"):
        return ".tbx"
    if head.startswith(b"#UTX"):
        return ".utx"
    return ".tsv" if b"\t" in head.split(b"\n")[0] else ".csv"


def _review(kind: str) -> Callable[[bytes], object]:
    read = registry.load(registry.REVIEWS, kind)
    return lambda raw: [applied(read(raw, view)) for view in (View.FINAL, View.ORIGINAL)]


def _bitext(raw: bytes) -> None:
    """What can be read can be written in every light format, and comes back the same."""
    found = registry.load(registry.BITEXTS, "json")(raw)
    (again,) = seeds.exported(found, "json")
    assert registry.load(registry.BITEXTS, "json")(again) == found, "the bitext differs"
    seeds.exported(found, *EXPORTS)


def _units(raw: bytes) -> None:
    """What can be read can be written, and comes back the same."""
    name = "tmx" if raw[:4096].lstrip().startswith(b"<") else "jsonl" if b"{" in raw[:3] else "csv"
    exchange = registry.load(registry.EXCHANGES, name)()
    found = exchange.read(raw)
    assert exchange.read(exchange.write(found)) == found, "the units differ"


def _rules(raw: bytes) -> None:
    language = replace(INDONESIAN, rules=_at(raw, ".srx", lambda name: load_srx(name, "id")))
    text = " ".join(seeds.LINES)
    _cut(Document("x", "x", "id", (Block(0, Kind.PARAGRAPH, text),)), language)


def _model(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        room = Path(name) / "room"
        room.mkdir()
        with unpacked(_written(Path(name), raw), room) as folder:
            describe(folder, "given")
        assert list(room.iterdir()) == [], "left behind"


def _bundle(raw: bytes) -> None:
    """What is not sound leaves nothing; what is leaves what its record says, and no more."""
    with tempfile.TemporaryDirectory() as name:
        there = Path(name) / "there"
        there.mkdir()
        with opened(_written(Path(name), seeds.vouched(raw) if len(raw) % 2 else raw)) as bundle:
            plan = install(bundle, there, force=False, dry=False)
        files = [path for path in there.rglob("*") if path.is_file()]
        assert sorted(files) == sorted(each.place for each in plan), "other files"


def _written(folder: Path, raw: bytes) -> Path:
    path = folder / "x.argosmodel"
    path.write_bytes(raw)
    return path
