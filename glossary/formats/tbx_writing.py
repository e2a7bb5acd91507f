"""Term lists as TBX-Basic version 3, one concept an entry, so that reading gives the same terms."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from glossary.formats.rows import Pair
from glossary.formats.tbx_foreign import COLUMN, PREFIX, TBX_3, restored
from glossary.formats.xml import LANG
from glossary.term import Status, Term

_STATUS = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
}


_OURS = (
    "case",
    "priority",
    "id",
    "match",
    "variants",
    "forbidden",
    "first_mention",
    "context_any",
    "context_not",
)
_USUAL = Term("", "")


def write(terms: Iterable[Term], pair: Pair) -> bytes:
    """The terms as a TBX file in UTF-8."""
    # A namespace without prefix: the stubs of lxml do not know that its key is None.
    names = {None: TBX_3}
    root = etree.Element(_tag("tbx"), style="dca", type="TBX-Basic", nsmap=names)  # type: ignore[arg-type]
    root.set(LANG, pair.source)
    header = etree.SubElement(etree.SubElement(root, _tag("tbxHeader")), _tag("fileDesc"))
    described = etree.SubElement(header, _tag("sourceDesc"))
    etree.SubElement(described, _tag("p")).text = "Written by dwibahasa"
    body = etree.SubElement(etree.SubElement(root, _tag("text")), _tag("body"))
    for number, term in enumerate(terms, 1):
        _concept(body, number, term, pair)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _concept(body: etree._Element, number: int, term: Term, pair: Pair) -> None:
    concept = etree.SubElement(body, _tag("conceptEntry"), {"id": f"c{number}"})
    if term.status is Status.DNT:
        _typed(concept, "descrip", "x-translationNote", "no")
    elif term.status not in _STATUS:
        _typed(concept, "admin", "x-status", term.status.value)
    if term.domain:
        _typed(concept, "descrip", "subjectField", term.domain)
    for name in _OURS:
        value = getattr(term, name)
        if value != getattr(_USUAL, name):
            _typed(concept, "admin", f"x-{name}", str(value))
    if term.note:
        etree.SubElement(concept, _tag("note")).text = term.note
    foreign = dict(term.foreign)
    for name, value in term.foreign:
        if not name.startswith(PREFIX):
            _typed(concept, "admin", f"{COLUMN}{name}", value)
    concept.extend(restored(foreign.get("tbx:concept", "")))
    section = etree.SubElement(concept, _tag("langSec"), {LANG: pair.source})
    section.extend(restored(foreign.get("tbx:source", "")))
    for source in term.source.split("|"):
        _word(section, source, pos=term.pos)
    _first(section).extend(restored(foreign.get("tbx:source-term", "")))
    if term.acr_source:
        _word(section, term.acr_source, short=True)
    section = etree.SubElement(concept, _tag("langSec"), {LANG: pair.target})
    section.extend(restored(foreign.get("tbx:target", "")))
    # An empty term says that the source is copied; a concept without one would be passed over.
    _word(section, term.target, status=_STATUS.get(term.status, ""))
    _first(section).extend(restored(foreign.get("tbx:target-term", "")))
    if term.acr_target:
        _word(section, term.acr_target, short=True)
    concept.extend(restored(foreign.get("tbx:languages", "")))


def _first(section: etree._Element) -> etree._Element:
    return next(part for part in section if part.tag == _tag("termSec"))


def _word(
    section: etree._Element, text: str, *, short: bool = False, status: str = "", pos: str = ""
) -> None:
    word = etree.SubElement(section, _tag("termSec"))
    etree.SubElement(word, _tag("term")).text = text
    if short:
        _typed(word, "termNote", "termType", "acronym")
    if pos:
        _typed(word, "termNote", "partOfSpeech", pos)
    if status:
        _typed(word, "termNote", "administrativeStatus", status)


def _typed(parent: etree._Element, name: str, kind: str, text: str) -> None:
    etree.SubElement(parent, _tag(name), {"type": kind}).text = text


def _tag(name: str) -> str:
    return f"{{{TBX_3}}}{name}"
