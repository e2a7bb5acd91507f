"""`dwibahasa models`: what is at hand, where more comes from, whether it is as it was."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated

import typer

from translate.cli.options import JsonOption

models_app = typer.Typer(
    help="Translation models: list, install, verify, remove.", no_args_is_help=True
)
Name = Annotated[
    str, typer.Argument(metavar="MODEL", help="A pair such as id-en, or the name of its folder.")
]
RUN = "translate.cli.models.run"


@models_app.command("list")
def models_list(
    available: Annotated[
        bool, typer.Option("--available", help="What Argos offers for download (needs a network).")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """List the models at hand: embedded ones and installed Argos packages."""
    run = import_module(RUN)
    raise typer.Exit(run.offers(as_json=as_json) if available else run.at_hand(as_json=as_json))


@models_app.command("install")
def models_install(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="PAIR|FILE...",
            help="A pair such as id-en, an .argosmodel file, a folder, or an https address.",
        ),
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Install it anew if it is there already.")
    ] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Install models, from Argos' index or from a file.

    This is the one command that uses the network, and only for a pair or an address. A pair without
    a package of its own gets those that lead there by way of English. Each package is unpacked
    beside, opened and tried, and its files' hashes are written down, before it is put in place.
    """
    run = import_module(RUN)
    try:
        code: int = run.install(what, force=force, quiet=quiet, as_json=as_json)
    except KeyboardInterrupt:
        print("Interrupted; nothing was installed by halves.", file=sys.stderr)
        raise typer.Exit(130) from None
    raise typer.Exit(code)


@models_app.command("verify")
def models_verify(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[MODEL...]", help="Pairs or names of folders; without any, all."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Compare the files of models with the hashes of their installation, and try each one."""
    raise typer.Exit(import_module(RUN).verify(names or [], as_json=as_json))


@models_app.command("remove")
def models_remove(
    name: Name, yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False
) -> None:
    """Delete an installed model."""
    raise typer.Exit(import_module(RUN).remove(name, sure=yes))


@models_app.command("info")
def models_info(name: Name, as_json: JsonOption = False) -> None:
    """Tell what is known of a model: languages, version, size, origin, what it can do."""
    raise typer.Exit(import_module(RUN).info(name, as_json=as_json))
