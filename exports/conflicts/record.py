"""The hidden part of a file of conflicts: the run, and what each reviewer wanted."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from exports.bitext import as_json
from exports.conflicts.choice import Choices
from exports.manifest import NAMESPACE, element, read
from translate.look import Look
from translate.model import Bitext
from translate.office.wml import Element
from translate.review.merge import Clash

__all__ = ["DECISION", "TAG", "Record", "packed", "unpacked"]

TAG = f"{{{NAMESPACE}}}conflicts"
DECISION = "Decision"
"""The heading of the column that somebody decides in."""
_CHOICES = f"{{{NAMESPACE}}}choices"
_CHUNK = 1_000_000  # XML readers may refuse a single text of more than ten million characters


@dataclass(frozen=True, slots=True)
class Record:
    """The run, its bitext with the sentences in question only, and what is to choose from."""

    run: str
    bitext: Bitext
    choices: Mapping[str, Choices]


def packed(bitext: Bitext, run: str, clashes: Sequence[Clash]) -> bytes:
    """The XML of the part: the record of the run, and the choices as JSON in ASCII."""
    asked = {
        c.one.translation.segment.id: [c.one.after, c.other.after, c.one.author, c.other.author]
        for c in clashes
    }
    kept = tuple(t for t in bitext.translations if t.segment.id in asked)
    whole = etree.Element(TAG, nsmap={"db": NAMESPACE})
    whole.append(element(as_json(replace(bitext, translations=kept)), run, Look()))
    text = json.dumps(asked, ensure_ascii=True, separators=(",", ":"))
    for start in range(0, len(text), _CHUNK):
        etree.SubElement(whole, _CHOICES).text = text[start : start + _CHUNK]
    return etree.tostring(whole, xml_declaration=True, encoding="UTF-8", standalone=True)


def unpacked(whole: Element) -> Record:
    """What `packed` wrote. Raises ValueError or RecursionError for what makes no sense, InputError
    for a bitext that is none."""
    record = whole.find(f"{{{NAMESPACE}}}review")
    if record is None:
        raise ValueError("no record of the run")
    run, _, bitext = read(record)
    drafts = {t.segment.id: t.target for t in bitext.translations}
    match json.loads("".join(part.text or "" for part in whole.iter(_CHOICES))):
        case dict() as asked:
            choices = {str(id): _choices(v, drafts.get(str(id), "")) for id, v in asked.items()}
            return Record(run, bitext, choices)
    raise ValueError("no choices")


def _choices(value: object, draft: str) -> Choices:
    match value:
        case [str() | None as one, str() | None as other, str() as first, str() as second]:
            return Choices((one, other), (first, second), draft)
        case [str() | None as one, str() | None as other]:  # a file from before the names
            return Choices((one, other), draft=draft)
    raise ValueError("no pair")
