"""Memory units leave as TMX, CSV and JSON lines, and come back the same."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from sample_bitext import bitext

from exports.tmx import TmxExporter, TmxUnits
from translate import registry
from translate.errors import InputError
from translate.memory.unit import MemoryUnit
from translate.model import Origin

# The structure of TMX 1.4b as far as we write it, in our own words.
GRAMMAR = """
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop | ude)*>
<!ATTLIST header
  creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED
  o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED
  datatype CDATA #REQUIRED o-encoding CDATA #IMPLIED creationdate CDATA #IMPLIED
  creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu srclang CDATA #IMPLIED changeid CDATA #IMPLIED changedate CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT note (#PCDATA)>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED>
<!ELEMENT ude EMPTY>
"""
UNITS = [
    MemoryUnit("id", "en", "Harga <beras> & naik.", 'Rice "rose" – 5 %.', "Rina & co", ""),
    MemoryUnit(
        "id",
        "en",
        "=1+1; satu,\tdua",
        "one,\ntwo",
        "Rina",
        "2025-03-03T09:15:00Z",
        ("number", "name"),
        "a note",
    ),
    MemoryUnit("ms", "en", "Satu", "One"),
]
FORMATS = registry.names(registry.EXCHANGES)
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1
).map(lambda text: f"x{text}x")


@pytest.fixture(params=FORMATS)
def exchange(request: pytest.FixtureRequest):
    return registry.load(registry.EXCHANGES, request.param)()


def test_units_come_back_as_they_left(exchange) -> None:
    data = exchange.write(UNITS)
    assert exchange.read(data) == UNITS
    assert exchange.write(exchange.read(data)) == data
    assert exchange.read(exchange.write([])) == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FORMATS), TEXT, TEXT)
def test_any_text_survives(name: str, source: str, target: str) -> None:
    exchange = registry.load(registry.EXCHANGES, name)()
    unit = MemoryUnit("id", "en", source, target)
    assert exchange.read(exchange.write([unit])) == [unit]


def test_what_no_file_can_hold_is_replaced_and_still_written(exchange) -> None:
    odd = MemoryUnit("id", "en", "a\x00\ud800b", "\x0b c")
    (found,) = exchange.read(exchange.write([odd]))
    assert found.source.startswith("a")


def test_the_tmx_obeys_the_grammar_of_its_version() -> None:
    tmx = etree.fromstring(registry.load(registry.EXCHANGES, "tmx")().write(UNITS))
    grammar = etree.DTD(StringIO(GRAMMAR))
    assert grammar.validate(tmx), grammar.error_log
    assert tmx.find("header").get("srclang") == "*all*"
    assert tmx.find("body/tu[2]").get("changedate") == "20250303T091500Z"


FOREIGN_TMX = """<?xml version="1.0" encoding="UTF-16"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="ID-id"/><body>
<tu creationid="B" creationdate="20240101T000000Z">
 <tuv xml:lang="EN-US"><seg>Press <bpt>&lt;b&gt;</bpt>the <hi>key</hi><ept/>.</seg></tuv>
 <tuv xml:lang="id-ID"><seg>Tekan tombol.</seg></tuv>
 <tuv xml:lang="FR"><seg>Appuyez.</seg></tuv>
</tu><tu><tuv xml:lang="id"><seg/></tuv></tu>
</body></tmx>"""


def test_a_tmx_of_another_program_is_read_without_its_codes() -> None:
    found = registry.load(registry.EXCHANGES, "tmx")().read(FOREIGN_TMX.encode("utf-16"))
    assert [(u.source_lang, u.target_lang, u.source, u.target) for u in found] == [
        ("id", "en", "Tekan tombol.", "Press the key."),
        ("id", "fr", "Tekan tombol.", "Appuyez."),
    ]
    assert (found[0].author, found[0].made) == ("B", "2024-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("tmx", b""),
        ("tmx", b"<tmx"),
        ("tmx", b"<html/>"),
        ("tmx", b'<!DOCTYPE tmx [<!ENTITY a "aaaa">]><tmx><body/></tmx>'),
        ("tmx", b'<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>'),
        ("csv", b"\xff\xfe\x00"),
        ("csv", b"source,target\na,b\n"),
        ("csv", b"source_lang,target_lang,source,target\nid,en,,b\n"),
        ("csv", b'source_lang,target_lang,source,target\nid,en,"a,b\n'),
        ("jsonl", b"{\n"),
        ("jsonl", b"[1]\n"),
        ("jsonl", b'{"source_lang": "id", "target_lang": "en", "source": 1, "target": "b"}\n'),
        ("jsonl", b"[" * 100000),
    ],
)
def test_what_makes_no_sense_is_one_clear_error(name: str, data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        registry.load(registry.EXCHANGES, name)().read(data)
    assert caught.value.slug == "units-damaged"
    assert caught.value.hint


def test_a_spreadsheet_takes_the_csv_for_utf_8() -> None:
    assert (
        BytesIO(registry.load(registry.EXCHANGES, "csv")().write(UNITS)).read(3) == b"\xef\xbb\xbf"
    )


def test_a_run_gives_its_approved_sentences_once() -> None:
    full = bitext()
    made = [
        replace(t, origin=Origin.MEMORY) if t.segment.id in ("P4.2", "P7.1") else t
        for t in full.translations
    ]
    again = replace(made[0], segment=made[4].segment, target=made[4].target, origin=Origin.MEMORY)
    run = replace(full, translations=(*made, again))
    assert TmxUnits().read(TmxExporter().render(run)) == [
        MemoryUnit("id", "en", "Sebanyak 14 kapal ikut serta.", "Some ships took part."),
        MemoryUnit("id", "en", "Kapal pertama berangkat.", "The first ship leaves."),
    ]
    assert TmxUnits().read(TmxExporter().render(full)) == []
