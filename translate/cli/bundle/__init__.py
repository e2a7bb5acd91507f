"""`dwibahasa bundle`: models, lists and settings in one file, for machines without a network."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from translate.cli.options import JsonOption, SettingsOption

bundle_app = typer.Typer(
    help="Take models, term lists and settings to machines without a network.",
    no_args_is_help=True,
)
BundleArgument = Annotated[str, typer.Argument(metavar="BUNDLE", help="A file made by create.")]
RUN = "translate.cli.bundle.run"


@bundle_app.command("create")
def bundle_create(
    file: Annotated[str, typer.Argument(metavar="BUNDLE", help="The file to write.")],
    model: Annotated[
        list[str] | None,
        typer.Option(
            metavar="MODEL",
            help="A pair such as id-en, or a package's path (default: those that a run takes).",
        ),
    ] = None,
    glossary: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE", help="A term list, before those of the settings."),
    ] = None,
    settings: SettingsOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Pack what a run with the settings that apply here needs: one file, with a hash of each part.

    The memory is not packed (`dwibahasa memory export` writes it), nor what only fits this machine:
    out, workers, cluster. The embedded model comes with the program and is left out, too.
    """
    import_module(RUN).create(
        file, model or [], glossary or [], settings, force=force, as_json=as_json
    )


@bundle_app.command("show")
def bundle_show(bundle: BundleArgument, as_json: JsonOption = False) -> None:
    """List what is in a bundle, and compare every hash; nothing is installed."""
    import_module(RUN).show(bundle, as_json=as_json)


@bundle_app.command("install")
def bundle_install(
    bundle: BundleArgument,
    out: Annotated[
        str,
        typer.Option(
            "-o", "--out", metavar="FOLDER", help="Where lists and settings go (default: here)."
        ),
    ] = ".",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go where; write nothing.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Overwrite other files and models of the same name.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Check a bundle, then put its models where models are, its lists and settings into a folder.

    No network is used. If anything is not as it should be, nothing is installed.
    """
    import_module(RUN).install(bundle, out, dry=dry_run, force=force, as_json=as_json)
