"""What a reviewer does to a file, written into its XML the way Word writes it."""

from __future__ import annotations

import copy
import shutil
import subprocess
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from lxml import etree

from exports.docx.elements import add, root
from exports.docx.layout import Layout, Role
from exports.docx.rows import STACKED
from exports.docx.wml import Element, w
from translate.look import Look

MAIN = "word/document.xml"
COMMENTS = "word/comments.xml"
PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


class Review:
    """The parts of a review file, its rows (the heading is row 0), and edits on them."""

    def __init__(
        self,
        data: bytes,
        author: str = "Rina",
        date: str = "2025-03-04T10:00:00Z",
        look: Look | None = None,
    ):
        self.layout = Layout(look or Look())
        with ZipFile(BytesIO(data)) as before:
            self.parts = {entry.filename: before.read(entry) for entry in before.infolist()}
        self.tree = etree.fromstring(self.parts[MAIN])
        self.comments = etree.fromstring(self.parts[COMMENTS])
        self.author, self.date = author, date
        self._number = 9000

    @property
    def table(self) -> Element:
        return list(self.tree.iter(w("tbl")))[1]

    @property
    def rows(self) -> list[Element]:
        return self.table.findall(w("tr"))

    def row(self, block: str) -> Element:
        """The row of a paragraph, or of a sentence (P4.2)."""
        return next(row for row in self.rows[1:] if _key(row) == block)

    def cell(self, block: str, column: int) -> Element:
        return self.row(block).findall(w("tc"))[column]

    def target(self, block: str) -> Element:
        """The cell with the translation; stacked, it holds the source as well."""
        places = self.layout.places
        return self.cell(block, places.get(Role.TARGET, places.get(Role.BOTH, 0)))

    def saved(self) -> bytes:
        parts = dict(self.parts)
        parts[MAIN] = etree.tostring(self.tree, xml_declaration=True, encoding="UTF-8")
        parts[COMMENTS] = etree.tostring(self.comments, xml_declaration=True, encoding="UTF-8")
        result = BytesIO()
        with ZipFile(result, "w", ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return result.getvalue()

    def status(self, block: str, word: str) -> None:
        first, *others = self.cell(block, self.layout.places[Role.STATUS]).iter(w("t"))
        first.text = word
        for other in others:
            other.getparent().remove(other)

    def note(self, block: str, *lines: str) -> None:
        for line in lines:
            run = add(add(self.cell(block, self.layout.places[Role.NOTE]), "p"), "r")
            add(run, "t").text = line

    def replace(self, block: str, old: str, new: str, inside: str = "") -> None:
        """Type over some words, without tracking."""
        for run in self._cut(block, old, inside):
            run.find(w("t")).text = ""
        run.find(w("t")).text = new

    def track(self, block: str, old: str, new: str, inside: str = "") -> None:
        """Type over some words with changes tracked; an empty `new` deletes, `old` stays behind."""
        runs = self._cut(block, old, inside)
        if new:
            inserted = self._mark("ins")
            runs[-1].addnext(inserted)
            typed = copy.deepcopy(runs[-1])
            typed.find(w("t")).text = new
            inserted.append(typed)
        for run in runs:
            deleted = self._mark("del")
            run.addprevious(deleted)
            deleted.append(run)
            run.find(w("t")).tag = w("delText")

    def track_move(self, block: str, words: str) -> None:
        """Move some words to the end of their cell, tracked as a move."""
        runs = self._cut(block, words)
        last = self.target(block).findall(w("p"))[-1]
        target = self._mark("moveTo")
        last.append(target)
        for run in runs:
            target.append(copy.deepcopy(run))
            source = self._mark("moveFrom")
            run.addprevious(source)
            source.append(run)

    def comment(self, block: str, words: str, text: str, reply_to: str = "") -> str:
        """Comment some words; the name of the comment's paragraph is returned."""
        runs = self._cut(block, words)
        number, name = self._next(), f"{self._number:08X}"
        comment = add(
            self.comments,
            "comment",
            {"id": number, "author": self.author, "date": self.date, "initials": "R"},
        )
        paragraph = add(comment, "p")
        paragraph.set(PARAGRAPH, name)
        add(add(paragraph, "r"), "t").text = text
        for tag, place in (("commentRangeStart", runs[0].addprevious),):
            start = root(tag)
            start.set(w("id"), str(number))
            place(start)
        end = root("commentRangeEnd")
        end.set(w("id"), str(number))
        runs[-1].addnext(end)
        reference = root("r")
        add(reference, "commentReference", {"id": number})
        end.addnext(reference)
        return name

    def split_runs(self) -> None:
        """Cut every run of the translations in two and give them revision numbers, as Word does."""
        for row in self.rows[1:]:
            for run in list(self.target(_key(row)).iter(w("r"))):
                run.set(w("rsidR"), "00A77B3E")
                text = run.find(w("t"))
                if text is not None and len(text.text or "") > 1:
                    half = len(text.text) // 2
                    second = copy.deepcopy(run)
                    second.set(w("rsidR"), "00C0FFEE")
                    second.find(w("t")).text = text.text[half:]
                    text.text = text.text[:half]
                    run.addnext(second)
                    run.addnext(root("proofErr"))

    def _cut(self, block: str, words: str, inside: str = "") -> list[Element]:
        """The runs that hold just these words; runs are divided at their edges.

        `inside` is the sentence that is meant, where the words come several times.
        """
        runs = [r for r in self.target(block).iter(w("r")) if _text(r) and not _in_source(r)]
        whole = "".join(_text(run) for run in runs)
        within = inside or whole
        at_end = inside.endswith(words)
        start = whole.index(within) + (within.rindex(words) if at_end else within.index(words))
        end, at, found = start + len(words), 0, []
        for run in runs:
            text = _text(run)
            first, last = max(start - at, 0), min(end - at, len(text))
            if first < last:
                found.append(_middle(run, text, first, last))
            at += len(text)
        return found

    def _mark(self, kind: str) -> Element:
        element = root(kind)
        for name, value in (("id", self._next()), ("author", self.author), ("date", self.date)):
            element.set(w(name), str(value))
        return element

    def _next(self) -> int:
        self._number += 1
        return self._number


def edited(data: bytes, edit: Callable[[Review], None], look: Look | None = None) -> bytes:
    """The file after an edit."""
    review = Review(data, look=look)
    edit(review)
    return review.saved()


def saved_by_office(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it; skips the test where there is none."""
    (saved,) = all_saved_by_office([data], folder)
    return saved


def all_saved_by_office(
    files: Sequence[bytes], folder: Path, kind: str = "docx", to: str = ""
) -> list[bytes]:
    """The files as LibreOffice saves them, in their own format or another, all in one run."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed, so what it keeps is not tested")
    sources = [folder / f"reviewed{number}.{kind}" for number in range(len(files))]
    for source, data in zip(sources, files, strict=True):
        source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to or kind]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), *map(str, sources)],
        check=True,
        capture_output=True,
        timeout=180 + 20 * len(files),
    )
    return [
        (folder / "out" / source.name).with_suffix(f".{to or kind}").read_bytes()
        for source in sources
    ]


def _key(row: Element) -> str:
    """The visible id of a row."""
    return "".join(row.find(w("tc")).itertext()).partition("·")[0]


def _in_source(run: Element) -> bool:
    paragraph = next(run.iterancestors(w("p")))
    style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return style is not None and style.get(w("val")).startswith(STACKED)


def _text(run: Element) -> str:
    if any(parent.tag in (w("del"), w("moveFrom")) for parent in run.iterancestors()):
        return ""
    text = run.find(w("t"))
    return "" if text is None else text.text or ""


def _middle(run: Element, text: str, first: int, last: int) -> Element:
    """Divide a run so that it holds only ``text[first:last]``."""
    for part, place in ((text[:first], run.addprevious), (text[last:], run.addnext)):
        if part:
            other = copy.deepcopy(run)
            other.find(w("t")).text = part
            place(other)
    run.find(w("t")).text = text[first:last]
    return run
