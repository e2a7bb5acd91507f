"""Which run a Word file came from, and how it looks: by its hidden record, or by what it prints."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import product

from exports.conflicts.record import DECISION
from exports.docx.layout import Layout
from exports.docx.table import HEADINGS
from exports.docx.wml import Element, w
from exports.manifest import NAMESPACE, read
from exports.review.cells import read_cell
from exports.review.identity import PRINTED
from exports.review.package import damaged
from exports.sent import Sent, marked_run, of_run
from translate.errors import InputError
from translate.look import Arrangement, Columns, Look, Rows
from translate.model import Bitext
from translate.office.package import Package

__all__ = ["came_from"]

_FIELD = re.compile(r"Run\s*([0-9a-f]{10}) · .*")
_HEADER = re.compile(r".* · run ([0-9a-f]{10})\s*")
_IDENTIFIER = "{http://purl.org/dc/elements/1.1/}identifier"
_LOOKS = [Look(columns, Rows.PARAGRAPH, way) for columns, way in product(Columns, Arrangement)]


def came_from(package: Package, sent: Bitext | None) -> Sent:
    """The run of a file: what its record says, or `sent`, if that is given and is the same one.

    Raises InputError: ``review-damaged``, ``review-foreign`` for a file that is not ours,
    ``review-other-run``, or ``review-record`` if the record was lost and `sent` is None.
    """
    record = _record(package)
    if record is not None:
        return record if sent is None else of_run(sent, record.run, record.look, "Word file")
    text = package.main()
    runs = set(_printed_runs(package, text))
    look = _look(text)
    if look is None and not runs:
        raise InputError(
            "This Word file was not made by dwibahasa.",
            hint="Give a .review.docx, edited and saved in Word or LibreOffice.",
            slug="review-foreign",
        )
    if look is None:
        raise damaged("it has lost its hidden record and the heading row of its table")
    return of_run(sent, runs.pop() if len(runs) == 1 else "", look, "Word file")


def _record(package: Package) -> Sent | None:
    for element in package.custom():
        if element.tag == f"{{{NAMESPACE}}}review":
            try:
                return Sent(*read(element))
            except (ValueError, RecursionError):
                raise damaged("its hidden record of the run cannot be read") from None
    return None


def _printed_runs(package: Package, text: Element) -> Iterator[str]:
    """The run that the front page, the headers and the properties name."""
    for paragraph in text.iter(w("p")):
        if found := _FIELD.fullmatch(read_cell(paragraph, {}).text):
            yield found[1]
    for name in package.names("word"):
        if posixpath.basename(name).startswith("header") and name.endswith(".xml"):
            lines = (read_cell(p, {}).text for p in package.xml(name).iter(w("p")))
            yield from (found[1] for line in lines if (found := _HEADER.fullmatch(line)))
    core = package.core()
    if core is not None and (run := marked_run(core.findtext(_IDENTIFIER) or "")):
        yield run


def _look(text: Element) -> Look | None:
    """The look that the heading row of the review table tells of; None if there is no such row."""
    for table in text.iter(w("tbl")):
        heads = _texts(next(table.iter(w("tr")), None))
        if heads[-1:] == [DECISION]:
            raise InputError(
                "This file of conflicts has lost its hidden record, and with it the texts A and B.",
                hint="Import both reviews once more: that writes a new one, to be decided in "
                "Word or LibreOffice.",
                slug="review-record",
            )
        for look in _LOOKS:
            if _fits(heads, Layout(look)):
                keys = (PRINTED.search(_texts(row, 1)[0]) for row in table.iter(w("tr")))
                sentences = any(key and "." in key[1] for key in keys)
                return Look(
                    look.columns,
                    Rows(Rows.SENTENCE if sentences else Rows.PARAGRAPH),
                    look.arrangement,
                )
    return None


def _fits(heads: list[str], layout: Layout) -> bool:
    places = layout.places
    known = [(place, HEADINGS[role]) for role, place in places.items() if role in HEADINGS]
    return len(heads) == len(places) and all(heads[place] == head for place, head in known)


def _texts(row: Element | None, most: int | None = None) -> list[str]:
    cells = [] if row is None else list(row.iter(w("tc")))[:most]
    return [read_cell(cell, {}).text for cell in cells] or [""]
