"""Files that people review. May import `translate` and `glossary`, never the other way round."""

from __future__ import annotations

from typing import Protocol

from translate.model import Bitext

__all__ = ["Exporter"]


class Exporter(Protocol):
    """Turns a bitext into the bytes of one file.

    `name` is what ``--format`` asks for, `extension` ends the output name after the language
    (``artikel.en.review.docx`` for "review.docx"). Exporters are found through the entry points
    ``dwibahasa.exporters``, are made without arguments and touch no disk. One whose pages can look
    in several ways is `translate.look.Dressable` as well.
    """

    name: str
    extension: str

    def render(self, bitext: Bitext) -> bytes:
        """The whole file; equal bitexts give equal bytes, whatever the clock says."""
        ...
