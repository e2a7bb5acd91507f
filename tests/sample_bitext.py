"""A bitext built by hand: all kinds of blocks, terms pinned and flagged, findings of all sorts."""

from __future__ import annotations

from glossary.term import Form, Span, Status, Term, TermHit
from translate.model import (
    Bitext,
    Block,
    Document,
    Finding,
    HitResult,
    Kind,
    Origin,
    Outcome,
    Rung,
    Segment,
    Severity,
    Signature,
    Translation,
)

ALLIANCE = Term("Aliansi Pesisir", "Coastal Alliance", "APS", "CAL", where="istilah.csv:2")
HARBOUR = Term("Pelabuhan Merah", "", status=Status.DNT, where="istilah.csv:3")
TERMS = (ALLIANCE, HARBOUR)

# kind, level, then the sentences as (source, target)
BLOCKS: tuple[tuple[Kind, int, tuple[tuple[str, str], ...]], ...] = (
    (
        Kind.TITLE,
        0,
        (("Aliansi Pesisir Menutup Latihan", "Coastal Alliance Closes Its Exercise"),),
    ),
    (Kind.METADATA, 0, (("(last modified Mon, 3 Mar 2025)", "(last modified Mon, 3 Mar 2025)"),)),
    (Kind.DATELINE, 0, (("3 Maret 2025 09:15 WIB", "3 March 2025 09:15 WIB"),)),
    (
        Kind.PARAGRAPH,
        0,
        (
            (
                "Aliansi Pesisir (APS) menutup latihan di Pelabuhan Merah.",
                "The Coastal Alliance (CAL) closed its exercise at Pelabuhan Merah.",
            ),
            ("Sebanyak 14 kapal ikut serta.", "Some ships took part."),
        ),
    ),
    (Kind.HEADING, 2, (("Langkah berikutnya", "The next step"),)),
    (Kind.QUOTE, 0, (('"Kami pulang besok," kata juru bicara.', "We return tomorrow."),)),
    (Kind.LIST_ITEM, 1, (("Kapal pertama berangkat.", "The first ship leaves."),)),
    (Kind.LIST_ITEM, 1, (("Kapal kedua menunggu.", ""),)),
    (Kind.RELATED, 0, (("Baca juga: Pelabuhan Merah Sepi", "Also read: The Red Port Is Quiet"),)),
)

FINDINGS = {
    "P4.2": (
        Finding("number", Severity.ERROR, "The number 14 of the source is missing.", Span(0, 10)),
        Finding("length", Severity.INFO, "Shorter than its source."),
    ),
    "P6.1": (Finding("quotes", Severity.WARNING, "Quotation marks were lost: 2 in the source."),),
    "P8.1": (Finding("empty", Severity.ERROR, "No translation came out of this sentence."),),
    "P9.1": (
        Finding("term", Severity.ERROR, "“Pelabuhan Merah” is not in the translation."),
        Finding("style", Severity.WARNING, "A check that this exporter does not know."),
    ),
}


def bitext() -> Bitext:
    """Nine blocks, ten segments."""
    blocks, translations = [], []
    for index, (kind, level, sentences) in enumerate(BLOCKS):
        text = " ".join(source for source, _ in sentences)
        lines = (2 * index + 1, 2 * index + 1)
        blocks.append(Block(index, kind, text, level, lines))
        start = 0
        for number, (source, target) in enumerate(sentences, start=1):
            span = Span(start, start + len(source))
            segment = Segment(f"P{index + 1}.{number}", index, kind, span, source)
            translations.append(_translated(segment, target))
            start = span.end + 1
    document = Document(
        id="5f0c2ab19e7733d0aa11",
        title="Aliansi Pesisir Menutup Latihan",
        source_lang="id",
        blocks=tuple(blocks),
        metadata={"file": "artikel.txt"},
        notes=("encoding UTF-8",),
    )
    signature = Signature(
        "dwibahasa 0.1.0", "argos", "id_en 1.9", "istilah.csv a1b2c3d4", {"beam": 4}
    )
    return Bitext(document, "en", tuple(translations), signature)


def _translated(segment: Segment, target: str) -> Translation:
    copied = segment.text == target
    return Translation(
        segment,
        target,
        Origin.COPIED if copied else Origin.MACHINE,
        None if copied else -0.375,
        tuple(_hits(segment.text, target)),
        FINDINGS.get(segment.id, ()),
    )


def _hits(source: str, target: str) -> list[HitResult]:
    results = []
    for term in TERMS:
        at = source.find(term.source)
        if at < 0:
            continue
        span, form, wanted = Span(at, at + len(term.source)), Form.LONG, term.target or term.source
        if source[span.end :].startswith(" (APS)"):
            span, form, wanted = Span(at, span.end + 6), Form.BOTH, f"{wanted} (CAL)"
        found = target.find(wanted)
        where = Span(found, found + len(wanted)) if found >= 0 else None
        pinned = where is not None
        results.append(
            HitResult(
                TermHit(term, span, form, wanted),
                Outcome.PINNED if pinned else Outcome.FLAGGED,
                (Rung.INLINE if form is Form.BOTH else Rung.FREE) if pinned else Rung.NONE,
                where,
            )
        )
    return results
