"""XLIFF 1.2 and 2.1, for translation programs: a unit a paragraph, a segment a sentence.

Both carry the hidden record of the run, so that ``dwibahasa review import`` takes them back.
Sources: OASIS, *XLIFF Version 1.2* (2008) and *XLIFF Version 2.1* (2018).
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from exports.bitext import as_json
from exports.docx.wml import Element, clean
from exports.identity import run_id
from exports.manifest import element as manifest
from exports.passage import Passage, passages
from exports.sent import MARK
from exports.xliff.inline import Tag, marked
from translate.look import Look, Rows
from translate.model import Bitext, Finding, Kind, Origin, Severity, Translation

__all__ = ["LOOK", "NAMESPACES", "TOOL", "Xliff12Exporter", "XliffExporter"]

TOOL = "dwibahasa"
NAMESPACES = {
    "1.2": "urn:oasis:names:tc:xliff:document:1.2",
    "2.1": "urn:oasis:names:tc:xliff:document:2.0",
}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNTRANSLATED = (Kind.CODE, Kind.FURNITURE)
# 1 is the highest priority in both versions.
_PRIORITY = {Severity.ERROR: "1", Severity.WARNING: "2", Severity.INFO: "3"}
LOOK = Look(rows=Rows.SENTENCE)


class XliffExporter:
    """XLIFF 2.1: terms as ``mrk``, findings as notes, approved segments ``final``."""

    name = "xliff"
    extension = "xlf"

    def render(self, bitext: Bitext) -> bytes:
        """The file; equal bitexts give equal bytes."""
        space = NAMESPACES["2.1"]
        root = _root(space)
        root.set("version", "2.1")
        root.set("srcLang", bitext.document.source_lang)
        root.set("trgLang", bitext.target_lang)
        file = _add(root, "file", {"id": "f1", "original": _original(bitext)})
        told = as_json(bitext)
        run = run_id(told)
        file.append(manifest(told, run, LOOK))
        note = _add(_add(file, "notes"), "note", {"category": f"{TOOL}:run", "priority": "10"})
        note.text = f"{MARK}{run}"
        for passage in passages(bitext):
            if passage.translations:
                _unit(file, passage)
        return _bytes(root, file)


def _unit(file: Element, passage: Passage) -> None:
    unit = _add(file, "unit", {"id": passage.id, "name": passage.kind.value})
    if passage.kind in _UNTRANSLATED:
        unit.set("translate", "no")
    found = [(t.segment.id, f) for t in passage.translations for f in t.findings]
    if found:
        notes = _add(unit, "notes")
        for id, finding in found:
            note = _add(notes, "note", {"category": f"{TOOL}:{finding.check}"})
            note.set("priority", _PRIORITY[finding.severity])
            note.text = f"{id}: {clean(finding.message)}"
    before = ""
    for joint, translation in zip(passage.joints, passage.translations, strict=True):
        if before or joint:
            between = _add(unit, "ignorable")
            _text(between, "source", joint or " ")
            _text(between, "target", joint or " ")
        before = translation.segment.id
        _segment(unit, translation)


def _segment(unit: Element, translation: Translation) -> None:
    approved = translation.origin is Origin.MEMORY
    there = bool(translation.target or translation.shared)
    state = "final" if approved else "translated" if there else "initial"
    segment = _add(unit, "segment", {"id": translation.segment.id, "state": state})
    source = _text(segment, "source", "")
    number = translation.segment.id
    marked(source, translation, lambda at: Tag({"id": f"{number}.t{at}", "type": "term"}, "value"))
    if there:
        _text(segment, "target", translation.target)


class Xliff12Exporter:
    """XLIFF 1.2, which most translation programs take; what is approved is ``signed-off``."""

    name = "xliff12"
    extension = "v12.xlf"

    def render(self, bitext: Bitext) -> bytes:
        """The file; equal bitexts give equal bytes."""
        space = NAMESPACES["1.2"]
        root = _root(space)
        root.set("version", "1.2")
        about = {"original": _original(bitext), "datatype": "plaintext"}
        about |= {"source-language": bitext.document.source_lang}
        told = as_json(bitext)
        run = run_id(told)
        about |= {"target-language": bitext.target_lang, "tool-id": TOOL}
        about["build-num"] = f"{MARK}{run}"
        file = _add(root, "file", about)
        header = _add(file, "header")
        tool = {"tool-id": TOOL, "tool-name": TOOL, "tool-version": bitext.signature.tool}
        _add(header, "tool", {name: clean(value) for name, value in tool.items()})
        header.append(manifest(told, run, LOOK))
        body = _add(file, "body")
        for passage in passages(bitext):
            if passage.translations:
                group = _add(
                    body, "group", {"id": passage.id, "restype": f"x-{passage.kind.value}"}
                )
                for translation in passage.translations:
                    _trans_unit(group, translation, bitext)
        return _bytes(root, file)


def _trans_unit(group: Element, translation: Translation, bitext: Bitext) -> None:
    approved = translation.origin is Origin.MEMORY
    unit = _add(group, "trans-unit", {"id": translation.segment.id})
    unit.set("approved", "yes" if approved else "no")
    if translation.segment.kind in _UNTRANSLATED:
        unit.set("translate", "no")
    source = _text(unit, "source", "")
    source.set(_LANG, bitext.document.source_lang)
    marked(source, translation, lambda _: Tag({"mtype": "term"}, "comment"))
    if translation.target or translation.shared:
        target = _text(unit, "target", translation.target)
        target.set(_LANG, bitext.target_lang)
        target.set("state", "signed-off" if approved else "needs-review-translation")
    for finding in translation.findings:
        _note(unit, finding)


def _note(unit: Element, finding: Finding) -> None:
    note = _add(unit, "note", {"from": TOOL, "priority": _PRIORITY[finding.severity]})
    note.text = clean(f"{finding.check}: {finding.message}")


def _root(space: str) -> Element:
    names: dict[Any, str] = {None: space}  # the stubs of lxml know no default namespace
    return etree.Element(f"{{{space}}}xliff", nsmap=names)


def _add(parent: Element, name: str, attributes: dict[str, str] | None = None) -> Element:
    space = parent.tag.partition("}")[0]
    made = etree.SubElement(parent, f"{space}}}{name}")
    for key, value in (attributes or {}).items():
        made.set(key, clean(value))
    return made


def _text(parent: Element, name: str, text: str) -> Element:
    made = _add(parent, name, {_SPACE: "preserve"})
    made.text = clean(text) or None
    return made


def _original(bitext: Bitext) -> str:
    return bitext.document.metadata.get("file", "") or bitext.document.id


def _bytes(root: Element, file: Element) -> bytes:
    """The file with a line for each unit, so that a difference can be read."""
    for element in (file, *file):
        element.tail = "\n"
    file.text = "\n"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
