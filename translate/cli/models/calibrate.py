"""`dwibahasa models calibrate`: measure once how a model is best made to use terms."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from translate.cli.options import JsonOption


def models_calibrate(
    package: Annotated[
        str | None,
        typer.Argument(
            metavar="[MODEL]",
            help="A pair such as id-en, the name of its folder, or a path; without it, id-en.",
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "-o", "--out", metavar="FILE", help="Write there, not where it is found by itself."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file of --out.")] = False,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Measure how a model is best made to use terms; later runs go by it.

    Takes about a minute. The embedded model comes calibrated; do it once for each model of yours.
    """
    run = import_module("translate.cli.models.calibration")
    raise typer.Exit(run.calibrate_model(package, out, force=force, quiet=quiet, as_json=as_json))
