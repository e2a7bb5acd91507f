"""The review file: a Word document with one table row a paragraph or sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from exports.bitext import as_json
from exports.docx.comments import Comments
from exports.docx.frame import described, footer, header
from exports.docx.front import front
from exports.docx.layout import Layout
from exports.docx.manifest import manifest
from exports.docx.marks import Marker
from exports.docx.names import names_table
from exports.docx.package import Package, package
from exports.docx.table import review_table
from exports.docx.wml import paragraph
from exports.identity import run_id
from exports.passage import passages
from exports.wording import locale
from translate.look import Look
from translate.model import Bitext

__all__ = ["DocxExporter"]


@dataclass(frozen=True)
class DocxExporter:
    """A front block, the review table, the names; columns, rows and paper are those of the look."""

    look: Look = field(default_factory=Look)
    _packages: dict[tuple[str, str], Package] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )  # what is around the text, by the languages: those of a run share it
    name: ClassVar[str] = "docx"
    extension: ClassVar[str] = "review.docx"

    def dressed(self, look: Look) -> DocxExporter:
        """An exporter for review files of this look."""
        return DocxExporter(look)

    def render(self, bitext: Bitext) -> bytes:
        """The Word file; the layout and the identities are described in ``docs/formats.md``."""
        layout = Layout(self.look)
        langs = bitext.document.source_lang, bitext.target_lang
        if langs not in self._packages:
            self._packages[langs] = package(*langs, layout)
        told, comments = as_json(bitext), Comments()
        run = run_id(told)
        marker = Marker(comments, *map(locale, langs))
        # Piece by piece: as bytes a text takes half the memory that it has with wide characters.
        text = b"".join(piece.encode() for piece in _text(bitext, run, marker, layout))
        said = {
            "header": header(bitext, run, layout),
            "footer": footer(bitext, layout),
            "comments": "".join(comments.texts),
            **described(bitext, run),
        }
        texts = {name: words.encode() for name, words in said.items()}
        record = manifest(told, run, self.look)
        return self._packages[langs].filled({**texts, "text": text, "manifest": record})


def _text(bitext: Bitext, run: str, marker: Marker, layout: Layout) -> Iterator[str]:
    """What the main part of the file says."""
    rows = passages(bitext, layout.look.rows)
    yield front(bitext, run, rows, layout)
    yield from review_table(bitext, rows, marker, layout)
    if layout.look.names:
        yield names_table(bitext, layout)
    yield paragraph("FrontText")  # Word wants a paragraph behind a table
