"""Where LibreOffice ends a page of a review file: never behind a heading."""

from __future__ import annotations

import random
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from exports.docx import DocxExporter
from glossary.term import Span
from translate.look import Arrangement, Columns, Look
from translate.model import Bitext, Block, Document, Kind, Origin, Segment, Signature, Translation

pytestmark = pytest.mark.office
LOOKS = (Look(), Look(columns=Columns.SIMPLE, arrangement=Arrangement.STACKED))


def article() -> Bitext:
    """Headings at random among paragraphs of one line to twelve."""
    chance = random.Random(7)
    blocks, translations = [], []
    for index in range(150):
        heading = chance.random() < 0.4
        words = "HEAD" if heading else "row" + " kata" * chance.randint(1, 90)
        kind = Kind.HEADING if heading else Kind.PARAGRAPH
        block = Block(index, kind, words, 1 if heading else 0, (index + 1, index + 1))
        segment = Segment(f"P{index + 1}.1", index, kind, Span(0, len(words)), words)
        blocks.append(block)
        translations.append(Translation(segment, words, Origin.MACHINE))
    document = Document("0123456789abcdef", "Ends", "id", tuple(blocks), {}, ())
    return Bitext(document, "en", tuple(translations), Signature("dwibahasa", "echo", "echo", ""))


def page_ends(data: bytes, folder: Path, name: str) -> list[str]:
    """The last line of the table on each page."""
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if office is None or reader is None:
        pytest.skip("LibreOffice or pdftotext is not installed: ends of pages are not tested")
    source = folder / f"{name}.docx"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    told = subprocess.run(
        [reader, "-layout", str(source.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout
    pages = [re.findall(r"\b(HEAD|row|kata)\b", page) for page in told.split("\f")]
    return [words[-1] for words in pages if words]


def without_keeping(data: bytes) -> bytes:
    """The same file with nothing that keeps a row with the next."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(out, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(b"<w:keepNext/>", b""))
    return out.getvalue()


@pytest.mark.parametrize("look", LOOKS, ids=["side", "stacked"])
def test_no_page_ends_with_a_heading(look: Look, tmp_path: Path) -> None:
    data = DocxExporter().dressed(look).render(article())
    ends = page_ends(data, tmp_path, "kept")
    assert len(ends) > 5
    assert "HEAD" not in ends[:-1]
    assert "HEAD" in page_ends(without_keeping(data), tmp_path, "loose")[:-1]
