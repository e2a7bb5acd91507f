"""A package's list of target pieces is obeyed where it is asked for, and only one for all."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from translate.engines import Decoding
from translate.engines.argos import ArgosEngine
from translate.engines.packages import EMBEDDED, describe
from translate.engines.shortlist import NAME, has_shortlist, written

PACKAGE = EMBEDDED / "id_en"
SOURCES = ["Presiden tiba di Jakarta.", "Harga beras naik.", "Hujan turun pada hari Senin."]


def listed() -> list[str]:
    return (PACKAGE / "model" / NAME).read_text("utf-8").split()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return shutil.copytree(PACKAGE, tmp_path / "copy")


def translated(package: Path, decoding: Decoding, texts: Sequence[str] = SOURCES) -> list[str]:
    engine = ArgosEngine(describe(package, "given"))
    return [candidates[0].text for candidates in engine.translate(texts, decoding)]


def test_the_embedded_package_has_a_list_for_all_sentences() -> None:
    assert has_shortlist(PACKAGE / "model")
    assert {"▁the", "▁President", "▁Jakarta", "<0x41>", "a", "7", "</s>"} <= set(listed())
    assert {"▁dengan", "▁adalah", "▁mereka"}.isdisjoint(listed())


@pytest.mark.model
def test_what_is_not_on_the_list_is_not_written_where_that_is_asked_for(package: Path) -> None:
    fewer = [piece for piece in listed() if piece not in ("▁Monday", "▁rice")]
    (package / "model" / NAME).write_text(written(fewer), "utf-8")
    asked, not_asked = (
        " ".join(translated(package, Decoding(shortlist=asked))) for asked in (True, False)
    )
    assert "Monday" in not_asked
    assert "rice" in not_asked.casefold()
    assert "Monday" not in asked
    assert " rice" not in asked


@pytest.mark.model
def test_a_list_that_hangs_on_the_source_is_not_used(package: Path) -> None:
    before = translated(package, Decoding())
    lists = written(["</s>", "▁the"]) + "▁beras\t▁rice\n"
    (package / "model" / NAME).write_text(lists, "utf-8")
    assert not has_shortlist(package / "model")
    assert translated(package, Decoding(shortlist=True)) == before


@pytest.mark.model
def test_a_package_without_a_list_writes_what_it_likes(package: Path) -> None:
    before = translated(package, Decoding())
    (package / "model" / NAME).unlink()
    assert translated(package, Decoding(shortlist=True)) == before


@pytest.mark.model
def test_what_is_beside_a_sentence_does_not_change_it() -> None:
    decoding = Decoding(shortlist=True)
    texts = [f"{source[:-1]}, kata {name}." for source in SOURCES for name in ("Dewi", "Yusuf")]
    together = translated(PACKAGE, decoding, texts)
    assert together == [translated(PACKAGE, decoding, [text])[0] for text in texts]
