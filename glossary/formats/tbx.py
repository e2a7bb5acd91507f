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
from glossary.formats.xml import content as text_of
from glossary.formats.xml import elements, language, line, local
from glossary.plural import counted
from glossary.term import COLUMNS

_CONCEPTS = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_NOTED = frozenset({"termNote", "admin", "descrip", "note"})
_SHORT = frozenset({"acronym", "abbreviation", "initialism", "shortform"})
_OURS = frozenset(COLUMNS[4:]) - {"note", "pos"}
_UNTRANSLATED = frozenset({"translationnote", "translation needed", "x-translationnote"})


@dataclass(frozen=True, slots=True)
class _Word:
    """A term of one language, short form or not, with its status in our words."""

    text: str
    short: bool
    status: str


def read(file: Path, pair: Pair) -> Sheet:
    """The rows of all concepts that have a term in both languages of `pair`.

    Raises GlossaryError if the file cannot be read or is no TBX.
    """
    data, warnings = content(file)
    rows = [Row(1, COLUMNS)]
    passed = 0
    for concept in elements(data, file.name, "TBX", _CONCEPTS):
        ours, theirs = _words(concept, pair.source), _words(concept, pair.target)
        extra = _extra(concept)
        untranslated = extra.get("status") == "dnt"
        if not ours or not (theirs or untranslated):
            passed += 1
            continue
        place = line(concept)
        rows += [Row(place, cells) for cells in _rows(ours, theirs, extra)]
    if passed:
        told = f"{counted(passed, 'concept')} without terms in {pair.source} and {pair.target}"
        warnings = (*warnings, f"{file.name}: {told} passed over.")
    return Sheet(tuple(rows), warnings)


def _rows(
    ours: Sequence[_Word], theirs: Sequence[_Word], extra: dict[str, str]
) -> Iterator[tuple[str, ...]]:
    long = [w.text for w in ours if not w.short] or [w.text for w in ours]
    short = [w.text for w in ours if w.short] if not all(w.short for w in ours) else []
    source = "|".join(long)
    target_short = [w.text for w in theirs if w.short]
    full = [w for w in theirs if not w.short] or ([] if short else list(theirs))
    best = next((w for w in full if w.status in ("", "preferred")), None)
    rest = [w for w in full if w is not best]
    ends = tuple(extra.get(key, "") for key in COLUMNS[5:])
    acronym = short[0] if short else ""
    theirs_short = target_short[0] if target_short else ""
    status = extra.get("status", "")
    if best or status == "dnt" or not rest:
        written = best.text if best else ""
        yield (source, written, acronym, theirs_short, status, *ends)
    for word in rest:
        told = status or word.status or "admitted"
        both = ("", "") if best else (acronym, theirs_short)
        yield (source, word.text, *both, told, *ends)
    for more in short[1:]:
        yield (more, theirs_short or (best.text if best else ""), "", "", status, *ends)


def _words(concept: etree._Element, code: str) -> list[_Word]:
    return [
        _word(term)
        for section in concept
        if local(section) in _LANGUAGES
        and language(section)
        and same_language(language(section), code)
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
    return _Word(text, short, status)


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
