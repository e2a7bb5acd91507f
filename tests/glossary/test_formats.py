"""Lists of every format come in as the same terms, and go out as CSV, TSV and TBX without loss."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from glossary.errors import GlossaryError
from glossary.formats import render
from glossary.formats.rows import ID_EN, Pair
from glossary.store import load
from glossary.term import COLUMNS, CaseRule, MatchRule, Mention, Status, Term

TBX_2 = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="id"><text><body><termEntry id="1">
<note>an alliance</note>
<langSet xml:lang="id"><tig><term>Pakta Selatan</term></tig>
<ntig><termGrp><term>PS</term><termNote type="termType">acronym</termNote></termGrp></ntig>
</langSet>
<langSet xml:lang="en-GB">
<tig><term>South Pact</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
</tig>
<tig><term>Southern Pact</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>SP</term><termNote type="termType">acronym</termNote></tig>
<tig><term>Pact of the South</term></tig>
</langSet></termEntry>
<termEntry id="2"><langSet xml:lang="id"><tig><term>ayam</term></tig></langSet></termEntry>
</body></text></martif>
"""
TBX_3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="id"><text>
<body><conceptEntry id="1"><descrip type="Translation needed">No</descrip>
<langSec xml:lang="id"><termSec><term>Jambyl</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""
TMX = """<tmx version="1.4"><header srclang="id"/><body>
<tu><tuv xml:lang="id-ID"><seg>Pakta <bpt i="1">&lt;b></bpt>Selatan</seg></tuv>
<tuv xml:lang="en"><seg>Southern Pact</seg></tuv></tu>
<tu><tuv xml:lang="id"><seg>Pakta Selatan</seg></tuv><tuv xml:lang="en"><seg>SP</seg></tuv></tu>
<tu><tuv xml:lang="id"><seg>satu dua tiga empat lima enam tujuh delapan sembilan</seg></tuv>
<tuv xml:lang="en"><seg>long</seg></tuv></tu></body></tmx>
"""
UTX = """#UTX 1.11; id-ID/en-US; 2026-01-01T00:00:00Z
#src\ttgt\tsrc:pos\tterm status
Pakta Selatan\tSouthern Pact\tnoun\tapproved
Pakta Selatan\tSouth Pact\tnoun\tforbidden
Pakta Selatan\tPact\tnoun\tprovisional
kudeta\tputsch\tnoun\trejected
"""
Told = list[tuple[str, str, str]]
SOUTH = ("Pakta Selatan", "Southern Pact", "preferred")


def written(folder: Path, name: str, data: str | bytes) -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(path)


def told(path: str, pair: Pair = ID_EN) -> Told:
    return [(t.source, t.target, t.status.value) for t in load(path, pair).terms]


@pytest.mark.parametrize(
    ("name", "data", "terms"),
    [
        ("a.tbx", TBX_2, [SOUTH, ("Pakta Selatan", "South Pact", "forbidden"),
                          ("Pakta Selatan", "Pact of the South", "admitted")]),
        ("a.tbx", TBX_3, [("Jambyl", "", "dnt")]),
        ("a.tmx", TMX, [SOUTH, ("Pakta Selatan", "SP", "admitted")]),
        ("a.utx", UTX, [SOUTH, ("Pakta Selatan", "South Pact", "forbidden"),
                        ("Pakta Selatan", "Pact", "proposed")]),
        # OmegaT: tabs, comments, and quotation marks that mean themselves
        ("a.txt", '# mine\nPakta Selatan\tSouthern Pact\tnote\n"x\ty\n',
         [SOUTH, ('"x', "y", "preferred")]),
        ("a.utf8", "Pakta Selatan\tSouthern Pact\n", [SOUTH]),
        # DeepL: two columns and languages
        ("a.csv", "Pakta Selatan,Southern Pact,ID,EN-GB\nayam,Huhn,id,de\n", [SOUTH]),
        ("a.csv", "id,en\nPakta Selatan,Southern Pact\n", [SOUTH]),
        ("a.csv", "source,target,tgt_lng\nPakta Selatan,Southern Pact,en\nayam,Huhn,de\n", [SOUTH]),
    ],
)  # fmt: skip
def test_each_format_gives_its_terms(tmp_path: Path, name: str, data: str, terms: Told) -> None:
    assert told(written(tmp_path, name, data)) == terms


