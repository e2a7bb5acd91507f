"""`dwibahasa review`: the guide goes out, a reviewed file comes home, an import is taken back."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from translate.cli.options import JsonOption, MemoryOption

review_app = typer.Typer(
    help="Reviewed files: what was corrected in them is approved, and used from then on.",
    no_args_is_help=True,
)


class Revisions(StrEnum):
    """How tracked changes are read."""

    FINAL = "final"
    ORIGINAL = "original"
    REFUSE = "refuse-if-any"


RunOption = Annotated[
    str | None,
    typer.Option(
        "--run",
        metavar="SENT",
        help="The file as it was sent, or its .json, for one that lost its hidden record.",
    ),
]


@review_app.command("import")
def review_import(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES...", help="A reviewed file, or two of the same run by two reviewers."
        ),
    ],
    memory: MemoryOption = None,
    revisions: Annotated[
        Revisions,
        typer.Option(help="Tracked changes: as if accepted, as if rejected, or none allowed."),
    ] = Revisions.FINAL,
    approve_unchanged: Annotated[
        bool,
        typer.Option("--approve-unchanged", help="Approve what the reviewer left as it was, too."),
    ] = False,
    accept_source_edits: Annotated[
        bool,
        typer.Option(
            "--accept-source-edits",
            help="Approve a translation under an edited source for that source.",
        ),
    ] = False,
    run: RunOption = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let the file win over what the memory holds.")
    ] = False,
    report: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="Write a report, too: .html or .docx."),
    ] = None,
    conflicts: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="The .docx for what two reviewers disagree about (default: beside the first).",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite an existing report or file of conflicts.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Take what a reviewer approved or corrected into the memory.

    Two files of one run are compared with its draft: equal and one-sided edits are taken, what
    differs is written into a file of conflicts, to be decided there and imported in turn.

    Exit codes: 0 done, 1 wrong or damaged file, 3 done but for conflicts, which are listed.
    """
    work = import_module("translate.cli.review.home")
    code: int = work.import_review(
        files,
        memory=memory,
        revisions=revisions.value,
        approve_unchanged=approve_unchanged,
        accept_sources=accept_source_edits,
        run=run,
        replace=replace,
        wanted=work.Wanted(report, force),
        conflicts=conflicts,
        as_json=as_json,
    )
    raise typer.Exit(code)


@review_app.command("report")
def review_report(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A reviewed .review.docx.")],
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            metavar="REPORT",
            help="An .html or .docx file (default: FILE.report.html beside it).",
        ),
    ] = None,
    revisions: Annotated[
        Revisions,
        typer.Option(help="Tracked changes: as if accepted, as if rejected, or none allowed."),
    ] = Revisions.FINAL,
    run: RunOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing report.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Report what was edited, by sentence, finding and term, with proposals for the glossary.

    Nothing is taken into the memory. `--json` prints the numbers; a file is then written only
    with `-o`.
    """
    work = import_module("translate.cli.review.report")
    work.report_review(
        file, out=out, revisions=revisions.value, force=force, as_json=as_json, run=run
    )


@review_app.command("undo")
def review_undo(memory: MemoryOption = None, as_json: JsonOption = False) -> None:
    """Take the last import back; what was changed since then stays."""
    import_module("translate.cli.review.home").undo_review(memory=memory, as_json=as_json)


@review_app.command("guide")
def review_guide(
    lang: Annotated[
        str, typer.Option(metavar="LANG", help="Language of the guide: en (default) or id.")
    ] = "en",
    out: Annotated[
        str | None,
        typer.Option(
            "-o", "--out", metavar="FILE", help="The Word file (default: guide.LANG.docx here)."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
) -> None:
    """Write a one-page guide for reviewers, to be sent along with the review file."""
    import_module("translate.cli.review.guide").write_guide(lang, out, force=force)
