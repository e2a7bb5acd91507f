"""`python -m manual.pictures`: make the pictures of the docs anew, from the example article.

Needs LibreOffice and poppler. Without a glossary the article has flags to show; a reviewer's
edits are made here, as Word would track them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table

ROOT = Path(__file__).parent.parent
ARTICLE, TERMS = ROOT / "examples" / "artikel.txt", ROOT / "examples" / "istilah.csv"
THEME = ROOT / "examples" / "theme.toml"
IMAGES = ROOT / "docs" / "images"
_TERMS = ("--glossary", str(TERMS))
_NO_COMMENTS = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'
_EDITS = (
    ("had increased sharply", "has risen sharply"),
    ("met for two days", "had met for two days"),
    ("carry out officers", "carry liaison officers"),
)
_WHEN = "2024-03-14T09:00:00Z"

# name, options of `translate`, resolution, page
PAGES: tuple[tuple[str, Sequence[str], int, int], ...] = (
    ("review-page", _TERMS, 84, 1),
    ("layout-simple", (*_TERMS, "--columns", "simple"), 66, 1),
    ("layout-stacked", (*_TERMS, "--layout", "stacked"), 66, 1),
    ("layout-sentence", (*_TERMS, "--rows", "sentence"), 66, 1),
    ("layout-theme", (*_TERMS, "--theme", str(THEME)), 66, 1),
)


def main() -> None:
    """Write every picture into docs/images."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as room:
        for name, options, resolution, page in PAGES:
            file = translated(Path(room) / name, *options)
            picture(file, name, resolution, page)
        flagged = translated(Path(room) / "flags")
        picture(flagged, "flags", 84, 2)
        final = translated(Path(room) / "final", *_TERMS, "--format", "clean-docx")
        picture(final, "clean", 66, 1)
        reviewed = translated(Path(room) / "reviewed", *_TERMS)
        edited(reviewed)
        picture(reviewed, "reviewed", 84, 1)
        report = Path(room) / "report.docx"
        run("review", "report", str(reviewed), "-o", str(report))
        picture(report, "report", 66, 1)


def run(*words: str) -> None:
    """A command of ours."""
    command = [sys.executable, "-m", "translate.cli", *words]
    subprocess.run(command, check=True, capture_output=True)


def translated(folder: Path, *options: str) -> Path:
    """The Word file that `translate` makes of the example with these options."""
    run("translate", str(ARTICLE), *options, "-o", str(folder), "--no-memory", "-q")
    return next(folder.glob("*.docx"))


def picture(file: Path, name: str, resolution: int, page: int, *, comments: bool = False) -> None:
    """One page of a Word file as docs/images/NAME.png."""
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    office = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        _NO_COMMENTS,
        "--outdir",
        str(file.parent),
    ]
    subprocess.run([*office, str(file)], check=True, capture_output=True)
    pages = ["-f", str(page), "-l", str(page), "-r", str(resolution), "-png", "-singlefile"]
    made = [str(file.with_suffix(".pdf")), str(IMAGES / name)]
    subprocess.run(["pdftoppm", *pages, *made], check=True)


def edited(file: Path) -> None:
    """Edit the review file as a reviewer would: tracked changes, statuses, a note."""
    word = docx.Document(str(file))
    table: Table = word.tables[1]
    for row in table.rows[1:6]:
        _choose(row._tr, "OK")
    for paragraph in table._tbl.iter(qn("w:p")):
        for before, after in _EDITS:
            _track(paragraph, before, after)
    word.save(str(file))


def _choose(row: OxmlElement, status: str) -> None:
    for control in row.iter(qn("w:sdtContent")):
        for text in control.iter(qn("w:t")):
            text.text = status


def _track(paragraph: OxmlElement, before: str, after: str) -> None:
    for run_element in list(paragraph.iter(qn("w:r"))):
        text = run_element.find(qn("w:t"))
        if text is None or before not in (text.text or "").casefold():
            continue
        start = (text.text or "").casefold().index(before)
        whole = text.text or ""
        parts = (whole[:start], whole[start : start + len(before)], whole[start + len(before) :])
        new = (_run(run_element, parts[0]), _change("w:del", _run(run_element, parts[1])))
        rest = (_change("w:ins", _run(run_element, after)), _run(run_element, parts[2]))
        for element in (*new, *rest):
            run_element.addprevious(element)
        run_element.getparent().remove(run_element)


def _run(like: OxmlElement, text: str) -> OxmlElement:
    made = deepcopy(like)
    made.find(qn("w:t")).text = text
    return made


def _change(tag: str, inner: OxmlElement) -> OxmlElement:
    change = OxmlElement(tag)
    for name, value in (("w:id", "900"), ("w:author", "Ratih"), ("w:date", _WHEN)):
        change.set(qn(name), value)
    if tag == "w:del":
        inner.find(qn("w:t")).tag = qn("w:delText")
    change.append(inner)
    return change


if __name__ == "__main__":
    main()
