"""The bitext as CSV: a sentence a line, for a spreadsheet or a script."""

from __future__ import annotations

import csv
import io

from exports.spreadsheet import harmless
from translate.model import Bitext

__all__ = ["CsvExporter"]

COLUMNS = ("id", "kind", "source", "target", "origin", "terms", "findings")


class CsvExporter:
    """UTF-8 with a byte order mark, so that Excel reads it right; RFC 4180 quoting."""

    name = "csv"
    extension = "csv"

    def render(self, bitext: Bitext) -> bytes:
        """A header and a line for each sentence; cells that look like formulas are disarmed."""
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for translation in bitext.translations:
            segment = translation.segment
            terms = [f"{r.hit.wanted} ({r.outcome.value})" for r in translation.hits]
            findings = [f"{f.severity.value}: {f.message}" for f in translation.findings]
            cells = (
                segment.id,
                segment.kind.value,
                segment.text,
                translation.target,
                translation.origin.value,
                "; ".join(terms),
                "; ".join(findings),
            )
            writer.writerow([harmless(cell) for cell in cells])
        return out.getvalue().encode("utf-8-sig", "replace")