def test_a_line_serves_its_own_direction_and_the_variants_of_its_languages(tmp_path: Path) -> None:
    lines = "Pakta Selatan,Southern Pact,id,en\nayam,Huhn,id,de\nSouthern Pact,Pakta,en,id\n"
    path = written(tmp_path, "a.csv", lines)
    assert told(path) == told(path, Pair("id", "en-GB")) == [SOUTH]
    assert told(path, Pair("id", "de")) == [("ayam", "Huhn", "preferred")]
    assert told(path, Pair("en", "id")) == [("Southern Pact", "Pakta", "preferred")]
    assert told(path, Pair("de", "id")) == []


def test_a_concept_keeps_its_acronyms_note_and_line(tmp_path: Path) -> None:
    term = load(written(tmp_path, "a.tbx", TBX_2)).terms[0]
    assert (term.acr_source, term.acr_target, term.note) == ("PS", "SP", "an alliance")
    assert term.where == "a.tbx:3"


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    (warning,) = load(written(tmp_path, "a.tbx", TBX_2)).warnings
    assert "1 concept without terms in id and en" in warning
    (warning,) = load(written(tmp_path, "a.csv", "a,b,id,de\nc,d,id,en\n")).warnings
    assert "1 entry of other languages than id → en" in warning


def test_a_workbook_is_read_by_its_first_sheet(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["source", "target", "status"], ["Pakta Selatan", "Southern Pact", None], [None]):
        book.worksheets[0].append(row)
    book.save(tmp_path / "a.xlsx")
    assert told(str(tmp_path / "a.xlsx")) == [SOUTH]
    assert load(str(tmp_path / "a.xlsx")).terms[0].where == "a.xlsx:2"


BOMB = '<!DOCTYPE t [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.tbx", "<tbx><text>"),
        ("a.tbx", "kudeta,coup"),
        ("a.tmx", b"\x00\x01\x02"),
        ("a.utx", "kudeta\tcoup\n"),
        ("a.utx", ""),
        ("a.xlsx", "kudeta,coup"),
        ("a.xlsx", b"PK\x03\x04 and nothing"),
    ],
)
def test_a_damaged_file_is_one_clear_error(tmp_path: Path, name: str, data: str | bytes) -> None:
    with pytest.raises(GlossaryError) as caught:
        load(written(tmp_path, name, data))
    assert caught.value.slug == "glossary-damaged"


def test_entities_are_never_resolved(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret", "SECRET")
    external = f'<!DOCTYPE t [<!ENTITY b SYSTEM "file://{secret}">]>'
    for declared in (BOMB, external):
        body = TBX_3.replace("Jambyl", "Jam &b; byl")
        (term,) = load(written(tmp_path, "a.tbx", declared + body)).terms
        assert "aaaa" not in term.source
        assert "SECRET" not in term.source


def test_a_workbook_with_a_document_type_or_of_huge_content_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", BOMB + "<workbook/>" + " " * 10_000)
    with pytest.raises(GlossaryError, match="document type"):
        load(str(tmp_path / "a.xlsx"))
    monkeypatch.setenv("DWIBAHASA_LIMIT_LIST", "8000")
    with pytest.raises(GlossaryError) as caught:
        load(str(tmp_path / "a.xlsx"))
    assert caught.value.slug == "glossary-too-large"


def test_a_format_that_is_not_written_is_refused() -> None:
    with pytest.raises(GlossaryError) as caught:
        render([], ID_EN, ".docx")
    assert (caught.value.slug, ".tbx" in caught.value.hint) == ("glossary-format", True)


SIGNS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="|\ufffe\uffff")
CELL = st.text(SIGNS | st.sampled_from('",;\t\n#<&'), max_size=12).map(str.strip)
SOURCE = st.tuples(st.sampled_from("aZé8"), CELL).map("".join)
TERM = st.builds(
    Term,
    source=st.lists(SOURCE, min_size=1, max_size=3).map("|".join),
    target=CELL,
    acr_source=st.just("") | SOURCE,
    acr_target=CELL,
    status=st.sampled_from(Status),
    case=st.sampled_from(CaseRule),
    priority=st.integers(0, 100),
    note=CELL,
    pos=st.sampled_from(["", "noun", "verb"]),
    id=CELL,
    match=st.sampled_from(MatchRule),
    variants=st.lists(SOURCE, max_size=2).map("|".join),
    forbidden=st.lists(SOURCE, max_size=2).map("|".join),
    first_mention=st.sampled_from(Mention),
    context_any=st.lists(SOURCE, max_size=2).map("|".join),
    context_not=st.lists(SOURCE, max_size=2).map("|".join),
    domain=CELL,
)


