"""An XLIFF file of ours as a translation program gave it back, read into rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from exports.docx.wml import Element, clean
from exports.flags import FLAGS, UNKNOWN
from exports.manifest import NAMESPACE, read
from exports.sent import Sent, marked_run, of_run
from exports.xliff import LOOK, NAMESPACES, TOOL
from translate.errors import InputError
from translate.model import Bitext
from translate.review.rows import ReviewFile, ReviewRow, View

__all__ = ["read_xliff"]

_APPROVED = frozenset({"final", "signed-off", "reviewed"})
_QUERIED = frozenset(
    {"needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n"}
)
_VERSIONS = {space: version for version, space in NAMESPACES.items()}


def read_xliff(data: bytes, view: View = View.FINAL, sent: Bitext | None = None) -> ReviewFile:
    """Read XLIFF 1.2 or 2.x that `dwibahasa` wrote; inline codes count as the text inside them.

    A segment that is final, reviewed or signed off counts as OK; one that needs more work as a
    query. `view` changes nothing: tracked changes are not read. `sent` is the run of a file whose
    record is gone. Raises InputError as the reader of Word files does.
    """
    root = _parsed(data)
    version = _VERSIONS.get(_parts(root)[0])
    record = next(root.iter(f"{{{NAMESPACE}}}review"), None)
    if version is None:
        raise _foreign()
    came = _came_from(root, record, sent)
    bitext = came.bitext
    found = list(_rows_12(root, bitext) if version == "1.2" else _rows_2(root, bitext))
    times = Counter(row.id for row in found)
    known = [t.segment.id for t in bitext.translations]
    ours = frozenset(known)
    return ReviewFile(
        document_id=bitext.document.id,
        run=came.run,
        manifest=bitext,
        rows=tuple(row for row in found if row.id in ours),
        missing=tuple(id for id in known if not times[id]),
        repeated=tuple(id for id in known if times[id] > 1),
        foreign=tuple(row.target for row in found if row.id not in ours),
        letters={flag.letter: flag.checks for flag in (*FLAGS, UNKNOWN) if flag.checks},
        drafts={t.segment.id: clean(t.target) for t in bitext.translations},
        assumed=came.assumed,
    )


def _came_from(root: Element, record: Element | None, sent: Bitext | None) -> Sent:
    if record is None:
        told = [file.get("build-num", "") for file in root if _name(file) == "file"]
        told += [_content(note) for note in root.iter(f"{{{NAMESPACES['2.1']}}}note")]
        run = next(filter(None, map(marked_run, told)), "")
        if not run and sent is None:
            raise _foreign()
        return of_run(sent, run, LOOK, "XLIFF file")
    if sent is not None:
        return of_run(sent, record.get("run") or "", LOOK, "XLIFF file")
    try:
        return Sent(*read(record))
    except (ValueError, RecursionError):
        raise _damaged("its hidden record of the run cannot be read") from None


def _name(element: Element) -> str:
    return _parts(element)[1]


def _parts(element: Element) -> tuple[str, str]:
    """Name space and name; etree.QName raises for a name space with a brace in it."""
    space, _, name = str(element.tag).rpartition("}")
    return space.removeprefix("{"), name


def _foreign() -> InputError:
    return InputError(
        "This XLIFF file was not made by dwibahasa.",
        hint="Give what 'dwibahasa translate … --format xliff' (or xliff12) has written.",
        slug="review-foreign",
    )


def _parsed(data: bytes) -> Element:
    if b"<!DOCTYPE" in data or b"\0" in data:
        raise _damaged("it is not plain XML in UTF-8")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _damaged(f"it is no XML ({error})") from None


def _damaged(why: str) -> InputError:
    return InputError(
        f"This review file is damaged: {why}.",
        hint="Ask the reviewer for the file again.",
        slug="review-damaged",
    )


def _rows_12(root: Element, bitext: Bitext) -> Iterator[ReviewRow]:
    space = NAMESPACES["1.2"]
    sources = _sources(bitext)
    for unit in root.iter(f"{{{space}}}trans-unit"):
        target = unit.find(f"{{{space}}}target")
        state = "" if target is None else target.get("state", "")
        approved = unit.get("approved") == "yes" or state in _APPROVED
        notes = [
            _content(note) for note in unit.findall(f"{{{space}}}note") if note.get("from") != TOOL
        ]
        yield _row(
            unit.get("id", ""),
            _status(approved, state),
            target,
            notes,
            unit.find(f"{{{space}}}source"),
            sources,
        )


def _rows_2(root: Element, bitext: Bitext) -> Iterator[ReviewRow]:
    """A row a segment; what is noted on a unit goes with its first segment."""
    space = NAMESPACES["2.1"]
    sources = _sources(bitext)
    for unit in root.iter(f"{{{space}}}unit"):
        notes = [
            _content(note)
            for note in unit.iter(f"{{{space}}}note")
            if not note.get("category", "").startswith(f"{TOOL}:")
        ]
        for segment in unit.iter(f"{{{space}}}segment"):
            state = segment.get("state", "")
            source = segment.find(f"{{{space}}}source")
            target = segment.find(f"{{{space}}}target")
            status = _status(state in _APPROVED, state)
            yield _row(segment.get("id", ""), status, target, notes, source, sources)
            notes = []


def _sources(bitext: Bitext) -> dict[str, str]:
    return {t.segment.id: clean(t.segment.text) for t in bitext.translations}


def _status(approved: bool, state: str) -> str:
    return "ok" if approved else "query" if state in _QUERIED else "mt"


def _row(
    id: str,
    status: str,
    target: Element | None,
    notes: list[str],
    source: Element | None,
    sources: dict[str, str],
) -> ReviewRow:
    here = None if source is None else _content(source)
    return ReviewRow(
        id=id,
        status=status,
        target="" if target is None else _content(target),
        sentences=(),
        note="\n".join(notes),
        check="",
        matched="id",
        source=here if here is not None and here != sources.get(id, here) else None,
    )


def _content(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())
