"""The reviewer's guide: complete in every language, and one page."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from exports.docx.layout import STATUSES
from exports.flags import FLAGS, UNKNOWN
from exports.guide import guide, languages, text
from translate.cli.review.guide import write_guide
from translate.errors import OutputError, UsageError
from translate.review.notes import commands

LETTERS = {flag.letter: flag.checks for flag in FLAGS}


def _cells(lang: str) -> list[str]:
    word = docx.Document(BytesIO(guide(lang)))
    return [cell.text for table in word.tables for row in table.rows for cell in row.cells]


def test_there_is_a_guide_in_english_and_in_indonesian() -> None:
    assert languages() == ("en", "id")


@pytest.mark.parametrize("lang", languages())
def test_every_status_and_every_flag_is_explained(lang: str) -> None:
    assert {*STATUSES, *(flag.letter for flag in (*FLAGS, UNKNOWN))} <= set(_cells(lang))


@pytest.mark.parametrize("lang", languages())
def test_the_notes_that_it_teaches_are_understood(lang: str) -> None:
    taught = [note for note in re.findall("`([^`]+)`", text(lang)) if ":" in note]
    assert len(taught) == 2
    for note in taught:
        read = commands(note, "P1", LETTERS)
        assert read.proposals or read.waived
        assert not read.wrong


@pytest.mark.parametrize("lang", languages())
def test_all_words_of_the_source_are_in_the_word_file_without_its_markup(lang: str) -> None:
    word = docx.Document(BytesIO(guide(lang)))
    shown = " ".join([*(p.text for p in word.paragraphs), *_cells(lang)])
    wanted = re.sub(r"(?m)^(#+|[0-9]+[.]|-)\s|[*`]|-{3}", "", text(lang)).replace("|", " ")
    assert sorted(shown.split()) == sorted(wanted.split())


def test_every_language_has_the_same_parts() -> None:
    shapes = {tuple(re.findall(r"(?m)^(#+|[0-9]+[.]|-|[|])\s", text(lang))) for lang in languages()}
    assert len(shapes) == 1


def test_the_same_guide_has_the_same_bytes() -> None:
    assert guide("id") == guide("id")


def test_a_language_without_a_guide_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError) as caught:
        guide("../en")
    assert "en, id" in caught.value.hint


def test_a_guide_goes_into_a_folder_and_over_nothing(tmp_path: Path) -> None:
    write_guide("id", str(tmp_path), force=False)
    with pytest.raises(OutputError, match="exists already"):
        write_guide("id", str(tmp_path), force=False)
    write_guide("id", str(tmp_path), force=True)
    assert (tmp_path / "guide.id.docx").read_bytes() == guide("id")


@pytest.mark.office
@pytest.mark.parametrize("lang", languages())
def test_it_is_one_page_of_a4(lang: str, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed, so the pages are not counted")
    (tmp_path / "guide.docx").write_bytes(guide(lang))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "guide.docx")], check=True, capture_output=True, timeout=180
    )
    pages = re.findall(rb"/Type\s*/Page\b.*?/MediaBox\s*\[([^]]*)\]", _pdf(tmp_path), re.DOTALL)
    assert [[round(float(size)) for size in page.split()[2:]] for page in pages] == [[595, 842]]


def _pdf(folder: Path) -> bytes:
    return (folder / "guide.pdf").read_bytes()
