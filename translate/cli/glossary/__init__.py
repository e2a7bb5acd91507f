"""`dwibahasa glossary`: check, search, list, extend and convert term lists, propose entries."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from glossary.formats.rows import Pair
from glossary.term import CaseRule, Status, Term
from translate.cli.options import JsonOption

glossary_app = typer.Typer(
    help="Term lists: check them, search with them, convert and extend them.",
    no_args_is_help=True,
)

FileArgument = Annotated[str, typer.Argument(metavar="LIST", help="A term list.")]
FilesArgument = Annotated[
    list[str], typer.Argument(metavar="LISTS...", help="Term lists, the nearest first.")
]
FromOption = Annotated[
    str, typer.Option("--from", metavar="LANG", help="Language of the source terms.")
]
ToOption = Annotated[str, typer.Option("--to", metavar="LANG", help="Language of the targets.")]


class FailOn(StrEnum):
    """Which flaws make the exit code 3."""

    NEVER = "never"
    WARNING = "warning"
    ERROR = "error"


@glossary_app.command("check")
def glossary_check(
    lists: FilesArgument,
    source: FromOption = "id",
    target: ToOption = "en",
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit with 3 if there is a flaw as bad as this, or worse.")
    ] = FailOn.WARNING,
    as_json: JsonOption = False,
) -> None:
    """Name bad lines, conflicts, unreachable and useless entries, with file and line."""
    pair = Pair(source, target)
    raise typer.Exit(
        import_module("translate.cli.glossary.show").check(
            lists, pair, fail_on.value, as_json=as_json
        )
    )


@glossary_app.command("find")
def glossary_find(
    text: Annotated[str, typer.Argument(help="A text, an article's file, or '-' for stdin.")],
    glossary: Annotated[
        list[str], typer.Option(metavar="LIST", help="Term list; may be given several times.")
    ],
    source: FromOption = "id",
    target: ToOption = "en",
    as_json: JsonOption = False,
) -> None:
    """Show which terms stand in a text, what they become, and which lose to others."""
    pair = Pair(source, target)
    raise typer.Exit(
        import_module("translate.cli.glossary.show").find(text, glossary, pair, as_json=as_json)
    )


@glossary_app.command("list")
def glossary_list(
    lists: FilesArgument,
    words: Annotated[
        str, typer.Option("--with", metavar="WORDS", help="Only entries that hold these words.")
    ] = "",
    status: Annotated[Status | None, typer.Option(help="Only entries of this status.")] = None,
    source: FromOption = "id",
    target: ToOption = "en",
    as_json: JsonOption = False,
) -> None:
    """List the entries of term lists."""
    pair = Pair(source, target)
    raise typer.Exit(
        import_module("translate.cli.glossary.show").entries(
            lists, pair, words, status, as_json=as_json
        )
    )


@glossary_app.command("add")
def glossary_add(
    file: FileArgument,
    source_term: Annotated[
        str, typer.Argument(metavar="[SOURCE]", help="The word or phrase.")
    ] = "",
    target_term: Annotated[
        str, typer.Argument(metavar="[TARGET]", help="Its rendering; none copies the source.")
    ] = "",
    acr_source: Annotated[str, typer.Option(metavar="ABC", help="Acronym of the source.")] = "",
    acr_target: Annotated[str, typer.Option(metavar="ABC", help="Acronym of the target.")] = "",
    status: Annotated[Status, typer.Option(help="What the entry asks for.")] = Status.PREFERRED,
    case: Annotated[CaseRule, typer.Option(help="How capitals must agree.")] = CaseRule.AUTO,
    priority: Annotated[int, typer.Option(min=0, max=100, help="Higher wins.")] = 50,
    note: Annotated[str, typer.Option(metavar="TEXT", help="A note for people.")] = "",
    pos: Annotated[
        str, typer.Option(metavar="POS", help="Part of speech; noun lets the plural match.")
    ] = "",
    from_review: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="A reviewed .review.docx whose terms are to be added."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Add them all without asking.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be added, and add nothing.")
    ] = False,
    source: FromOption = "id",
    target: ToOption = "en",
    as_json: JsonOption = False,
) -> None:
    """Add one entry to a CSV or TSV list; a missing list is begun, a conflict is refused.

    With `--from-review` the entries are what a review asks for: `term: a = b` in its notes, and
    what was replaced in the same way twice. They are asked for one by one on a terminal.
    """
    if from_review is not None:
        work = import_module("translate.cli.glossary.review")
        asked = work.Asked(yes=yes, dry_run=dry_run, as_json=as_json)
        raise typer.Exit(work.add_from_review(file, from_review, asked, source_term))
    term = Term(
        source_term, target_term, acr_source, acr_target, status, case, priority, note, "", pos
    )
    raise typer.Exit(
        import_module("translate.cli.glossary.edit").add(
            file, term, Pair(source, target), as_json=as_json
        )
    )


@glossary_app.command("convert")
def glossary_convert(
    file: FileArgument,
    result: Annotated[str, typer.Argument(metavar="RESULT", help="A .csv, .tsv or .tbx file.")],
    source: FromOption = "id",
    target: ToOption = "en",
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Write a list in another format; what the list says is kept."""
    pair = Pair(source, target)
    raise typer.Exit(
        import_module("translate.cli.glossary.edit").convert(
            file, result, pair, force=force, as_json=as_json
        )
    )


@glossary_app.command("extract")
def glossary_extract(
    articles: Annotated[list[str], typer.Argument(metavar="FILES...", help="Articles.")],
    least: Annotated[
        int, typer.Option(min=1, metavar="N", help="Names must come at least so often.")
    ] = 2,
    source: FromOption = "id",
    target: ToOption = "en",
    as_json: JsonOption = False,
) -> None:
    """Propose entries found in articles, as a CSV list with the status proposed."""
    raise typer.Exit(
        import_module("translate.cli.glossary.edit").extract(
            articles, Pair(source, target), least, as_json=as_json
        )
    )


@glossary_app.command("names")
def glossary_ledger(
    files: Annotated[
        list[str], typer.Argument(metavar="FILES...", help="Articles, or bitexts (.json).")
    ],
    proposals: Annotated[
        bool,
        typer.Option("--proposals", help="A term list instead: what to copy, what to fill in."),
    ] = False,
    source: FromOption = "id",
    target: ToOption = "en",
    as_json: JsonOption = False,
) -> None:
    """List the names of files: kind, English form, count, first mention, variants, doubts."""
    pair = Pair(source, target)
    raise typer.Exit(
        import_module("translate.cli.glossary.names").names(
            files, pair, proposals=proposals, as_json=as_json
        )
    )
