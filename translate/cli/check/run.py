"""The work of `dwibahasa check`: read the files, run the checks over all of them, print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from glossary.formats.rows import Pair
from glossary.store import load, merge
from glossary.term import Span
from translate.checks.table import TABLE, names
from translate.cli import say, show
from translate.cli.reading import Written, read_written
from translate.errors import UsageError, UserError
from translate.memory.file import MemoryFile
from translate.memory.place import memory_path
from translate.memory.unit import key_of
from translate.memory.units import approved
from translate.model import Bitext, Finding, Severity, Translation
from translate.recheck import Waived, recheck
from translate.review.rows import View

__all__ = ["Request", "list_checks", "run_checks"]

_SHOWN = 60  # characters of the text in question


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asked for."""

    files: tuple[str, ...]
    glossaries: tuple[str, ...]
    only: tuple[str, ...]
    skip: tuple[str, ...]
    original: bool
    builtin: bool
    memory: str | None
    fail_on: str | None
    as_json: bool


def run_checks(request: Request) -> int:
    """Check the files and print what was found; the exit code.

    One bad file does not stop the others, and makes the exit code 1.
    """
    chosen = _chosen(request)
    if not request.files:
        raise UsageError(
            "There is nothing to check.",
            hint="Give a bitext (.json) or a review file (.docx), or --list-checks.",
            slug="check-what",
        )
    read: list[Written] = []
    faults: list[tuple[str, UserError]] = []
    for name in dict.fromkeys(request.files):
        try:
            read.append(_read(name, request.original))
        except UserError as fault:
            faults.append((name, fault))
    checked = _checked(request, read, chosen)
    if request.as_json:
        say.data(_data(read, checked, faults))
    else:
        _tell(read, checked)
        for _, error in faults:
            show.error(error)
    if faults:
        return faults[0][1].exit_code if len(request.files) == 1 else 1
    worst = max((f.severity.rank for b in checked for f in _findings(b)), default=-1)
    return 3 if request.fail_on and worst >= Severity(request.fail_on).rank else 0


def list_checks(*, as_json: bool) -> None:
    """Print the table of checks."""
    if as_json:
        rows = [
            {"name": e.name, "letter": e.letter, "severity": e.severity.value, "says": e.says}
            for e in TABLE
        ]
        say.data({"checks": rows})
        return
    for entry in TABLE:
        say.line(f"{entry.letter}  {entry.name:<13} {entry.severity.value:<8} {entry.says}")


def _chosen(request: Request) -> frozenset[str]:
    for name in (*request.only, *request.skip):
        if name not in names():
            raise UsageError(
                f"There is no check named '{name}'.",
                hint="'dwibahasa check --list-checks' names them all.",
                slug="check-unknown",
            )
    return frozenset(request.only or names()) - frozenset(request.skip)


def _read(name: str, original: bool) -> Written:
    view = View.ORIGINAL if original else View.FINAL
    return read_written(name, view=view)


def _checked(request: Request, read: Sequence[Written], chosen: frozenset[str]) -> list[Bitext]:
    """The bitexts with the findings of the chosen checks; pairs of languages one by one."""
    done: dict[int, Bitext] = {}
    pairs = {(r.draft.document.source_lang, r.draft.target_lang) for r in read}
    for pair in sorted(pairs):
        mine = [
            (i, r)
            for i, r in enumerate(read)
            if (r.draft.document.source_lang, r.draft.target_lang) == pair
        ]
        lists = [load(path, Pair(*pair)) for path in request.glossaries]
        found = recheck(
            [r.bitext for _, r in mine],
            glossary=merge(lists) if lists else None,
            builtin=request.builtin,
            waived=_waived(request.memory, [r.bitext for _, r in mine]),
            drafts=[r.draft for _, r in mine],
        )
        done |= {i: _only(bitext, chosen) for (i, _), bitext in zip(mine, found, strict=True)}
    return [done[i] for i in range(len(read))]


def _only(bitext: Bitext, chosen: frozenset[str]) -> Bitext:
    kept = (
        replace(t, findings=tuple(f for f in t.findings if f.check in chosen))
        for t in bitext.translations
    )
    return replace(bitext, translations=tuple(kept))


def _waived(memory: str | None, bitexts: Sequence[Bitext]) -> Waived:
    """What reviewers waived, if a memory was given: by source and approved target."""
    if memory is None:
        return {}
    found: dict[tuple[str, str], Sequence[str]] = {}
    with MemoryFile(memory_path(memory)) as store:
        for bitext in bitexts:
            pair = (bitext.document.source_lang, bitext.target_lang)
            texts = [t.segment.text for t in bitext.translations]
            for unit in approved(store, *pair, texts).values():
                found[key_of(unit.source), unit.target] = unit.waived
    return found


def _findings(bitext: Bitext) -> list[Finding]:
    return [finding for t in bitext.translations for finding in t.findings]


def _tell(read: Sequence[Written], checked: Sequence[Bitext]) -> None:
    for file, bitext in zip(read, checked, strict=True):
        say.line(file.name)
        for translation in bitext.translations:
            for finding in translation.findings:
                where = f"{translation.segment.id:<7} {finding.severity.value:<8}"
                say.line(
                    f"  {where} {finding.check:<13} {finding.message}{_words(translation, finding)}"
                )
        for note in (*file.unread, *file.notes):
            say.line(f"  note: {note}")
        times = Counter(f.severity for f in _findings(bitext))
        waived = sum(len(t.waived) for t in bitext.translations)
        counts = ", ".join(f"{times[s]} {s.value}" for s in reversed(Severity) if times[s])
        told = f" · {waived} waived" if waived else ""
        say.line(f"  {len(bitext.translations)} sentences · {counts or 'nothing found'}{told}")


def _words(translation: Translation, finding: Finding) -> str:
    """The words in question, where the message does not say them already."""
    words = finding.span.of(translation.target) if finding.span else ""
    return f"  [{words[:_SHOWN]}]" if len(words) > 1 and words not in finding.message else ""


def _data(
    read: Sequence[Written], checked: Sequence[Bitext], faults: Sequence[tuple[str, UserError]]
) -> dict[str, Any]:
    files: list[dict[str, Any]] = []
    for file, bitext in zip(read, checked, strict=True):
        rows = [(t, f, False) for t in bitext.translations for f in t.findings]
        rows += [(t, f, True) for t in bitext.translations for f in t.waived]
        files.append(
            {
                "input": file.name,
                "sentences": len(bitext.translations),
                "counts": dict(Counter(f.check for _, f, waived in rows if not waived)),
                "findings": [_row(*row) for row in rows],
                "notes": [*file.unread, *file.notes],
            }
        )
    for name, error in faults:
        files.append({"input": name, "error": error.data})
    return {"files": files}


def _row(translation: Translation, finding: Finding, waived: bool) -> dict[str, Any]:
    return {
        "id": translation.segment.id,
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "span": _pair(finding.span),
        "source_span": _pair(finding.source_span),
        "waived": waived,
        "source": translation.segment.text,
        "target": translation.target,
    }


def _pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
