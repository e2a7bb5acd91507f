"""TBX-Basic, version 2 (``termEntry/langSet/tig``) and 3 (``conceptEntry/langSec/termSec``).

A concept becomes one row with its preferred rendering, and one more for each rendering that is
admitted or deprecated. What TBX has no word for (`case`, `priority`, a proposed rendering) stands
in data categories that begin with ``x-``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from glossary.formats.rows import Pair, Row, Sheet, content, same_language
from glossary.formats.tbx_foreign import COLUMN, PREFIX, fragment
from glossary.formats.tbx_foreign import sections as others
from glossary.formats.xml import content as text_of
from glossary.formats.xml import elements, language, line, local
from glossary.plural import counted
from glossary.term import COLUMNS

_CONCEPTS = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_NOTED = frozenset({"termNote", "admin", "descrip", "note"})
_SHORT = frozenset({"acronym", "abbreviation", "initialism", "shortform"})
_TERMS_OWN = frozenset(
    {"termtype", "administrativestatus", "normativeauthorization", "partofspeech"}
)
_OURS = frozenset(COLUMNS[4:]) - {"note", "pos"}
_UNTRANSLATED = frozenset({"translationnote", "translation needed", "x-translationnote"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A term of one language, short form or not, with its status in our words."""

    text: str
    short: bool
    status: str
    foreign: str = ""


def read(file: Path, pair: Pair) -> Sheet:
    """The rows of all concepts that have a term in both languages of `pair`.

    Raises GlossaryError if the file cannot be read or is no TBX.
    """
    data, warnings = content(file)
    found: list[tuple[int, dict[str, str]]] = []
    passed = 0
    for concept in elements(data, file.name, "TBX", _CONCEPTS):
        ours, theirs = _words(concept, pair.source), _words(concept, pair.target)
        extra = _extra(concept) | _foreign(concept, pair, ours)
        untranslated = extra.get("status") == "dnt"
        if not ours or not (theirs or untranslated):
            passed += 1
            continue
        place = line(concept)
        found += [(place, cells) for cells in _rows(ours, theirs, extra)]
    if passed:
        told = f"{counted(passed, 'concept')} without terms in {pair.source} and {pair.target}"
        warnings = (*warnings, f"{file.name}: {told} passed over.")
    columns = tuple(dict.fromkeys((*COLUMNS, *(name for _, row in found for name in row))))
    rows = (Row(place, tuple(row.get(c, "") for c in columns)) for place, row in found)
    return Sheet((Row(1, columns), *rows), warnings)


def _rows(
    ours: Sequence[_Word], theirs: Sequence[_Word], extra: dict[str, str]
) -> Iterator[dict[str, str]]:
    long = [w.text for w in ours if not w.short] or [w.text for w in ours]
    short = [w.text for w in ours if w.short] if not all(w.short for w in ours) else []
    source = "|".join(long)
    target_short = [w.text for w in theirs if w.short]
    full = [w for w in theirs if not w.short] or ([] if short else list(theirs))
    best = next((w for w in full if w.status in ("", "preferred")), None)
    rest = [w for w in full if w is not best]
    acronym = short[0] if short else ""
    theirs_short = target_short[0] if target_short else ""
    # What belongs to a whole concept stands in its first row.
    whole = {name: value for name, value in extra.items() if name.startswith(PREFIX)}
    rest_of = {name: value for name, value in extra.items() if name not in whole}
    made = []
    if best or extra.get("status") == "dnt" or not rest:
        made.append(_row(source, best.text if best else "", acronym, theirs_short, best))
    for word in rest:
        both = ("", "") if best else (acronym, theirs_short)
        made.append(_row(source, word.text, *both, word) | {"status": word.status or "admitted"})
    for more in short[1:]:
        made.append(_row(more, theirs_short or (best.text if best else ""), "", "", None))
    for number, row in enumerate(made):
        yield row | rest_of | ({} if number else whole)