@given(TERM, st.sampled_from([".csv", ".tsv", ".tbx"]))
def test_a_term_survives_writing_and_reading(
    tmp_path_factory: pytest.TempPathFactory, term: Term, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"law{suffix}"
    path.write_bytes(render([term], ID_EN, suffix))
    (found,) = load(str(path)).terms
    assert fields(found) == fields(term)


TBX_RICH = """<martif type="TBX-Basic" xml:lang="id"><text><body><termEntry id="1">
<note>our own</note><note>another note</note>
<descrip type="subjectField">politik</descrip><descrip type="subjectField">hukum</descrip>
<admin type="adcase">kept</admin>
<descripGrp><descrip type="definition">seizure of power</descrip><admin type="source">X</admin>
</descripGrp>
<langSet xml:lang="id"><descrip type="context">Ada kudeta.</descrip>
<ntig><termGrp><term>kudeta</term><termNote type="grammaticalGender">n</termNote></termGrp>
<transac type="origination">R. K.</transac></ntig></langSet>
<langSet xml:lang="en"><tig><term>coup</term><descrip type="reliabilityCode">9</descrip></tig>
<tig><term>putsch</term><admin type="source">Y</admin></tig></langSet>
<langSet xml:lang="de"><tig><term>Putsch</term></tig></langSet></termEntry></body></text></martif>
"""


@pytest.mark.parametrize("suffix", [".csv", ".tbx"])
def test_what_a_tbx_says_beyond_our_fields_survives(tmp_path: Path, suffix: str) -> None:
    terms = load(written(tmp_path, "a.tbx", TBX_RICH)).terms
    assert [t.target for t in terms] == ["coup", "putsch"]
    path = written(tmp_path, f"b{suffix}", render(terms, ID_EN, suffix).decode())
    again = render(load(path).terms, ID_EN, ".tbx").decode()
    assert again == render(terms, ID_EN, ".tbx").decode()
    told = (
        "seizure of power", "Ada kudeta.", "grammaticalGender", "R. K.", "reliabilityCode", ">9<",
        ">Y<", ">Putsch<", "another note",
        "hukum", "adcase",
    )  # fmt: skip
    assert [text for text in told if again.count(text) != 1] == []
    assert {t.domain for t in load(path).terms} == {"politik"}
    assert {t.note for t in load(path).terms} == {"our own"}
    assert "tig>" not in again
    assert "termGrp" not in again


def test_a_column_of_ones_own_survives_every_format(tmp_path: Path) -> None:
    first = load(written(tmp_path, "a.csv", "source,target,colour\nkudeta,coup,red <&>\n"))
    for suffix in (".tbx", ".tsv", ".csv"):
        path = written(tmp_path, f"b{suffix}", render(first.terms, ID_EN, suffix).decode())
        (term,) = load(path).terms
        assert term.foreign == (("colour", "red <&>"),)


@pytest.mark.parametrize("cell", ["<descrip", "plain", "<!DOCTYPE a><b/>", "</all><all>"])
def test_a_damaged_piece_of_xml_harms_nothing(tmp_path: Path, cell: str) -> None:
    term = Term("kudeta", "coup", foreign=(("tbx:concept", cell),))
    path = written(tmp_path, "a.tbx", render([term], ID_EN, ".tbx").decode())
    assert [t.target for t in load(path).terms] == ["coup"]


def fields(term: Term) -> tuple[object, ...]:
    return tuple(getattr(term, name) for name in COLUMNS)
