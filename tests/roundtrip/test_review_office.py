"""What LibreOffice keeps of a review file when a reviewer opens and saves it there."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from sample_bitext import bitext

from exports.docx import DocxExporter
from exports.docx.layout import Layout
from exports.docx.wml import w
from exports.review import read_review

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def original() -> bytes:
    return DocxExporter().render(bitext())


@pytest.fixture(scope="module")
def saved(original: bytes, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The same file, opened and saved by LibreOffice."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed, so what it keeps is not tested")
    folder = tmp_path_factory.mktemp("office")
    source = folder / "artikel.en.review.docx"
    source.write_bytes(original)
    out = folder / "out"
    profile = (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
    subprocess.run(
        [*command, "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=180
    )
    return Path(out / source.name).read_bytes()


def test_rows_statuses_and_sentences_survive(original: bytes, saved: bytes) -> None:
    before, after = read_review(original), read_review(saved)
    assert [(r.id, r.status, r.target, r.sentences, r.note, r.check) for r in after.rows] == [
        (r.id, r.status, r.target, r.sentences, r.note, r.check) for r in before.rows
    ]
    assert (after.missing, after.repeated, after.foreign) == ((), (), ())


def test_the_manifest_survives(saved: bytes) -> None:
    assert read_review(saved).manifest == bitext()


def test_choices_comments_widths_and_tracking_survive(original: bytes, saved: bytes) -> None:
    for data in (original, saved):
        word = docx.Document(BytesIO(data))
        body = word.element.body
        assert len(list(body.iter(w("dropDownList")))) == 9
        assert len(word.comments) == 5
        assert body.findall(w("tbl"))[1].find(f".//{w('tblHeader')}") is not None
        settings = ZipFile(BytesIO(data)).read("word/settings.xml")
        assert b"trackRevisions" in settings
        widths = [int(cell.get(w("w"))) for cell in body.findall(w("tbl"))[1][2].iter(w("tcW"))]
        assert widths == pytest.approx([column.width for column in Layout().columns], abs=4)
