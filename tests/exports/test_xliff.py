"""XLIFF files are built as the standards say, and come home with what was changed in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree
from sample_bitext import bitext

from exports.xliff import NAMESPACES, Xliff12Exporter, XliffExporter
from exports.xliff.reading import read_xliff
from translate.errors import InputError
from translate.model import Origin
from translate.review.decide import Decision, Reading, decide

EXPORTERS = {"1.2": Xliff12Exporter(), "2.1": XliffExporter()}
SCHEMA_12 = ["source", "target", "note"]  # the order of what we use inside a trans-unit
SCHEMA_21 = ["notes", "segment", "ignorable"]

Version = pytest.mark.parametrize("version", EXPORTERS)


def rendered(version: str) -> bytes:
    return EXPORTERS[version].render(bitext())


def tree(version: str) -> etree._Element:
    return etree.fromstring(rendered(version))


def q(version: str, name: str) -> str:
    return f"{{{NAMESPACES[version]}}}{name}"


def local(element: etree._Element) -> str:
    return etree.QName(element).localname


@Version
def test_every_sentence_is_there_with_source_and_target(version: str) -> None:
    unit = "trans-unit" if version == "1.2" else "segment"
    found = {
        element.get("id"): (
            "".join(element.find(q(version, "source")).itertext()),
            "".join(t.itertext()) if (t := element.find(q(version, "target"))) is not None else "",
        )
        for element in tree(version).iter(q(version, unit))
    }
    assert found == {t.segment.id: (t.segment.text, t.target) for t in bitext().translations}


def test_version_1_2_keeps_the_order_of_its_schema_and_unique_ids() -> None:
    root = tree("1.2")
    assert [local(child) for child in root[0]] == ["header", "body"]
    for unit in root.iter(q("1.2", "trans-unit")):
        places = [SCHEMA_12.index(local(child)) for child in unit]
        assert places == sorted(places)
    ids = [unit.get("id") for unit in root.iter(q("1.2", "trans-unit"))]
    assert len(set(ids)) == len(ids)
    assert {unit.get("approved") for unit in root.iter(q("1.2", "trans-unit"))} <= {"yes", "no"}


def test_version_2_1_has_its_notes_first_and_names_that_the_schema_allows() -> None:
    root = tree("2.1")
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.1", "id", "en")
    for unit in root.iter(q("2.1", "unit")):
        names = [local(child) for child in unit]
        assert set(names) <= set(SCHEMA_21)
        assert "notes" not in names[1:]
        inside = [e.get("id") for e in unit.iter(q("2.1", "segment"), q("2.1", "mrk"))]
        assert len(set(inside)) == len(inside)
        assert all(re.fullmatch(r"[\w.:-]+", id or "") for id in inside)


@Version
def test_terms_are_marked_and_findings_are_notes(version: str) -> None:
    root = tree(version)
    marks = [m.text for m in root.iter(q(version, "mrk"))]
    assert "Aliansi Pesisir" in [m[: len("Aliansi Pesisir")] for m in marks if m]
    told = " ".join(note.text or "" for note in root.iter(q(version, "note")))
    for translation in bitext().translations:
        assert all(finding.message in told for finding in translation.findings)


@Version
def test_what_is_approved_says_so(version: str) -> None:
    full = bitext()
    approved = tuple(replace(t, origin=Origin.MEMORY) for t in full.translations)
    text = EXPORTERS[version].render(replace(full, translations=approved)).decode()
    assert ('state="signed-off"' if version == "1.2" else 'state="final"') in text
    assert "needs-review-translation" not in text


def home(data: bytes) -> Reading:
    return decide(read_xliff(data), approve_unchanged=False)


def decisions(reading: Reading) -> dict[str, Decision]:
    return {verdict.translation.segment.id: verdict.decision for verdict in reading.verdicts}


@Version
def test_an_untouched_file_decides_nothing(version: str) -> None:
    reading = home(rendered(version))
    assert not reading.problems
    assert set(decisions(reading).values()) == {Decision.UNDECIDED}


def edited(version: str, change: Callable[[etree._Element], None]) -> bytes:
    root = tree(version)
    for target in root.iter(q(version, "target")):
        if target.text == "Some ships took part.":
            change(target)
    return etree.tostring(root)


@Version
def test_an_edited_target_is_approved_inline_codes_and_all(version: str) -> None:
    def change(target: etree._Element) -> None:
        target.text = "Fourteen "
        code = etree.SubElement(target, q(version, "g" if version == "1.2" else "pc"), {"id": "1"})
        code.text = "ships"
        code.tail = " took part."

    reading = home(edited(version, change))
    (verdict,) = [v for v in reading.verdicts if v.changed]
    assert (verdict.translation.segment.id, verdict.after) == ("P4.2", "Fourteen ships took part.")
    assert verdict.decision is Decision.APPROVED


@pytest.mark.parametrize(
    ("version", "state", "decision"),
    [
        ("1.2", "signed-off", Decision.APPROVED),
        ("1.2", "final", Decision.APPROVED),
        ("1.2", "translated", Decision.UNDECIDED),
        ("1.2", "needs-adaptation", Decision.QUERY),
        ("2.1", "final", Decision.APPROVED),
        ("2.1", "reviewed", Decision.APPROVED),
        ("2.1", "translated", Decision.UNDECIDED),
    ],
)
def test_the_state_of_a_segment_is_its_status(version: str, state: str, decision: Decision) -> None:
    def change(target: etree._Element) -> None:
        holder = target if version == "1.2" else target.getparent()
        assert holder is not None
        holder.set("state", state)

    assert decisions(home(edited(version, change)))["P4.2"] is decision


@Version
def test_an_emptied_target_is_a_query_and_never_an_approval(version: str) -> None:
    def change(target: etree._Element) -> None:
        target.text = None

    assert decisions(home(edited(version, change)))["P4.2"] is Decision.QUERY


@Version
def test_lost_doubled_and_edited_units_are_told(version: str) -> None:
    root = tree(version)
    unit = "trans-unit" if version == "1.2" else "unit"
    first, second, third = list(root.iter(q(version, unit)))[:3]
    source = next(third.iter(q(version, "source")))
    source.text = "other words"
    parent = first.getparent()
    assert parent is not None
    parent.append(etree.fromstring(etree.tostring(second)))
    parent.remove(first)
    kinds = {problem.kind for problem in home(etree.tostring(root)).problems}
    assert kinds == {"deleted", "repeated", "source"}


@Version
def test_a_note_of_the_reviewer_is_read_and_ours_are_not(version: str) -> None:
    def change(target: etree._Element) -> None:
        if version == "1.2":
            unit = target.getparent()
            assert unit is not None
            note = etree.SubElement(unit, q(version, "note"))
        else:
            unit = target.getparent().getparent()  # type: ignore[union-attr]
            assert unit is not None
            note = etree.SubElement(unit.find(q(version, "notes")), q(version, "note"))
        note.text = "term: latihan = drill"

    (proposal,) = home(edited(version, change)).proposals
    assert (proposal.source, proposal.target) == ("latihan", "drill")


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"", "review-damaged"),
        (b"<xliff", "review-damaged"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', "review-damaged"),
        (b"<xliff/>", "review-foreign"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "review-foreign"),
    ],
)
def test_what_is_no_file_of_ours_is_refused(data: bytes, slug: str) -> None:
    with pytest.raises(InputError) as caught:
        read_xliff(data)
    assert caught.value.slug == slug


@Version
def test_a_damaged_record_is_refused(version: str) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_xliff(rendered(version).replace(b"dwibahasa.bitext/1", b'"'))
