"""The work of `dwibahasa export`: read what was written, put approved words in, write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from translate import output, registry
from translate.cli import say, show
from translate.cli.reading import Written, read_written
from translate.errors import InputError, UsageError
from translate.memory.file import MemoryFile
from translate.memory.place import memory_path
from translate.memory.units import approved
from translate.model import Bitext
from translate.readers.source import read_bytes
from translate.review.applied import unapproved, with_units

__all__ = ["Request", "run_export"]

_NAMED = 8  # ids of sentences in a message


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asked for."""

    file: str
    formats: tuple[str, ...]
    out: str | None
    original: str | None
    memory: str | None
    approve_unchanged: bool
    require_approved: bool
    force: bool
    as_json: bool


def run_export(request: Request) -> int:
    """Write the results and print where they are; the exit code.

    Raises UsageError where one result would replace the run itself, or cannot be printed.
    """
    named = [registry.exporter(form) for form in request.formats]
    exporters = {exporter.name: exporter for exporter in named}
    written = read_written(request.file, approve_unchanged=request.approve_unchanged)
    bitext = _original(request, _remembered(request, written.bitext))
    left = unapproved(bitext)
    if request.require_approved and left:
        _tell(request, written, left, {})
        return 3
    if request.out == output.STDIN:
        _print(request, exporters, bitext)
        _remark(written, left)
        return _code(written)
    paths = {form: _path(request, bitext, made.extension) for form, made in exporters.items()}
    for path in paths.values():
        output.prepare(path, force=request.force)
    for form, exporter in exporters.items():
        output.write(paths[form], exporter.render(bitext))
    _tell(request, written, left, paths)
    return _code(written)


def _code(written: Written) -> int:
    """Words of the reviewer that are in no result are as bad as a finding."""
    return 3 if written.unread else 0


def _remembered(request: Request, bitext: Bitext) -> Bitext:
    if request.memory is None:
        return bitext
    texts = [t.segment.text for t in bitext.translations]
    with MemoryFile(memory_path(request.memory)) as store:
        units = approved(store, bitext.document.source_lang, bitext.target_lang, texts)
    return with_units(bitext, units)


def _original(request: Request, bitext: Bitext) -> Bitext:
    """The bitext with the bytes of its source file.

    Raises InputError ``original-changed`` for another file than the run was made from.
    """
    original = bitext.document.original
    if request.original is None:
        return bitext
    if original is None:
        raise UsageError(
            f"{request.file} was not made from a file that can be given back in its own style.",
            hint="Leave out --original; the English document is set in a plain style.",
            slug="no-original",
        )
    data = read_bytes(request.original, "review")
    if sha256(data).hexdigest() != original.sha256:
        name = bitext.document.metadata.get("file", "the article")
        raise InputError(
            f"{request.original} is not the file that {request.file} was translated from.",
            hint=f"Give {name} as it was then, or leave out --original for a plain style.",
            slug="original-changed",
        )
    return replace(bitext, document=replace(bitext.document, original=replace(original, data=data)))


def _path(request: Request, bitext: Bitext, extension: str) -> Path:
    name = Path(request.file).name
    for ending in (f".{bitext.target_lang}.review", f".{bitext.target_lang}", ".review"):
        stem = Path(name).stem
        if stem.endswith(ending):
            stem = stem.removesuffix(ending)
            break
    folder = Path(request.out) if request.out else None
    path = output.destination(request.file, stem, folder, f"{bitext.target_lang}.{extension}")
    if path.exists() and path.samefile(request.file):
        raise UsageError(
            f"{path} would be written over itself.",
            hint="Choose another folder with -o FOLDER.",
            slug="export-onto-run",
        )
    return path


def _print(request: Request, exporters: dict[str, Any], bitext: Bitext) -> None:
    data = [exporter.render(bitext) for exporter in exporters.values()]
    if len(data) > 1 or data[0].startswith(b"PK") or request.as_json:
        raise UsageError(
            "'-o -' prints one result that is text: one --format, no Office file, no --json.",
            hint="For example: dwibahasa export artikel.en.review.docx --format markdown -o -",
            slug="cannot-print",
        )
    say.raw(data[0])


def _tell(
    request: Request, written: Written, left: tuple[str, ...], paths: dict[str, Path]
) -> None:
    """Say what was written, and what nobody has approved."""
    if request.as_json:
        told = {
            "run": request.file,
            "outputs": [str(path) for path in paths.values()],
            "sentences": len(written.bitext.translations),
            "unapproved": list(left),
            "unread": list(written.unread),
            "notes": list(written.notes),
        }
        say.data(told)
        return
    for path in paths.values():
        say.line(f"→ {path}")
    _remark(written, left)


def _remark(written: Written, left: tuple[str, ...]) -> None:
    for row in written.unread:
        show.warning(f"not in the results: {row}")
    for note in written.notes:
        show.note(note)
    total = len(written.bitext.translations)
    if left:
        some = ", ".join(left[:_NAMED]) + (" …" if len(left) > _NAMED else "")
        show.note(f"{len(left)} of {total} sentences are not approved: {some}")
