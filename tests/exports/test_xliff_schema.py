"""The XLIFF that we write is valid by the schemas of OASIS, fetched by `make interop`."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from sample_bitext import bitext

from exports.xliff import Xliff12Exporter, XliffExporter
from glossary.store import merge
from translate import pipeline
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.model import Bitext, Finding, Kind, NearUnit, Origin, Severity
from translate.readers.markdown import MarkdownReader

FOLDER = "DWIBAHASA_XLIFF_SCHEMAS"
EXPORTERS = {"1.2": Xliff12Exporter(), "2.1": XliffExporter()}
# The core of 2.1 has the elements and attributes of 2.0, whose schema Debian packages.
FILES = {"1.2": "xliff-core-1.2-strict.xsd", "2.1": "xliff-core-2.0.xsd"}
XSD = "{http://www.w3.org/2001/XMLSchema}"

# Strict validation of 1.2 wants a schema for what stands at its points of extension, too.
TOGETHER = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="{space}" schemaLocation="{file}"/>
  <xs:import namespace="urn:dwibahasa:review:1" schemaLocation="{ours}"/>
</xs:schema>
"""
RECORD = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
    targetNamespace="urn:dwibahasa:review:1">
  <xs:element name="review">
    <xs:complexType>
      <xs:sequence>
        <xs:element name="part" type="xs:string" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence>
      <xs:attribute name="run" use="required"/>
      <xs:attribute name="columns"/>
      <xs:attribute name="rows"/>
      <xs:attribute name="arrangement"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
"""

pytestmark = pytest.mark.interop
Version = pytest.mark.parametrize("version", EXPORTERS)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree.XMLSchema]:
    if not os.environ.get(FOLDER):
        pytest.skip(f"{FOLDER} names no folder with the schemas (`make interop` fetches them)")
    folder, here = Path(os.environ[FOLDER]).resolve(), tmp_path_factory.mktemp("xsd")
    (here / "record.xsd").write_text(RECORD)
    return {version: _schema(folder, here, version) for version in FILES}


def _schema(folder: Path, here: Path, version: str) -> etree.XMLSchema:
    """The schema with its import of xml.xsd led to the copy beside it."""
    tree = etree.parse(folder / FILES[version])
    for link in tree.iter(f"{XSD}import"):
        link.set("schemaLocation", (folder / "xml.xsd").as_uri())
    tree.write(here / FILES[version])
    space = tree.getroot().get("targetNamespace")
    whole = TOGETHER.format(space=space, file=FILES[version], ours="record.xsd")
    (here / f"{version}.xsd").write_text(whole)
    return etree.XMLSchema(etree.parse(here / f"{version}.xsd"))


def faults(schema: etree.XMLSchema, data: bytes) -> list[str]:
    schema.validate(etree.fromstring(data))
    return [f"{error.line}: {error.message}" for error in schema.error_log]


def every(change: Callable[..., object]) -> Bitext:
    """The sample with each of its translations changed."""
    full = bitext()
    return replace(full, translations=tuple(map(change, full.translations)))


def loaded() -> Bitext:
    """Tables, lists, links, bold, code and furniture, read from Markdown."""
    text = (
        "# Judul **tebal**\n\nSatu [tautan](https://a.example) dan *miring*. Dua.\n\n"
        "| Nama | Harga |\n|---|---|\n| Beras | 12 |\n\n- satu\n- dua\n\n```\nx = 1\n```\n\n"
        'ADVERTISEMENT\n\n> Kutipan "dalam" & <b>.\n'
    )
    document = MarkdownReader().read(text.encode(), "a.md", load_language("id"))
    (made,) = pipeline.translate(
        [document],
        engine=EchoEngine("id", "en"),
        glossary=merge([]),
        language=load_language("id"),
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
    )
    return made


def titled(name: str) -> Bitext:
    full = bitext()
    document = replace(full.document, metadata={"file": name}, source_lang="pt-BR")
    return replace(full, document=document, target_lang="zh-Hant")


FINDING = Finding("number", Severity.WARNING, "“<&>\x00\ud800” is lost.")
CASES: dict[str, Callable[[], Bitext]] = {
    "the sample": bitext,
    "all approved": lambda: every(lambda t: replace(t, origin=Origin.MEMORY)),
    "no translations": lambda: every(lambda t: replace(t, target="")),
    "white space": lambda: every(lambda t: replace(t, target=" \t\n ")),
    "approved and empty": lambda: every(lambda t: replace(t, target="", origin=Origin.MEMORY)),
    "by rule": lambda: every(lambda t: replace(t, origin=Origin.RULE)),
    "many findings": lambda: every(lambda t: replace(t, findings=(FINDING,) * 3)),
    "waived": lambda: every(lambda t: replace(t, waived=(FINDING,))),
    "near matches": lambda: every(lambda t: replace(t, near=(NearUnit("u", 87, "a", "b"),))),
    "not to be translated": lambda: every(
        lambda t: replace(t, segment=replace(t.segment, kind=Kind.FURNITURE))
    ),
    "formatting, tables and code": loaded,
    "odd names and languages": lambda: titled('berita "pagi" & <sore>\x07.html'),
}


@Version
@pytest.mark.parametrize("name", CASES)
def test_the_file_is_valid(schemas: dict[str, etree.XMLSchema], version: str, name: str) -> None:
    assert faults(schemas[version], EXPORTERS[version].render(CASES[name]())) == []


@Version
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(max_size=40))
def test_whatever_the_texts_are(
    schemas: dict[str, etree.XMLSchema], version: str, text: str
) -> None:
    made = every(lambda t: replace(t, target=text))
    assert faults(schemas[version], EXPORTERS[version].render(made)) == []


@Version
@pytest.mark.parametrize(
    ("right", "wrong"),
    [(b"</source>", b"</source><source/>"), (b" original=", b" origin="), (b"<note ", b"<not ")],
)
def test_the_schema_refuses_what_the_standard_does(
    schemas: dict[str, etree.XMLSchema], version: str, right: bytes, wrong: bytes
) -> None:
    data = EXPORTERS[version].render(bitext()).replace(right, wrong)
    data = data.replace(b"</note>", b"</not>") if wrong == b"<not " else data
    assert faults(schemas[version], data) != []
