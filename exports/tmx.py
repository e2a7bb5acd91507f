"""Memory units as TMX 1.4b, the exchange format of translation memories, written and read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from typing import Any

from lxml import etree

from exports.docx.wml import clean
from translate.errors import InputError
from translate.memory.unit import MemoryUnit
from translate.model import Bitext, Origin

__all__ = ["TmxExporter", "TmxUnits"]

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_CODES = {"bpt", "ept", "it", "ph", "ut"}  # their content is markup of another program
_WAIVED = "x-waived"


class TmxUnits:
    """One ``tu`` a unit, one ``tuv`` a language; the reviewer stands in ``changeid``."""

    name = "tmx"

    def write(self, units: Sequence[MemoryUnit]) -> bytes:
        """The file; equal units give equal bytes."""
        sources = {unit.source_lang for unit in units}
        tmx = etree.Element("tmx", version="1.4")
        etree.SubElement(
            tmx,
            "header",
            {
                "creationtool": "dwibahasa",
                "creationtoolversion": version("dwibahasa"),
                "segtype": "sentence",
                "o-tmf": "dwibahasa",
                "adminlang": "en",
                "srclang": sources.pop() if len(sources) == 1 else "*all*",
                "datatype": "plaintext",
            },
        )
        body = etree.SubElement(tmx, "body")
        for unit in units:
            _write(body, unit)
        return etree.tostring(
            tmx,
            xml_declaration=True,
            encoding="UTF-8",
            doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
            pretty_print=True,
        )

    def read(self, data: bytes) -> list[MemoryUnit]:
        """The units: the source language against each other language of a ``tu``.

        Raises InputError ``units-damaged`` for what is no TMX, or declares entities.
        """
        tmx = _parsed(data)
        header = tmx.find("header")
        general = (header.get("srclang") if header is not None else None) or "*all*"
        return [unit for tu in tmx.iter("tu") for unit in _read(tu, general)]


class TmxExporter:
    """The approved sentences of a run as units, for translation programs; others are left out."""

    name = "tmx"
    extension = "tmx"

    def render(self, bitext: Bitext) -> bytes:
        """The file; who approved a sentence is known to the memory alone."""
        pair = (bitext.document.source_lang, bitext.target_lang)
        found = {
            t.segment.text: MemoryUnit(*pair, t.segment.text, t.target)
            for t in bitext.translations
            if t.origin is Origin.MEMORY
        }
        return TmxUnits().write(list(found.values()))


def _write(body: etree._Element, unit: MemoryUnit) -> None:
    about = {"srclang": unit.source_lang}
    if unit.author:
        about["changeid"] = clean(unit.author)
    made = unit.made.replace("-", "").replace(":", "")
    if _TIME.fullmatch(made):
        about["changedate"] = made
    tu = etree.SubElement(body, "tu", about)
    if unit.note:
        etree.SubElement(tu, "note").text = clean(unit.note)
    if unit.waived:
        etree.SubElement(tu, "prop", type=_WAIVED).text = clean(" ".join(unit.waived))
    for lang, text in ((unit.source_lang, unit.source), (unit.target_lang, unit.target)):
        tuv = etree.SubElement(tu, "tuv", {_LANG: lang})
        etree.SubElement(tuv, "seg").text = clean(text)


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(str(error)) from None
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise _damaged("it declares entities")
    if root.tag != "tmx":
        raise _damaged("its root element is not tmx")
    return root


def _read(tu: etree._Element, general: str) -> Iterator[MemoryUnit]:
    texts: dict[str, str] = {}
    for tuv in tu.iterfind("tuv"):
        lang = (tuv.get(_LANG) or tuv.get("lang") or "").strip()
        seg = tuv.find("seg")
        text = "" if seg is None else "".join(_text(seg)).strip()
        if _base(lang).isalpha() and text:  # "-1" is no language
            texts.setdefault(_base(lang), text)
    source_lang = _base(tu.get("srclang") or general)
    if source_lang not in texts:
        source_lang = next(iter(texts), "")
    note = tu.find("note")
    waived = [p.text or "" for p in tu.iterfind("prop") if p.get("type") == _WAIVED]
    for lang, text in texts.items():
        if lang != source_lang:
            yield MemoryUnit(
                source_lang,
                lang,
                texts[source_lang],
                text,
                author=tu.get("changeid") or tu.get("creationid") or "",
                made=_time(tu.get("changedate") or tu.get("creationdate") or ""),
                waived=tuple(" ".join(waived).split()),
                note="" if note is None else (note.text or ""),
            )


def _text(element: etree._Element) -> Iterator[str]:
    """The words of a segment, without the codes of the program that wrote it."""
    yield element.text or ""
    for child in element:
        if child.tag not in _CODES and isinstance(child.tag, str):
            yield from _text(child)
        yield child.tail or ""


def _base(lang: str) -> str:
    """``en`` for ``en-US``: a memory does not divide a language by country."""
    return lang.replace("_", "-").partition("-")[0].lower()


def _time(text: str) -> str:
    found = _TIME.fullmatch(text)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else ""


def _damaged(reason: str) -> InputError:
    return InputError(
        f"This TMX file cannot be read: {reason}.",
        hint="Export it again from the program that made it, as TMX 1.4.",
        slug="units-damaged",
    )
