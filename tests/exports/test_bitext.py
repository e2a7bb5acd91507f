"""The JSON bitext: the form that is promised, and reading it back exactly."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_bitext import bitext

from exports.bitext import SCHEMA, JsonExporter, load
from glossary.term import CaseRule, Form, Span, Status, Term, TermHit
from translate.errors import InputError
from translate.model import (
    Bitext,
    Block,
    Document,
    Finding,
    HitResult,
    Kind,
    Origin,
    Original,
    Outcome,
    Run,
    Rung,
    Segment,
    Severity,
    Signature,
    Translation,
)

TEXT = st.text(max_size=12)
CODES = st.sampled_from(["", "id", "en", "pt-BR", "zh_Hant"])
NAMES = st.dictionaries(TEXT, TEXT, max_size=2)
OPTIONS = st.dictionaries(
    TEXT, TEXT | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans()
)


def written() -> Any:
    return json.loads(JsonExporter().render(bitext()))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return Span(start, end)


@st.composite
def hits(draw: st.DrawFn, source: str, target: str) -> HitResult:
    term = draw(
        st.builds(
            Term,
            TEXT,
            TEXT,
            TEXT,
            TEXT,
            st.sampled_from(Status),
            st.sampled_from(CaseRule),
            st.integers(),
            TEXT,
            TEXT,
        )
    )
    more = tuple(draw(st.lists(TEXT, max_size=2)))
    hit = TermHit(term, draw(spans(source)), draw(st.sampled_from(Form)), draw(TEXT), more)
    where = draw(st.none() | spans(target))
    return HitResult(hit, draw(st.sampled_from(Outcome)), draw(st.sampled_from(Rung)), where)


@st.composite
def runs(draw: st.DrawFn, text: str) -> tuple[Run, ...]:
    styles = st.lists(st.sampled_from(["bold", "italic"]), max_size=2).map(tuple)
    run = st.builds(Run, st.integers(0, 9), spans(text), styles, TEXT, TEXT)
    return tuple(draw(st.lists(run, max_size=2)))


@st.composite
def bitexts(draw: st.DrawFn) -> Bitext:
    kinds = st.sampled_from(Kind)
    lines = st.tuples(st.integers(0, 9), st.integers(0, 9))
    number = st.integers(1, 9)
    places = st.none() | st.tuples(number, number, number)
    blocks = tuple(
        Block(index, draw(kinds), draw(TEXT), draw(st.integers(0, 6)), draw(lines), draw(places))
        for index in range(draw(st.integers(0, 3)))
    )
    blocks = tuple(replace(b, runs=draw(runs(b.text)), anchor=draw(TEXT)) for b in blocks)
    translations = []
    for block in blocks:
        span, target = draw(spans(block.text)), draw(TEXT)
        source = span.of(block.text)
        segment = Segment(draw(TEXT), block.index, draw(kinds), span, source, draw(st.booleans()))
        finding = st.builds(
            Finding, TEXT, st.sampled_from(Severity), TEXT, st.none() | spans(target)
        )
        translations.append(
            Translation(
                segment,
                target,
                draw(st.sampled_from(Origin)),
                draw(st.none() | st.floats(allow_nan=False, allow_infinity=False)),
                tuple(draw(st.lists(hits(source, target), max_size=2))),
                tuple(draw(st.lists(finding, max_size=2))),
                runs=draw(runs(target)),
            )
        )
    notes = tuple(draw(st.lists(TEXT, max_size=2)))
    original = draw(st.none() | st.builds(Original, TEXT, TEXT))
    document = Document(draw(TEXT), draw(TEXT), draw(CODES), blocks, draw(NAMES), notes, original)
    signature = Signature(draw(TEXT), draw(TEXT), draw(TEXT), draw(TEXT), draw(OPTIONS))
    return Bitext(document, draw(CODES), tuple(translations), signature)


@settings(deadline=None)  # the machine may be busy
@given(bitexts())
def test_what_is_written_is_read_back_equal(original: Bitext) -> None:
    assert load(JsonExporter().render(original)) == original


def test_a_lone_surrogate_survives_in_valid_utf8() -> None:
    data = JsonExporter().render(Bitext(Document("\ud800", "", "", ()), "", (), SIGNATURE))
    data.decode("utf-8")
    assert load(data).document.id == "\ufffd"  # no other file could keep half a character


SIGNATURE = Signature("", "", "", "")


@pytest.mark.parametrize("code", ["i\ud800d", "id\0", "Bahasa Indonesia", "x" * 9, "-id"])
def test_what_is_no_code_of_a_language_is_refused(code: str) -> None:
    value = written()
    value["document"]["target_lang"] = code
    with pytest.raises(InputError, match="no code of a language"):
        load(json.dumps(value).encode())


def test_a_score_that_is_no_number_is_refused_where_it_stands_in_a_file() -> None:
    value = written()
    value["segments"][0]["score"] = float("nan")
    with pytest.raises(InputError, match="no finite number"):
        load(json.dumps(value).encode())


def test_a_score_that_is_no_number_is_written_as_none() -> None:
    segment = Segment("P1.1", 0, Kind.PARAGRAPH, Span(0, 1), "a")
    translation = Translation(segment, "b", Origin.MACHINE, float("-inf"))
    blocks = (Block(0, Kind.PARAGRAPH, "a"),)
    one = Bitext(Document("", "", "", blocks), "", (translation,), SIGNATURE)
    assert load(JsonExporter().render(one)).translations[0].score is None


def test_the_form_is_the_promised_one() -> None:
    value = written()
    assert list(value) == ["schema", "document", "segments", "signature", "names"]
    assert value["schema"] == SCHEMA
    assert len(value["document"]["blocks"]) == 9
    segment = value["segments"][3]
    promised = {"id", "block", "kind", "span", "source", "target", "origin", "score"}
    assert promised | {"hits", "findings"} <= set(segment)
    assert segment["id"] == "P4.1"
    assert segment["span"] == [0, len(segment["source"])]
    hit = segment["hits"][0]
    assert (hit["source"], hit["target"]) == ("Aliansi Pesisir (APS)", "Coastal Alliance (CAL)")
    assert (hit["outcome"], hit["rung"]) == ("pinned", "inline")
    assert value["segments"][4]["findings"][0] == {
        "check": "number",
        "severity": "error",
        "message": "The number 14 of the source is missing.",
        "span": [0, 10],
    }


def test_text_is_readable_in_the_file() -> None:
    assert "“Pelabuhan Merah” is not in the translation." in JsonExporter().render(bitext()).decode(
        "utf-8"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b"{}",
        b"[" * 100_000,
        b"1" * 10_000,
        b'{"schema": 1}',
        b'{"schema": "dwibahasa.bitext/2"}',
        b'{"schema": ["dwibahasa.bitext/1"]}',
    ],
)
def test_a_foreign_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        load(data)
    assert caught.value.slug == "bitext-foreign"


DAMAGE: dict[str, Callable[[Any], object]] = {
    "document is not an object": lambda v: v.update(document=[]),
    "document.id is": lambda v: v["document"].pop("id"),
    "blocks[0].cell is": lambda v: v["document"]["blocks"][0].update(cell=[1, 0]),
    "metadata.file is": lambda v: v["document"]["metadata"].update(file=1),
    "notes holds": lambda v: v["document"].update(notes=[1]),
    "blocks are not numbered": lambda v: v["document"]["blocks"].pop(0),
    "blocks[2].kind has": lambda v: v["document"]["blocks"][2].update(kind="poem"),
    "blocks[2].level is": lambda v: v["document"]["blocks"][2].update(level=True),
    "blocks[2].lines is not": lambda v: v["document"]["blocks"][2].update(lines=[1]),
    "segments is missing": lambda v: v.update(segments="x"),
    "segments[1].block does": lambda v: v["segments"][1].update(block=9),
    "segments[1].block is": lambda v: v["segments"][1].update(block="0"),
    "segments[1].span lies": lambda v: v["segments"][1].update(span=[0, 10**9]),
    "segments[2].span lies": lambda v: v["segments"][2].update(span=[5, 4]),
    "segments[1].source is not what": lambda v: v["segments"][1].update(source="x"),
    "segments[1].score is": lambda v: v["segments"][1].update(score="0"),
    "segments[2].score is": lambda v: v["segments"][2].update(score=10**400),
    "hits[0].target_span lies": lambda v: v["segments"][3]["hits"][0].update(target_span=[0, 999]),
    "hits[0].accepted is": lambda v: v["segments"][3]["hits"][0].update(accepted=[1]),
    "hits[0].term.status has": lambda v: v["segments"][3]["hits"][0]["term"].update(status="?"),
    "findings[0].severity has": lambda v: v["segments"][4]["findings"][0].update(severity="?"),
    "options.x is not": lambda v: v["signature"]["options"].update(x=[]),
}


@pytest.mark.parametrize("where", DAMAGE)
def test_a_damaged_file_is_refused_by_the_name_of_the_place(where: str) -> None:
    value = written()
    DAMAGE[where](value)
    with pytest.raises(InputError) as caught:
        load(json.dumps(value).encode())
    assert caught.value.slug == "bitext-damaged"
    assert where in caught.value.message
