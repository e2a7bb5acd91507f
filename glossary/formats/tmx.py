"""TMX as a source of terms: its short units; a translation memory is no glossary otherwise."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from glossary.formats.rows import Pair, Row, Sheet, content, same_language
from glossary.formats.xml import content as text_of
from glossary.formats.xml import elements, language, line, local
from glossary.plural import counted
from glossary.tokens import identity

MOST_WORDS = 8
_INLINE = frozenset({"bpt", "ept", "ph", "it", "ut"})  # their content is code of another format


def read(file: Path, pair: Pair) -> Sheet:
    """One row for each unit of at most MOST_WORDS words on both sides.

    Of several targets for one source the first is taken, the others are admitted. Raises
    GlossaryError if the file cannot be read or is no TMX.
    """
    data, warnings = content(file)
    rows = [Row(1, ("source", "target", "status"))]
    targets: dict[str, set[str]] = {}
    passed = 0
    for unit in elements(data, file.name, "TMX", frozenset({"tu"})):
        source, target = _segment(unit, pair.source), _segment(unit, pair.target)
        if not 0 < len(source.split()) <= MOST_WORDS or not 0 < len(target.split()) <= MOST_WORDS:
            passed += 1
            continue
        known = targets.setdefault(identity(source), set())
        if identity(target) not in known:
            status = "admitted" if known else "preferred"
            known.add(identity(target))
            source = source.replace("|", " ")  # no alternatives in a memory
            rows.append(Row(line(unit), (source, target, status)))
    if passed:
        told = f"{counted(passed, 'unit')} longer than {MOST_WORDS} words or of other languages"
        warnings = (*warnings, f"{file.name}: {told} passed over.")
    return Sheet(tuple(rows), warnings)


def _segment(unit: etree._Element, code: str) -> str:
    for variant in unit:
        if local(variant) != "tuv" or not language(variant):
            continue
        if same_language(language(variant), code):
            for part in variant:
                if local(part) == "seg":
                    etree.strip_elements(part, *_INLINE, with_tail=False)
                    return " ".join(text_of(part).split())
    return ""
