"""The front block: what the article is, what the run did, what the letters mean, how to review."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from exports.docx.cells import cell, table
from exports.docx.layout import Layout
from exports.docx.shorten import shortened
from exports.docx.wml import Element, Ink, add, paragraph, run
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
_LONGEST_HEADLINE = 240
_LONGEST_FIELD = 160
_LONGEST_SECTION = 80
_MOST_SECTIONS = 24


def front(
    parent: Element, bitext: Bitext, run_id: str, rows: list[Passage], layout: Layout
) -> None:
    """Append the block; it leaves the rest of the first page to the review table."""
    _headline(parent, bitext)
    title, description = "About this file", "Article, counts, legend and instructions."
    widths = _widths(layout)
    box = table(parent, widths, title, description, pad=0)
    parts: tuple[Callable[[Element], None], ...] = (
        lambda box: _article(box, bitext, run_id),
        lambda box: _counts(box, bitext),
        lambda box: _legend(box, bitext, layout),
        lambda box: _instructions(box, wording(bitext.document.source_lang), layout),
    )
    for start in range(0, len(parts), len(widths)):
        row = add(box, "tr")
        add(add(row, "trPr"), "cantSplit")
        for width, part in zip(widths, parts[start:], strict=False):
            part(cell(row, width))
    _sections(parent, bitext, rows)


def _widths(layout: Layout) -> tuple[int, ...]:
    """Four columns on a page across, two above two on an upright one."""
    usable = layout.page.usable
    if not layout.page.landscape:
        left = round(usable * _UPRIGHT[0])
        return (left, usable - left)
    return (*_ACROSS, usable - sum(_ACROSS))


def _headline(parent: Element, bitext: Bitext) -> None:
    source, target = headline(bitext)
    source_lang, target_lang = bitext.document.source_lang, bitext.target_lang
    pair = f"{language_name(source_lang)} → {language_name(target_lang)}"
    run(paragraph(parent, "Kicker"), f"Bilingual review · {pair}", _ENGLISH)
    first, lang = (target, target_lang) if target else (source, source_lang)
    run(
        paragraph(parent, "Heading1"),
        shortened(first, _LONGEST_HEADLINE) or "Untitled",
        Ink(lang=locale(lang)),
    )
    if target and source:
        line = shortened(source, _LONGEST_HEADLINE)
        run(paragraph(parent, "Subtitle"), line, Ink(lang=locale(source_lang)))


def _article(box: Element, bitext: Bitext, run_id: str) -> None:
    _label(box, "Article")
    document, signature = bitext.document, bitext.signature
    for name, value in document.metadata.items():
        _field(box, _NAMES.get(name) or name.replace("_", " ").capitalize(), value)
    for block in document.blocks:
        if block.kind is Kind.DATELINE:
            _field(box, "Dateline", block.text)
            break
    _field(box, "Model", f"{signature.engine} {signature.model}".strip())
    _field(box, "Glossary", signature.glossary)
    _field(box, "Run", f"{run_id} · {signature.tool}")
    for note in document.notes:
        _field(box, "Note", note)


def _field(box: Element, name: str, value: str) -> None:
    address = _ADDRESS.fullmatch(value)
    value = value if address else shortened(value, _LONGEST_FIELD)
    if not value:
        return
    text = paragraph(box, "FrontField")
    run(text, name, Ink("Quiet", "en-US"))
    run(text, "\t", Ink())
    if address:
        _address(text, value)
    else:
        run(text, value, Ink())


def _address(text: Element, address: str) -> None:
    """A link that may be divided behind its slashes; what is copied from it is whole."""
    field = add(text, "fldSimple", {"instr": f' HYPERLINK "{address}" '})
    run(field, _DIVIDED.sub("\\1\u200b", address), Ink("Link"))


def _counts(box: Element, bitext: Bitext) -> None:
    _label(box, "Counts")
    hits = [result for t in bitext.translations for result in t.hits]
    pinned = [result for result in hits if result.outcome is Outcome.PINNED]
    rows = passages(bitext)
    _count(box, "Paragraphs", len(rows))
    _count(box, "Segments", len(bitext.translations))
    if remembered := sum(t.origin is Origin.MEMORY for t in bitext.translations):
        _count(box, "From memory", remembered)
    if near := sum(bool(t.near) for t in bitext.translations):
        _count(box, "Near the memory", near)
    _count(box, "Words, source", sum(words(row.source) for row in rows))
    _count(box, "Words, target", sum(words(row.target) for row in rows))
    _count(box, "Terms pinned", len(pinned))
    _count(box, "Terms flagged", len(hits) - len(pinned))
    if names := [result for t in bitext.translations for result in t.names]:
        held = sum(result.outcome is Outcome.PINNED for result in names)
        _count(box, "Names held", held)
        _count(box, "Names flagged", len(names) - held)
    if waived := sum(len(t.waived) for t in bitext.translations):
        _count(box, "Findings waived", waived)
    if pinned:
        by_rung = " · ".join(
            f"{rung.value.replace('-', _HYPHEN)}\u00a0{times}" for rung, times in _rungs(pinned)
        )
        run(paragraph(box, "FrontText"), f"Pinned by: {by_rung}", Ink("Quiet", "en-US"))


def _rungs(pinned: list[HitResult]) -> list[tuple[Rung, int]]:
    times = Counter(result.rung for result in pinned)
    return [(rung, times[rung]) for rung in Rung if times[rung]]


def _count(box: Element, name: str, number: int) -> None:
    text = paragraph(box, "FrontCount")
    run(text, f"{name}\t{number:,}", _ENGLISH)


def _legend(box: Element, bitext: Bitext, layout: Layout) -> None:
    _label(box, "Flags")
    times = Counter(flag_of(f.check) for t in bitext.translations for f in t.findings)
    shown: list[Flag] = [*FLAGS, *([UNKNOWN] if times[UNKNOWN] else [])]
    half = (len(shown) + 1) // 2
    for left, right in zip(shown[:half], [*shown[half:], None], strict=False):
        text = paragraph(box, "FrontFlag")
        _flag(text, left, times[left])
        if right is not None:
            run(text, "\t", Ink())
            _flag(text, right, times[right])
    if not layout.full:
        said = "under the number of a row, and as comments on its words"
        run(paragraph(box, "FrontText"), said, Ink("Quiet", "en-US"))
    _label(box, "Marks")
    text = paragraph(box, "FrontText")
    run(text, "glossary term", Ink("Term", "en-US"))
    run(text, " rendered as asked", _ENGLISH)
    text = paragraph(box, "FrontText")
    run(text, "glossary term", Ink("TermMissing", "en-US"))
    run(text, " missing; its row has a red rule", _ENGLISH)
    if any(t.origin is Origin.MEMORY for t in bitext.translations):
        text = paragraph(box, "FrontText")
        run(text, REMEMBERED, Ink("Quiet", "en-US"))
        run(text, " approved before, from the memory", _ENGLISH)
    if any(t.near for t in bitext.translations):
        text = paragraph(box, "FrontText")
        run(text, f"{REMEMBERED} 87 %", Ink("Quiet", "en-US"))
        run(text, " approved for one like it: see comment", _ENGLISH)


def _flag(text: Element, flag: Flag, times: int) -> None:
    run(text, badge(flag), Ink("FlagWarning" if times else "FlagInfo"))
    run(text, f"\t{flag.name}\t{times or '–'}", Ink("" if times else "Quiet", "en-US"))


def _instructions(box: Element, local: Wording, layout: Layout) -> None:
    for each in (ENGLISH,) if local.lang == ENGLISH.lang else (ENGLISH, local):
        lang = locale(each.lang)
        _label(box, each.how)
        for number, step in enumerate(each.steps(layout.look), start=1):
            run(paragraph(box, "FrontStep"), f"{number}\t{step}", Ink(lang=lang))


def _label(box: Element, text: str) -> Element:
    element = paragraph(box, "Heading2" if len(box) == 1 else "Heading2Next")
    run(element, text, _ENGLISH)
    return element


def _sections(parent: Element, bitext: Bitext, rows: list[Passage]) -> None:
    """Links to the headings of the article; also keeps the two tables apart."""
    text = paragraph(parent, "FrontSections")
    headings = [row for row in rows if row.block.kind is Kind.HEADING and row.first]
    if headings:
        run(text, "Sections   ", Ink("Strong", "en-US"))
    for position, row in enumerate(headings[:_MOST_SECTIONS]):
        if position:
            run(text, "   ·   ", Ink("Quiet"))
        link = add(text, "hyperlink", {"anchor": key_bookmark(row.id), "history": 1})
        title = shortened(row.target or row.block.text, _LONGEST_SECTION)
        run(link, f"{row.id} {title}", Ink("Link", locale(bitext.target_lang)))
    if len(headings) > _MOST_SECTIONS:
        run(text, f"   ·   and {len(headings) - _MOST_SECTIONS} more", Ink("Quiet", "en-US"))
