"""Articles for measuring, made of our own sentences: as many as wanted, always the same ones.

A sentence that comes twice is decoded once, so every sentence is made different from all others by
what follows it: who said it, where, and when.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from translate.languages import load_language
from translate.readers.text import TextReader
from translate.segment import segments

BENCHMARKS = Path(__file__).parent.parent
WORDS = 600  # in an article
FEW_WORDS = 50  # in a short one
_FIRST = ("Arif", "Bambang", "Citra", "Dewi", "Erna", "Fajar", "Gunawan", "Hendra", "Indah", "Joko")
_LAST = ("Abdullah", "Barata", "Cahyono", "Darmawan", "Effendi", "Gunardi", "Hartono", "Jatmiko")
_ROLES = ("kata", "ujar", "menurut juru bicara", "demikian keterangan", "ungkap pengamat")
_TOWNS = ("Ambon", "Bandung", "Cirebon", "Denpasar", "Fakfak", "Jember", "Kupang", "Makassar")
_DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def sentences() -> list[str]:
    """Our own sentences that can be continued: they end in a full stop and quote nobody."""
    news = _cells(BENCHMARKS / "data" / "news_id_en.tsv", 0)
    terms = _cells(BENCHMARKS / "terms" / "data" / "tuning.tsv", 1)
    return [s for s in (*news, *terms) if s.endswith(".") and '"' not in s]


def _cells(path: Path, column: int) -> list[str]:
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t")[column] for line in lines if line and not line.startswith("#")]


def articles(count: int, words: int = WORDS, seed: int = 7) -> Iterator[str]:
    """`count` articles of so many words or a few more: a title, paragraphs of three sentences."""
    chance = Random(seed)
    stock = sentences()
    told: set[str] = set()
    for number in range(1, count + 1):
        title = chance.choice(stock).rstrip(".")
        lines, written = [f"Laporan {number}: {title}"], 0
        while written < words:
            paragraph = [_fresh(chance, stock, told) for _ in range(3)]
            lines.append(" ".join(paragraph))
            written += len(lines[-1].split())
        yield "\n\n".join(lines) + "\n"


def _fresh(chance: Random, stock: list[str], told: set[str]) -> str:
    """A sentence that was not told yet."""
    while True:
        sentence = chance.choice(stock).rstrip(".")
        who = f"{chance.choice(_ROLES)} {chance.choice(_FIRST)} {chance.choice(_LAST)}"
        when = f"{chance.choice(_DAYS)} ({chance.randint(1, 28)}/{chance.randint(1, 12)})"
        where = f"di {chance.choice(_TOWNS)}"
        tail = chance.choice((f"{who}, {when}", f"{who} {where}", f"{where}, {when}"))
        made = f"{sentence}, {tail}."
        if made not in told:
            told.add(made)
            return made


def split(article: str) -> list[list[str]]:
    """The sentences of each paragraph, as our reader and our splitter find them."""
    language = load_language("id")
    document = TextReader().read(article.encode(), "article.txt", language)
    paragraphs: list[list[str]] = [[] for _ in document.blocks]
    for segment in segments(document, language, count=len, limit=10_000):
        paragraphs[segment.block].append(segment.text)
    return paragraphs