def _row(
    source: str, target: str, acr_source: str, acr_target: str, word: _Word | None
) -> dict[str, str]:
    row = {"source": source, "target": target, "acr_source": acr_source, "acr_target": acr_target}
    return row | ({"tbx:target-term": word.foreign} if word and word.foreign else {})


def _foreign(concept: etree._Element, pair: Pair, ours: Sequence[_Word]) -> dict[str, str]:
    """What a concept says that has no field of ours, by the level on which it stands."""
    sections = [part for part in concept if local(part) in _LANGUAGES]
    ours_too = [part for part in concept if _known(part)]
    ours_too += [part for part in concept if local(part) == "note"][:1]
    ours_too += [part for part in concept if _kind(part) == "subjectfield"][:1]
    levels = {
        "tbx:concept": fragment(p for p in concept if p not in sections and p not in ours_too),
        "tbx:source-term": "".join(word.foreign for word in ours),
        "tbx:languages": others(
            s
            for s in sections
            if language(s) and not any(_of(s, code) for code in (pair.source, pair.target))
        ),
    }
    for name, code in (("tbx:source", pair.source), ("tbx:target", pair.target)):
        levels[name] = "".join(
            fragment(p for p in section if local(p) not in _TERMS)
            for section in sections
            if _of(section, code)
        )
    for part in concept:
        raw = part.get("type") or ""
        if raw.startswith(COLUMN):
            levels[raw[len(COLUMN) :]] = text_of(part)
    return {name: value for name, value in levels.items() if value}


def _known(part: etree._Element) -> bool:
    """True for what `_extra` reads, or a column that came from another format."""
    kind = _kind(part)
    ours = kind.startswith("x-") and kind[2:] in _OURS
    return ours or kind.startswith(COLUMN) or kind in _UNTRANSLATED


def _of(section: etree._Element, code: str) -> bool:
    return bool(language(section)) and same_language(language(section), code)


def _words(concept: etree._Element, code: str) -> list[_Word]:
    return [
        _word(term)
        for section in concept
        if local(section) in _LANGUAGES and _of(section, code)
        for term in section.iter()
        if local(term) in _TERMS
    ]


def _word(section: etree._Element) -> _Word:
    text, short, status = "", False, ""
    for part in section.iter():
        name, kind = local(part), _kind(part)
        if name == "term":
            text = text_of(part)
        elif name in _NOTED and kind == "termtype":
            short = text_of(part).casefold().replace(" ", "") in _SHORT
        elif name in _NOTED and kind in ("administrativestatus", "normativeauthorization"):
            status = _status(text_of(part).casefold())
    inside = [part for part in section.iter() if part.getparent() in (section, *_groups(section))]
    rest = (p for p in inside if local(p) not in ("term", "termGrp") and _kind(p) not in _TERMS_OWN)
    return _Word(text, short, status, fragment(rest))


def _groups(section: etree._Element) -> list[etree._Element]:
    return [part for part in section if local(part) == "termGrp"]


def _status(told: str) -> str:
    if told.startswith(("forbidden", "obsolete", "deprecated", "superseded", "rejected")):
        return "forbidden"
    return "admitted" if told.startswith("admitted") else "preferred"


def _extra(concept: etree._Element) -> dict[str, str]:
    """Status, case, priority and note of a whole concept, where they are given."""
    extra = {}
    for part in concept.iter():
        name, kind = local(part), _kind(part)
        if name not in _NOTED:
            continue
        if kind in _UNTRANSLATED and text_of(part).casefold() in ("no", "false"):
            extra["status"] = "dnt"
        elif kind.startswith("x-") and kind[2:] in _OURS:
            extra[kind[2:]] = text_of(part)
        elif kind == "subjectfield" and "domain" not in extra:
            extra["domain"] = text_of(part)
        elif kind == "partofspeech" and "pos" not in extra:
            extra["pos"] = text_of(part)
        elif name == "note" and "note" not in extra:
            extra["note"] = text_of(part)
    return extra


def _kind(part: etree._Element) -> str:
    return (part.get("type") or "").casefold()
