"""The TMX that we write holds to the content model of TMX 1.4b, and an outside tool opens it."""

from __future__ import annotations

import os
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from exports.tmx import TmxUnits
from translate.memory.unit import MemoryUnit

# The content model of TMX 1.4b for what a memory holds, written after the prose of the standard
# (https://www.gala-global.org/tmx-14b): which element stands in which, and which attributes it
# must and may have. Inline codes are left out: plain text has none, so that one is an error here.
MODEL = """
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop | ude)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED
  adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED
  o-encoding CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED
  changedate CDATA #IMPLIED changeid CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED srclang CDATA #IMPLIED datatype CDATA #IMPLIED
  usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED creationdate CDATA #IMPLIED
  creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED
  segtype (block | paragraph | sentence | phrase) #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED creationdate CDATA #IMPLIED changedate CDATA #IMPLIED
  creationid CDATA #IMPLIED changeid CDATA #IMPLIED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT note (#PCDATA)>
<!ATTLIST note o-encoding CDATA #IMPLIED xml:lang CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED>
<!ELEMENT ude EMPTY>
"""
PYTHON = "DWIBAHASA_INTEROP_PYTHON"

units = st.builds(
    MemoryUnit,
    st.just("id"),
    st.sampled_from(["en", "ms"]),
    st.text(min_size=1),
    st.text(min_size=1),
    st.text(max_size=9),
    st.sampled_from(["", "2025-03-04T10:00:00Z", "yesterday"]),
    st.sampled_from([(), ("number",), ("number", "term:a b")]),
)


@pytest.fixture(scope="module")
def model() -> etree.DTD:
    return etree.DTD(BytesIO(MODEL.encode()))


@given(written=st.lists(units, max_size=4))
def test_whatever_is_in_a_memory_the_file_is_valid(
    model: etree.DTD, written: list[MemoryUnit]
) -> None:
    tree = etree.fromstring(TmxUnits().write(written))
    assert model.validate(tree), model.error_log.filter_from_errors()


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("<seg>", "<seg><b/>"), ("xml:lang", "lang"), ("<body>", "<body><seg/>"), ("o-tmf", "tmf")],
)
def test_the_model_refuses_what_the_standard_does(model: etree.DTD, right: str, wrong: str) -> None:
    text = TmxUnits().write([MemoryUnit("id", "en", "Satu.", "One.")]).decode()
    tree = etree.fromstring(text.replace(right, wrong, 1).encode())
    assert not model.validate(tree)


@pytest.mark.interop
def test_an_outside_tool_reads_every_unit(tmp_path: Path) -> None:
    python = os.environ.get(PYTHON)
    if not python:
        pytest.skip(f"{PYTHON} names no Python with translate-toolkit (`make interop` does)")
    written = [
        MemoryUnit("id", "en", "Satu & dua.", "One & two.", "Rina", "2025-03-04T10:00:00Z"),
        MemoryUnit("id", "en", "Baris\nkedua <b>", "“Line” two <b>", waived=("number",)),
    ]
    file = tmp_path / "units.tmx"
    file.write_bytes(TmxUnits().write(written))
    code = (
        "import sys; from translate.storage.tmx import tmxfile\n"
        "for unit in tmxfile.parsefile(sys.argv[1]).units: print(ascii((unit.source, unit.target)))"
    )
    done = subprocess.run(
        [python, "-I", "-c", code, str(file)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [ascii((u.source, u.target)) for u in written]
