"""The front block: what the article is, what the run did, what the letters mean, how to review."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from exports.docx.cells import cell, row, table
from exports.docx.layout import Layout
from exports.docx.shorten import shortened
from exports.docx.wml import Ink, paragraph, run, tag
from exports.flags import FLAGS, REMEMBERED, UNKNOWN, Flag, badge, flag_of
from exports.identity import key_bookmark
from exports.passage import Passage, headline, passages
from exports.scripts import words
from exports.wording import ENGLISH, Wording, language_name, locale, wording
from translate.model import Bitext, HitResult, Kind, Origin, Outcome, Rung

__all__ = ["front"]

_ACROSS = (3900, 2350, 3850)  # article, counts, flags; the instructions have the rest
_UPRIGHT = (0.46, 0.54)
_HYPHEN = "\u2011"  # never at the end of a line
_NAMES = {"url": "URL"}
_ADDRESS = re.compile(r"https?://[!#-\[\]-~\u00a1-\ud7ff]{1,400}")
_DIVIDED = re.compile(r"([/?&=_-])(?=\w)")
_ENGLISH = Ink(lang="en-US")
_QUIET = Ink("Quiet", "en-US")
_LONGEST_HEADLINE = 240
_LONGEST_FIELD = 160
_LONGEST_SECTION = 80
_MOST_SECTIONS = 24


def front(bitext: Bitext, run_id: str, rows: list[Passage], layout: Layout) -> str:
    """The block; it leaves the rest of the first page to the review table."""
    title, description = "About this file", "Article, counts, legend and instructions."
    widths = _widths(layout)
    parts = (
        _article(bitext, run_id),
        _counts(bitext),
        _legend(bitext, layout),
        _instructions(wording(bitext.document.source_lang), layout),
    )
    boxes = [
        row("".join(map(cell, widths, parts[start : start + len(widths)])))
        for start in range(0, len(parts), len(widths))
    ]
    box = table(widths, boxes, title, description, pad=0)
    return _headline(bitext) + box + _sections(bitext, rows)


def _widths(layout: Layout) -> tuple[int, ...]:
    """Four columns on a page across, two above two on an upright one."""
    usable = layout.page.usable
    if not layout.page.landscape:
        left = round(usable * _UPRIGHT[0])
        return (left, usable - left)
    return (*_ACROSS, usable - sum(_ACROSS))


def _headline(bitext: Bitext) -> str:
    source, target = headline(bitext)
    source_lang, target_lang = bitext.document.source_lang, bitext.target_lang
    pair = f"{language_name(source_lang)} → {language_name(target_lang)}"
    first, lang = (target, target_lang) if target else (source, source_lang)
    title = shortened(first, _LONGEST_HEADLINE) or "Untitled"
    told = paragraph("Kicker", run(f"Bilingual review · {pair}", _ENGLISH))
    told += paragraph("Heading1", run(title, Ink(lang=locale(lang))))
    if target and source:
        line = shortened(source, _LONGEST_HEADLINE)
        told += paragraph("Subtitle", run(line, Ink(lang=locale(source_lang))))
    return told


def _article(bitext: Bitext, run_id: str) -> str:
    document, signature = bitext.document, bitext.signature
    fields = [
        (_NAMES.get(name) or name.replace("_", " ").capitalize(), value)
        for name, value in document.metadata.items()
    ]
    datelines = (block.text for block in document.blocks if block.kind is Kind.DATELINE)
    fields += [("Dateline", text) for text in islice(datelines, 1)]
    fields += [
        ("Model", f"{signature.engine} {signature.model}".strip()),
        ("Glossary", signature.glossary),
        ("Run", f"{run_id} · {signature.tool}"),
        *(("Note", note) for note in document.notes),
    ]
    return _label("Article", first=True) + "".join(_field(*field) for field in fields)


def _field(name: str, value: str) -> str:
    address = _ADDRESS.fullmatch(value)
    value = value if address else shortened(value, _LONGEST_FIELD)
    if not value:
        return ""
    said = _address(value) if address else run(value, Ink())
    return paragraph("FrontField", run(name, _QUIET) + run("\t", Ink()) + said)


def _address(address: str) -> str:
    """A link that may be divided behind its slashes; what is copied from it is whole."""
    said = run(_DIVIDED.sub("\\1\u200b", address), Ink("Link"))
    return tag("fldSimple", {"instr": f' HYPERLINK "{address}" '}, said)


def _counts(bitext: Bitext) -> str:
    hits = [result for t in bitext.translations for result in t.hits]
    names = [result for t in bitext.translations for result in t.names]
    pinned = [result for result in hits if result.outcome is Outcome.PINNED]
    held = sum(result.outcome is Outcome.PINNED for result in names)
    rows = passages(bitext)
    counts = (
        ("Paragraphs", len(rows)),
        ("Segments", len(bitext.translations)),
        ("From memory", sum(t.origin is Origin.MEMORY for t in bitext.translations) or None),
        ("Near the memory", sum(bool(t.near) for t in bitext.translations) or None),
        ("Words, source", sum(words(each.source) for each in rows)),
        ("Words, target", sum(words(each.target) for each in rows)),
        ("Terms pinned", len(pinned)),
        ("Terms flagged", len(hits) - len(pinned)),
        ("Names held", held if names else None),
        ("Names flagged", len(names) - held if names else None),
        ("Findings waived", sum(len(t.waived) for t in bitext.translations) or None),
    )
    told = "".join(_count(name, number) for name, number in counts if number is not None)
    if pinned:
        by_rung = " · ".join(
            f"{rung.value.replace('-', _HYPHEN)}\u00a0{times}" for rung, times in _rungs(pinned)
        )
        told += paragraph("FrontText", run(f"Pinned by: {by_rung}", _QUIET))
    return _label("Counts", first=True) + told


def _rungs(pinned: list[HitResult]) -> list[tuple[Rung, int]]:
    times = Counter(result.rung for result in pinned)
    return [(rung, times[rung]) for rung in Rung if times[rung]]


def _count(name: str, number: int) -> str:
    return paragraph("FrontCount", run(f"{name}\t{number:,}", _ENGLISH))


def _legend(bitext: Bitext, layout: Layout) -> str:
    times = Counter(flag_of(f.check) for t in bitext.translations for f in t.findings)
    shown: list[Flag] = [*FLAGS, *([UNKNOWN] if times[UNKNOWN] else [])]
    half = (len(shown) + 1) // 2
    told = _label("Flags", first=True)
    for left, right in zip(shown[:half], [*shown[half:], None], strict=False):
        beside = "" if right is None else run("\t", Ink()) + _flag(right, times[right])
        told += paragraph("FrontFlag", _flag(left, times[left]) + beside)
    if not layout.full:
        said = "under the number of a row, and as comments on its words"
        told += paragraph("FrontText", run(said, _QUIET))
    told += _label("Marks")
    told += _mark("glossary term", "Term", " rendered as asked")
    told += _mark("glossary term", "TermMissing", " missing; its row has a red rule")
    if any(t.origin is Origin.MEMORY for t in bitext.translations):
        told += _mark(REMEMBERED, "Quiet", " approved before, from the memory")
    if any(t.near for t in bitext.translations):
        told += _mark(f"{REMEMBERED} 87 %", "Quiet", " approved for one like it: see comment")
    return told


def _mark(text: str, style: str, said: str) -> str:
    return paragraph("FrontText", run(text, Ink(style, "en-US")) + run(said, _ENGLISH))


def _flag(flag: Flag, times: int) -> str:
    letter = run(badge(flag), Ink("FlagWarning" if times else "FlagInfo"))
    return letter + run(f"\t{flag.name}\t{times or '–'}", _ENGLISH if times else _QUIET)


def _instructions(local: Wording, layout: Layout) -> str:
    told = ""
    for each in (ENGLISH,) if local.lang == ENGLISH.lang else (ENGLISH, local):
        ink = Ink(lang=locale(each.lang))
        told += _label(each.how, first=not told)
        for number, step in enumerate(each.steps(layout.look), start=1):
            told += paragraph("FrontStep", run(f"{number}\t{step}", ink))
    return told


def _label(text: str, *, first: bool = False) -> str:
    return paragraph("Heading2" if first else "Heading2Next", run(text, _ENGLISH))


def _sections(bitext: Bitext, rows: list[Passage]) -> str:
    """Links to the headings of the article; also keeps the two tables apart."""
    headings = [each for each in rows if each.block.kind is Kind.HEADING and each.first]
    told = run("Sections   ", Ink("Strong", "en-US")) if headings else ""
    ink = Ink("Link", locale(bitext.target_lang))
    for position, each in enumerate(headings[:_MOST_SECTIONS]):
        title = shortened(each.target or each.block.text, _LONGEST_SECTION)
        told += run("   ·   ", Ink("Quiet")) if position else ""
        to: dict[str, str | int] = {"anchor": key_bookmark(each.id), "history": 1}
        told += tag("hyperlink", to, run(f"{each.id} {title}", ink))
    if len(headings) > _MOST_SECTIONS:
        told += run(f"   ·   and {len(headings) - _MOST_SECTIONS} more", _QUIET)
    return paragraph("FrontSections", told)
