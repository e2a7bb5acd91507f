"""What every registered exporter promises, whoever wrote it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample_bitext import bitext

from exports import Exporter
from translate.model import Bitext
from translate.registry import EXPORTERS, load, names

HOSTILE = "a\x00b\x0b\x1f\ud800]]>&<w:p/>\u202e\n\tend\r"


@pytest.fixture(params=names(EXPORTERS))
def exporter(request: pytest.FixtureRequest) -> Exporter:
    made: Exporter = load(EXPORTERS, request.param)()
    assert made.name == request.param
    return made


def nothing() -> Bitext:
    full = bitext()
    return replace(full, document=replace(full.document, title="", blocks=()), translations=())


def hostile() -> Bitext:
    full = bitext()
    blocks = tuple(replace(block, text=HOSTILE + block.text) for block in full.document.blocks)
    translations = tuple(
        replace(
            t,
            target=HOSTILE + t.target,
            segment=replace(t.segment, span=t.segment.span.shifted(len(HOSTILE))),
            findings=tuple(replace(f, message=HOSTILE) for f in t.findings),
        )
        for t in full.translations
    )
    document = replace(
        full.document, title=HOSTILE, blocks=blocks, metadata={HOSTILE: HOSTILE}, notes=(HOSTILE,)
    )
    signature = replace(full.signature, glossary=HOSTILE)
    return replace(full, document=document, translations=translations, signature=signature)


def test_the_extension_can_end_a_file_name(exporter: Exporter) -> None:
    assert exporter.extension
    assert not exporter.extension.startswith(".")
    assert set(exporter.extension) <= set("abcdefghijklmnopqrstuvwxyz0123456789.")


def test_extensions_differ_so_that_no_output_overwrites_another() -> None:
    extensions = [load(EXPORTERS, name)().extension for name in names(EXPORTERS)]
    assert len(set(extensions)) == len(extensions)


def test_equal_bitexts_give_equal_bytes_at_any_time(
    exporter: Exporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = exporter.render(bitext())
    monkeypatch.setattr("time.time", lambda: 1.0)
    monkeypatch.setattr("time.localtime", lambda *_: (2001, 2, 3, 4, 5, 6, 0, 0, 0))
    assert exporter.render(bitext()) == first
    assert first


def test_a_bitext_without_text_can_be_written(exporter: Exporter) -> None:
    assert isinstance(exporter.render(nothing()), bytes)


def test_any_character_can_be_written(exporter: Exporter) -> None:
    assert isinstance(exporter.render(hostile()), bytes)
